"""A call from its line of canonical JSON Lines, for the lines that nearly all files are full of.

It knows only what is as it should be. Whatever else a line may hold (a field of a turn that it
does not know, a time that is no integer, a role it cannot read, an error) is left to the slow
way, :func:`linter.calls.canonical.call_from`, which alone decides what is right; what is read
here is what it would have read. Importing this module needs msgspec.
"""

from __future__ import annotations

from typing import Annotated, Any, cast

import msgspec

from linter.calls.canonical import CALL_KEYS, MOST_MS, STRING_KEYS, assembled
from linter.calls.place import Place
from linter.calls.roles import BUILT_IN, RoleWords, Speaker
from linter.calls.strict_json import decode_json
from linter.errors import InputError
from linter.model import Call, Turn

_Millis = Annotated[int, msgspec.Meta(ge=-MOST_MS, le=MOST_MS)]


class _Turn(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    text: str | None
    role: str | None = None
    speaker: str | None = None
    start_ms: _Millis | None = None
    end_ms: _Millis | None = None


class _Agent(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    id: str | int | None = None
    name: str | int | None = None


class _Key:
    """A member's name, equal only to itself: of two members of one name both are seen.

    A second member replaces the first, but what is wrong with the first is still an error.
    """

    __slots__ = ("name",)

    def __init__(self, _: type, name: str) -> None:
        self.name = name


_members = msgspec.json.Decoder(dict[_Key, msgspec.Raw], dec_hook=_Key).decode
_turns = msgspec.json.Decoder(list[_Turn]).decode
_agent = msgspec.json.Decoder(_Agent | None).decode
_NOBODY = _Agent()
_UNKNOWN = Speaker("unknown")
_text = msgspec.json.Decoder(str | int | None).decode


def read_call(line: bytes, place: Place, words: RoleWords = BUILT_IN) -> Call | None:
    """Read one line.

    :param line: UTF-8, though that is checked again.
    :param place: the file and the line.
    :param words: the role words in force.
    :return: the call, or ``None`` when the slow way has to look at the line.
    """
    try:
        members = _members(line)
        found = {key.name: raw for key, raw in members.items()}
        if len(found) < len(members) or "turns" not in found:
            return None
        turns = _read_turns(found["turns"], place.line, words)
        if turns is None:
            return None
        strings = {key: _string(_text(found[key])) for key in STRING_KEYS if key in found}
        agent = (_agent(found["agent"]) if "agent" in found else None) or _NOBODY
        others = {key: raw for key, raw in found.items() if key not in CALL_KEYS}
        names = _string(agent.id), _string(agent.name)
        return assembled(turns, place.path, strings, names, _others(others, place))
    except (msgspec.MsgspecError, InputError, ValueError, RecursionError):
        return None


def _read_turns(raw: msgspec.Raw, line: int | None, words: RoleWords) -> tuple[Turn, ...] | None:
    """The turns, or ``None`` when one of the roles is no role word."""
    turns = []
    parse = words.parse
    for row in _turns(raw):
        who = parse(row.role) if row.role else _UNKNOWN
        if who is None:
            return None
        said, speaker = row.text or "", row.speaker or who.speaker
        turns.append(Turn(who.role, said, speaker, row.start_ms, row.end_ms, line))
    return tuple(turns)


def _others(members: dict[str, msgspec.Raw], place: Place) -> dict[str, Any]:
    """The members nobody asked for, by the decoder that decides what they are.

    All at once and one level down, as deep as they stand in the line: how deep JSON may nest
    depends on it.
    """
    if not members:
        return {}
    values = decode_json(f"[{','.join(str(raw, 'utf-8') for raw in members.values())}]", place)
    return dict(zip(members, cast(list[Any], values), strict=True))


def _string(value: str | int | None) -> str:
    return "" if value is None else str(value)
