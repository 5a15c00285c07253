"""Charts as SVG, drawn by pygal (https://www.pygal.org) and cleaned up for a page.

pygal adds a script, a style sheet of its own, ids and comments with links; what is left here are
shapes and text. Colours are the page's own variables, so that a chart is readable on dark ground
and on paper, too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import count
from math import ceil
from typing import Any, NamedTuple
from xml.etree import ElementTree

from linter.desk.intervals import Interval
from linter.desk.styling import styled
from linter.errors import UsageError
from linter.reports.cells import cells, visible, width


class Size(NamedTuple):
    """How much room a drawing has.

    :ivar width: of the viewBox; the page scales it.
    :ivar label: columns of text that are drawn of a label; the table of the figures has all of it.
    :ivar beside: columns of text that stand side by side below a chart.
    """

    width: int
    label: int
    beside: int


WIDE = Size(720, 36, 80)
NARROW = Size(330, 18, 30)
"""For a telephone, where a wide drawing would be cut or too small to read."""
_FONT = 12
_CHAR = 0.6
"""How wide pygal takes a character to be, of the font's size; a Chinese one is wider."""
_BAR = 26
"""Height of a row of horizontal bars."""
_AROUND = 90
_COLUMNS_HEIGHT = 300
_MOST_TICKS = 6


class Series(NamedTuple):
    """Values to be drawn in one colour, and how sure they are."""

    name: str
    color: str
    values: Sequence[float | None]
    intervals: Sequence[Interval | None] = ()


def bars(
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    top: float | None = None,
    size: Size = WIDE,
) -> str:
    """Horizontal bars, stacked where there are several series, the first label on top.

    :param top: where the axis ends; by itself when ``None``.
    :param size: how much room there is.
    """
    kind = "HorizontalStackedBar" if len(series) > 1 else "HorizontalBar"
    rows = len(labels)
    return _lying(kind, labels, series, rows, top, size, show_legend=len(series) > 1)


def grouped(
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    top: float | None = None,
    size: Size = WIDE,
) -> str:
    """Horizontal bars, those of one label below each other.

    :param top: as for :func:`bars`, and so is ``size``.
    """
    # Drawn from below, as everything is that lies on its side.
    rows = len(labels) * len(series)
    return _lying("HorizontalBar", labels, [*reversed(series)], rows, top, size)


def _lying(
    kind: str,
    labels: Sequence[str],
    series: Sequence[Series],
    rows: int,
    top: float | None,
    size: Size,
    **options: object,
) -> str:
    """A chart of bars that lie on their side.

    :param rows: how many bars there are room for, one below the other.
    """
    labels = [_label(label, size) for label in labels]
    chart = _chart(
        kind,
        size,
        height=_AROUND + _BAR * rows,
        margin_left=8 + _missing_room(labels),
        range=None if top is None else (0, top),
        **options,
    )
    chart.x_labels = [*reversed(labels)]
    chart.y_labels = _ticks(series, top)
    for one in series:
        chart.add(one.name, [*reversed(_values(one))])
    return _drawn(chart, series)


def uprights(
    labels: Sequence[str],
    series: Sequence[Series],
    *,
    top: float | None = None,
    size: Size = WIDE,
) -> str:
    """Upright bars; labels are turned when they are many.

    :param top: as for :func:`bars`, and so is ``size``.
    """
    labels = [_label(label, size) for label in labels]
    chart = _chart(
        "StackedBar" if len(series) > 1 else "Bar",
        size,
        height=_COLUMNS_HEIGHT,
        show_legend=len(series) > 1,
        x_label_rotation=45 if sum(map(_columns, labels)) > size.beside else 0,
        range=None if top is None else (0, top),
    )
    chart.x_labels = labels
    chart.y_labels = _ticks(series, top)
    for one in series:
        chart.add(one.name, _values(one))
    return _drawn(chart, series)


def _ticks(series: Sequence[Series], top: float | None) -> list[int]:
    """Where the axis of values is marked: whole numbers, as pygal's own would not be."""
    sums = map(sum, zip(*([value or 0 for value in one.values] for one in series), strict=True))
    end = max(1, ceil(max(sums, default=1) if top is None else top))
    step = next(step for step in _steps() if end <= step * _MOST_TICKS)
    return [*range(0, end + step, step)]


def _steps() -> Iterator[int]:
    """1, 2, 5, 10, 20 … without an end."""
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)


def _values(series: Series) -> list[Any]:
    intervals = series.intervals or [None] * len(series.values)
    return [
        value
        if value is None or interval is None
        else {"value": value, "ci": {"low": interval.low, "high": interval.high}}
        for value, interval in zip(series.values, intervals, strict=True)
    ]


def _chart(kind: str, size: Size, **settings: Any) -> Any:
    pygal = require_pygal()
    style = pygal.style.Style(
        font_family="inherit",
        label_font_size=_FONT,
        major_label_font_size=_FONT,
        legend_font_size=_FONT,
        value_font_size=_FONT,
    )
    return getattr(pygal, kind)(
        style=style,
        js=[],
        width=size.width,
        margin=8,
        legend_at_bottom=True,
        legend_box_size=_FONT,
        truncate_legend=-1,
        truncate_label=-1,
        **settings,
    )


def require_pygal() -> Any:
    """The library that draws.

    :raises UsageError: when it is not installed, with what to do.
    """
    finders = list(sys.meta_path)
    try:
        import pygal
        import pygal.style
    except ImportError:
        raise UsageError(
            "画图要用 pygal，没有安装", hint="pip install 'huashu[report]'，或 pip install pygal"
        ) from None
    finally:
        # It hooks an old-fashioned finder for maps of other packages into every later import,
        # of which Python warns (https://docs.python.org/3.11/whatsnew/3.10.html#deprecated).
        sys.meta_path[:] = finders
    return pygal


def _missing_room(labels: Sequence[str]) -> int:
    """What the longest label needs beyond what pygal gives it, which knows no wide characters."""
    given, needed = max(map(len, labels), default=0), max(map(_columns, labels), default=0)
    return int((needed - given) * _FONT * _CHAR)


def _columns(text: str) -> int:
    return width(cells(text))


def _label(text: str, size: Size) -> str:
    """What can be drawn of a label."""
    text = visible(text)
    if _columns(text) <= size.label:
        return text
    while _columns(text) >= size.label:
        text = text[:-1]
    return f"{text}…"


def _drawn(chart: Any, series: Sequence[Series]) -> str:
    chart.uuid = "chart"
    tree = ElementTree.fromstring(chart.render(is_unicode=True, disable_xml_declaration=True))
    return styled(tree, [one.color for one in series])
