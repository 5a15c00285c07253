from __future__ import annotations

from collections import Counter
from dataclasses import replace

from linter.coaching.examples.choosing import Chooser, Limits
from linter.coaching.examples.model import Candidate, ExampleTurn
from linter.coaching.examples.pool import Pool

from .making import BAD, candidate

WORDS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"


def example(number: int, **changes: object):
    """One that is like no other."""
    said = "".join(WORDS[(number * 7 + step * (number + 3)) % len(WORDS)] for step in range(16))
    turns = (ExampleTurn("customer", "灯坏了"), ExampleTurn("agent", said))
    return replace(BAD, id=f"e{number}", turns=turns, focus=1, **changes)


def choose(candidates: list[Candidate], *limits: int, seed: int = 0):
    asked = Limits(*limits)
    pool = Pool(asked.per, seed)
    pool.add(candidates)
    return Chooser(pool, asked).choose()


def test_so_many_of_each_cell():
    candidates = [
        candidate(example(n, grade=1 + n % 3, good=n % 2 == 0), f"c{n}") for n in range(60)
    ]
    chosen = choose(candidates, 2, 1, 1)
    count = Counter((one.example.good, one.example.grade) for one in chosen.candidates)
    assert set(count.values()) == {2}
    assert len(count) == 6
    assert chosen.missing == ()


def test_businesses_take_turns():
    candidates = [candidate(example(n, business="big"), f"c{n}") for n in range(20)]
    candidates += [candidate(example(n, business="small"), f"c{n}") for n in (20, 21)]
    chosen = choose(candidates, 4, 1, 1)
    assert Counter(one.example.business for one in chosen.candidates) == {"big": 2, "small": 2}


def test_at_most_so_many_of_a_call_and_of_an_agent():
    of_a_call = [candidate(example(n, grade=1 + n % 3), "c") for n in range(9)]
    chosen = choose(of_a_call, 3, 2, 9)
    assert len(chosen.candidates) == 2
    assert chosen.passed == {"call": 7}
    of_an_agent = [candidate(example(n, grade=1 + n % 3), f"c{n}", "7") for n in range(9)]
    assert len(choose(of_an_agent, 3, 2, 4).candidates) == 4


def test_what_is_nearly_the_same_is_chosen_once():
    same = [candidate(replace(example(1), id=f"e{n}"), f"c{n}") for n in range(5)]
    chosen = choose(same, 3, 9, 9)
    assert len(chosen.candidates) == 1
    assert chosen.passed == {"alike": 4}


def test_what_is_rare_comes_first():
    rare = candidate(example(0, category="threat"), "c0")
    others = [candidate(example(n), f"c{n % 2}") for n in range(1, 9)]
    chosen = choose([*others, rare], 3, 1, 9)
    assert "threat" in {one.example.category for one in chosen.candidates}


def test_what_could_not_be_filled_is_said():
    (one, other, third) = choose([candidate(example(1))], 2, 9, 9).missing
    assert (one.cell, one.wanted, one.chosen, one.found) == ((False, "impatience", 1), 2, 0, 0)
    assert (other.cell[2], other.chosen, other.found) == (2, 1, 1)
    assert third.cell[2] == 3


def test_another_seed_another_choice():
    candidates = [candidate(example(n), f"c{n}") for n in range(30)]
    first, again, other = (
        [one.example.id for one in choose(candidates, 3, 1, 1, seed=seed).candidates]
        for seed in (1, 1, 2)
    )
    assert first == again != other
