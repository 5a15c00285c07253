"""The arithmetic of one dimension."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from linter.judged import AGAIN
from linter.model import Finding
from linter.scoresheet import ScoreStep
from linter.scoring.charging import Charge
from linter.scoring.points import pointed
from linter.scoring.scheme import Dimension, Item

NOTHING = Decimal(0)
SAME_ACT = "（同一件事，已经扣过）"
FATAL = "一票否决：{what}"
ITEM_CAP = "{name}最多扣 {cap}"
DIMENSION_CAP = "这一维最多扣 {cap}"
ALL_GONE = "扣完为止"


def dimension_steps(
    dimension: Dimension,
    charges: Sequence[Charge],
    counting: Collection[Charge],
    vetoes: Iterable[Finding],
) -> tuple[ScoreStep, ...]:
    """What is deducted of a dimension, in order.

    :param charges: all of the dimension.
    :param counting: those that count, of it and of others.
    :param vetoes: the findings that take all its points.
    """
    steps: list[ScoreStep] = []
    for number, item in enumerate(dimension.items):
        own = [one for one in charges if one.place[1] == number and one.price]
        steps += _item_steps(item, own, counting)
    lost = -_sum(steps)
    if lost > dimension.cap:
        whole = dimension.cap == dimension.full
        what = ALL_GONE if whole else DIMENSION_CAP.format(cap=pointed(dimension.cap))
        steps.append(ScoreStep("cap", lost - dimension.cap, what))
    for found in vetoes:
        left = dimension.full + _sum(steps)
        what = FATAL.format(what=found.message)
        steps.append(step("fatal", -left, what, found))
    return tuple(steps)


def _item_steps(
    item: Item, charges: Iterable[Charge], counting: Collection[Charge]
) -> Iterator[ScoreStep]:
    lost = NOTHING
    for one in charges:
        what = f"{item.name}：{one.finding.message}" if item.name else one.finding.message
        if one in counting:
            lost += one.price
            yield step("deduction", -one.price, what, one.finding)
            yield from _also(one.finding, what)
        else:
            yield step("deduction", NOTHING, what + SAME_ACT, one.finding)
    if item.cap is not None and lost > item.cap:
        said = ITEM_CAP.format(name=item.name, cap=pointed(item.cap))
        yield ScoreStep("cap", lost - item.cap, said)


def _also(found: Finding, what: str) -> Iterator[ScoreStep]:
    """What else a finding stands for in turns of its own, as between them there is only a 嗯."""
    turns = {found.turn}
    for again in found.evidence:
        if (again.as_, again.label) == AGAIN and again.turn not in turns:
            turns.add(again.turn)
            place = (found.rule, again.turn, again.start, again.end)
            yield ScoreStep("deduction", NOTHING, what + SAME_ACT, *place)


def step(kind: str, points: Decimal, what: str, found: Finding) -> ScoreStep:
    """A step that rests on a finding."""
    place = (found.rule, found.turn, found.start, found.end)
    return ScoreStep(kind, points, what, *place)  # type: ignore[arg-type]


def _sum(steps: Iterable[ScoreStep]) -> Decimal:
    return sum((one.points for one in steps), NOTHING)
