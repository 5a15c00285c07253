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

# A speaker column tells two agents apart when there is a role column as well; alone it holds
# the role.
_SPEAKER = "说话人 speaker 说话者 发言人 发送方"
_NAMES: Mapping[str, str] = {
    "call": "通话id 录音编号 会话id callid 通话编号 录音id 会话编号 对话id 流水号 sessionid "
    "conversationid id",
    "role": f"角色 role 说话角色 身份 {_SPEAKER}",
    "text": "内容 文本 话术内容 text content 对话内容 文本内容 通话内容 消息内容 转写文本 话术",
    "speaker": _SPEAKER,
    "start": "开始时间 begin start begintime starttime 起始时间 开始 时间 time",
    "end": "结束时间 end endtime 终止时间 结束",
}
_TITLES: Mapping[str, str] = {"role": "角色", "text": "内容"}

_UNIT = re.compile(r"(?:\((?:(?P<ms>ms|毫秒)|s|sec|秒)\)|(?P<tail>ms|毫秒)|秒)$")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by what they hold; ``None`` where there is none.

    ``fields`` are columns that describe the call, with the field of the call they fill;
    ``others`` are those nobody asked for.
    """

    names: tuple[str, ...]
    role: int
    text: int
    call: int | None
    speaker: int | None
    start: int | None
    end: int | None
    fields: Mapping[int, str]
    others: tuple[int, ...]


def known_columns(header: Sequence[str]) -> dict[str, int]:
    """Find columns by name; of two candidates the one named earlier in the list is taken."""
    folded = [_UNIT.sub("", fold(name)) for name in header]
    found: dict[str, int] = {}
    for key, names in _NAMES.items():
        free = [folded.index(name) for name in names.split() if name in folded]
        taken = next((column for column in free if column not in found.values()), None)
        if taken is not None:
            found[key] = taken
    return found


def find_columns(header: Sequence[str], place: Place) -> Columns:
    """Find the columns by their names.

    :raises InputError: when there is none for the role or none for the words.
    """
    found = known_columns(header)
    if missing := [key for key in _TITLES if key not in found]:
        raise place.error(
            f"找不到{'和'.join(_TITLES[key] for key in missing)}列；"
            f"这里的列是：{'、'.join(name.strip() for name in header)}",
            "；".join(
                f"{_TITLES[key]}列的名字可用：{'、'.join(_NAMES[key].split())}" for key in missing
            ),
        )
    unique = UniqueNames()
    rest = [column for column in range(len(header)) if column not in found.values()]
    fields: dict[int, str] = {}
    for column in rest:
        field = CALL_FIELDS.get(fold(header[column]), "id")
        # The call's id is found already; a second column for anything is somebody else's.
        if field != "id" and field not in fields.values():
            fields[column] = field
    return Columns(
        names=tuple(unique.take(name.strip() or f"列{i}") for i, name in enumerate(header, 1)),
        role=found["role"],
        text=found["text"],
        call=found.get("call"),
        speaker=found.get("speaker"),
        start=found.get("start"),
        end=found.get("end"),
        fields=fields,
        others=tuple(column for column in rest if column not in fields),
    )


def unit_of(name: str) -> Unit:
    """The unit a column's name states: ``start_ms``, ``开始时间（秒）``."""
    found = _UNIT.search(fold(name))
    if found is None:
        return ""
    return "ms" if found["ms"] or found["tail"] else "s"
