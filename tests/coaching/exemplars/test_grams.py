from __future__ import annotations

from linter.coaching.exemplars.grams import grams, places


def test_words_and_runs_of_words_within_a_clause():
    found = {"".join(gram) for gram in grams(["帮您登记，马上处理。"])}
    assert {"登记", "马上", "处理", "您登记", "帮您登记", "马上处理"} <= found
    assert not any("登记马上" in gram for gram in found)


def test_no_more_than_six_words():
    assert max(len(gram) for gram in grams(["我马上给您登记然后再给您回电话"])) == 6


def test_a_single_character_is_no_words():
    assert grams(["我。好。啊"]) == set()


def test_numbers_and_what_is_masked_are_nobodys_words():
    found = {"".join(gram) for gram in grams(["电话是*****登记 12345 处理"])}
    assert not any("*" in gram or "1" in gram for gram in found)
    assert "登记" in found


def test_a_text_that_says_nothing():
    assert grams(["", "……", "😀"]) == set()


def test_where_they_stand_in_what_was_written():
    text = "呃，我、我马上登记！马上登记。"
    found = [text[place.start : place.end] for place in places(text, ("马上", "登记"))]
    assert found == ["马上登记", "马上登记"]
    assert list(places(text, ("处理",))) == []


def test_fillers_and_width_are_left_out_and_found_again():
    text = "ＶＩＰ嗯客户优先"
    assert ("vip", "客户") in grams([text])
    place = next(places(text, ("vip", "客户")))
    assert text[place.start : place.end] == "ＶＩＰ嗯客户"
