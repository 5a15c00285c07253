"""A call's score as a person checks it: every step, what was left out, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from linter.judged import Report
from linter.model import Call
from linter.reports.options import Lang
from linter.reports.page import BOLD, DIM, GREEN, RED, Page
from linter.reports.places import place
from linter.reports.sheet_words import SheetWords, sheet_words
from linter.reports.words import Words, words
from linter.scoresheet import DimensionScore, ScoreSheet, ScoreStep

_INDENT = 2
_POINTS = 6
"""Columns for a step's points."""


def sheet_lines(report: Report, page: Page, lang: Lang) -> Iterator[str]:
    """The total and the axes, then dimension by dimension, then how the total is made."""
    sheet = report.sheet
    assert sheet is not None
    said = sheet_words(lang)
    yield from page.heading(_title(sheet, said), _INDENT)
    fixed = words(lang)
    if sheet.axes and sheet.total is not None:
        yield from page.prose(fixed.ids_comma.join(_axes(sheet, said)), _INDENT)
    writer = _Writer(report.call, page, fixed, said)
    for dimension in sheet.dimensions:
        yield from writer.dimension(dimension)
    if sheet.total is not None:
        yield from page.heading(said.sum.format(total=shown(sheet.total)), _INDENT)
        yield from writer.sums(sheet)
    if sheet.unscored:
        out = said.unscored.format(rules=fixed.ids_comma.join(sheet.unscored))
        yield from page.heading(out, _INDENT, DIM)


def shown(points: Decimal) -> str:
    """Points in their shortest form: ``79.5``, ``80``."""
    text = f"{points:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _title(sheet: ScoreSheet, said: SheetWords) -> str:
    if sheet.total is None:
        return said.no_total.format(scheme=sheet.scheme)
    points = said.of.format(points=shown(sheet.total), full=shown(sheet.full))
    band = f" {sheet.band}" if sheet.band else ""
    return said.total.format(scheme=sheet.scheme, points=points, band=band)


def _axes(sheet: ScoreSheet, said: SheetWords) -> Iterator[str]:
    for axis in sheet.axes:
        name = said.axes.get(axis.axis, axis.name)
        if axis.points is None:
            yield f"{name} {said.unknown}"
        else:
            points = said.of.format(points=shown(axis.points), full=shown(axis.full))
            yield f"{name} {points}"


def _signed(points: Decimal) -> str:
    return f"+{shown(points)}" if points >= 0 else f"−{shown(-points)}"


class _Writer:
    """Writes the parts of one call's sheet."""

    def __init__(self, call: Call, page: Page, words: Words, said: SheetWords) -> None:
        self._call = call
        self._page = page
        self._words = words
        self._said = said

    def dimension(self, one: DimensionScore) -> Iterator[str]:
        """What a dimension got, and each step, or why it was left out."""
        said = self._said
        if one.points is None:
            reason = f"（{one.reason}）" if one.reason else ""
            line = f"{one.name} {said.left_out[one.status]}{reason}"
            yield from self._page.heading(line, _INDENT, DIM)
            return
        points = said.of.format(points=shown(one.points), full=shown(one.full))
        weight = said.weight.format(weight=shown(one.weight)) if one.weight != one.full else ""
        kept = "" if one.steps else f" {said.kept}"
        reason = f"（{one.reason}）" if one.reason else ""
        yield from self._page.heading(f"{one.name} {points}{weight}{kept}{reason}", _INDENT)
        yield from self.steps(one.steps)

    def steps(self, steps: Iterable[ScoreStep]) -> Iterator[str]:
        """One paragraph each."""
        for step in steps:
            style = RED if step.points < 0 else GREEN
            yield from self._step(_signed(step.points), self._what(step), style)

    def sums(self, sheet: ScoreSheet) -> Iterator[str]:
        """How the total is made: what each dimension brings, and what is added and taken."""
        scored = [one for one in sheet.dimensions if one.points is not None]
        weights = shown(sum((one.weight for one in scored), Decimal(0)))
        brought = [step for step in sheet.steps if step.kind == "dimension"]
        for step, one in zip(brought, scored, strict=True):
            assert one.points is not None
            what = self._said.brought.format(
                name=one.name,
                points=self._said.of.format(points=shown(one.points), full=shown(one.full)),
                weight=self._said.of.format(points=shown(one.weight), full=weights),
                full=shown(sheet.full),
            )
            yield from self._step(shown(step.points), what, BOLD)
        yield from self.steps(step for step in sheet.steps if step.kind != "dimension")

    def _step(self, points: str, what: str, style: str) -> Iterator[str]:
        yield from self._page.prose(what, _INDENT, points.rjust(_POINTS) + "  ", style)

    def _what(self, step: ScoreStep) -> str:
        if step.turn is None:
            return step.what
        spoken = self._call.turns[step.turn].text[step.start : step.end]
        quote = self._words.quote.format(quote=spoken) if spoken else ""
        where = place(self._call, step.turn, self._words)
        return " ".join(filter(None, [step.what, step.rule, where, quote]))
