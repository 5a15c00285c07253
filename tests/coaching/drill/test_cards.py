"""From an example to a card: what is shown, and what the answer takes the place of."""

from __future__ import annotations

from linter.coaching.drill.cards import Better, begin_of, breath, card_of
from linter.coaching.examples.model import ExampleTurn

from .made import AFTER, RUDE, UPSET, example, trigger

BETTER = Better("抱歉。", "call", "等了三天！")


def test_a_bad_example_shows_what_was_before_and_keeps_the_rest_for_later():
    card = card_of(example(), 1, BETTER, 7)
    assert card.turns == (UPSET,)
    assert (card.instead, card.better, card.place) == (RUDE.text, BETTER, 7)
    assert (card.id, card.rule, card.grade, card.aspect) == ("a1", "backtalk", 1, "态度")


def test_a_good_example_has_its_own_line():
    card = card_of(example(good=True), 1, BETTER, 1)
    assert (card.instead, card.better) == ("", Better(RUDE.text, "own"))


def test_turns_left_out_right_before_the_answer_are_counted():
    late = RUDE._replace(skipped=4)
    card = card_of(example(UPSET, late), 1, BETTER, 1)
    assert (card.turns, card.skipped) == ((UPSET,), 4)


def test_the_answer_takes_the_place_of_a_whole_breath():
    turns = (UPSET, ExampleTurn("agent", "嗯。"), RUDE, ExampleTurn("agent", "再见。"), AFTER)
    card = card_of(example(*turns, focus=2), 1, BETTER, 1)
    assert card.turns == (UPSET,)
    assert card.instead == "嗯。 你投诉去吧，投诉也没用。 再见。"


def test_what_it_rests_on_stays_though_the_agent_said_it():
    turns = (UPSET, trigger("请您稍等。"), RUDE)
    assert begin_of(turns, 1, 2) == 2
    assert card_of(example(*turns, focus=2), 1, BETTER, 1).turns == turns[:2]


def test_a_breath_ends_where_turns_are_left_out():
    assert breath((RUDE, ExampleTurn("agent", "再见。", 2)), 0) == RUDE.text


def test_a_call_may_begin_with_the_answer():
    card = card_of(example(RUDE, AFTER, focus=0), 0, BETTER, 1)
    assert (card.turns, card.instead) == ((), RUDE.text)
