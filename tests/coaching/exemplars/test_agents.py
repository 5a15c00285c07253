from __future__ import annotations

import pytest

from linter.coaching.exemplars.agents import Table, standings
from linter.coaching.exemplars.moments import Moment
from linter.coaching.exemplars.results import Share


def calls(agent, good, bad, stratum="寄件", cooler=None):
    return [
        Moment("upset", agent, (stratum,), number < good, cooler, "", "", "", ())
        for number in range(good + bad)
    ]


def test_an_agent_is_compared_with_who_takes_the_same_calls():
    table = Table(
        [
            *calls("a", 8, 2),
            *calls("b", 5, 5),
            *calls("c", 2, 3, "理赔"),
            *calls("a", 1, 1, "理赔"),
        ]
    )
    a = next(one for one in table.tried(1) if one.agent == "a")
    assert a.own == Share(9, 12)
    # Ten calls like b's and two like c's.
    assert a.expected == pytest.approx((10 * 0.5 + 2 * 0.4) / 12)


def test_what_nobody_else_does_does_not_count():
    table = Table([*calls("a", 9, 0, "专线"), *calls("a", 2, 2), *calls("b", 2, 2)])
    a = next(one for one in table.tried(1) if one.agent == "a")
    assert a.own == Share(2, 4)
    assert [one.agent for one in Table(calls("a", 9, 0)).tried(1)] == []


def test_who_has_too_few_calls_is_not_tried():
    table = Table([*calls("a", 9, 1), *calls("b", 3, 3), *calls("c", 5, 6)])
    assert [one.agent for one in table.tried(10)] == ["a", "c"]


def test_customers_who_calmed_down_are_counted():
    table = Table(
        [*calls("a", 2, 1, cooler=True), *calls("a", 1, 0, cooler=False), *calls("b", 1, 0)]
    )
    assert next(one for one in table.tried(1) if one.agent == "a").cooled == Share(3, 4)


def judged(*agents, level=0.05):
    table = Table([call for agent in agents for call in agent])
    return {one.agent: one for one in standings({"upset": table.tried(1)}, level)["upset"]}


def test_who_is_clearly_better_is_an_exemplar():
    found = judged(calls("a", 58, 2), calls("b", 30, 30), calls("c", 33, 27), calls("d", 28, 32))
    assert [agent for agent, one in found.items() if one.exemplar] == ["a"]
    assert found["a"].interval.low > found["a"].expected
    assert found["a"].adjusted == pytest.approx(4 * found["a"].chance)


def test_who_is_first_by_chance_is_none():
    found = judged(calls("a", 38, 22), calls("b", 33, 27), calls("c", 30, 30), calls("d", 28, 32))
    assert not any(one.exemplar for one in found.values())


def test_many_comparisons_ask_for_more():
    better, others = calls("a", 41, 19), [calls(f"b{n}", 30, 30) for n in range(3)]
    crowd = [calls(f"c{n}", 30, 30) for n in range(40)]
    assert judged(better, *others)["a"].chance <= 0.05
    assert not judged(better, *others, *crowd)["a"].exemplar


def test_what_everybody_does_is_no_comparison():
    told = judged(calls("a", 58, 2), calls("b", 30, 30), calls("c", 33, 27))["a"].adjusted
    upset = Table([*calls("a", 58, 2), *calls("b", 30, 30), *calls("c", 33, 27)]).tried(1)
    greets = Table([*calls("a", 60, 0), *calls("b", 60, 0), *calls("c", 60, 0)]).tried(1)
    found = standings({"opening": greets, "upset": upset}, 0.05)
    assert {one.adjusted for one in found["opening"]} == {1.0}
    assert next(one for one in found["upset"] if one.agent == "a").adjusted == told


def test_of_few_calls_less_is_expected_again():
    found = judged(calls("a", 58, 2), calls("b", 9, 1), calls("c", 30, 30), calls("d", 20, 40))
    for agent in ("a", "b"):
        one = found[agent]
        assert one.expected < one.shrunk < one.own.value
    assert found["a"].own.value - found["a"].shrunk < found["b"].own.value - found["b"].shrunk


def test_where_all_are_alike_the_others_are_expected_again():
    found = judged(calls("a", 31, 29), calls("b", 30, 30), calls("c", 30, 30))
    assert found["a"].shrunk == pytest.approx(found["a"].expected)
