"""The scorer: its arithmetic on a model small enough to be worked out by hand."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from math import exp, sqrt

import pytest

from linter.signals.learned import GATE, Scorer, default_scorer, framed, ngrams, read
from tools.learn.writing import SideTables, TableData, data_file

# Added to the logit of "bad" by 坏 and 好; of "worse" by 坏. Nothing speaks but single characters.
SAID = TableData(["坏", "好"], [4.0, 1.0], 9.0, [[12.7, -6.35], [12.7, 0.0], [0.0, 6.35]])
BEFORE = TableData(["怒"], [1.0], 9.0, [[2.54], [0.0], [0.0]])
FILE = data_file(
    [SideTables(["any", "bad", "kind"], [-1.0, -2.0, 0.0], SAID, BEFORE)],
    {"any": ["bad", "kind"]},
    "nothing",
)


@pytest.fixture
def scorer() -> Scorer:
    return read(FILE)


def percent(logit: float) -> int:
    return int(100 / (1 + exp(-logit)))


def test_n_grams_are_up_to_three_characters_and_pairs_with_one_or_two_in_between() -> None:
    runs = {*"甲乙丙丁", "甲乙", "乙丙", "丙丁", "甲乙丙", "乙丙丁"}
    assert ngrams("甲乙丙丁") == {*runs, "甲\t丙", "乙\t丁", "甲\t丁"}
    assert ngrams("") == set()


def test_a_text_is_framed_and_its_digits_are_alike() -> None:
    assert framed("第3床，二楼") == "^第0床，0楼$"
    assert framed("") == ""


def test_the_score_is_the_sum_of_the_weights_over_the_root_of_all_rarities(scorer: Scorer) -> None:
    # ^坏$ has six n-grams and a pair: 坏 of rarity 4, and six that are not known, of rarity 9.
    assert scorer.score("any", "坏", "") == percent(-1 + 12.7 / sqrt(4 + 6 * 9))
    # ^好坏$: nine n-grams and three pairs, two of them known.
    assert scorer.score("any", "好坏", "") == percent(-1 + (12.7 - 6.35) / sqrt(4 + 1 + 10 * 9))


def test_what_was_said_before_has_its_own_root(scorer: Scorer) -> None:
    said = 12.7 / sqrt(4 + 6 * 9)
    assert scorer.score("any", "坏", "怒") == percent(-1 + said + 2.54 / sqrt(1 + 6 * 9))


def test_unheard_words_make_it_less_sure(scorer: Scorer) -> None:
    assert scorer.score("any", "坏", "") > scorer.score("any", "坏甲乙丙丁", "") > percent(-1)


def test_a_category_is_nothing_where_no_violation_is_likely(scorer: Scorer) -> None:
    very_kind = "好" * 1
    low = read(
        data_file(
            [SideTables(["any", "bad", "kind"], [-4.0, -2.0, 3.0], SAID, BEFORE)],
            {"any": ["bad", "kind"]},
            "",
        )
    )
    assert low.score("any", very_kind, "") < GATE
    assert low.score("kind", very_kind, "") == 0
    assert scorer.score("kind", very_kind, "") > 30


def test_of_a_category_both_models_are_asked(scorer: Scorer) -> None:
    root = sqrt(4 + 6 * 9)
    own, any_of_them = (1 / (1 + exp(-logit)) for logit in (-2 + 12.7 / root, -1 + 12.7 / root))
    assert scorer.score("bad", "坏", "") == int(100 * own**0.7 * any_of_them**0.3)


def test_a_pair_is_shown_where_its_characters_stand() -> None:
    table = TableData(["坏\t甲"], [1.0], 1.0, [[12.7], [12.7]])
    before = TableData(["怒"], [1.0], 9.0, [[0.0], [0.0]])
    side = SideTables(["any", "bad"], [0.0, 0.0], table, before)
    pairs = read(data_file([side], {"any": ["bad"]}, ""))
    # Two in between: the pair's characters are two stretches, each with half of what it adds.
    first, second = pairs.weighing("bad", "坏乙丙甲", "")
    assert [(one.start, one.end) for one in (first, second)] == [(0, 1), (3, 4)]
    assert first.points == second.points > 0


def test_the_likeliest_of_a_family(scorer: Scorer) -> None:
    assert scorer.top("坏", "")[0] == "kind"
    assert scorer.top("坏坏坏坏坏坏坏坏坏", "")[0] == "kind"
    assert scorer.family() == ("bad", "kind")


def test_a_label_that_is_not_known(scorer: Scorer) -> None:
    with pytest.raises(KeyError):
        scorer.score("blame", "坏", "")


def test_what_weighed_is_shown_where_it_stands(scorer: Scorer) -> None:
    [weight] = scorer.weighing("bad", "甲坏乙好", "")
    assert (weight.start, weight.end) == (1, 2)
    # ^甲坏乙好$ has 15 n-grams and 7 pairs.
    assert weight.points == pytest.approx(12.7 / sqrt(4 + 1 + 20 * 9), rel=0.01)
    assert scorer.weighing("bad", "甲乙", "") == ()


def test_said_twice_it_weighs_once(scorer: Scorer) -> None:
    first, second = scorer.weighing("bad", "坏甲乙丙坏", "")
    assert {(first.start, first.end), (second.start, second.end)} == {(0, 1), (4, 5)}
    assert first.points == pytest.approx(second.points)


def test_a_file_of_another_format() -> None:
    changed = FILE.replace(b'"format": 2', b'"format": 9')
    with pytest.raises(ValueError, match="9"):
        read(changed)


def test_threads_do_not_disturb_each_other() -> None:
    texts = [
        ("您自己点的能怪谁呢", "怎么扣钱了"),
        ("我马上帮您查一下，稍等", "还没到账"),
        ("好的您请讲", ""),
    ]
    alone = [[default_scorer().score("blame", *text) for text in texts] for _ in range(50)]
    with ThreadPoolExecutor(8) as pool:
        together = pool.map(
            lambda _: [default_scorer().score("blame", *text) for text in texts], range(50)
        )
        assert list(together) == alone


def test_what_is_shipped_knows_blame_from_help() -> None:
    shipped = default_scorer()
    before = "怎么多扣了我二十块钱"
    blaming = shipped.score("any", "合同是您自己签的，当时为什么不看清楚呢", before)
    helping = shipped.score("any", "我帮您查一下这笔钱是怎么扣的，请您稍等", before)
    assert blaming > 2 * helping
    assert shipped.top("合同是您自己签的，当时为什么不看清楚呢", before)[0] == "blame"


def test_the_data_is_of_this_machine_only_in_memory() -> None:
    # A linter goes to other processes by its rules; the scorer is read again there.
    assert pickle.loads(pickle.dumps(default_scorer)) is default_scorer
