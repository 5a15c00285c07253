"""What came of looking for exemplars."""

from __future__ import annotations

from typing import NamedTuple

from linter.coaching.exemplars.chances import Interval
from linter.frozen import dataclass

MOSTLY = 0.5
"""From this share of its uses on, a pattern is one that the rules ask for anyway."""


class Share(NamedTuple):
    """So many of so many."""

    good: int
    of: int

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of none."""
        return self.good / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How an agent does in a situation, compared with what others do of the same work.

    :ivar own: the calls that could be compared, and how many of them went well.
    :ivar interval: of that share, exact, 95 %.
    :ivar expected: the share of the others' calls that went well, at this agent's mix of strata.
    :ivar chance: how likely it is, if all agents are alike, that one has so many good calls.
    :ivar adjusted: the same as a rate of false discoveries among all agents and situations.
    :ivar shrunk: what is to be expected of the agent's next calls: chance makes somebody first.
    :ivar cooled: of the calls with an upset customer, those in which it got better.
    """

    agent: str
    own: Share
    interval: Interval
    expected: float
    chance: float
    adjusted: float
    shrunk: float
    cooled: Share
    exemplar: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """An answer in which a pattern was said, masked.

    :ivar asked: what the customer had said.
    :ivar start: where the words begin in ``text``; ``end`` is exclusive.
    """

    agent: str
    call: str
    path: str
    turn: int
    asked: str
    text: str
    start: int
    end: int
    good: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that exemplars say in a situation and others say less often.

    :ivar words: the tokens.
    :ivar also: other n-grams of the same words.
    :ivar agents: so many of the exemplars say it; ``other_agents`` of the others.
    :ivar calls: of the exemplars' calls; ``other_calls`` of the others'.
    :ivar odds: the odds ratio within strata, with an informative prior; ``interval`` its 95 %
        interval, agents taken as the units.
    :ivar z: of the log-odds ratio (Monroe, Colaresi and Quinn 2008), calls taken as the units.
    :ivar adjusted: the rate of false discoveries that goes with it.
    :ivar chance: how often chance alone would have made any words stand out as much among as many
        agents drawn at random.
    :ivar wanted: share of its uses in words that the rules look for anyway.
    """

    words: tuple[str, ...]
    also: tuple[str, ...]
    agents: Share
    other_agents: Share
    calls: Share
    other_calls: Share
    odds: float
    interval: Interval
    z: float
    adjusted: float
    chance: float
    wanted: float
    quotes: tuple[Quote, ...] = ()

    @property
    def text(self) -> str:
        """The words as they are said."""
        return "".join(self.words)

    @property
    def asked_for(self) -> bool:
        """Whether the rules ask for such words anyway: who does what is asked says them."""
        return self.wanted >= MOSTLY


@dataclass(frozen=True, slots=True)
class SituationResult:
    """What came of one situation.

    :ivar agents: how many have enough calls that can be compared; ``few`` have not.
    :ivar exemplars: those who answer best for certain, best first.
    :ivar rest: the calls of all others together; ``cooled`` those of theirs that calmed somebody.
    :ivar candidates: how many words and n-grams were compared.
    :ivar missing: why no words are compared: a code; empty when they were.
    """

    name: str
    zh: str
    en: str
    calls: int
    agents: int
    few: int
    exemplars: tuple[Standing, ...] = ()
    rest: Share = Share(0, 0)
    cooled: Share = Share(0, 0)
    candidates: int = 0
    patterns: tuple[Pattern, ...] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a run.

    :ivar situations: those in which agents could be compared; ``small`` are the others.
    :ivar tests: comparisons of an agent with the others.
    """

    calls: int
    agents: int
    nobody: int
    unjudged: int
    min_calls: int
    level: float
    strata: tuple[str, ...]
    tests: int
    situations: tuple[SituationResult, ...] = ()
    small: tuple[SituationResult, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
