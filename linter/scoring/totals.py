"""What the dimensions, praise and fatal findings come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from linter.model import Finding
from linter.scoresheet import AxisScore, DimensionScore, ScoreStep
from linter.scoring.points import pointed, rounded
from linter.scoring.scheme import AXES, Bonus, Scheme
from linter.scoring.steps import FATAL, SAME_ACT, step

NOTHING = Decimal(0)
ROUNDED = "四舍五入"
BONUS_CAP = "加分最多 {cap}"
FULL_MARKS = "满分为止"


def summed(
    scheme: Scheme,
    dimensions: Iterable[DimensionScore],
    praise: Sequence[Finding],
    vetoes: Sequence[Finding],
) -> tuple[Decimal | None, tuple[ScoreStep, ...]]:
    """The total, and the steps that add up to it; ``None`` where there is nothing to score."""
    scored = [one for one in dimensions if one.points is not None]
    if not scored and not vetoes:
        return None, ()
    exact = _brought(scored, scheme.full)
    steps = [ScoreStep("dimension", rounded(p), one.name) for one, p in exact]
    base = rounded(sum((brought for _, brought in exact), Fraction(0)))
    if base != _sum(steps):
        steps.append(ScoreStep("rounding", base - _sum(steps), ROUNDED))
    if scheme.bonus and scored:
        steps += _bonus_steps(scheme.bonus, praise)
    if _sum(steps) > scheme.full:
        steps.append(ScoreStep("cap", scheme.full - _sum(steps), FULL_MARKS))
    for found in vetoes:
        steps.append(step("fatal", -_sum(steps), FATAL.format(what=found.message), found))
    return _sum(steps), tuple(steps)


def axes(scheme: Scheme, dimensions: Iterable[DimensionScore]) -> tuple[AxisScore, ...]:
    """The axes that the scheme has dimensions of, each by itself out of full marks."""
    known = [*dimensions]
    return tuple(
        _axis(axis, name, [one for one in known if one.axis == axis], scheme.full)
        for axis, name in AXES.items()
        if any(one.axis == axis for one in known)
    )


def _axis(axis: str, name: str, own: Iterable[DimensionScore], full: Decimal) -> AxisScore:
    scored = [one for one in own if one.points is not None]
    exact = sum((brought for _, brought in _brought(scored, full)), Fraction(0))
    return AxisScore(axis, name, full, rounded(exact) if scored else None)


def _brought(
    scored: Sequence[DimensionScore], full: Decimal
) -> list[tuple[DimensionScore, Fraction]]:
    """What each dimension brings of full marks."""
    weights = sum((Fraction(one.weight) for one in scored), Fraction(0))
    return [(one, Fraction(full) * _share(one) * Fraction(one.weight) / weights) for one in scored]


def _share(one: DimensionScore) -> Fraction:
    assert one.points is not None
    return Fraction(one.points) / Fraction(one.full)


def _bonus_steps(bonus: Bonus, praise: Iterable[Finding]) -> Iterator[ScoreStep]:
    brought, acts = NOTHING, set[str]()
    for found in praise:
        if found.act in acts:
            yield step("bonus", NOTHING, found.message + SAME_ACT, found)
            continue
        acts.add(found.act)
        brought += bonus.each
        yield step("bonus", bonus.each, found.message, found)
    if brought > bonus.cap:
        said = BONUS_CAP.format(cap=pointed(bonus.cap))
        yield ScoreStep("cap", bonus.cap - brought, said)


def _sum(steps: Iterable[ScoreStep]) -> Decimal:
    return sum((one.points for one in steps), NOTHING)
