"""What reviewers have written into a score sheet: their verdicts on findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linter.errors import InputError
from linter.reports.sheets.findings import CHOICES
from linter.workbooks import Limits, Refused, Sheet, cell_name, opened
from linter.workbooks.own import FINDINGS

_MOST_UNPACKED = 1 << 30
_HEADS: Mapping[str, tuple[str, str]] = {
    "call": ("通话", "Call"),
    "rule": ("规则", "Rule"),
    "verdict": ("复核", "Verdict"),
    "remark": ("备注", "Remark"),
    "fingerprint": ("指纹", "Fingerprint"),
}
_AGREE, _DISAGREE = zip(*CHOICES.values(), strict=True)
_HINT = "给出 huashu lint --format xlsx 写的评分表"


class Verdict(NamedTuple):
    """What a reviewer says of a finding.

    :ivar agrees: ``None`` where nothing was said.
    :ivar row: of the sheet, 1-based.
    """

    call: str
    rule: str
    fingerprint: str
    agrees: bool | None
    remark: str
    sheet: str
    row: int


def read_verdicts(path: str) -> list[Verdict]:
    """The findings of a score sheet with what a reviewer says of each, in their order.

    :raises InputError: when it is none or cannot be read, and for a verdict that is neither.
    """
    try:
        with open(path, "rb") as data, opened(data, Limits(_MOST_UNPACKED)) as book:
            sheets = [one for one in book.sheets if one.title.partition(" (")[0] in FINDINGS]
            if not sheets:
                raise InputError("不是评分表：没有叫“发现”的工作表", path=path, hint=_HINT)
            return [verdict for sheet in sheets for verdict in _verdicts(sheet, path)]
    except OSError as error:
        said = f"评分表读不了：{error.strerror or error}"
        raise InputError(said, path=path, hint="检查路径和权限") from None
    except Refused as refused:
        raise InputError(refused.message, path=path, hint=refused.hint) from None


def _verdicts(sheet: Sheet, path: str) -> Iterator[Verdict]:
    columns: dict[str, int] = {}
    for row in sheet.rows():
        texts = {column: cell.text.strip() for column, cell in row.cells.items()}
        if not columns:
            columns = _columns(texts, sheet, path)
            continue
        said = {key: texts.get(column, "") for key, column in columns.items()}
        if not said["fingerprint"] and not said["verdict"]:
            continue  # a line of the reviewer's own
        where = cell_name(row.number, columns["verdict"])
        yield Verdict(
            said["call"],
            said["rule"],
            said["fingerprint"],
            _agrees(said["verdict"], sheet.title, where, path),
            said["remark"],
            sheet.title,
            row.number,
        )


def _columns(texts: Mapping[int, str], sheet: Sheet, path: str) -> dict[str, int]:
    found = {
        key: column
        for key, heads in _HEADS.items()
        for column, text in texts.items()
        if text in heads
    }
    for key, (head, _) in _HEADS.items():
        if key not in found:
            raise InputError(
                f"不是评分表：没有“{head}”一列", path=path, hint=_HINT, sheet=sheet.title
            )
    return found


def _agrees(said: str, sheet: str, cell: str, path: str) -> bool | None:
    if not said:
        return None
    if said.casefold() in _AGREE or said.casefold() in _DISAGREE:
        return said.casefold() in _AGREE
    raise InputError(
        f"复核一列里的“{said}”不知道是什么意思",
        path=path,
        hint=f"写 {_AGREE[0]} 或 {_DISAGREE[0]}，别的话写在备注",
        sheet=sheet,
        cell=cell,
    )
