"""Random schemes for the rules of the shop, and random findings of a call."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from linter.model import SEVERITIES, Finding
from linter.scoring.scheme import UNSCORED, Band, Bonus, Dimension, Item, Prices, Scheme

from .helpers import found, shop

RULES = ("rude", "careless", "cold", "shirks", "no-sorry")


def points(most: int) -> st.SearchStrategy[Decimal]:
    """Points with up to two decimals, 0 among them."""
    whole = st.integers(0, most).map(Decimal)
    return whole | st.integers(0, most * 100).map(lambda n: Decimal(n) / 100)


def positive(most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(1, most).map(Decimal) | st.integers(1, most * 100).map(
        lambda n: Decimal(n) / 100
    )


dear = st.sampled_from([Decimal(n) for n in (2, 5, 6, 10)]) | points(30)
prices = st.builds(Prices, dear, dear, points(5), points(5))
tight = st.sampled_from([Decimal(n) for n in (6, 8, 12)])
"""Fewer points than two acts cost, so that limits are often in the way."""
VETOES = st.sampled_from([*[""] * 20, "dimension", "call"])


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    """A scheme of one to three dimensions among whose items the rules are shared out."""
    count = draw(st.integers(1, 3))
    sized = [draw(st.integers(1, 2)) for _ in range(count)]
    homes = [(number, at) for number, size in enumerate(sized) for at in range(size)]
    where = {rule: draw(st.sampled_from([None, *homes, *homes])) for rule in RULES}
    dimensions = [
        draw(dimension(number, [_of(where, (number, at)) for at in range(size)]))
        for number, size in enumerate(sized)
    ]
    return Scheme(
        name="试",
        note="",
        full=draw(positive(200)),
        dimensions=tuple(dimensions),
        bands=(Band("优", Decimal(60)), Band("差", Decimal(0))),
        others=UNSCORED,
        unscored=tuple(_of(where, None)),
        fatal_rules="call",
        bonus=draw(st.none() | st.builds(Bonus, positive(5), positive(10))),
    )


@st.composite
def dimension(draw: st.DrawFn, number: int, shares: list) -> Dimension:
    full = draw(tight | positive(60))
    items = tuple(
        Item(f"项{at}" if at + 1 < len(shares) else "", tuple(share), draw(prices), *draw(limits))
        for at, share in enumerate(shares)
    )
    axis = draw(st.sampled_from(["", "attitude", "resolution"]))
    cap = min(full, draw(st.just(full) | positive(60)))
    return Dimension(f"维{number}", axis, full, draw(positive(50)), cap, items)


limits = st.tuples(st.none() | tight | positive(20), VETOES, st.sampled_from(SEVERITIES))


def _of(where: dict, home: object) -> list:
    return [("rules", rule) for rule, at in where.items() if at == home]


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """A finding of any rule, in one of a few acts."""
    rule = draw(st.sampled_from([*RULES, "helps"]))
    turn = draw(st.integers(0, 5))
    late = draw(st.integers(0, 9)) == 0
    return found(
        rule,
        turn,
        severity="info" if late else draw(st.sampled_from(SEVERITIES)),
        certainty=draw(st.sampled_from([*["certain"] * 7, "review"])),
        act=draw(st.sampled_from("甲乙丙")),
        start=draw(st.integers(0, 2)),
        late=late,
        deduct=draw(st.integers(0, 9)) > 0,
    )


calls = st.lists(findings(), max_size=8, unique_by=lambda f: (f.rule, f.turn, f.start))
"""The findings of a call."""
STATUSES = ("met", "violated", "not_applicable", "not_evaluated")
said = st.fixed_dictionaries(
    {rule.id.replace("-", "_"): st.sampled_from(STATUSES) for rule in shop().rules}
)
"""What each rule says of a call, whatever was found."""
