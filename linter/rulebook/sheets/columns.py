"""Which column of a reviewer's table holds what, found by the names of the header."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.frozen import dataclass
from linter.rulebook.sheets.cells import Cell, Complaints, Row, Table
from linter.rulebook.source import suggestion
from linter.text.fold import fold

HEADER_ROWS = 10
"""Among how many rows with anything in them the header is looked for: titles come first."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "phrase": (
        *("短语", "禁语", "敏感词", "违规用语", "禁用语", "服务禁语", "禁忌语", "违禁词"),
        *("违规话术", "关键词", "禁语内容", "phrase", "phrases"),
    ),
    "category": ("类别", "分类", "类型", "违规类型", "违规类别", "禁语类别", "category"),
    "severity": (
        *("级别", "等级", "严重程度", "严重级别", "违规等级", "违规级别", "severity", "level"),
    ),
    "exceptions": ("例外", "例外短语", "例外情况", "白名单", "不算", "exception", "exceptions"),
    "instead": (
        *("替代话术", "建议话术", "推荐话术", "规范话术", "标准话术", "正确话术", "替换话术"),
        *("建议用语", "instead"),
    ),
    "applies": ("适用", "适用范围", "适用场景", "适用业务", "applies"),
    "id": ("编号", "规则编号", "id"),
    "why": ("理由", "原因", "why"),
    "say": ("说明", "say"),
    "aspect": ("方面", "aspect"),
    "who": ("角色", "who"),
    "flag": ("正例", "违规例句", "违规示例", "flag"),
    "pass": ("反例", "合规例句", "合规示例", "pass"),
}
"""What a column holds → its names; the first is the one that errors use."""
IGNORED = (
    *("备注", "注释", "序号", "note", "notes", "remark", "remarks", "no"),
    *("创建人", "修改人", "更新人", "审核人", "负责人", "创建时间", "修改时间", "更新时间"),
)
"""Names of columns that are for people only."""

_COLUMN_OF = {name: key for key, names in NAMES.items() for name in names}
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[\s*:_.-]")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header is, and which column holds what."""

    row: Row
    columns: Mapping[str, int]


def find_header(table: Table) -> Header | None:
    """The row that names a column of phrases, and most columns; ``None`` when there is none."""
    best: Header | None = None
    for row in table.rows[:HEADER_ROWS]:
        columns: dict[str, int] = {}
        for column, cell in row.cells.items():
            key = _COLUMN_OF.get(_folded(cell.text))
            if key:
                columns.setdefault(key, column)
        # A title may be a column's name too: 禁语.
        if "phrase" in columns and (best is None or len(columns) > len(best.columns)):
            best = Header(row, columns)
    return best


def check_header(header: Header, complaints: Complaints) -> None:
    """Note every column with a name that says nothing, and what is there twice."""
    for column, cell in header.row.cells.items():
        name = _folded(cell.text)
        key = _COLUMN_OF.get(name)
        if key is None:
            if name not in IGNORED:
                known = (*_COLUMN_OF, *IGNORED)
                near = suggestion(name, known) or "可用的有 " + "、".join(title(k) for k in NAMES)
                hint = f"{near}；给人看的列叫“备注”"
                complaints.at(cell, f"不认识的列 {cell.text!r}", hint)
        elif header.columns[key] != column:
            first = header.row.cells[header.columns[key]]
            message = f"这一列和 {first.name} 的 {first.text!r} 是一回事"
            complaints.at(cell, message, "合并成一列，或把一列改叫“备注”")


def nameless(header: Header, table: Table) -> Cell | None:
    """The first cell below the header in a column that has no name."""
    return next(
        (
            cell
            for row in table.rows
            if row.number > header.row.number
            for column, cell in sorted(row.cells.items())
            if column not in header.row.cells
        ),
        None,
    )


def title(key: str) -> str:
    """What errors call a column."""
    return NAMES[key][0]


def _folded(name: str) -> str:
    return _ASIDE.sub("", fold(name).text.strip())
