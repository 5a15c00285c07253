"""Which column of a table holds what, found by the names exports give their columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from linter.calls.fields import CALL_FIELDS, fold
from linter.calls.place import Place
from linter.calls.unique import UniqueNames
from linter.frozen import dataclass

Unit = Literal["ms", "s", ""]
Given = Sequence[tuple[str, str]]
"""Fields and the columns a user gave for them, by name or by 1-based number."""

# A speaker column tells two agents apart when there is a role column as well; alone it says who
# speaks, by role or by name.
_NAMES: Mapping[str, str] = {
    "call": "通话id 录音编号 会话id callid 通话编号 录音id 会话编号 对话id 流水号 sessionid "
    "conversationid id",
    "role": "角色 role 说话角色 身份",
    "text": "内容 文本 话术内容 text content 对话内容 文本内容 通话内容 消息内容 转写文本 话术",
    "dialogue": "对话 对话内容 通话内容 录音文本 转写内容 对话文本 对话记录 聊天记录 通话文本 "
    "转写文本 dialogue dialog transcript conversation",
    "speaker": "说话人 speaker 说话者 发言人 发送方",
    "start": "开始时间 begin start begintime starttime 起始时间 开始 时间 time",
    "end": "结束时间 end endtime 终止时间 结束",
}
_TITLES: Mapping[str, str] = {"role": "角色", "text": "内容"}
_SHARED = frozenset(("text", "dialogue"))
"""The fields that may be of one column: whether it holds a turn or a whole call is seen later."""

WITHIN = 10
"""Rows among which the header is looked for; titles may stand above it."""
_MOST_NAMED = 40
"""Columns that an error names."""
_UNIT = re.compile(r"(?:\((?:(?P<ms>ms|毫秒)|s|sec|秒)\)|(?P<tail>ms|毫秒)|秒)$")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by what they hold, counted from 0; ``None`` where there is none.

    :ivar text: the words of a turn, or of a whole call when ``is_dialogue``.
    :ivar role: who speaks; by name rather than by role when ``is_named``.
    :ivar fields: columns that describe the call, with the field of the call they fill.
    :ivar others: those nobody asked for.
    :ivar is_strict: whether a row must not be wider than the header: in a text file it is when a
        cell holds a delimiter that was not quoted.
    """

    names: tuple[str, ...]
    text: int
    role: int | None
    call: int | None
    speaker: int | None
    start: int | None
    end: int | None
    fields: Mapping[int, str]
    others: tuple[int, ...]
    is_dialogue: bool = False
    is_named: bool = False
    is_strict: bool = True

    def name(self, column: int) -> str:
        """What the column is called."""
        return self.names[column] if column < len(self.names) else f"列{column + 1}"

    def is_known(self, column: int) -> bool:
        """Whether it is known what it holds."""
        return column < len(self.names) and column not in self.others

    def lends(self, column: int) -> bool:
        """Whether a cell of it that is merged downwards counts for every row; words and times
        are said once.
        """
        return column not in (self.text, self.start, self.end)


def known_columns(header: Sequence[str], given: Given = ()) -> dict[str, int]:
    """Find columns by name; of two candidates the one named earlier in the list is taken.

    :param header: the cells of what may be a header.
    :param given: what the user said; goes before the names.
    """
    found = {
        field: column for field, name in given if (column := find_column(header, name)) is not None
    }
    folded = [_UNIT.sub("", fold(name)) for name in header]
    for key, names in _NAMES.items():
        if key in found or (key in _SHARED and not _SHARED.isdisjoint(dict(given))):
            continue
        taken = {column for field, column in found.items() if not {field, key} <= _SHARED}
        free = [folded.index(name) for name in names.split() if name in folded]
        column = next((column for column in free if column not in taken), None)
        if column is not None:
            found[key] = column
    return found


def find_column(header: Sequence[str], name: str) -> int | None:
    """The column of a name, or of a 1-based number when none has that name."""
    for spelling in (str.strip, fold):
        spelt = [spelling(cell) for cell in header]
        if spelling(name) in spelt:
            return spelt.index(spelling(name))
    if name.isascii() and name.isdigit() and 0 < int(name[:9]) <= len(header):
        return int(name[:9]) - 1
    return None


def weight(header: Sequence[str], given: Given = ()) -> int:
    """How many columns of what may be a header are known."""
    fields = (column for column, name in enumerate(header) if fold(name) in CALL_FIELDS)
    return len({*known_columns(header, given).values(), *fields})


def missing_column(header: Sequence[str], given: Given, place: Place) -> None:
    """Refuse a column the user gave that the table has not.

    :raises InputError: naming the columns there are.
    """
    for _, name in given:
        if find_column(header, name) is None:
            raise place.error(
                f"没有“{name}”列；{_present(header)}",
                "--column 后面写这里有的列名，或从 1 数的列号",
            )


def columns_of(
    header: Sequence[str], found: Mapping[str, int], place: Place, *, is_strict: bool = True
) -> Columns:
    """The columns, when enough of them are known.

    :param found: what :func:`known_columns` found; ``dialogue`` only when the words of a whole
        call stand there.
    :raises InputError: when there is none for the role or none for the words.
    """
    found = dict(found)
    is_dialogue = "dialogue" in found
    is_named = not is_dialogue and "role" not in found and "speaker" in found
    if is_dialogue:
        found = {key: found[key] for key in ("call", "dialogue", "start") if key in found}
        found["text"] = found.pop("dialogue")
    elif is_named:
        found["role"] = found.pop("speaker")
    _check(header, found, is_dialogue, place)
    start = found.pop("start", None) if is_dialogue else None
    unique = UniqueNames()
    rest = [column for column in range(len(header)) if column not in found.values()]
    return Columns(
        names=tuple(unique.take(name.strip() or f"列{i}") for i, name in enumerate(header, 1)),
        text=found["text"],
        role=found.get("role"),
        call=found.get("call"),
        speaker=found.get("speaker"),
        start=found.get("start"),
        end=found.get("end"),
        fields=(fields := _fields(header, rest, start)),
        others=tuple(column for column in rest if column not in fields),
        is_dialogue=is_dialogue,
        is_named=is_named,
        is_strict=is_strict,
    )


def _check(
    header: Sequence[str], found: Mapping[str, int], is_dialogue: bool, place: Place
) -> None:
    needed = ("text",) if is_dialogue else _TITLES
    if missing := [key for key in needed if key not in found]:
        names = {**_NAMES, "role": f"{_NAMES['role']} {_NAMES['speaker']}"}
        raise place.error(
            f"找不到{'和'.join(_TITLES[key] for key in missing)}列；{_present(header)}",
            "；".join(
                f"{_TITLES[key]}列的名字可用：{'、'.join(names[key].split())}" for key in missing
            )
            + "；或用 --column 指明，如 --column 内容=列名",
        )


def _fields(header: Sequence[str], rest: Sequence[int], start: int | None) -> dict[int, str]:
    """The columns that describe the call.

    :param start: the column of the time at which the call began, if its name says only that.
    """
    fields: dict[int, str] = {}
    for column in rest:
        field = CALL_FIELDS.get(fold(header[column]), "id")
        # The call's id is found already; a second column for anything is somebody else's.
        if field != "id" and field not in fields.values():
            fields[column] = field
    if start is not None and "started_at" not in fields.values():
        fields[start] = "started_at"
    return fields


def _present(header: Sequence[str]) -> str:
    names = [name.strip() for name in header]
    more = f" 等 {len(names)} 列" if len(names) > _MOST_NAMED else ""
    return f"这里的列是：{'、'.join(names[:_MOST_NAMED])}{more}"


def unit_of(name: str) -> Unit:
    """The unit a column's name states: ``start_ms``, ``开始时间（秒）``."""
    found = _UNIT.search(fold(name))
    if found is None:
        return ""
    return "ms" if found["ms"] or found["tail"] else "s"
