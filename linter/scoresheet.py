"""A call's score by a company's scheme, with the arithmetic.

Everything is frozen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:  # imported where there is a scheme to score by
    from decimal import Decimal


class ScoreStep(NamedTuple):
    """One line of a score's arithmetic, in the order in which it is done.

    ``points`` is what it changes: negative for a deduction. In the steps of a whole call
    ``dimension`` is what a dimension brings. ``what`` says it in the user's words and quotes
    nothing; ``rule``, ``turn`` (0-based), ``start`` and ``end`` name the words it rests on, if it
    rests on any.
    """

    kind: Literal["deduction", "bonus", "cap", "fatal", "dimension", "rounding"]
    points: Decimal
    what: str
    rule: str = ""
    turn: int | None = None
    start: int | None = None
    end: int | None = None


class DimensionScore(NamedTuple):
    """What a call gets in one dimension of a scoring scheme.

    ``axis`` is ``attitude``, ``resolution`` or empty for neither. ``points`` of ``full``;
    ``None`` unless ``status`` is ``scored``.
    """

    name: str
    axis: str
    full: Decimal
    points: Decimal | None
    weight: Decimal
    status: Literal["scored", "not_applicable", "not_evaluated"]
    reason: str = ""
    steps: tuple[ScoreStep, ...] = ()


class AxisScore(NamedTuple):
    """What a call gets on one of the two axes: ``points`` of ``full``, ``None`` if unknown.

    ``full`` is that of the whole call, so that the axes can be compared.
    """

    axis: str
    name: str
    full: Decimal
    points: Decimal | None


class ScoreSheet(NamedTuple):
    """A call's score by a company's scheme, with the arithmetic.

    ``total`` of ``full``; ``None`` when nothing could be scored, and then there is no ``band``.
    ``fatal`` names the rules that decide whatever else there is (一票否决). ``steps`` are those
    of the whole call, and add up to its total; the dimensions have their own. ``unscored`` names
    the rules with findings that the scheme leaves out on purpose.
    """

    scheme: str
    full: Decimal
    total: Decimal | None
    band: str
    axes: tuple[AxisScore, ...]
    dimensions: tuple[DimensionScore, ...]
    steps: tuple[ScoreStep, ...] = ()
    fatal: tuple[str, ...] = ()
    unscored: tuple[str, ...] = ()
