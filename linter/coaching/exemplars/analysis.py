"""From the moments of a run to what may be said of them."""

from __future__ import annotations

from collections.abc import Sequence

from linter.coaching.exemplars.agents import Table, Tried, standings
from linter.coaching.exemplars.collection import Collection
from linter.coaching.exemplars.language import Compared, Speech, compare
from linter.coaching.exemplars.moments import STRATA, Moment
from linter.coaching.exemplars.results import Result, Share, SituationResult, Standing
from linter.coaching.exemplars.situations import ANY, KNOWN
from linter.frozen import dataclass

LEAST_AGENTS = 3
"""Agents with enough calls without whom there is nobody to compare with."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user decides.

    :ivar min_calls: calls of an agent in a situation without which nothing is said of the agent.
    :ivar level: the rate of false discoveries.
    :ivar quotes: how many real answers are shown with a pattern.
    :ivar seed: which groups of agents are drawn where there are too many to try all.
    """

    min_calls: int = 30
    level: float = 0.05
    quotes: int = 3
    seed: int = 0
    strata: tuple[str, ...] = STRATA


def analyse(found: Collection, settings: Settings = Settings()) -> Result:  # noqa: B008 - frozen
    """Who answers best, and what these say that others do not."""
    tried = {name: Table(found.of(name)).tried(settings.min_calls) for name in found.situations()}
    able = {name: every for name, every in tried.items() if len(every) >= LEAST_AGENTS}
    judged = standings(able, settings.level)
    speeches = {name: _speech(found.of(name), every) for name, every in judged.items()}
    compared = compare(speeches, settings.level, settings.seed, settings.quotes)
    order = sorted(tried, key=_place)
    return Result(
        calls=found.calls,
        agents=len(found.agents),
        nobody=found.nobody,
        unjudged=found.unjudged,
        min_calls=settings.min_calls,
        level=settings.level,
        strata=settings.strata,
        tests=sum(one.open for every in able.values() for one in every),
        situations=tuple(
            _situation(name, found.of(name), judged[name], compared[name])
            for name in order
            if name in able
        ),
        small=tuple(
            _small(name, found.of(name), tried[name]) for name in order if name not in able
        ),
    )


_NAMES = {one.name: one for one in (ANY, *KNOWN)}


def _place(name: str) -> tuple[int, str]:
    """All together first, then in the order of a call, a company's own last."""
    names = list(_NAMES)
    return (names.index(name) if name in _NAMES else len(names)), name


def _named(name: str) -> tuple[str, str]:
    if name in _NAMES:
        return _NAMES[name].zh, _NAMES[name].en
    signal = name.partition(":")[2]
    return f"出现“{signal}”", f"Signal {signal}"


def _speech(moments: Sequence[Moment], judged: Sequence[Standing]) -> Speech:
    enough = {one.agent for one in judged}
    exemplars = frozenset(one.agent for one in judged if one.exemplar)
    return Speech([moment for moment in moments if moment.agent in enough], exemplars)


def _situation(
    name: str, moments: Sequence[Moment], judged: Sequence[Standing], compared: Compared
) -> SituationResult:
    exemplars = sorted(
        (one for one in judged if one.exemplar), key=lambda one: (-one.shrunk, one.adjusted)
    )
    best = {one.agent for one in exemplars}
    rest = [moment for moment in moments if moment.agent not in best]
    heated = [moment.cooler for moment in rest if moment.cooler is not None]
    return SituationResult(
        name,
        *_named(name),
        calls=len(moments),
        agents=len(judged),
        few=len({moment.agent for moment in moments}) - len(judged),
        exemplars=tuple(exemplars),
        rest=Share(sum(moment.good for moment in rest), len(rest)),
        cooled=Share(sum(heated), len(heated)),
        candidates=compared.candidates,
        patterns=compared.patterns,
        missing=compared.missing,
    )


def _small(name: str, moments: Sequence[Moment], tried: Sequence[Tried]) -> SituationResult:
    few = len({moment.agent for moment in moments}) - len(tried)
    return SituationResult(name, *_named(name), calls=len(moments), agents=len(tried), few=few)
