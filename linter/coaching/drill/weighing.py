"""Which findings of an answer's call are the trainee's, and how much each weighs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple, get_args

from linter.coaching.drill.cards import Card
from linter.judging.engine import Judged
from linter.model import SEVERITY_RANK, Finding
from linter.rulebook.types import Require, Rule
from linter.signals.view import CallView

Weight = Literal["wrong", "missing", "later", "think"]

LEAST = SEVERITY_RANK["warning"]
"""What is milder is something to think about, unless the card is about it."""


class Weighed(NamedTuple):
    """The findings that concern an answer, by what they mean to the trainee."""

    wrong: tuple[Finding, ...] = ()
    missing: tuple[Finding, ...] = ()
    later: tuple[Finding, ...] = ()
    think: tuple[Finding, ...] = ()
    praise: tuple[Finding, ...] = ()


class Weighing:
    """Weighs the findings of one answer; see :mod:`linter.coaching.drill.examining`.

    :param rules: by id.
    :param turn: the answer's.
    """

    def __init__(self, card: Card, rules: Mapping[str, Rule], view: CallView, turn: int) -> None:
        self._card = card
        self._rules = rules
        self._view = view
        self._turn = turn

    def weigh(self, judged: Judged) -> Weighed:
        """What concerns the answer, as it goes."""
        of: dict[Weight, list[Finding]] = {kind: [] for kind in get_args(Weight)}
        for found in sorted(self._concerned(judged), key=attrgetter("turn", "start", "rule")):
            of[self._weight(found)].append(found)
        praise = tuple(f for f in judged.findings if f.praise and f.turn == self._turn)
        wrong, missing, later, think = map(tuple, of.values())
        return Weighed(wrong, missing, later, think, praise)

    def _concerned(self, judged: Judged) -> Iterator[Finding]:
        for found in judged.findings:
            if found.praise or not self._has_part_in(found):
                continue
            spec = self._rules[found.rule].judge
            at_place = isinstance(spec, Require) and spec.where is not None
            if not at_place or self._is_own(found):
                yield found

    def _has_part_in(self, found: Finding) -> bool:
        return found.turn == self._turn or (self._is_missing(found) and self._turn in found.window)

    def _is_missing(self, found: Finding) -> bool:
        spec = self._rules[found.rule].judge
        return isinstance(spec, Require) and spec.before is None

    def _is_own(self, found: Finding) -> bool:
        """Whether it is what the card is about, or took the place of that."""
        return self._card.rule in (found.rule, *(item.rule for item in found.evidence))

    def _weight(self, found: Finding) -> Weight:
        missing = self._is_missing(found)
        if self._is_own(found):
            if missing:
                return "think" if found.late or _nearly(found) else "missing"
            return "wrong" if found.certainty == "certain" else "think"
        if missing and not self._was_last_chance(found):
            return "later"
        if found.certainty != "certain" or SEVERITY_RANK[found.severity] < LEAST:
            return "think"
        if self._rests_before_a_gap(found):
            return "think"
        return "missing" if missing else "wrong"

    def _was_last_chance(self, found: Finding) -> bool:
        """Whether what is missing could not have come later than in the answer."""
        spec = self._rules[found.rule].judge
        assert isinstance(spec, Require)
        searched = {self._speaking[turn] for turn in found.window}
        counted = sum(turn.number in searched for turn in self._view.agent_turns)
        return bool(spec.within) and counted >= spec.within

    def _rests_before_a_gap(self, found: Finding) -> bool:
        gap = self._gap
        return any(item.turn < gap for item in found.evidence if item.as_ != "yielded")

    @cached_property
    def _gap(self) -> int:
        """The turn behind the last gap; none is before it when there is no gap."""
        gaps = [number for number, turn in enumerate(self._card.turns) if number and turn.skipped]
        if self._card.skipped:
            gaps.append(self._turn)
        return max(gaps, default=0)

    @cached_property
    def _speaking(self) -> Mapping[int, int]:
        """Original turn → speaking turn."""
        return {piece.turn: turn.number for turn in self._view.turns for piece in turn.pieces}


def _nearly(found: Finding) -> bool:
    """Whether something was said that comes near what is missing."""
    return any(item.as_ == "nearly" for item in found.evidence)
