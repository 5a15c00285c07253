"""For each bad turn a good answer to the same kind of moment, by another agent if there is one.

Best is an answer that met the very rule which the bad turn broke; then one of the same category;
then one to the same kind of moment. Where there is none, the rule's own suggestion has to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from linter.coaching.examples.model import Candidate, Pair

Same = Literal["rule", "category", "moment", ""]

MOST = 2
"""Bad turns for which one answer may do: the same answer again and again teaches nothing."""

_RANKS: tuple[Same, ...] = ("rule", "category", "moment")


class Answers:
    """The good answers that there are.

    :param candidates: good ones; look-alikes answer nothing and are left out.
    """

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._by: dict[tuple[str, str], list[Candidate]] = {}
        self._used: Counter[str] = Counter()
        for candidate in candidates:
            example = candidate.example
            if not example.good or example.lookalike:
                continue
            keys = [("rule", example.rule), ("category", example.category)]
            keys += [("moment", moment) for moment in example.moments]
            for key in keys:
                self._by.setdefault(key, []).append(candidate)

    def pair(self, bad: Candidate) -> Pair:
        """What a bad turn is held against."""
        example = bad.example
        keys: Mapping[Same, tuple[str, ...]] = {
            "rule": (example.rule,),
            "category": (example.category,),
            "moment": example.moments,
        }
        for same in _RANKS:
            fitting = [
                one
                for key in keys[same]
                for one in self._by.get((same, key), ())
                if self._may(bad, one)
            ]
            if fitting:
                best = min(fitting, key=lambda one: self._preference(bad, one))
                self._used[best.example.id] += 1
                return Pair(best.example, same)
        return Pair(None)

    def _may(self, bad: Candidate, good: Candidate) -> bool:
        one, other = bad.origin, good.origin
        return (
            one[:2] != other[:2]
            and bad.example.part == good.example.part
            and self._used[good.example.id] < MOST
        )

    def _preference(self, bad: Candidate, good: Candidate) -> tuple[object, ...]:
        one, other = bad.example, good.example
        return (
            bad.agent == good.agent,
            one.moment != other.moment,
            not set(one.moments) & set(other.moments),
            one.business != other.business,
            one.channel != other.channel,
            self._used[other.id],
            other.id,
        )
