"""Speakers that the input tells apart and gives no roles: all that each says is weighed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from typing import NamedTuple

from linter.model import Call, Role
from linter.signals.casting.stock import is_machines, words_of

SLOPE = 0.6
"""What the log-odds of turns are worth in a call: its turns are not independent of each other."""
KNOWN = 4.0
"""Log-odds for the other side of a side that is given."""
SURE = 0.85
"""A speaker beyond the first two is told from this confidence on."""
_GIVEN = "\0"
"""Marks groups of turns whose role is given; no label that was read has it at its beginning."""

Groups = Mapping[str, Sequence[int]]


class Cast(NamedTuple):
    """The roles of all turns, how sure they are, and which turns may be another's."""

    roles: tuple[Role, ...]
    confidence: float
    doubtful: tuple[int, ...] = ()


def grouped(call: Call) -> Groups:
    """The turns of each speaker that is to be told, and of each side that is given.

    Bots and the system are no side. A label that stands at turns of a known role too is of it.
    """
    known = {t.speaker: t.role for t in call.turns if t.speaker and t.role in _OTHER}
    groups: dict[str, list[int]] = {}
    for number, turn in enumerate(call.turns):
        role = known.get(turn.speaker) if turn.role == "unknown" else turn.role
        if role is None:
            groups.setdefault(turn.speaker.lstrip(_GIVEN), []).append(number)
        elif role in _OTHER:
            groups.setdefault(_GIVEN + role, []).append(number)
    return groups


_OTHER: Mapping[Role, Role] = {"agent": "customer", "customer": "agent"}


def told_apart(call: Call, groups: Groups, points: Sequence[float]) -> Cast:
    """Tell two speakers or more.

    :param points: log-odds of each turn's words.
    """
    given: Role | None = next((r for r in _OTHER if _GIVEN + r in groups), None)
    found: dict[str, Role] = {} if given is None else {_GIVEN + given: given}
    machines = _machines(call, groups, found)
    found |= dict.fromkeys(machines, "bot")
    people = [name for name in groups if name not in machines]
    totals = {name: sum(points[n] for n in groups[name]) for name in people}
    agent, customer = _extremes(totals, given)
    found |= {agent: "agent", customer: "customer"}
    bonus = 0.0 if given is None else KNOWN
    confidence = likely(SLOPE * (totals[agent] - totals[customer]) + bonus)
    middle = (_mean(points, groups[agent]) + _mean(points, groups[customer])) / 2
    doubtful: list[int] = []
    for name in people:
        if name in found:
            continue
        beyond = SLOPE * (totals[name] - middle * len(groups[name]))
        if likely(abs(beyond)) >= SURE:
            found[name] = "agent" if beyond > 0 else "customer"
        else:
            doubtful += groups[name]
    return Cast(_spread(call, groups, found), confidence, tuple(sorted(doubtful)))


def _extremes(totals: Mapping[str, float], given: Role | None) -> tuple[str, str]:
    """Who is surely an agent and who a customer, if anybody is; the first of equals."""
    open_names = [name for name in totals if not name.startswith(_GIVEN)]
    highest = max(open_names, key=totals.__getitem__)
    lowest = min(reversed(open_names), key=totals.__getitem__)
    if given == "agent":
        return _GIVEN + given, lowest
    return highest, _GIVEN + given if given == "customer" else lowest


def _machines(call: Call, groups: Groups, found: Mapping[str, Role]) -> list[str]:
    """Speakers who only read out menus, where two others are left to be agent and customer."""
    only = [
        name
        for name, turns in groups.items()
        if name not in found and _all_machines(call.turns[n].text for n in turns)
    ]
    return only if len(groups) - len(only) >= 2 else []


def _all_machines(texts: Iterable[str]) -> bool:
    said = [words for text in texts if (words := words_of(text))]
    return bool(said) and all(map(is_machines, said))


def _spread(call: Call, groups: Groups, found: Mapping[str, Role]) -> tuple[Role, ...]:
    roles = [turn.role for turn in call.turns]
    for name, role in found.items():
        for number in groups[name]:
            roles[number] = role
    return tuple(roles)


def _mean(points: Sequence[float], turns: Sequence[int]) -> float:
    return sum(points[n] for n in turns) / len(turns)


def likely(logit: float) -> float:
    """The probability of log-odds, however great."""
    return 1 / (1 + exp(-max(-700.0, min(700.0, logit))))
