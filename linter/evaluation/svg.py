"""Plots as SVG that stands in a page: text stays text, and the same figures give the same picture.

Drawn by hand: a point on a line needs no library, and in a browser Chinese labels have a font.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from linter.evaluation.scores import Share
from linter.frozen import dataclass
from linter.reports.cells import cells, width

_ROW = 20
_PLOT = 320
_COLUMN = 7
"""Pixels: the height of a row, the width of the plot, that of half a Chinese character."""
_RIGHT = 150
_TOP = 24


@dataclass(frozen=True, slots=True)
class Point:
    """A share with its name, to be drawn with its interval."""

    name: str
    share: Share


@dataclass(frozen=True, slots=True)
class Bar:
    """A count with its name; ``part`` of it is drawn darker."""

    name: str
    count: int
    part: int


def points(title: str, rows: Sequence[Point]) -> str:
    """Shares from 0 to 100 %, each a dot with a line as long as its 95 % interval."""
    left = _left([row.name for row in rows])
    parts = [*_axis(left, len(rows))]
    for number, row in enumerate(rows):
        y = _TOP + number * _ROW + _ROW // 2
        parts.append(_name(row.name, left, y))
        interval = row.share.interval
        value = row.share.value
        if interval is None or value is None:
            continue
        low, high = (_number(left + _PLOT * end) for end in interval)
        at = _number(left + _PLOT * value)
        parts.append(f'<line class="interval" x1="{low}" y1="{y}" x2="{high}" y2="{y}"/>')
        parts.append(f'<circle class="dot" cx="{at}" cy="{y}" r="4"/>')
        said = f"{100 * value:.0f}% ({row.share.hits}/{row.share.of})"
        parts.append(f'<text x="{left + _PLOT + 10}" y="{y + 4}">{said}</text>')
    return _svg(title, left, len(rows), parts)


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Counts as bars from zero."""
    left = _left([row.name for row in rows])
    most = max((row.count for row in rows), default=0) or 1
    parts: list[str] = []
    for number, row in enumerate(rows):
        y = _TOP + number * _ROW
        parts.append(_name(row.name, left, y + _ROW // 2))
        for kind, count in (("bar", row.count), ("part", row.part)):
            size = _number(_PLOT * count / most)
            parts.append(
                f'<rect class="{kind}" x="{left}" y="{y + 3}" width="{size}" height="{_ROW - 6}"/>'
            )
        parts.append(
            f'<text x="{left + _PLOT + 10}" y="{y + _ROW // 2 + 4}">{row.part} / {row.count}</text>'
        )
    return _svg(title, left, len(rows), parts)


def _axis(left: int, rows: int) -> Iterator[str]:
    bottom = _TOP + rows * _ROW
    for tick in range(0, 101, 25):
        x = _number(left + _PLOT * tick / 100)
        yield f'<line class="grid" x1="{x}" y1="{_TOP}" x2="{x}" y2="{bottom}"/>'
        yield f'<text class="tick" x="{x}" y="{_TOP - 8}">{tick}%</text>'


def _left(names: Sequence[str]) -> int:
    return 10 + _COLUMN * max((width(cells(name)) for name in names), default=0)


def _name(name: str, left: int, y: int) -> str:
    return f'<text class="name" x="{left - 8}" y="{y + 4}">{escape(name)}</text>'


def _svg(title: str, left: int, rows: int, parts: Sequence[str]) -> str:
    wide, high = left + _PLOT + _RIGHT, _TOP + rows * _ROW + 6
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    return f'<svg role="img" aria-label="{escape(title)}" {size}>{"".join(parts)}</svg>'


def _number(value: float) -> str:
    return f"{value:.1f}"
