"""A scheme as a table for people: what each part is about and costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from linter.rulebook.types import Rule
from linter.scoring.places import places, praising
from linter.scoring.points import pointed
from linter.scoring.scheme import AXES, Dimension, Item, Prices, Scheme

_VETO = {"call": "一票否决整通", "dimension": "一票否决这一维"}
_SHOWN = 3

Row = tuple[str, str, str]


def scheme_rows(scheme: Scheme, rules: Iterable[Rule]) -> Iterator[Row]:
    """One row a dimension, and below it one for each of its items."""
    known = [*rules]
    fatal = {rule.id for rule in known if rule.fatal and rule.deduct}
    there: dict[tuple[int, int] | None, list[str]] = {}
    for rule, place in places(scheme, known).items():
        there.setdefault(place, []).append(rule)
    yield scheme.name, f"满分 {pointed(scheme.full)}", scheme.note
    weights = sum((one.weight for one in scheme.dimensions), Decimal(0))
    for number, one in enumerate(scheme.dimensions):
        share = "" if weights == scheme.full else f"，权重 {pointed(one.weight)}%"
        yield one.name, f"{pointed(one.full)} 分{share}", _about(one)
        for at, item in enumerate(one.items):
            if names := there.get((number, at)):
                yield f"  {item.name or '其他'}", _price(item), _few(names)
                vetoes = [name for name in names if name in fatal]
                if vetoes and scheme.fatal_rules and not item.fatal:
                    yield "    规则自带", _VETO[scheme.fatal_rules], _few(vetoes)
    if out := there.get(None):
        yield "不计分", "", _few(out)
    if bonus := scheme.bonus:
        names = sorted(praising(bonus.targets, known))
        said = f"每处 +{pointed(bonus.each)}，最多 +{pointed(bonus.cap)}"
        yield "加分", said, _few(names)
    for band in scheme.bands:
        yield band.name, f"{pointed(band.least)} 分起", ""


def _about(one: Dimension) -> str:
    said = [AXES[one.axis]] if one.axis else []
    if one.cap != one.full:
        said.append(f"最多扣 {pointed(one.cap)}")
    if one.not_evaluated:
        said.append(f"未评：{one.not_evaluated}")
    return "；".join(said)


def _price(item: Item) -> str:
    said = [_table(item.prices)]
    if item.cap is not None:
        said.append(f"最多 {pointed(item.cap)}")
    if item.fatal:
        said.append(_VETO[item.fatal])
    return "，".join(said)


def _table(prices: Prices) -> str:
    one = {prices.error, prices.warning, prices.info}
    if len(one) == 1:
        return f"−{pointed(prices.error)}"
    shown = (prices.error, prices.warning, prices.info)
    return f"−{'/'.join(map(pointed, shown))}"


def _few(names: list[str]) -> str:
    more = f" 等 {len(names)} 条" if len(names) > _SHOWN else ""
    return "、".join(names[:_SHOWN]) + more
