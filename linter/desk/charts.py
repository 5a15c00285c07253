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
    scenes = figures.scenes
    of_scenes = figures.charted is scenes
    figures = figures.charted
    said = Words(choices.options.lang, of_scenes=of_scenes)
    rules = [rule for rule in choices.rules if rule.id not in choices.praise]
    drawn = (
        by_category(figures, said),
        by_aspect(figures, said),
        by_group(figures, choices.by_agent, said),
        by_time(figures, said),
        by_score(figures, said),
        by_rule(figures, rules, said),
        None if scenes is None or of_scenes else _apart(scenes, choices),
    )
    return [chart for chart in drawn if chart is not None]


def _apart(scenes: Figures, choices: Choices) -> Chart | None:
    """What was found in script libraries, where there are calls, too."""
    said = Words(choices.options.lang, of_scenes=True)
    chart = by_category(scenes, said)
    return chart and {**chart, "id": "scenes", "title": said.said.charts["scenes"]}


def missing_charts(figures: Figures, choices: Choices) -> Iterator[str]:
    """What could not be drawn for want of data, and what is counted apart; nothing where there are
    no calls at all.
    """
    notes = Words(choices.options.lang).said.notes
    if figures.groups and not known(figures.groups):
        yield notes["no_agent" if choices.by_agent else "no_team"]
    if figures.days and not known(figures.days):
        yield notes["no_time"]
    if figures.groups and not figures.all.scores:
        yield notes["no_score"]
    if figures.groups and figures.scenes:
        yield notes["scenes"].format(count=figures.scenes.all.calls)
