"""This run against an earlier one: calls of 100 with a problem, by category."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from linter.desk.chart import MOST, Draw, drawings
from linter.desk.drawing import Series, grouped
from linter.desk.earlier import Earlier
from linter.desk.figures import Figures
from linter.desk.intervals import Interval, difference, hundred, interval_text, wilson
from linter.desk.words import DeskWords, desk_words
from linter.reports import Lang, category_name

_NOW, _EARLIER = "var(--accent)", "var(--muted)"


class _Line(NamedTuple):
    """How many calls had it, now and then, of how many."""

    name: str
    now: tuple[int, int]
    earlier: tuple[int, int]


def trend(figures: Figures, earlier: Earlier, rules: str, lang: Lang) -> dict[str, Any]:
    """What changed, with a chart; certain errors and warnings only. Of the calls, or of the scenes
    of a run that has no call.

    :param rules: the hash of the rules that judge now.
    """
    of_scenes = figures.charted is figures.scenes
    if of_scenes:
        figures, earlier = figures.charted, earlier.scenes or _nothing(earlier)
    said = desk_words(lang, of_scenes=of_scenes)
    lines = [*_lines(figures, earlier, said, lang)]
    head = [said.heads[key] for key in ("category", "now", "interval", "earlier", "interval")]
    head += [said.heads[key] for key in ("change", "interval", "says")]
    rows = [_row(line, said) for line in lines]
    notes = [_about_rules(earlier.hash, rules, said)]
    notes += [said.notes[key] for key in ("problems", "wilson", "newcombe", "independent")]
    comparison = {"earlier": earlier.name, "head": head, "rows": rows, "notes": notes}
    chart = {"id": "trend", "title": said.charts["trend"], **drawings(_drawn(lines[:MOST], said))}
    return comparison | {"chart": chart | {"head": head, "rows": rows, "notes": []}}


def _lines(figures: Figures, earlier: Earlier, said: DeskWords, lang: Lang) -> Iterator[_Line]:
    calls, before = figures.all.calls, earlier.calls
    yield _Line(said.any_problem, (figures.all.problems, calls), (earlier.problems, before))
    now, then = figures.certain, earlier.categories
    for one in sorted({*now, *then}, key=lambda one: (-now[one], -then.get(one, 0), one)):
        yield _Line(category_name(one, lang), (now[one], calls), (then.get(one, 0), before))


def _nothing(earlier: Earlier) -> Earlier:
    """What a run had that tells nothing of its scenes."""
    return Earlier(earlier.name, earlier.hash, 0, 0, {})


def _row(line: _Line, said: DeskWords) -> list[Any]:
    change = hundred(difference(line.now, line.earlier))
    now, earlier = _share(line.now), _share(line.earlier)
    less = None if now is None or earlier is None else round(now - earlier, 1)
    return [
        line.name,
        now,
        interval_text(hundred(wilson(*line.now))),
        earlier,
        interval_text(hundred(wilson(*line.earlier))),
        less,
        interval_text(change, " … "),
        said.notes[_verdict(change)],
    ]


def _share(counts: tuple[int, int]) -> float | None:
    return round(100 * counts[0] / counts[1], 1) if counts[1] else None


def _verdict(change: Interval | None) -> str:
    if change is None or change.low <= 0 <= change.high:
        return "unclear"
    return "more" if change.low > 0 else "less"


def _about_rules(before: str, now: str, said: DeskWords) -> str:
    if not before or not now:
        return said.notes["unknown_rules"]
    if before == now:
        return said.notes["same_rules"]
    return said.notes["other_rules"].format(earlier=before, now=now)


def _drawn(lines: list[_Line], said: DeskWords) -> Draw:
    names = [line.name for line in lines]
    return partial(
        grouped,
        names,
        [
            Series(said.heads["now"], _NOW, [_share(line.now) for line in lines]),
            Series(said.heads["earlier"], _EARLIER, [_share(line.earlier) for line in lines]),
        ],
        top=100,
    )
