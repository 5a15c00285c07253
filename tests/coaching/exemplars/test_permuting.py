from __future__ import annotations

import pytest

from linter.coaching.exemplars import permuting
from linter.coaching.exemplars.permuting import Groups, residuals

AGENTS = [f"a{number}" for number in range(8)]
CALLS = {(agent, ("x",)): 20 for agent in AGENTS}


def said(*often):
    return {(agent, ("x",)): count for agent, count in zip(AGENTS, often, strict=True) if count}


def chances(*words, group=("a0", "a1", "a2"), seed=0):
    return Groups(AGENTS, group, seed).chances([residuals(one, CALLS) for one in words])


def test_residuals_are_what_an_agent_says_beyond_everybody():
    more, floor = residuals(said(20, 0, 0, 0, 0, 0, 0, 20), CALLS)
    assert (more["a0"], more["a1"]) == (0.75, -0.25)
    assert floor == pytest.approx(0.25 * 0.75 / 20)


def test_residuals_are_taken_within_strata():
    calls = {("a", ("x",)): 10, ("b", ("x",)): 10, ("b", ("y",)): 30, ("c", ("y",)): 30}
    uses = {("a", ("x",)): 8, ("b", ("x",)): 8}
    assert set(residuals(uses, calls)[0].values()) == {0.0}


def test_what_only_the_group_says_is_as_rare_as_its_choice():
    assert chances(said(12, 13, 11, 0, 0, 0, 0, 0)) == [1 / 56]


def test_what_everybody_says_is_no_wonder():
    assert chances(said(*[10] * 8))[0] > 0.9


def test_the_habit_of_one_is_no_wonder():
    assert chances(said(20, 0, 0, 0, 0, 0, 0, 0)) == [21 / 56]


def test_each_word_is_held_against_all_words():
    other = [said(*[14 if n in held else 1 for n in range(8)]) for held in ((3, 4, 5), (1, 4, 6))]
    group = said(12, 13, 11, 0, 0, 0, 0, 0)
    alone, among = chances(group)[0], chances(group, *other)[0]
    assert among >= alone
    assert among <= 3 / 56


def test_who_stands_out_less_is_never_more_certain():
    words = [said(12, 12, 12, n, n, n, n, n) for n in range(0, 12, 2)]
    found = chances(*words)
    assert found == sorted(found)


def test_of_many_groups_some_are_drawn(monkeypatch):
    monkeypatch.setattr(permuting, "MOST", 30)
    word = said(12, 13, 11, 9, 0, 4, 0, 2)
    drawn = chances(word, seed=1)
    assert drawn == chances(word, seed=1)
    # The real group is one of them, so nothing is impossible.
    assert drawn[0] >= 1 / 31
    assert len({chances(word, seed=seed)[0] for seed in range(9)}) > 1


def test_how_many_groups_there_are():
    assert Groups(AGENTS, AGENTS[:3]).many == 56
