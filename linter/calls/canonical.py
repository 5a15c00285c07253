"""A call from its canonical JSON object, checked field by field.

Only ``turns[].text`` is needed. Fields this module does not know are kept in ``meta`` under
their own names, so that writing the call puts them back where they were; that holds for the
input's own ``meta`` object too, and for unknown members of ``agent``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.calls.fields import spelt
from linter.calls.place import Place, string_of
from linter.calls.roles import BUILT_IN, RoleWords
from linter.model import Call, Turn

CALL_STRINGS = ("team", "channel", "direction", "scene", "business", "started_at")
STRING_KEYS = ("id", *CALL_STRINGS)
CALL_KEYS = frozenset({"turns", "agent", *STRING_KEYS})
TURN_KEYS = frozenset({"role", "text", "speaker", "start_ms", "end_ms"})
AGENT_KEYS = frozenset({"id", "name"})

MOST_MS = 1 << 53
"""Beyond it no float is exact, and no call is as long."""
_EXAMPLE = '要写成 {"turns": [{"role": "agent", "text": "您好"}]}'


def call_from(value: object, place: Place, words: RoleWords = BUILT_IN) -> Call:
    """Read one call.

    :param value: what the JSON decoder made of it.
    :param place: its file, its line when it has one of its own, its path in the document.
    :param words: the role words in force.
    :raises InputError: naming the field that is wrong.
    """
    if not isinstance(value, Mapping):
        raise place.error("一通对话要是一个 JSON 对象", _EXAMPLE)
    if "turns" not in value:
        raise place.error("没有 turns", _EXAMPLE)
    rows = value["turns"]
    if not isinstance(rows, list):
        raise place.inside("turns").error("要是一个列表", _EXAMPLE)
    inside = place.inside("turns")
    turns = tuple(_turn(row, inside.inside(number), words) for number, row in enumerate(rows))
    strings = {key: string_of(value, key, place) for key in CALL_STRINGS}
    at = place.inside("agent")
    agent = _agent(value.get("agent"), at)
    meta = {key: item for key, item in value.items() if key not in CALL_KEYS}
    if extra := {key: item for key, item in agent.items() if key not in AGENT_KEYS}:
        meta["agent"] = extra
    strings["id"] = string_of(value, "id", place)
    names = string_of(agent, "id", at), string_of(agent, "name", at)
    return assembled(turns, place.path, strings, names, meta)


def assembled(
    turns: tuple[Turn, ...],
    path: str,
    strings: Mapping[str, str],
    agent: tuple[str, str],
    meta: Mapping[str, Any],
) -> Call:
    """Make a call of what was read of it.

    :param strings: of :data:`STRING_KEYS` those it has, as they were read.
    :param agent: the agent's id and name, empty when not known.
    :param meta: everything else; ``kind`` is taken out of it when it is that of a script.
    """
    is_script = meta.get("kind") == "script"
    fields = {key: spelt(key, value) for key, value in strings.items() if key != "id"}
    return Call(
        id=strings.get("id") or Call.content_id(turns),
        turns=turns,
        path=path,
        kind="script" if is_script else "call",
        agent_id=agent[0],
        agent_name=agent[1],
        meta={key: meta[key] for key in meta if key != "kind"} if is_script else meta,
        notices=(),
        elsewhere={},
        casting=None,
        ignores=(),
        **fields,
    )


def _turn(row: object, place: Place, words: RoleWords) -> Turn:
    if not isinstance(row, Mapping):
        raise place.error("一句话要是一个 JSON 对象", '如 {"role": "customer", "text": "您好"}')
    if "text" not in row:
        found = "、".join(map(str, row)) or "空对象"
        raise place.error("没有 text", f"这里有的是：{found}；没有听清也要写 text，可以为空")
    text = row["text"]
    if text is not None and not isinstance(text, str):
        raise place.inside("text").error("要是字符串")
    role = words.read(row.get("role"), place, "role")
    return Turn(
        role=role.role,
        text=text or "",
        speaker=string_of(row, "speaker", place) or role.speaker,
        start_ms=_millis(row, "start_ms", place),
        end_ms=_millis(row, "end_ms", place),
        line=place.line,
        meta={key: item for key, item in row.items() if key not in TURN_KEYS},
    )


def _agent(value: object, place: Place) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise place.error("要是一个 JSON 对象", '如 {"id": "1001", "name": "王丽"}')
    return value


def _millis(row: Mapping[str, Any], key: str, place: Place) -> int | None:
    value = row.get(key)
    if value is None:
        return None
    # Not isfinite(): an integer may be more than it takes.
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= MOST_MS:
        raise place.inside(key).error("要是毫秒数", "如 1200；不知道就不写")
    return round(value)
