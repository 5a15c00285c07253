"""How calls went: by team or agent, over time, by score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise

from linter.desk.chart import RATE, SCORE, Chart, Row, Words
from linter.desk.drawing import Series, bars, uprights
from linter.desk.figures import Figures, Group, known
from linter.desk.groups import FEW, group_notes, rate
from linter.desk.intervals import interval_text
from linter.desk.times import start_of, unit_for

BINS = 10


def by_group(figures: Figures, by_agent: bool, said: Words) -> Chart | None:
    """Teams, or agents, in the order of their names."""
    names = known(figures.groups)
    if not names:
        return None
    shown = {name: figures.groups[name] for name in names}
    if "" in figures.groups:
        shown[said.said.no_agent if by_agent else said.said.no_team] = figures.groups[""]
    labels = [_marked(name, group, said) for name, group in shown.items()]
    rows = [[label, *row] for label, row in zip(labels, _rates(shown), strict=True)]
    head = said.head("agent" if by_agent else "team", "calls", "rate", "interval")
    draw = partial(bars, labels, [_series(shown)], top=100)
    notes = group_notes(figures, said.said)
    return said.chart("agents" if by_agent else "teams", draw, head, rows, notes)


def by_time(figures: Figures, said: Words) -> Chart | None:
    """Days, weeks or months, in their order; those without a call are not there."""
    days = known(figures.days)
    if not days:
        return None
    unit = unit_for(days)
    merged: dict[str, Group] = {}
    for day in days:
        merged.setdefault(start_of(day, unit), Group()).include(figures.days[day])
    rows = [[name, *row] for name, row in zip(merged, _rates(merged), strict=True)]
    draw = partial(uprights, list(merged), [_series(merged)], top=100)
    notes = said.notes("problems", "wilson")
    if unknown := figures.days.get(""):
        notes.append(said.said.notes["some_no_time"].format(count=unknown.calls))
    head = said.head("from", "calls", "rate", "interval")
    chart = said.chart("time", draw, head, rows, notes)
    return chart | {"title": chart["title"].format(unit=said.said.charts[unit])}


def by_score(figures: Figures, said: Words) -> Chart | None:
    """How many calls have how many points, in ten steps."""
    scores, full = figures.all.scores, figures.full
    if not scores or not full:
        return None
    counts = Counter(max(0, min(BINS - 1, int(BINS * score / full))) for score in scores)
    edges = [f"{full * number / BINS:g}" for number in range(BINS + 1)]
    labels = [f"{low}–{high}" for low, high in pairwise(edges)]
    values = [counts[number] for number in range(BINS)]
    rows = [[label, value] for label, value in zip(labels, values, strict=True)]
    draw = partial(uprights, labels, [Series(said.said.heads["calls"], SCORE, values)])
    notes = [] if figures.scheme else said.notes("simple")
    if missing := figures.all.calls - len(scores):
        notes.append(said.said.notes["some_no_score"].format(count=missing))
    return said.chart("scores", draw, said.head("score", "calls"), rows, notes)


def _series(groups: Mapping[str, Group]) -> Series:
    rates = [rate(group) for group in groups.values()]
    return Series("", RATE, [value for value, _ in rates], [sure for _, sure in rates])


def _rates(groups: Mapping[str, Group]) -> Iterator[Row]:
    for group in groups.values():
        value, interval = rate(group)
        yield [group.calls, value, interval_text(interval)]


def _marked(name: str, group: Group, said: Words) -> str:
    return f"{name} [{said.said.notes['few_mark']}]" if group.calls < FEW else name
