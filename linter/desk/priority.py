"""Which call deserves listening first, and which is worth showing, each with its reasons in words.

The weights are a choice, not a measurement: what cannot be undone and what hurts a person weighs
most, what is only worth a look little. They stand in one table, in the report and in
``docs/report.md``, so that everybody can see why a call stands where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.desk.facts import Facts
from linter.desk.words import DeskWords, desk_words
from linter.model import Finding
from linter.reports import Lang, category_name
from linter.reports.words import words


class Weight(NamedTuple):
    """What a reason counts.

    ``most`` is how often it counts in one call at most; ``None`` for a reason there is once.
    """

    key: str
    points: int
    most: int | None = None


LISTEN = (
    Weight("fatal", 50),
    Weight("escalation", 15),
    Weight("error", 12, 3),
    Weight("unanswered", 10),
    Weight("unjudged", 5),
    Weight("missing", 4, 4),
    Weight("warning", 3, 3),
    Weight("heat", 3),
    Weight("review", 2, 4),
    Weight("load", 2, 4),
    Weight("score", 1, 20),
)
SHOW = (Weight("handled", 10), Weight("praise", 6, 4), Weight("endured", 6))
"""Both tables: the first weighs why to listen to a call, the other why to show it."""

LOW = 60.0
"""Per cent of the full score: most published schemes pass a call from there on."""
STEP = 3.0
"""Per cent below it that count one point."""
_MOST_NAMED = 3


class Reason(NamedTuple):
    """Why a call stands where it stands."""

    points: int
    words: str


def listen(facts: Facts, lang: Lang) -> tuple[Reason, ...]:
    """Why a call deserves listening, the weightiest reason first."""
    counts = {
        "fatal": len(facts.fatal[:1]),
        "error": len(facts.errors),
        "escalation": int(facts.escalated),
        "unanswered": int(facts.unanswered),
        "missing": len(facts.missing),
        "warning": len(facts.warnings),
        "review": len(facts.review),
        "load": facts.load,
        "heat": int(facts.heat),
        "score": _low(facts.percent),
        "unjudged": int(facts.unjudged),
    }
    return _reasons(LISTEN, counts, facts, lang)


def show(facts: Facts, lang: Lang) -> tuple[Reason, ...]:
    """Why a call is worth showing; nothing for one with a certain error or warning."""
    if facts.errors or facts.warnings:
        return ()
    counts = {
        "praise": len(facts.praise),
        "handled": int(facts.handled),
        "endured": int(facts.load > 0 and not facts.review and not facts.unjudged),
    }
    return _reasons(SHOW, counts, facts, lang)


def explained(weights: Sequence[Weight], lang: Lang) -> str:
    """How a list is sorted, in words."""
    said = desk_words(lang)
    semicolon = "；" if lang == "zh" else "; "
    parts = semicolon.join(_part(weight, said) for weight in weights)
    return (said.priority if weights is LISTEN else said.showing).format(parts=parts)


def _part(weight: Weight, said: DeskWords) -> str:
    text = said.each.format(what=said.names[weight.key], points=weight.points)
    most = "" if weight.most is None else said.lowest.format(most=weight.points * weight.most)
    return text + most


def _reasons(
    weights: Iterable[Weight], counts: dict[str, int], facts: Facts, lang: Lang
) -> tuple[Reason, ...]:
    found = [
        Reason(weight.points * min(count, weight.most or 1), _said(weight.key, count, facts, lang))
        for weight in weights
        if (count := counts[weight.key])
    ]
    return tuple(sorted(found, key=lambda reason: -reason.points))


def _said(key: str, count: int, facts: Facts, lang: Lang) -> str:
    said = desk_words(lang)
    text = said.why.get(key) or said.show[key]
    named = words(lang).ids_comma.join(dict.fromkeys(_named(key, facts, lang)))
    percent = "" if facts.percent is None else f"{facts.percent:.0f}%"
    return text.format(count=count, what=named, percent=percent)


def _named(key: str, facts: Facts, lang: Lang) -> Iterator[str]:
    """What the reason is about: rules, categories, parts of the diagnosis."""
    if key == "fatal":
        categories_of = {one.rule: category_name(one.category, lang) for one in facts.errors}
        yield from (categories_of.get(rule, rule) for rule in facts.fatal[:_MOST_NAMED])
    if key == "missing":
        names = words(lang).aspects
        yield from (names.get(name, name) for name in facts.missing)
    findings: dict[str, tuple[Finding, ...]] = {
        "error": facts.errors,
        "warning": facts.warnings,
        "review": facts.review,
    }
    categories = (category_name(found.category, lang) for found in findings.get(key, ()))
    yield from list(dict.fromkeys(categories))[:_MOST_NAMED]
    if key == "praise":
        yield from list(dict.fromkeys(found.message.rstrip("。.") for found in facts.praise))[
            :_MOST_NAMED
        ]


def _low(percent: float | None) -> int:
    return 0 if percent is None or percent >= LOW else max(1, int((LOW - percent) / STEP))
