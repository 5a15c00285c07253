"""The report for programs: one JSON object; the key order is a contract."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from linter.coaching.exemplars.base import Format
from linter.coaching.exemplars.results import (
    Pattern,
    Quote,
    Result,
    Share,
    SituationResult,
    Standing,
)
from linter.reports.objects import dumps

FORMAT = "huashu-exemplars"
VERSION = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""

_DIGITS = 6


class JsonFormat(Format):
    """Everything; agents that are no exemplars are counted and not named."""

    def lines(self, result: Result) -> Iterable[str]:
        """The object, with a line for each situation."""
        head = {
            "format": FORMAT,
            "version": VERSION,
            "calls": result.calls,
            "agents": result.agents,
            "calls_without_agent": result.nobody,
            "unjudged_moments": result.unjudged,
            "min_calls": result.min_calls,
            "fdr": result.level,
            "strata": list(result.strata),
            "comparisons": result.tests,
            "skipped": [{"where": where, "why": why} for where, why in result.skipped],
        }
        yield f'{dumps(head)[:-1]}, "situations": ['
        for found, end in (
            (result.situations, '], "too_little_data": ['),
            (result.small, "]}"),
        ):
            for number, one in enumerate(found):
                last = number == len(found) - 1
                yield dumps(_situation(one)) + ("" if last else ",")
            yield end


def _situation(one: SituationResult) -> dict[str, Any]:
    return {
        "situation": one.name,
        "zh": one.zh,
        "en": one.en,
        "calls": one.calls,
        "agents": one.agents,
        "agents_with_too_few": one.few,
        "exemplars": [_standing(best) for best in one.exemplars],
        "others": {"well": _share(one.rest), "calmer": _share(one.cooled)},
        "candidates": one.candidates,
        "no_words_because": one.missing,
        "patterns": [_pattern(pattern) for pattern in one.patterns],
    }


def _standing(best: Standing) -> dict[str, Any]:
    return {
        "agent": best.agent,
        "well": _share(best.own),
        "interval": [_round(end) for end in best.interval],
        "others_same_work": _round(best.expected),
        "to_expect": _round(best.shrunk),
        "p": _round(best.chance),
        "q": _round(best.adjusted),
        "calmer": _share(best.cooled),
    }


def _pattern(pattern: Pattern) -> dict[str, Any]:
    return {
        "words": list(pattern.words),
        "text": pattern.text,
        "also": list(pattern.also),
        "agents": _share(pattern.agents),
        "other_agents": _share(pattern.other_agents),
        "calls": _share(pattern.calls),
        "other_calls": _share(pattern.other_calls),
        "odds_ratio": _round(pattern.odds),
        "interval": [_round(end) for end in pattern.interval],
        "z": _round(pattern.z),
        "q": _round(pattern.adjusted),
        "p_agents": _round(pattern.chance),
        "asked_by_rules": _round(pattern.wanted),
        "quotes": [_quote(quote) for quote in pattern.quotes],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "agent": quote.agent,
        "call": quote.call,
        "path": quote.path,
        "turn": quote.turn,
        "asked": quote.asked,
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "well": quote.good,
    }


def _share(share: Share) -> dict[str, int]:
    return {"k": share.good, "n": share.of}


def _round(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")
