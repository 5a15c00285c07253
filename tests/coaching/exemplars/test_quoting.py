from __future__ import annotations

from linter.coaching.exemplars.moments import Moment, Said
from linter.coaching.exemplars.quoting import AROUND, quotes, wanted_share

GRAM = ("马上", "登记")


def moment(agent, text, good=True, asked="急死我了", wanted=(), turn=2):
    return Moment(
        "upset", agent, (), good, None, f"{agent}-1", "t.jsonl", asked, (Said(turn, text, wanted),)
    )


def test_one_answer_of_each_agent_and_those_that_went_well_first():
    found = quotes(
        [
            moment("a", "我马上登记。", good=False),
            moment("b", "那马上登记。"),
            moment("b", "马上登记了。"),
            moment("c", "马上登记。", good=False),
            moment("c", "好，马上登记。"),
        ],
        GRAM,
        3,
    )
    assert [(quote.agent, quote.text, quote.good) for quote in found] == [
        ("b", "那马上登记。", True),
        ("c", "好，马上登记。", True),
        ("a", "我马上登记。", False),
    ]
    assert (found[0].call, found[0].path, found[0].turn) == ("b-1", "t.jsonl", 2)


def test_no_more_than_wanted():
    several = [moment(agent, "马上登记") for agent in "abcd"]
    assert len(quotes(several, GRAM, 2)) == 2
    assert quotes(several, GRAM, 0) == ()


def test_the_words_are_marked_and_what_is_far_is_left_out():
    before, after = "前" * 40, "后" * 40
    found = quotes([moment("a", f"{before}，马上登记，{after}", asked="问" * 60)], GRAM, 1)[0]
    assert found.text[found.start : found.end] == "马上登记"
    assert found.text == f"…{'前' * (AROUND - 1)}，马上登记，{'后' * (AROUND - 1)}…"
    assert found.asked == "问" * 2 * AROUND + "…"


def test_how_much_of_it_the_rules_ask_for():
    inside = moment("a", "好马上登记", wanted=((3, 5),))
    outside = moment("a", "好马上登记，对不起", wanted=((6, 9),))
    assert wanted_share([inside, outside, outside, outside], GRAM) == 0.25
    assert wanted_share([moment("a", "别的")], GRAM) == 0
