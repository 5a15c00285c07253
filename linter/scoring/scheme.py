"""A company's scoring scheme (评分表): what it asks of a call and what a fault costs.

There is no standard one: no two published score sheets agree on their points. So nothing here has
a value of its own; :mod:`linter.scoring.load` reads what a company has written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.frozen import dataclass
from linter.model import Finding, Severity

if TYPE_CHECKING:  # who has a scheme at hand has imported it
    from decimal import Decimal

Veto = Literal["", "dimension", "call"]
"""What a finding takes all points of (一票否决)."""
Kind = Literal["rules", "categories", "packs", "aspects"]
KINDS: tuple[Kind, ...] = ("rules", "categories", "packs", "aspects")
"""How a scheme may name rules; of two names that mean the same rule, the earlier kind counts."""
AXES = {"attitude": "态度", "resolution": "解决"}
"""Article 0's two axes: attitude wins service, efficiency and solving wins quality."""
UNSCORED = "unscored"
"""In place of a dimension: findings of these rules cost nothing, and a sheet says so."""

Target = tuple[Kind, str]
Targets = tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Prices:
    """What one act costs, in points of its dimension, by the finding's severity."""

    error: Decimal
    warning: Decimal
    info: Decimal
    late: Decimal

    def of(self, finding: Finding) -> Decimal:
        """What a finding costs; what was said too late has a price of its own."""
        if finding.late:
            return self.late
        prices = {"error": self.error, "warning": self.warning, "info": self.info}
        return prices[finding.severity]


@dataclass(frozen=True, slots=True)
class Item:
    """Rules with one price in a dimension.

    :ivar name: empty for what a dimension names itself.
    :ivar cap: the most that all acts together cost; ``None`` for no limit but the dimension's.
    :ivar fatal: what a finding takes all points of.
    :ivar fatal_from: the least severity that does.
    """

    name: str
    targets: Targets
    prices: Prices
    cap: Decimal | None = None
    fatal: Veto = ""
    fatal_from: Severity = "error"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A part of a scheme with points of its own.

    :ivar axis: one of :data:`AXES`, or empty.
    :ivar full: the points to begin with.
    :ivar weight: its share of the total, in what the scheme's weights add up to.
    :ivar cap: the most that can be deducted; at most ``full``.
    :ivar items: the last is nameless: what the dimension names itself, and ``others``.
    :ivar not_evaluated: why the linter does not score it, if it does not.
    """

    name: str
    axis: str
    full: Decimal
    weight: Decimal
    cap: Decimal
    items: tuple[Item, ...]
    not_evaluated: str = ""


@dataclass(frozen=True, slots=True)
class Bonus:
    """What praise brings, in points of the total; each act of praise once.

    :ivar targets: the rules of praise that count; none for all.
    """

    each: Decimal
    cap: Decimal
    targets: Targets = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A name for all totals from ``least`` to that of the next better band."""

    name: str
    least: Decimal


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scoring scheme in which every name is somebody's.

    :ivar others: the dimension of rules that nothing names, :data:`UNSCORED`, or empty when
        there are none.
    :ivar unscored: rules that cost nothing.
    :ivar fatal_rules: what rules that are fatal by themselves take all points of.
    :ivar bands: best first; the last is from 0. None where nobody asks for a word.
    :ivar digest: of its text, for who keeps what was worked out by it.
    """

    name: str
    note: str
    full: Decimal
    dimensions: tuple[Dimension, ...]
    bands: tuple[Band, ...] = ()
    others: str = ""
    unscored: Targets = ()
    fatal_rules: Veto = "call"
    bonus: Bonus | None = None
    digest: str = ""

    def band(self, total: Decimal) -> str:
        """The name for a total; empty where the scheme has none."""
        return next((band.name for band in self.bands if total >= band.least), "")
