from __future__ import annotations

import pytest

from linter.coaching.exemplars import usage
from linter.coaching.exemplars.moments import Moment, Said
from linter.coaching.exemplars.usage import sizes, uses


def moment(agent, *texts, business="寄件"):
    said = tuple(Said(number, text) for number, text in enumerate(texts))
    return Moment("upset", agent, (business,), True, None, "", "", "", said)


def test_a_call_counts_once_however_often_it_is_said():
    moments = [moment(agent, "马上，马上，马上。", "马上") for agent in "abcde"]
    found = next(use for use in uses(moments) if use.gram == ("马上",))
    assert found.calls == frozenset(range(5))
    assert found.counts == {(agent, ("寄件",)): 1 for agent in "abcde"}
    assert (found.of("ab"), found.users("abz")) == (2, 2)


def test_n_grams_of_the_same_calls_are_one_test():
    found = uses([moment(agent, "马上处理") for agent in "abcde"])
    assert [(use.gram, set(use.same)) for use in found] == [
        (("马上", "处理"), {("马上",), ("处理",)})
    ]


def test_what_too_few_say_is_not_compared():
    assert uses([moment(agent, "马上") for agent in "ababababab"]) == []
    assert uses([moment(agent, "马上") for agent in "abcd"]) == []


def test_what_is_rare_among_many_is_not_compared():
    many = [moment(agent, "没有") for agent in "abc" * 300]
    assert all(
        use.gram != ("马上",) for use in uses([*many, *[moment(a, "马上") for a in "abcde"]])
    )


def test_the_most_frequent_are_compared(monkeypatch):
    monkeypatch.setattr(usage, "MOST", 1)
    moments = [moment(a, "马上") for a in "abcdef"] + [moment(a, "处理") for a in "abcdefg"]
    assert [use.gram for use in uses(moments)] == [("处理",)]


def test_calls_are_counted_by_agent_and_stratum():
    moments = [moment("a", ""), moment("a", "", business="理赔"), moment("a", "")]
    assert sizes(moments) == {("a", ("寄件",)): 2, ("a", ("理赔",)): 1}


@pytest.mark.parametrize("often", [5, 50])
def test_a_gram_is_the_longest_of_its_group(often):
    found = uses([moment(agent, "我现在就去催网点") for agent in "abcde" * often])
    assert len(found) == 1
    assert len(found[0].gram) == 6
