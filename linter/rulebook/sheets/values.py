"""What single cells of a reviewer's table may say: levels, sides, places where a rule applies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from linter.model import ASPECTS, Aspect, Severity
from linter.rulebook.sheets.categories import UNNAMED, aspect_of, category_of
from linter.rulebook.sheets.cells import Cell, Complaints
from linter.rulebook.source import suggestion
from linter.text.fold import fold

Side = Literal["agent", "customer"]
T = TypeVar("T")

_SEVERITIES: Mapping[str, Severity] = {
    **dict.fromkeys(("error", "致命", "严重", "重", "重大", "高", "错误"), "error"),
    **dict.fromkeys(("warning", "一般", "中", "中等", "警告"), "warning"),
    **dict.fromkeys(("info", "轻", "轻微", "低", "提示"), "info"),
}
_SEVERITY_NAMES = ("严重", "一般", "轻微", "error", "warning", "info")
_DEFAULT_SEVERITY: Severity = "warning"
_SIDES: Mapping[str, Side] = {
    **dict.fromkeys(("坐席", "座席", "客服", "agent"), "agent"),
    **dict.fromkeys(("客户", "用户", "顾客", "customer"), "customer"),
}
_APPLIES: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("电话", "phone", "热线", "语音"), ("channel", "phone")),
    **dict.fromkeys(("在线", "chat", "在线客服", "文字", "文本"), ("channel", "chat")),
    **dict.fromkeys(("呼入", "in", "inbound", "进线"), ("direction", "in")),
    **dict.fromkeys(("呼出", "out", "outbound", "外呼"), ("direction", "out")),
    **dict.fromkeys(("话术库", "script"), ("kind", "script")),
    **dict.fromkeys(("通话", "call"), ("kind", "call")),
}
_EVERYWHERE = ("全部", "所有", "通用", "不限", "all")
_KEYS: Mapping[str, str] = {
    **dict.fromkeys(("channel", "渠道"), "channel"),
    **dict.fromkeys(("direction", "方向"), "direction"),
    **dict.fromkeys(("scene", "场景"), "scene"),
    **dict.fromkeys(("business", "业务"), "business"),
    **dict.fromkeys(("kind", "种类"), "kind"),
}
_SPELT = ("channel", "direction", "kind")
"""Keys whose values are among :data:`_APPLIES`."""
_PARTS = re.compile(r"[\s,，;；、/|]+")
_EQUALS = re.compile(r"\s*[=＝:：]\s*")
_SEVERAL = re.compile(r"[\n,，;；、/|]")
_NOTHING = ("无", "暂无", "-", "--", "—", "——", "/", "n/a", "na")
"""What people write into a cell that has to stay empty."""


def said(cell: Cell | None, complaints: Complaints) -> str:
    """The text of a cell that may be left empty, or filled with a dash."""
    text = complaints.text(cell)
    return "" if fold(text).text in _NOTHING else text


def read_severity(cell: Cell | None, complaints: Complaints) -> Severity:
    """The level a reviewer gave; a warning unless he gave one."""
    found = _choice(cell, complaints, _SEVERITIES, "级别", _SEVERITY_NAMES)
    return found or _DEFAULT_SEVERITY


def read_side(cell: Cell | None, complaints: Complaints) -> Side:
    """Whose words are meant; the agent's unless it is said."""
    return _choice(cell, complaints, _SIDES, "角色", ("坐席", "客户")) or "agent"


def read_category(cell: Cell | None, complaints: Complaints) -> str:
    """The id of the category."""
    text = said(cell, complaints)
    if cell and _SEVERAL.search(text):
        complaints.at(cell, f"一行只有一个类别，这里是 {text!r}", "拆成几行，或只写主要的一个")
    return category_of(text) if text else UNNAMED


def read_aspect(cell: Cell | None, category: str, complaints: Complaints) -> Aspect:
    """The aspect given, or the category's."""
    known: Mapping[str, Aspect] = {aspect: aspect for aspect in ASPECTS}
    return _choice(cell, complaints, known, "方面", ASPECTS) or aspect_of(category)


def _choice(
    cell: Cell | None,
    complaints: Complaints,
    known: Mapping[str, T],
    what: str,
    names: Sequence[str],
) -> T | None:
    text = said(cell, complaints)
    found = known.get(fold(text).text)
    if cell and text and found is None:
        complaints.at(cell, f"不认识的{what} {text!r}", suggestion(text, names))
    return found


def read_applies(cell: Cell | None, complaints: Complaints) -> dict[str, tuple[str, ...]]:
    """Where the rule applies: key → values, any of which will do."""
    found: dict[str, list[str]] = {}
    text = said(cell, complaints)
    for part in filter(None, _PARTS.split(_EQUALS.sub("=", text))):
        for key, value in _applied(part, cell, complaints):
            found.setdefault(key, []).append(value)
    return {key: tuple(dict.fromkeys(values)) for key, values in found.items()}


def _applied(part: str, cell: Cell | None, complaints: Complaints) -> Iterator[tuple[str, str]]:
    name, equals, value = part.partition("=")
    if not equals:
        if fold(part).text not in _EVERYWHERE:
            yield _APPLIES.get(fold(part).text, ("business", part))
        return
    key = _KEYS.get(fold(name).text)
    if cell and not (key and value):
        hint = "写 渠道=电话、方向=呼入、场景=…、业务=…，或只写 电话、呼入、话术库、业务的名字"
        complaints.at(cell, f"看不懂的适用 {part!r}", hint)
    elif key in _SPELT:
        spelt, canonical = _APPLIES.get(fold(value).text, ("", ""))
        if spelt == key:
            yield key, canonical
        elif cell:
            values = [word for word, (k, _) in _APPLIES.items() if k == key]
            complaints.at(cell, f"{name} 没有 {value!r}", "可用的有 " + "、".join(values))
    elif key:
        yield key, value
