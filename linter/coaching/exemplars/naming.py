"""Agents under other names, before anybody reads of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from linter.coaching.exemplars.moments import NAME
from linter.coaching.exemplars.results import Pattern, Quote, Result, SituationResult


def named(result: Result, name: Callable[[str], str]) -> Result:
    """The result with every agent called by another name.

    :param name: gives it, for what tells the agent.
    """
    situations = tuple(_situation(one, name) for one in result.situations)
    return replace(result, situations=situations)


def _situation(one: SituationResult, name: Callable[[str], str]) -> SituationResult:
    return replace(
        one,
        exemplars=tuple(replace(best, agent=name(best.agent)) for best in one.exemplars),
        patterns=tuple(_pattern(pattern, name) for pattern in one.patterns),
    )


def _pattern(pattern: Pattern, name: Callable[[str], str]) -> Pattern:
    quotes = tuple(_quote(quote, name(quote.agent)) for quote in pattern.quotes)
    return replace(pattern, quotes=quotes)


def _quote(quote: Quote, name: str) -> Quote:
    call, path = (text.replace(NAME, name) for text in (quote.call, quote.path))
    return replace(quote, agent=name, call=call, path=path)
