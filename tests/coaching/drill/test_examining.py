"""What the rules say of answers: those of a small shop, and those that come with huashu."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.coaching.drill.cards import Better, card_of
from linter.coaching.drill.examining import (
    BEYOND,
    LISTENING,
    OFF,
    SILENT,
    Examiner,
    call_of,
    says_something,
)
from linter.coaching.drill.feedback import Well
from linter.coaching.drill.reading import read_set
from linter.coaching.examples.model import ExampleTurn
from linter.linting import Linter
from linter.model import Turn
from linter.rulebook.load import load_texts
from linter.triage.select import Selection

from .made import example

SHOP = Path(__file__).parents[2] / "cli" / "shop.yml"


@pytest.fixture(scope="module")
def shop():
    return Examiner(Linter(SHOP, Selection(praise=True)))


@pytest.fixture(scope="module")
def huashu():
    return Examiner(Linter(selection=Selection(praise=True)))


def card(rule, *turns, instead="哦。", **more):
    """A card with these turns; a blank one is a gap."""
    shown, skipped = [], 0
    for turn in turns:
        role, _, text = turn.partition("：")
        if not text:
            skipped = 3
            continue
        shown.append(ExampleTurn("customer" if role == "客" else "agent", text, skipped))
        skipped = 0
    said = ExampleTurn("agent", instead, skipped)
    made = example(*shown, said, focus=len(shown), rule=rule, **more)
    return card_of(made, len(shown), Better(), 1)


def rules(findings):
    return [found.rule for found in findings]


@pytest.mark.parametrize(
    "answer", ["", "  ", "嗯。", "好的好的", "……", "嗯，对，是的。", "x", "asdf", "1", "不"]
)
def test_what_is_no_answer(answer):
    assert not says_something(answer)


@pytest.mark.parametrize("answer", ["不是", "没有了", "我来办", "OK，马上"])
def test_what_is_one(answer):
    assert says_something(answer)


def test_the_call_is_the_card_the_answer_and_a_word_of_listening():
    made = card("rude", "客：太慢了。", channel="chat", business="b", scene="s", direction="in")
    call = call_of(made, "抱歉。")
    assert call.turns == (
        Turn("customer", "太慢了。"),
        Turn("agent", "抱歉。"),
        Turn("customer", LISTENING),
    )
    assert (call.channel, call.business, call.scene, call.direction) == ("chat", "b", "s", "in")


def test_a_good_answer(shop):
    told = shop.examine(card("rude", "客：太慢了。", instead="快点说。"), "抱歉，我来办。")
    assert told.good
    assert told.well == (Well("我来办", "坐席揽下了事情。"), Well("抱歉", "致歉"))
    assert not told.think


def test_the_same_fault_again(shop):
    told = shop.examine(card("rude", "客：我想想。", instead="快点说。"), "您倒是快点说啊")
    assert not told.good
    assert told.is_about(card("rude"))


def test_another_fault_counts(shop):
    told = shop.examine(card("rude", "客：灯不亮。", instead="快点说。"), "这不归我管。")
    assert rules(told.wrong) == ["shirks"]


def test_what_is_mild_counts_on_its_own_card_only(shop):
    told = shop.examine(card("careless", "客：要哪个？", instead="随便吧。"), "随便吧。")
    assert rules(told.wrong) == ["careless"]
    told = shop.examine(card("rude", "客：要哪个？", instead="快点说。"), "随便吧。")
    assert (rules(told.think), told.good) == (["careless"], True)


def test_what_needs_a_look_never_counts(shop):
    for rule in ("cold", "rude"):
        told = shop.examine(card(rule, "客：写的什么？", instead="自己看。"), "你自己看。")
        assert (rules(told.think), told.good) == (["cold"], True)


def test_what_others_said_before_is_not_the_trainees(shop):
    before = ("坐：这不归我管。", "客：那谁管？")
    told = shop.examine(card("rude", *before, instead="快点说。"), "我问一下再告诉您。")
    assert told.good
    assert not told.think


def test_what_was_asked_for_is_missing(shop):
    told = shop.examine(card("no-sorry", "客：太慢了。"), "就这样的。")
    assert (rules(told.missing), told.wrong) == (["no-sorry"], ())
    told = shop.examine(card("no-sorry", "客：太慢了。"), "对不起。")
    assert told.good
    assert told.well == (Well("对不起", "致歉"),)


def test_the_last_chance_counts_on_any_card(shop):
    told = shop.examine(card("rude", "客：太慢了。", instead="快点说。"), "马上给您看。")
    assert rules(told.missing) == ["no-sorry"]


def test_what_may_still_come_is_for_later(huashu):
    upset = "客：我要投诉你们，等了三天了！"
    told = huashu.examine(card("backtalk", upset, instead="你投诉去吧。"), "请问是哪一笔订单？")
    assert told.good
    assert {"missing-apology", "request-ignored"} <= {*rules(told.later)}
    assert not told.think
    for own in ("missing-apology", "request-ignored"):
        told = huashu.examine(card(own, upset), "请问是哪一笔订单？")
        assert own in rules(told.missing)


def test_what_rests_on_turns_before_a_gap_is_something_to_think_about(shop):
    turns = ("客：太慢了。", "：", "客：灯还是不亮。")
    told = shop.examine(card("rude", *turns, instead="快点说。"), "我看看。")
    assert (rules(told.think), told.good) == (["no-sorry"], True)
    told = shop.examine(card("no-sorry", *turns), "我看看。")
    assert rules(told.missing) == ["no-sorry"]
    told = shop.examine(card("rude", "客：太慢了。", "：", instead="快点说。"), "我看看。")
    assert (rules(told.think), told.good) == (["no-sorry"], True)


def test_greetings_and_closings_count_where_they_are_the_point(huashu):
    told = huashu.examine(
        card("backtalk", "客：我查个账单。", instead="你投诉去吧。"), "我查一下。"
    )
    assert not {"missing-greeting", "missing-closing"} & {*rules(told.later), *rules(told.missing)}
    told = huashu.examine(card("missing-greeting"), "讲。")
    assert rules(told.missing) == ["missing-greeting"]
    assert huashu.examine(card("missing-greeting"), "您好，请问有什么可以帮您？").good
    told = huashu.examine(card("missing-closing", "客：行，那我知道怎么弄了。"), "就是右下角那个。")
    assert rules(told.missing) == ["missing-closing"]


def test_the_diagnosis_has_what_the_moment_asks_for(huashu):
    upset = card("missing-apology", "客：我要投诉你们，等了三天了！")
    told = huashu.examine(upset, "非常抱歉，我马上给您登记，今天下午六点前给您回电。")
    assert told.good
    assert {part.name: part.status for part in told.parts} == {
        "话术": "做到",
        "态度": "做到",
        "职责": "做到",
    }
    told = huashu.examine(upset, "你投诉去吧，投诉也没用。")
    assert {part.name: part.status for part in told.parts} == {"话术": "缺失", "态度": "缺失"}
    assert not huashu.examine(card("backtalk", "客：我查个账单。"), "我帮您查。").parts


def test_what_gave_way_to_another_is_still_the_point(huashu):
    """The finding of the card's own rule may be evidence of a graver one."""
    before = ("坐：这么简单的都不会点吗？", "客：你怎么骂人呢，我要投诉你！")
    told = huashu.examine(card("missing-apology-offended", *before), "右下角那个按钮。")
    assert told.missing
    assert told.is_about(card("missing-apology-offended"))


def test_what_an_exemplar_was_praised_for(shop):
    asked = card("helps", "客：灯不亮。", good=True)
    assert shop.examine(asked, "我看看再说。").unpraised == "坐席揽下了事情。"
    assert shop.examine(asked, "我来办。").unpraised == ""


def test_a_rule_that_is_not_in_force():
    examiner = Examiner(Linter(SHOP, Selection(ignore=frozenset(["rude"]), praise=True)))
    assert examiner.examine(card("rude", "客：我想想。"), "您慢慢想。").unjudged == OFF
    assert examiner.examine(card("nobodys", "客：我想想。"), "您慢慢想。").unjudged == OFF


def test_a_rule_that_nothing_calls_for(shop):
    assert shop.examine(card("no-sorry", "客：灯不亮。"), "我看看。").unjudged == SILENT


def test_a_rule_that_takes_more_of_the_call(shop):
    """What was said then is not found either, so that nothing is proved by its absence."""
    odd = card("rude", "客：我想想。", instead="您慢慢想。")
    assert shop.examine(odd, "您再想想。").unjudged == BEYOND
    assert shop.examine(odd, "快点说。").unjudged == ""
    sound = card("rude", "客：我想想。", instead="快点说。")
    assert shop.examine(sound, "您再想想。").unjudged == ""


TIMED = """
pack: timed
rules:
  - id: talks-most
    category: efficiency
    aspect: 效率
    severity: info
    measure: {of: talk_share, limit: 90}
    say: 坐席说得太多。
    why: 客户插不上话。
    instead: 您说。
    tests:
      - flag: |
          客户：好。
          坐席：【好。】
      - pass: |
          客户：好。
          坐席：好。
"""


def test_a_rule_that_cannot_be_judged():
    examiner = Examiner(Linter(load_texts([("timed.yml", TIMED)]), Selection(praise=True)))
    told = examiner.examine(card("talks-most", "客：我想想。"), "您慢慢想。")
    assert told.unjudged == "没有说话的时间"


def test_exemplars_pass_and_what_was_said_then_does_not(huashu):
    """On the set of the documents: where a rule can see the fault, it does."""
    for one in read_set(str(SHOP.parents[2] / "docs/examples/drill/投诉.jsonl")):
        assert huashu.examine(one, one.better.line).good
        if one.instead:
            told = huashu.examine(one, one.instead)
            assert told.unjudged == BEYOND or not told.good
