from __future__ import annotations

import random
from dataclasses import replace

from linter.coaching.examples.pool import KEPT, Pool

from .making import BAD, candidate


def many(count: int, agents: int = 7) -> list:
    return [
        candidate(replace(BAD, id=f"e{n}"), f"c{n}", f"agent{n % agents}") for n in range(count)
    ]


def ids(pool: Pool) -> list[str]:
    return [lot.candidate.example.id for _, lots in pool.lots() for lot in lots]


def filled(candidates: list, wanted: int = 1, seed: int = 0) -> Pool:
    pool = Pool(wanted, seed)
    for one in candidates:
        pool.add([one])
    return pool


def test_the_order_does_not_matter():
    candidates = many(900, agents=300)
    shuffled = random.Random(5).sample(candidates, len(candidates))
    assert ids(filled(candidates)) == ids(filled(shuffled))
    assert len(ids(filled(candidates))) == KEPT


def test_another_seed_another_choice():
    candidates = many(900, agents=300)
    assert ids(filled(candidates)) != ids(filled(candidates, seed=1))


def test_no_agent_fills_it():
    candidates = [*many(500, agents=1), candidate(replace(BAD, id="other"), "x", "other")]
    kept = filled(candidates)
    assert "other" in ids(kept)
    assert len(ids(kept)) == 3


def test_memory_does_not_grow_with_the_candidates():
    pool = filled(many(3000, agents=3000))
    assert sum(kept.size for kept in pool._kept.values()) <= 3 * KEPT
    assert sum(pool.found.values()) == 3000


def test_the_same_thing_shown_twice_is_there_once_and_always_of_the_same_call():
    twice = [candidate(BAD, "b", "x"), candidate(BAD, "a", "y")]
    for order in (twice, twice[::-1]):
        (lots,) = (lots for _, lots in filled(order).lots())
        assert [lot.candidate.origin.call for lot in lots] == ["a"]


def test_cells_and_businesses_apart():
    others = (BAD, replace(BAD, id="2", grade=3), replace(BAD, id="3", business="games"))
    keys = [key for key, _ in filled([candidate(one) for one in others]).lots()]
    cell = (False, "impatience", 2)
    assert keys == [(cell, "banking"), (cell, "games"), ((False, "impatience", 3), "banking")]
