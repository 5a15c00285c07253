from __future__ import annotations

import pytest

from linter import Linter
from linter.coaching.examples.collecting import Collector
from linter.rulebook.load import load_texts
from linter.triage.select import Selection

from .making import PACK, call, examples, only

HELLO = "坐席：您好，我来帮您。\n"
ASKED = HELLO + "客户：气死了\n坐席：对不起，我马上查。\n客户：好。"


def test_an_answer_that_was_required():
    found = only(ASKED, "missing_apology")
    assert (found.good, found.moment, found.focus) == (True, "生气", 2)
    assert found.turns[1].spans == ((0, 2, "trigger", "生气"),)
    assert found.turns[2].spans == ((0, 3, "focus", ""),)


@pytest.mark.parametrize(
    ("answer", "shown"),
    [("我一小时内回电，对不起。", "对不起"), ("我一小时内回电。", "一小时内回电")],
)
def test_what_the_rule_names_first_is_shown_however_short(answer, shown):
    pack = PACK.replace("require: 道歉", "require: [道歉, 承诺]").replace(
        "  问候:", "  承诺: {who: agent, any: [一小时内回电]}\n  问候:"
    )
    promising = Linter(load_texts([("small.yml", pack)]), Selection(praise=True))
    asked = call(f"{HELLO}客户：气死了\n坐席：{answer}\n客户：好。")
    (found,) = (
        one.example
        for one in Collector(promising, False).collect(asked).candidates
        if one.example.rule == "sorry"
    )
    ((start, end, *_),) = found.turns[2].spans
    assert answer[start:end] == shown


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("something else is wrong with it", "客户：气死了\n坐席：对不起，快点说。\n客户：好。"),
        (
            "the customer goes on",
            "客户：气死了\n坐席：对不起。\n客户：投诉你。\n坐席：抱歉。\n客户：投诉你。",
        ),
        ("nobody asked for it", "客户：你好\n坐席：对不起。"),
        ("it is too far away", "客户：气死了\n" + "客户：嗯，我说\n" * 9 + "坐席：对不起。"),
    ],
)
def test_no_example(why, text):
    assert [one for one in examples(HELLO + text) if one.good and one.rule == "sorry"] == [], why


@pytest.mark.parametrize(("text", "count"), [("您好，有什么可以帮您？", 1), ("您好。", 0)])
def test_an_opening_worth_showing(text, count):
    found = [one for one in examples(f"坐席：{text}\n客户：你好") if one.rule == "hello"]
    assert [(one.moment, one.good) for one in found] == [("开头", True)] * count
