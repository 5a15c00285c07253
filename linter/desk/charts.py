"""The charts of the overview, and why others are not there."""

from __future__ import annotations

from collections.abc import Iterator

from linter.desk.chart import Chart, Words
from linter.desk.charts_of_calls import by_group, by_score, by_time
from linter.desk.charts_of_findings import by_aspect, by_category, by_rule
from linter.desk.choices import Choices
from linter.desk.figures import Figures, known


def charts(figures: Figures, choices: Choices) -> list[Chart]:
    """All charts for which there is something to draw."""
    said = Words(choices.options.lang)
    rules = [rule for rule in choices.rules if rule.id not in choices.praise]
    drawn = (
        by_category(figures, said),
        by_aspect(figures, said),
        by_group(figures, choices.by_agent, said),
        by_time(figures, said),
        by_score(figures, said),
        by_rule(figures, rules, said),
    )
    return [chart for chart in drawn if chart is not None]


def missing_charts(figures: Figures, choices: Choices) -> Iterator[str]:
    """What could not be drawn for want of data; nothing where there are no calls at all."""
    notes = Words(choices.options.lang).said.notes
    if figures.groups and not known(figures.groups):
        yield notes["no_agent" if choices.by_agent else "no_team"]
    if figures.days and not known(figures.days):
        yield notes["no_time"]
    if figures.groups and not figures.all.scores:
        yield notes["no_score"]
