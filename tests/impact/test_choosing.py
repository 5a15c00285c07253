from __future__ import annotations

import random

from linter.impact.choosing import Chosen

from .samples import CALLS, call, impacts, renamed

# In the first call the new book finds five, in ten others one each.
MANY = [
    call("long", " ".join(["我想想。 赶紧。"] * 5)),
    *(renamed(CALLS[0], n) for n in range(10)),
]
FOUND = impacts(MANY)


def chosen(limit, seed=0, found=FOUND):
    kept = Chosen(limit, seed)
    for impact in found:
        kept.add(impact.changes)
    return kept


def names(kept, kind="gained", rule="rude"):
    return [change.finding.call for change in kept.of(rule, kind)]


def test_all_in_their_order():
    kept = chosen(None)
    assert names(kept) == ["long"] * 5 + [f"c1-{n}" for n in range(10)]
    assert kept.left_out("rude", "gained") == 0
    assert [change.finding.turn for change in kept.of("rude", "gained")][:5] == [1, 3, 5, 7, 9]


def test_each_rule_and_kind_has_its_own_room():
    kept = chosen(3)
    assert (len(names(kept)), len(names(kept, "changed", "shirks"))) == (3, 3)
    assert (kept.left_out("rude", "gained"), kept.left_out("shirks", "changed")) == (12, 7)
    assert kept.counts == {("rude", "gained"): 15, ("shirks", "changed"): 10}
    assert len(list(kept.every(["rude", "shirks"]))) == 6


def test_none():
    kept = chosen(0)
    assert (names(kept), kept.left_out("rude", "gained")) == ([], 15)


def test_every_call_comes_before_any_comes_twice():
    for seed in range(20):
        kept = names(chosen(11, seed))
        assert sorted(kept) == sorted({"long", *(f"c1-{n}" for n in range(10))})
    assert names(chosen(13)).count("long") == 3


def test_the_seed_decides_and_the_order_does_not():
    mixed = random.Random(1).sample(FOUND, len(FOUND))
    assert names(chosen(4)) == names(chosen(4))
    assert sorted(names(chosen(4))) == sorted(names(chosen(4, found=mixed)))
    assert len({tuple(names(chosen(4, seed))) for seed in range(10)}) > 5
