"""The words that answer a question."""

from __future__ import annotations

from linter.signals.answers import LATER_TURNS, answer_to
from linter.text.turns import speaking_turns

from .helpers import call

ASK = ("a", "请报一下号码")


def words(*said: tuple[str, str], asked: int = 0, asking: tuple[int, ...] = (0,)) -> list[str]:
    """The answer, then what came later."""
    answer = answer_to(asked, speaking_turns(call(*said)), asking)
    return [answer.words.text, *(turn.text for turn in answer.later)] if answer else []


def test_no_more_words_no_answer() -> None:
    assert words(("c", "你好"), ASK, asked=1) == []


def test_pieces_that_the_agent_says_again_are_one_answer() -> None:
    assert words(ASK, ("c", "一三八"), ("a", "一三八，然后呢"), ("c", "零零幺")) == [
        "一三八，零零幺"
    ]


def test_full_stops_inside_a_number_are_soft_boundaries() -> None:
    assert words(ASK, ("c", "138。0000。好了。"), ("a", "嗯"), ("c", "对了。")) == [
        "138，0000。好了。对了。"
    ]


def test_what_comes_when_the_agent_has_gone_on_is_later() -> None:
    assert words(ASK, ("c", "干吗"), ("a", "登记要用"), ("c", "哦")) == ["干吗"]
    assert words(ASK, ("c", "干吗"), ("a", "登记要用"), ("c", "138")) == ["干吗", "138"]


def test_later_ends_with_the_next_question_and_after_some_turns() -> None:
    evasion = (ASK, ("c", "干吗"), ("a", "登记要用"), ("c", "这样吗"))
    assert words(*evasion, ("a", "您贵姓"), ("c", "138"), asking=(0, 4)) == ["干吗", "这样吗"]
    much = [turn for at in range(9) for turn in (("a", "是这样的"), ("c", f"第{at}"))]
    assert len(words(*evasion, *much)) == 1 + LATER_TURNS


def test_a_turn_that_began_before_the_question_answers_with_the_rest_of_it() -> None:
    said = (("c", "我的号是"), ("a", "嗯"), ("c", "138"))
    assert words(*said, asked=1, asking=()) == ["138"]


def test_a_masked_turn_without_a_word_is_an_answer() -> None:
    assert words(ASK, ("c", "****")) == ["****"]


def test_every_piece_still_knows_its_own_turn() -> None:
    said = (ASK, ("c", "一三八"), ("a", "一三八"), ("c", "零零幺"))
    answer = answer_to(0, speaking_turns(call(*said)), (0,))
    assert answer is not None
    assert answer.words.locate(0, 3) == (1, 0, 3)
    assert answer.words.locate(4, 7) == (3, 0, 3)
