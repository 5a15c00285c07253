from __future__ import annotations

from linter.coaching.examples.collecting import Collector
from linter.linting import Linter
from linter.rulebook.load import load_texts

from .making import PACK, call, examples, only

MISSING = "客户：气死了\n坐席：什么事。\n客户：灯坏了。\n坐席：知道了。\n客户：嗯。"


def test_what_is_missing_has_no_words_to_mark():
    found = only(MISSING, "missing_apology")
    assert (found.good, found.focus) == (False, 1)
    assert [span.as_ for span in found.turns[1].spans] == ["missing"]
    assert "missing" in found.reasons


def test_an_opening():
    found = only("坐席：什么事。\n客户：你好。", "missing_greeting")
    assert (found.good, found.moment) == (False, "开头")


def test_doubtful_ones_only_when_asked_for():
    doubtful = PACK.replace("forbid: 催促", "forbid: 催促\n    certainty: review")
    linter = Linter(load_texts([("small.yml", doubtful)]))
    found = [
        [
            one.example.certainty
            for one in Collector(linter, review)
            .collect(call("客户：嗯我想想\n坐席：快点"))
            .candidates
            if one.example.rule == "rude"
        ]
        for review in (False, True)
    ]
    assert found == [[], ["review"]]


def test_nobody_answers():
    assert [one for one in examples("坐席：您好。\n客户：气死了") if not one.good] == []
