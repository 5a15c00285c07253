from __future__ import annotations

from math import log, sqrt

import pytest

from linter.coaching.exemplars.odds import PRIOR, interval, log_odds

CALLS = {("a", ("x",)): 40, ("b", ("x",)): 60}


def test_it_is_the_formula_of_monroe_and_others():
    uses = {("a", ("x",)): 20, ("b", ("x",)): 10}
    prior = PRIOR * 0.3
    against = PRIOR - prior
    own, other = (20 + prior, 20 + against), (10 + prior, 50 + against)
    ratio = log(own[0] / own[1]) - log(other[0] / other[1])
    error = sqrt(sum(1 / cell for cell in (*own, *other)))
    found = log_odds(uses, CALLS, {"a"})
    assert found.log == pytest.approx(ratio)
    assert found.error == pytest.approx(error)
    assert found.z == pytest.approx(ratio / error)
    assert log_odds(uses, CALLS, {"b"}).log == pytest.approx(-ratio)


def test_what_is_rare_is_held_back_by_the_prior():
    rare = log_odds({("a", ("x",)): 1}, CALLS, {"a"})
    often = log_odds({("a", ("x",)): 20}, CALLS, {"a"})
    assert 0 < rare.z < 1 < often.z
    assert rare.chance > often.chance


def test_what_all_say_alike_or_never_is_nothing():
    for uses in ({}, dict(CALLS), {("a", ("x",)): 20, ("b", ("x",)): 30}):
        assert log_odds(uses, CALLS, {"a"}).log == pytest.approx(0)


def test_strata_are_compared_within():
    # In x both say it in half of the calls, in y hardly ever; a takes x more often.
    calls = {("a", ("x",)): 90, ("a", ("y",)): 10, ("b", ("x",)): 10, ("b", ("y",)): 90}
    uses = {("a", ("x",)): 45, ("a", ("y",)): 0, ("b", ("x",)): 5, ("b", ("y",)): 1}
    assert abs(log_odds(uses, calls, {"a"}).z) < 1
    pooled = {(agent, ("",)): 100 for agent in "ab"}
    assert log_odds({("a", ("",)): 45, ("b", ("",)): 6}, pooled, {"a"}).z > 4


def test_a_stratum_of_one_side_says_nothing():
    calls = {**CALLS, ("a", ("y",)): 50}
    uses = {("a", ("x",)): 20, ("b", ("x",)): 10}
    assert log_odds({**uses, ("a", ("y",)): 50}, calls, {"a"}) == log_odds(uses, CALLS, {"a"})


def test_agents_that_differ_make_the_interval_wide():
    calls = {(agent, ("x",)): 50 for agent in "abcdefgh"}
    alike = {(agent, ("x",)): 25 if agent in "abc" else 5 for agent in "abcdefgh"}
    one = {**alike, ("a", ("x",)): 50, ("b", ("x",)): 20, ("c", ("x",)): 5}
    group = {"a", "b", "c"}
    narrow, wide = interval(alike, calls, group), interval(one, calls, group)
    assert narrow.low > 1
    assert wide.low < 1 < wide.high
