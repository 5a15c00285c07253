"""What a vendor's JSON document is, and what the modules about them share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from linter.calls.members import Members
from linter.calls.place import Place
from linter.calls.roles import RoleWords, Speaker
from linter.errors import InputError
from linter.frozen import dataclass
from linter.model import Call, Notice, Turn

REORDERED = Notice("reordered", "各声道的话不是按时间排的，读入时按开始时间重排了")


@dataclass(frozen=True, slots=True)
class Vendor:
    """One kind of document.

    :ivar name: what ``--from`` calls it.
    :ivar shape: what it is told by, for error messages.
    :ivar fits: whether a decoded JSON value looks like one; it may be anything at all.
    :ivar calls: reads one document; of a list it is given an object with the member ``""``; may
        raise :class:`~linter.errors.InputError`. Roles it does
        not give are ``unknown``, with the channel or speaker number as the turn's ``speaker``.
    """

    name: str
    shape: str
    fits: Callable[[object], bool]
    calls: Callable[[Members, RoleWords], Iterator[Call]]


def inner(value: object, *keys: str | int) -> object:
    """What stands at a path inside a decoded JSON value; ``None`` when there is no such path."""
    for key in keys:
        if isinstance(key, int):
            value = value[key] if isinstance(value, list) and len(value) > key else None
        else:
            value = value.get(key) if isinstance(value, Mapping) else None
    return value


def has(value: object, *names: str) -> bool:
    """Whether it is an object with all these members."""
    return isinstance(value, Mapping) and all(name in value for name in names)


def meta_of(row: Members, *dropped: str, **known: object) -> dict[str, Any]:
    """A turn's ``meta``: what is known under a name common to all vendors, then what nobody asked
    the row for.

    :param dropped: members that say nothing that is not kept elsewhere.

    Common names: ``words`` (``[{"text", "start_ms", "end_ms", "confidence"}]``),
    ``confidence`` (0 to 1), ``emotion`` (as the vendor has it), ``silence_ms`` (before the turn),
    ``speech_rate`` (as the vendor has it). What is ``None`` or empty is left out.
    """
    said = {key: value for key, value in known.items() if value not in (None, "", [])}
    return said | row.rest(*dropped)


def speaker(word: str, roles: RoleWords) -> Speaker:
    """A vendor's word for who speaks: a role word, or the name of somebody unknown."""
    return roles.parse(word) or Speaker("unknown", word.strip()) if word else Speaker("unknown")


def label(word: str, roles: RoleWords) -> str:
    """What a vendor's name for somebody adds to the role: nothing when it is only a role word."""
    found = roles.parse(word)
    return word.strip() if found is None else found.speaker


def in_order(turns: Sequence[Turn]) -> tuple[tuple[Turn, ...], tuple[Notice, ...]]:
    """Turns by the time they begin, and the notice if they were not.

    A recogniser that hears each channel by itself may list all of the first and then the second.
    Turns without a time keep their place behind the turn they follow.
    """
    keyed: list[tuple[int, Turn]] = []
    last = 0
    for turn in turns:
        last = last if turn.start_ms is None else turn.start_ms
        keyed.append((last, turn))
    ordered = tuple(turn for _, turn in sorted(keyed, key=lambda pair: pair[0]))
    return ordered, () if ordered == tuple(turns) else (REORDERED,)


def call_of(
    turns: Sequence[Turn],
    meta: Mapping[str, Any],
    *,
    id: str = "",
    channel: str = "phone",
    direction: str = "",
    agent: tuple[str, str] = ("", ""),
    team: str = "",
    started_at: str = "",
) -> Call:
    """The call of these turns in the order of time; its content makes its id if it has none.

    :param agent: id and name.
    """
    ordered, notices = in_order(turns)
    return Call(
        id or Call.content_id(ordered),
        ordered,
        agent_id=agent[0],
        agent_name=agent[1],
        team=team,
        channel=channel,
        direction=direction,
        started_at=started_at,
        meta=meta,
        notices=notices,
    )


def told_apart(turns: Sequence[Turn], *nobody: str) -> list[Turn]:
    """Turns without the speaker's label when it is the one a vendor gives whoever speaks.

    :param nobody: the labels that mean nothing when there is no other.
    """
    known = {turn.speaker for turn in turns} - {"", *nobody}
    return list(turns) if known else [turn._replace(speaker="") for turn in turns]


def no_result(place: Place, said: str) -> InputError:
    """The error for an answer that is no transcript: a failure, or work that is not done.

    :param said: the vendor's own words.
    """
    return place.error(
        f"这不是转写结果，厂商说的是：{said or '失败'}",
        "等识别完成后重新取一次结果，失败的重新提交",
    )
