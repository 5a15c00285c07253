"""The charts of the overview, each with its figures as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from linter.desk.drawing import Series, bars, uprights
from linter.desk.figures import Figures, Group, known
from linter.desk.groups import FEW, group_notes, hundred, interval_text, rate
from linter.desk.intervals import wilson
from linter.desk.times import start_of, unit_for
from linter.desk.words import DeskWords, desk_words
from linter.model import ASPECTS
from linter.reports import Lang, category_name
from linter.reports.words import words

CERTAIN, REVIEW, RATE, SCORE = "var(--error)", "var(--review)", "var(--accent)", "var(--praise)"
MOST_RULES = 15
BINS = 10
Row = list[Any]


class Charts:
    """Draws them; what cannot be drawn is in ``notes``.

    :ivar notes: why a chart is not there.
    """

    def __init__(self, figures: Figures, lang: Lang, *, by_agent: bool = False) -> None:
        self._figures = figures
        self._lang: Lang = lang
        self._said: DeskWords = desk_words(lang)
        self._by_agent = by_agent
        self.notes: list[str] = []

    def all(self) -> list[dict[str, Any]]:
        """All charts for which there is something to draw."""
        drawn = (
            self._categories(),
            self._aspects(),
            self._groups(),
            self._time(),
            self._scores(),
            self._rules(),
        )
        return [chart for chart in drawn if chart]

    def _categories(self) -> dict[str, Any] | None:
        counts = _by(self._figures.found, 0)
        calls = self._figures.all.calls
        order = sorted(counts, key=lambda one: (-counts[one][0], -sum(counts[one]), one))
        names = {one: category_name(one, self._lang) for one in order}
        rows: list[Row] = []
        for one in order:
            within = self._figures.within[one]
            interval = hundred(wilson(within, calls))
            share = round(100 * within / calls, 1)
            rows.append([names[one], *counts[one], within, share, interval_text(interval)])
        head = self._head("category", "certain", "review", "with", "rate", "interval")
        svg = self._stacked([names[one] for one in order], [counts[one] for one in order])
        return self._chart("categories", svg, head, rows, "wilson") if order else None

    def _aspects(self) -> dict[str, Any] | None:
        counts = _by(self._figures.found, 1)
        order = [aspect for aspect in ASPECTS if aspect in counts]
        named = words(self._lang).aspects
        names = [named.get(aspect, aspect) for aspect in order]
        rows = [[name, *counts[one]] for name, one in zip(names, order, strict=True)]
        svg = self._stacked(names, [counts[one] for one in order])
        head = self._head("aspect", "certain", "review")
        return self._chart("aspects", svg, head, rows) if order else None

    def _groups(self) -> dict[str, Any] | None:
        said, groups = self._said, self._figures.groups
        notes = group_notes(self._figures, self._by_agent, said)
        names = known(groups)
        if not names:
            self.notes += notes
            return None
        nobody = said.no_agent if self._by_agent else said.no_team
        shown = {name: groups[name] for name in names}
        if "" in groups:
            shown[nobody] = groups[""]
        head = self._head("agent" if self._by_agent else "team", "calls", "rate", "interval")
        key = "agents" if self._by_agent else "teams"
        labels = [self._marked(name, group) for name, group in shown.items()]
        rows = [[label, *row] for label, row in zip(labels, _rates(shown), strict=True)]
        svg = bars(labels, [self._series(shown)], top=100)
        return self._chart(key, svg, head, rows) | {"notes": notes}

    def _time(self) -> dict[str, Any] | None:
        days = known(self._figures.days)
        unknown = self._figures.days.get("")
        if not days:
            if unknown:
                self.notes.append(self._said.notes["no_time"])
            return None
        unit = unit_for(days)
        merged: dict[str, Group] = {}
        for day in days:
            _merge(merged.setdefault(start_of(day, unit), Group()), self._figures.days[day])
        head = self._head("from", "calls", "rate", "interval")
        rows = [[name, *row] for name, row in zip(merged, _rates(merged), strict=True)]
        svg = uprights(list(merged), [self._series(merged)], top=100)
        chart = self._chart("time", svg, head, rows, "problems", "wilson")
        chart["title"] = chart["title"].format(unit=self._said.charts[unit])
        if unknown:
            note = self._said.notes["some_no_time"].format(count=unknown.calls)
            chart["notes"].append(note)
        return chart

    def _scores(self) -> dict[str, Any] | None:
        figures = self._figures
        scores, full = figures.all.scores, figures.full
        if not scores or not full:
            self.notes.append(self._said.notes["no_score"])
            return None
        counts = Counter(max(0, min(BINS - 1, int(BINS * score / full))) for score in scores)
        edges = [f"{full * number / BINS:g}" for number in range(BINS + 1)]
        labels = [f"{low}–{high}" for low, high in pairwise(edges)]
        values = [counts[number] for number in range(BINS)]
        rows = [[label, value] for label, value in zip(labels, values, strict=True)]
        svg = uprights(labels, [Series(self._said.heads["calls"], SCORE, values)])
        chart = self._chart("scores", svg, self._head("score", "calls"), rows)
        if not figures.scheme:
            chart["notes"].append(self._said.notes["simple"])
        if missing := figures.all.calls - len(scores):
            chart["notes"].append(self._said.notes["some_no_score"].format(count=missing))
        return chart

    def _rules(self) -> dict[str, Any] | None:
        of = self._figures.of
        violated, met = of("violated"), of("met")
        order = sorted(violated | met, key=lambda rule: (-violated[rule], rule))
        rows: list[Row] = []
        for rule in order:
            triggered = violated[rule] + met[rule]
            interval = hundred(wilson(violated[rule], triggered))
            share = round(100 * violated[rule] / triggered, 1)
            counts = [violated[rule], met[rule], triggered]
            others = [of("not_applicable")[rule], of("not_evaluated")[rule]]
            rows.append([rule, *counts, share, interval_text(interval), *others])
        top = [rule for rule in order if violated[rule]][:MOST_RULES]
        if not top:
            return None
        shares = [100 * violated[rule] / (violated[rule] + met[rule]) for rule in top]
        sure = [hundred(wilson(violated[r], violated[r] + met[r])) for r in top]
        svg = bars(top, [Series("", CERTAIN, [round(one, 1) for one in shares], sure)], top=100)
        keys = ("rule", "violated", "met", "triggered", "rate", "interval")
        head = self._head(*keys, "not_applicable", "not_evaluated")
        chart = self._chart("rules", svg, head, rows, "violated", "wilson")
        chart["notes"].insert(0, self._said.notes["top"].format(count=len(top)))
        return chart

    def _stacked(self, names: Sequence[str], counts: Sequence[tuple[int, int]]) -> str:
        certain, review = self._head("certain", "review")
        return bars(
            names,
            [
                Series(certain, CERTAIN, [one for one, _ in counts]),
                Series(review, REVIEW, [other for _, other in counts]),
            ],
        )

    def _series(self, groups: Mapping[str, Group]) -> Series:
        rates = [rate(group) for group in groups.values()]
        return Series("", RATE, [value for value, _ in rates], [sure for _, sure in rates])

    def _marked(self, name: str, group: Group) -> str:
        few = self._said.notes["few_mark"]
        return f"{name} [{few}]" if group.calls < FEW else name

    def _head(self, *keys: str) -> list[str]:
        return [self._said.heads[key] for key in keys]

    def _chart(
        self, key: str, svg: str, head: list[str], rows: list[Row], *notes: str
    ) -> dict[str, Any]:
        said = self._said
        return {
            "id": key,
            "title": said.charts[key],
            "svg": svg,
            "head": head,
            "rows": rows,
            "notes": [said.notes[note] for note in notes],
        }


def _by(found: Mapping[tuple[str, str, bool], int], place: int) -> dict[str, tuple[int, int]]:
    """Certain findings and those to review, by category (0) or aspect (1)."""
    counts: dict[str, list[int]] = {}
    for kind, count in found.items():
        counts.setdefault(str(kind[place]), [0, 0])[0 if kind[2] else 1] += count
    return {key: (certain, review) for key, (certain, review) in counts.items()}


def _rates(groups: Mapping[str, Group]) -> Iterator[Row]:
    for group in groups.values():
        value, interval = rate(group)
        yield [group.calls, value, interval_text(interval)]


def _merge(into: Group, other: Group) -> None:
    into.calls += other.calls
    into.problems += other.problems
