from __future__ import annotations

from .helpers import ASK, SCOLD, TELL, chain, one, places, status

UNBROKEN = "{measure: {of: unbroken, limit: 6}}"
MIXED = "{measure: {of: mixed, signals: [称你, 称您]}}"
DUPLICATE = "{measure: {of: duplicate, limit: 4}}"
COUNT = "{measure: {of: count, limit: 2, signals: [稍等, 训人]}}"
WAIT = "坐席：请稍等。"


# --- unbroken


def test_unbroken_at_the_limit_and_past_it() -> None:
    assert status(UNBROKEN, TELL, "坐席：一二三四五六。") == "met"
    assert places(UNBROKEN, TELL, "坐席：好吧，一二三四五六七。") == [(1, "一二三四五六七")]


def test_every_stop_breaks() -> None:
    for stop in "，。！？、；：":
        assert status(UNBROKEN, TELL, f"坐席：一二三四{stop}五六七八。") == "met"


def test_unbroken_looks_at_each_fragment_alone() -> None:
    assert status(UNBROKEN, TELL, "坐席：一二三四", "坐席：五六七八") == "met"


def test_customer_may_talk_as_long_as_he_likes() -> None:
    assert status(UNBROKEN, "客户：一二三四五六七八九十。", ASK) == "met"


def test_unbroken_twice_in_a_turn_is_one_finding() -> None:
    found = one(UNBROKEN, TELL, "坐席：一二三四五六七，二三四五六七八。")
    assert chain(found) == [(1, "again", "二三四五六七八")]


# --- mixed


def test_mixed_in_one_turn() -> None:
    found = one(MIXED, TELL, "坐席：您的单子，你的号码，你的卡。")
    assert (found.quote, chain(found)) == (
        "你的",
        [(1, "step", "您的"), (1, "again", "你的")],
    )


def test_not_mixed_across_turns() -> None:
    assert status(MIXED, TELL, "坐席：您的单子。", TELL, "坐席：你的单子。") == "met"
    assert status(MIXED, TELL, "坐席：你的单子，你的卡。") == "met"


def test_mixed_with_a_doubtful_word_is_doubtful() -> None:
    assert one(MIXED, TELL, "坐席：您的单子，你们拿好。").certainty == "review"
    assert one(MIXED, TELL, "坐席：您的单子，你的卡。").certainty == "certain"


# --- duplicate


def test_duplicate_line() -> None:
    found = one(DUPLICATE, "坐席：一二三四。", TELL, "坐席： 一二三四。")
    assert (found.turn, found.quote, chain(found)) == (2, "一二三四。", [(0, "step", "一二三四。")])


def test_duplicate_is_the_first_one_again() -> None:
    lines = ("坐席：一二三四。", "客户：好吧。", "坐席：一二三四。", TELL, "坐席：一二三四。")
    assert [turn for turn, _ in places(DUPLICATE, *lines)] == [2, 4]
    assert chain(one(DUPLICATE, *lines[:3])) == [(0, "step", "一二三四。")]


def test_duplicate_shorter_than_the_limit_does_not_count() -> None:
    assert status(DUPLICATE, "坐席：一二三", TELL, "坐席：一二三") == "met"
    assert status(DUPLICATE, "坐席：一二三四", TELL, "坐席：一二三四") == "violated"


def test_customers_duplicates_are_not_reported() -> None:
    assert status(DUPLICATE, TELL, ASK, TELL) == "met"


# --- count


def test_count_at_the_limit_and_past_it() -> None:
    assert status(COUNT, TELL, WAIT, TELL, WAIT) == "met"
    found = one(COUNT, TELL, WAIT, TELL, SCOLD, TELL, WAIT, TELL, WAIT)
    assert (found.turn, chain(found)) == (5, [(1, "step", "请稍等"), (3, "step", "别喊")])


def test_a_turn_counts_once() -> None:
    assert status(COUNT, TELL, "坐席：请稍等，请稍等，别喊。", TELL, WAIT) == "met"


def test_doubtful_hits_make_a_doubtful_count() -> None:
    doubtful = "坐席：小声点。"
    found = one(COUNT, TELL, WAIT, TELL, doubtful, TELL, WAIT)
    assert (found.turn, found.certainty) == (5, "review")
    found = one(COUNT, TELL, WAIT, TELL, doubtful, TELL, WAIT, TELL, WAIT)
    assert (found.turn, found.certainty) == (7, "certain")
