from __future__ import annotations

from linter.coaching.exemplars.merging import merged
from linter.coaching.exemplars.usage import Use


def use(words, calls, *same):
    return Use(
        tuple(words.split()), tuple(tuple(one.split()) for one in same), frozenset(calls), {}
    )


def told(*uses):
    return {"".join(one.gram): {"".join(gram) for gram in also} for one, also in merged(uses)}


def test_the_longest_that_says_it_speaks_for_its_parts():
    found = told(use("先", range(20)), use("先 登记", range(19)), use("我 先 登记", range(18)))
    assert found == {"我先登记": set()}


def test_a_longer_one_that_is_rare_is_another():
    found = told(use("登记", range(20)), use("先 登记 好", range(5)))
    assert found == {"登记": set(), "先登记好": set()}


def test_one_that_is_less_rare_is_kept_as_the_same():
    assert told(use("先 登记", range(20)), use("我 先 登记", range(13))) == {"先登记": {"我先登记"}}


def test_windows_of_a_long_sentence_are_one():
    found = told(use("我 先 给 您", range(10)), use("先 给 您 登记", range(10)))
    assert found == {"我先给您": {"先给您登记"}} or found == {"先给您登记": {"我先给您"}}


def test_what_shares_a_word_or_calls_alone_is_not_the_same():
    assert len(told(use("给 您 登记", range(10)), use("回复 给", range(10)))) == 2
    assert len(told(use("给 您 登记", range(10)), use("马上 办", range(10)))) == 2
    assert len(told(use("给 您 登记", range(10)), use("您 登记 好", range(10, 20)))) == 2


def test_one_that_joins_two_makes_them_one():
    parts = use("甲 乙 丙", range(12)), use("丁 戊 己", range(11))
    assert len(told(*parts)) == 2
    assert len(told(*parts, use("乙 丙 丁 戊", range(11)))) == 1


def test_n_grams_of_the_same_calls_count_as_its_words():
    assert told(use("我 先 登记", range(9), "先 登记", "先")) == {"我先登记": set()}
