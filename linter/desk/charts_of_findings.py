"""What was found: by category, by aspect, by rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from linter.desk.chart import CERTAIN, MOST, REVIEW, Chart, Draw, Row, Words
from linter.desk.drawing import Series, bars
from linter.desk.figures import Figures, Kind
from linter.desk.intervals import hundred, interval_text, percent, wilson
from linter.model import ASPECTS
from linter.reports import category_name
from linter.reports.rule_info import RuleInfo
from linter.reports.words import words

Counts = Mapping[str, tuple[int, int]]
"""Certain findings and those to be reviewed, by whatever."""


def by_category(figures: Figures, said: Words) -> Chart | None:
    """The categories with most certain findings first."""
    counts = _by(figures.found, 0)
    if not counts:
        return None
    order = sorted(counts, key=lambda one: (-counts[one][0], -counts[one][1], one))
    names = {one: category_name(one, said.lang) for one in order}
    calls = figures.all.calls
    rows: list[Row] = []
    for one in order:
        within = figures.within[one]
        sure = interval_text(hundred(wilson(within, calls)))
        rows.append([names[one], *counts[one], within, percent(within, calls), sure])
    head = said.head("category", "certain", "review", "with", "rate", "interval")
    top = order[:MOST]
    draw = _stacked([names[one] for one in top], [counts[one] for one in top], said)
    notes = [*said.top(len(top), len(order)), *said.notes("wilson")]
    return said.chart("categories", draw, head, rows, notes)


def by_aspect(figures: Figures, said: Words) -> Chart | None:
    """The aspects in the order of the diagnosis."""
    counts = _by(figures.found, 1)
    order = [aspect for aspect in ASPECTS if aspect in counts]
    if not order:
        return None
    named = words(said.lang).aspects
    names = [named.get(aspect, aspect) for aspect in order]
    rows = [[name, *counts[one]] for name, one in zip(names, order, strict=True)]
    draw = _stacked(names, [counts[one] for one in order], said)
    return said.chart("aspects", draw, said.head("aspect", "certain", "review"), rows, ())


def by_rule(figures: Figures, rules: Sequence[RuleInfo], said: Words) -> Chart | None:
    """Of the calls in which a rule was triggered, those that violate it."""
    violated, met = figures.of("violated"), figures.of("met")
    known = {rule.id: rule.message for rule in rules if rule.id in violated | met}
    order = sorted(known, key=lambda rule: (-violated[rule], rule))
    top = [rule for rule in order if violated[rule]][:MOST]
    if not top:
        return None
    triggered = {rule: violated[rule] + met[rule] for rule in order}
    shares = [percent(violated[rule], triggered[rule]) for rule in top]
    sure = [hundred(wilson(violated[rule], triggered[rule])) for rule in top]
    labels = [known[rule] for rule in top]
    draw = partial(bars, labels, [Series("", CERTAIN, shares, sure)], top=100)
    head = said.head("rule", "says", "violated", "met", "triggered", "rate", "interval")
    head += said.head("not_applicable", "not_evaluated")
    rows = [[rule, known[rule], *_of_rule(rule, figures)] for rule in order]
    notes = [*said.top(len(top), len(order)), *said.notes("violated", "wilson")]
    return said.chart("rules", draw, head, rows, notes)


def _of_rule(rule: str, figures: Figures) -> Iterator[object]:
    violated, met = figures.of("violated")[rule], figures.of("met")[rule]
    triggered = violated + met
    yield from (violated, met, triggered, percent(violated, triggered))
    yield interval_text(hundred(wilson(violated, triggered)))
    yield from (figures.of("not_applicable")[rule], figures.of("not_evaluated")[rule])


def _stacked(names: Sequence[str], counts: Sequence[tuple[int, int]], said: Words) -> Draw:
    certain, review = said.head("certain", "review")
    return partial(
        bars,
        names,
        [
            Series(certain, CERTAIN, [one for one, _ in counts]),
            Series(review, REVIEW, [other for _, other in counts]),
        ],
    )


def _by(found: Mapping[Kind, int], place: int) -> Counts:
    """By category (0) or aspect (1)."""
    counts: dict[str, list[int]] = {}
    for kind, count in found.items():
        counts.setdefault(str(kind[place]), [0, 0])[0 if kind[2] else 1] += count
    return {key: (certain, review) for key, (certain, review) in counts.items()}
