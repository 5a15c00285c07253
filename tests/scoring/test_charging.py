"""For which of its findings an act is charged."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from linter.scoring.charging import Charge, Limits, charged

from .helpers import found

WORTH = {0: (Decimal(20), Fraction(1)), 1: (Decimal(20), Fraction(1))}


def charge(act: str, place: tuple[int, int], price: int, turn: int = 1) -> Charge:
    return Charge(found("rude", turn, act=act, start=place[0]), place, Decimal(price))


def chosen(*charges: Charge, limits: Limits | None = None) -> set[tuple[str, tuple[int, int]]]:
    counting = charged(charges, limits or Limits({}, WORTH))
    return {(one.finding.act, one.place) for one in counting}


def test_the_dearest() -> None:
    assert chosen(charge("a", (0, 0), 5), charge("a", (1, 0), 8)) == {("a", (1, 0))}


def test_of_equals_the_first_of_the_scheme() -> None:
    assert chosen(charge("a", (1, 0), 5), charge("a", (0, 0), 5)) == {("a", (0, 0))}


def test_dear_is_what_costs_of_the_total() -> None:
    worth = {0: (Decimal(20), Fraction(1)), 1: (Decimal(20), Fraction(1, 4))}
    both = (charge("a", (0, 0), 5), charge("a", (1, 0), 8))
    assert chosen(*both, limits=Limits({}, worth)) == {("a", (0, 0))}


def test_not_where_nothing_is_left() -> None:
    full = charge("b", (1, 0), 20, turn=3)
    found_here = (charge("a", (0, 0), 5), charge("a", (1, 0), 8), full)
    assert chosen(*found_here) == {("a", (0, 0)), ("b", (1, 0))}


def test_not_where_a_veto_has_taken_all() -> None:
    both = (charge("a", (0, 0), 5), charge("a", (1, 0), 8))
    assert chosen(*both, limits=Limits({}, {0: WORTH[0]})) == {("a", (0, 0))}


def test_two_acts_make_room_for_each_other() -> None:
    either = [charge(act, place, 6, turn) for act, turn in (("a", 1), ("b", 2)) for place in HOMES]
    only = charge("c", (0, 0), 6, turn=3)
    limits = Limits({(0, 0): Decimal(12), (1, 0): Decimal(12)}, WORTH)
    made = chosen(*either, only, limits=limits)
    assert ("c", (0, 0)) in made
    assert len(made) == 3
    assert sum(place == (0, 0) for _, place in made) <= 2


HOMES = [(0, 0), (1, 0)]


def test_many_acts_that_may_go_anywhere_take_no_time() -> None:
    worth = {number: (Decimal(50), Fraction(1)) for number in range(3)}
    acts = [
        charge(f"{act}", (number, 0), 3 + number, act) for act in range(60) for number in range(3)
    ]
    assert len(chosen(*acts, limits=Limits({}, worth))) == 60
