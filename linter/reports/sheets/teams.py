"""The first sheet: what a run came to, by team; no agent is singled out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.reports.options import Lang
from linter.reports.sheets.columns import Column, Layout
from linter.reports.sheets.mean import Mean
from linter.reports.sheets.piece import Counts, Piece, Row

_COLUMNS = (
    Column("班组", "Team", 18),
    Column("通话数", "Calls", 9),
    Column("有分的通话", "Calls scored", 12),
    Column("平均分", "Mean score", 10, bar=100),
    Column("95% 区间 从", "95% from", 12),
    Column("95% 区间 到", "95% to", 12),
    Column("每百通确定的问题", "Certain findings per 100 calls", 17),
    Column("每百通需复核的", "To review per 100 calls", 16),
    Column("表扬（处）", "Praise", 11),
    Column("有客户辱骂的通话", "Calls with abuse by the customer", 17),
)
_TITLES = ("汇总", "Summary")
_NOBODY = {"zh": "（没有写班组）", "en": "(no team given)"}
_ALL = {"zh": "全部", "en": "All"}


class Team:
    """What the calls of a team came to."""

    def __init__(self) -> None:
        self.calls = self.abused = 0
        self.mean = Mean()
        self.bands: dict[str, int] = {}
        self.counts = Counts()

    def add(self, piece: Piece) -> None:
        """Count one more call."""
        self.calls += 1
        self.abused += piece.counts.abuse > 0
        self.counts = Counts(*map(sum, zip(self.counts, piece.counts, strict=True)))
        if piece.total is not None:
            self.mean.add(piece.total)
        if piece.band:
            self.bands[piece.band] = self.bands.get(piece.band, 0) + 1

    def row(self, name: str, full: float, bands: list[str], praise: bool) -> Row:
        """The team's row; praise is only known when it was asked for."""
        mean, interval = self.mean.value, self.mean.interval(full)
        return (
            name,
            self.calls,
            self.mean.count,
            _rounded(mean),
            *map(_rounded, interval or (None, None)),
            round(100 * self.counts.certain / self.calls, 1),
            round(100 * self.counts.review / self.calls, 1),
            self.counts.praise if praise else None,
            self.abused,
            *(self.bands.get(band, 0) for band in bands),
        )


class Teams:
    """All teams of a run, in the order in which they appear."""

    def __init__(self) -> None:
        self._teams: dict[str, Team] = {}
        self._all = Team()
        self._best: dict[str, Decimal | int] = {}
        self._full: Decimal | int = 0

    def add(self, piece: Piece) -> None:
        """Count one more call."""
        self._teams.setdefault(piece.team, Team()).add(piece)
        self._all.add(piece)
        self._full = max(self._full, piece.full)
        if piece.band and piece.total is not None:
            self._best[piece.band] = max(self._best.get(piece.band, piece.total), piece.total)

    def layout(self, lang: Lang) -> Layout:
        """The sheet; a column for each band that a call is in, the best first."""
        bands = (Column(band, band, 10) for band in self._bands())
        return Layout(_TITLES[lang == "en"], (*self._columns(), *bands))

    def rows(self, lang: Lang, *, praise: bool) -> Iterator[Row]:
        """A row a team, and one for all of them."""
        full, bands = float(self._full), self._bands()
        for name, team in self._teams.items():
            yield team.row(name or _NOBODY[lang], full, bands, praise)
        if len(self._teams) > 1:
            yield self._all.row(_ALL[lang], full, bands, praise)

    def _bands(self) -> list[str]:
        return sorted(self._best, key=lambda band: (-self._best[band], band))

    def _columns(self) -> Iterator[Column]:
        for column in _COLUMNS:
            yield column if column.bar is None else column._replace(bar=float(self._full))


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)
