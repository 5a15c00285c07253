"""What exemplars say in a situation that others do not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from math import exp

from linter.coaching.exemplars.chances import adjusted
from linter.coaching.exemplars.grams import Gram
from linter.coaching.exemplars.merging import merged, overlap
from linter.coaching.exemplars.moments import Moment
from linter.coaching.exemplars.odds import Odds, interval, log_odds
from linter.coaching.exemplars.permuting import Groups, residuals
from linter.coaching.exemplars.quoting import quotes, wanted_share
from linter.coaching.exemplars.results import Pattern, Share
from linter.coaching.exemplars.usage import LEAST_AGENTS, Use, sizes, uses
from linter.frozen import dataclass

FEW_EXEMPLARS = "few_exemplars"
FEW_AGENTS = "few_agents"
"""Why no words are compared."""
_EXPLAINED = 0.05
"""From this chance on, what is left of a pattern without a longer one is nothing."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The answers of a situation that are compared.

    :ivar moments: of agents with enough calls, exemplars and others.
    """

    moments: Sequence[Moment]
    exemplars: Collection[str]

    @property
    def agents(self) -> tuple[str, ...]:
        """All agents, in the order in which they come."""
        return tuple(dict.fromkeys(moment.agent for moment in self.moments))


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of a situation: how many n-grams were compared, and what is left of them."""

    candidates: int = 0
    patterns: tuple[Pattern, ...] = ()
    missing: str = ""


def compare(
    speeches: Mapping[str, Speech], level: float, seed: int = 0, most_quotes: int = 3
) -> dict[str, Compared]:
    """Compare the words of several situations at once.

    A claim has to pass three gates: by calls, the rate of false discoveries among all words of all
    situations; by agents, the chance of even one false claim in any situation; and three exemplars
    at least who say it.

    :param level: of both rates.
    :param seed: which groups of agents are drawn where there are too many.
    """
    able = {name: s for name, s in speeches.items() if len(s.exemplars) >= LEAST_AGENTS}
    # Each situation is a chance to be wrong.
    own_level = level / max(1, len(able))
    groups = {name: Groups(s.agents, s.exemplars, seed) for name, s in able.items()}
    enough = {name for name, one in groups.items() if one.many * own_level >= 1}
    used = {name: uses(able[name].moments) for name in able if name in enough}
    odds = {name: _odds(able[name], every) for name, every in used.items()}
    rates = adjusted([one.chance for every in odds.values() for one in every])
    ends = list(accumulate((len(every) for every in used.values()), initial=0))
    result = {name: Compared(missing=FEW_EXEMPLARS) for name in speeches}
    result |= {name: Compared(missing=FEW_AGENTS) for name in able}
    for (name, every), start, end in zip(used.items(), ends, ends[1:], strict=False):
        claimed = _claimed(able[name], groups[name], every, odds[name], rates[start:end], level)
        kept = {gram: claim for gram, claim in claimed.items() if claim[2] <= own_level}
        patterns = _patterns(able[name], groups[name], every, kept, most_quotes)
        result[name] = Compared(len(every), patterns)
    return result


_Claim = tuple[Odds, float, float]
"""The odds, the rate of false discoveries, the chance among groups of agents."""


def _odds(speech: Speech, every: Sequence[Use]) -> list[Odds]:
    calls = sizes(speech.moments)
    return [log_odds(use.counts, calls, speech.exemplars) for use in every]


def _claimed(
    speech: Speech,
    groups: Groups,
    every: Sequence[Use],
    odds: Sequence[Odds],
    rates: Sequence[float],
    level: float,
) -> dict[Gram, _Claim]:
    """What passes the gate by calls and has enough agents, with its chance by agents."""
    told = [
        rate <= level and use.users(speech.exemplars) >= LEAST_AGENTS
        for use, rate in zip(every, rates, strict=True)
    ]
    if not any(told):
        return {}
    calls = sizes(speech.moments)
    chances = groups.chances([residuals(use.counts, calls) for use in every])
    return {
        use.gram: (one, rate, chance)
        for use, one, rate, chance, tells in zip(every, odds, rates, chances, told, strict=True)
        if tells
    }


def _patterns(
    speech: Speech,
    groups: Groups,
    every: Sequence[Use],
    claimed: Mapping[Gram, _Claim],
    most_quotes: int,
) -> tuple[Pattern, ...]:
    found = _unexplained(speech, groups, merged([use for use in every if use.gram in claimed]))
    patterns = [_pattern(speech, use, also, claimed[use.gram], most_quotes) for use, also in found]
    # What the rules ask for anyway is no news.
    return tuple(sorted(patterns, key=lambda one: (one.asked_for, one.chance, -one.z, one.words)))


def _unexplained(
    speech: Speech, groups: Groups, found: Sequence[tuple[Use, tuple[Gram, ...]]]
) -> list[tuple[Use, tuple[Gram, ...]]]:
    """Without those that are said more often only because a longer one that has them is."""
    return [
        (use, also)
        for use, also in found
        if not any(
            len(other.gram) > len(use.gram)
            and overlap(use.gram, other.gram)
            and _chance_without(speech, groups, use, other) > _EXPLAINED
            for other, _ in found
        )
    ]


def _chance_without(speech: Speech, groups: Groups, use: Use, other: Use) -> float:
    """How likely a use is in the calls that do not have another one."""
    rest = [n for n in range(len(speech.moments)) if n not in other.calls]
    calls = sizes([speech.moments[n] for n in rest])
    if {agent for agent, _ in calls} != set(speech.agents):
        return 1.0
    uses = sizes([speech.moments[n] for n in rest if n in use.calls])
    return groups.chances([residuals(uses, calls)])[0]


def _pattern(
    speech: Speech,
    use: Use,
    also: tuple[Gram, ...],
    claim: _Claim,
    most_quotes: int,
) -> Pattern:
    calls = sizes(speech.moments)
    exemplars = [agent for agent in speech.agents if agent in speech.exemplars]
    others = [agent for agent in speech.agents if agent not in speech.exemplars]
    odds, rate, chance = claim
    own = [speech.moments[n] for n in sorted(use.calls)]
    own = [moment for moment in own if moment.agent in speech.exemplars]
    return Pattern(
        words=use.gram,
        also=tuple("".join(gram) for gram in also),
        agents=Share(use.users(exemplars), len(exemplars)),
        other_agents=Share(use.users(others), len(others)),
        calls=Share(use.of(exemplars), _size(calls, exemplars)),
        other_calls=Share(use.of(others), _size(calls, others)),
        odds=exp(odds.log),
        interval=interval(use.counts, calls, exemplars),
        z=odds.z,
        adjusted=rate,
        chance=chance,
        wanted=wanted_share(own, use.gram),
        quotes=quotes(own, use.gram, most_quotes),
    )


def _size(calls: Mapping[tuple[str, tuple[str, ...]], int], agents: Collection[str]) -> int:
    return sum(of for (agent, _), of in calls.items() if agent in agents)
