from __future__ import annotations

from dataclasses import replace

from .making import BAD, GOOD, made


def test_order_pairs_and_origins():
    easier = replace(GOOD, id="a", grade=1, turns=GOOD.turns[1:], focus=0)
    found = made(easier, BAD, replace(BAD, id="z", category="missing_apology", grade=1))
    assert [one.id for one in found.examples] == ["bad1", "a"]
    assert set(found.pairs) == {"bad1"}
    assert found.pairs["bad1"].good
    assert found.origins["bad1"] == ("a", "c1", 1)


def test_the_answer_of_a_pair_has_an_origin_though_it_was_not_chosen():
    others = [replace(GOOD, id=f"g{n}") for n in range(5)]
    found = made(BAD, *others)
    good = found.pairs["bad1"].good
    assert good
    assert set(found.origins) >= {"bad1", good.id}


def test_split_sets_say_so():
    found = made(BAD, split="call")
    assert found.examples[0].part in ("train", "test")
