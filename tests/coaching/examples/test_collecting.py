from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from linter.coaching.examples.collecting import Collector
from linter.model import Casting

from .making import call, collected, examples, linter, only

TEXT = """
坐席：您好，有什么可以帮您？
客户：我的卡号是六二二八四八零一，气死了！
坐席：快点说，别废话。
客户：你急什么。
"""


def test_a_bad_turn_with_its_context():
    found = only(TEXT, "impatience")
    assert (found.good, found.rule, found.focus, found.said) == (
        False,
        "rude",
        2,
        "快点说，别废话。",
    )
    assert [turn.role for turn in found.turns] == ["agent", "customer", "agent", "customer"]
    assert [span for span in found.turns[2].spans if span.as_ == "focus"] == [(0, 2, "focus", "")]
    assert (found.message, found.suggestion) == ("坐席催客户。", "您慢慢说。")
    assert found.moment == "生气"
    assert found.also == ("missing_apology",)


def test_everything_is_masked_and_counted():
    (one,) = (c for c in collected(TEXT).candidates if c.example.category == "impatience")
    assert "六二二八" not in repr(one.example)
    assert one.masked == 8


def test_nobody_is_named_and_the_origin_is_apart():
    (one, *_) = collected(TEXT, agent_id="A007", agent_name="王丽", path="day.txt").candidates
    shown = repr(one.example)
    assert all(name not in shown for name in ("A007", "王丽", "day.txt", "c1"))
    assert one.origin == ("day.txt", "c1", one.origin.turn)
    assert one.agent == "A007"


def test_an_agent_who_says_the_own_number_is_not_named_either():
    said = TEXT.replace("快点说", "工号A八零二，我是王丽，快点说")
    for fields in ({"agent_id": "A802", "agent_name": "王丽"}, {}):
        shown = only(said, "impatience", **fields).said
        assert shown.startswith("工号****，我是")
        assert "王" not in shown


def test_unknown_agents_are_different_ones_in_every_call():
    agents = {one.agent for id_ in ("c1", "c2") for one in collected(TEXT, id_).candidates}
    assert len(agents) == 2


def test_the_id_is_that_of_what_is_shown():
    ids = [{one.id for one in examples(TEXT, id_=name, path=name)} for name in ("x", "y")]
    assert ids[0] == ids[1]
    assert only(TEXT.replace("别废话", "要不就挂"), "impatience").id not in ids[0]


def test_a_script_library_gives_nothing():
    script = replace(call("坐席：快点说"), kind="script")
    assert Collector(linter()).collect(script).candidates == ()


@pytest.mark.parametrize(
    ("casting", "count"),
    [
        (Casting("swapped", 0.9), 0),
        (Casting("bleeding", 0.9, doubtful=(1,)), 0),
        (Casting("bleeding", 0.9, doubtful=(4,)), 1),
    ],
)
def test_doubtful_roles(casting, count):
    text = (
        "客户：气死了\n坐席：快点说。\n客户：气死了。\n坐席：对不起。\n客户：嗯行。\n坐席：再见。"
    )
    found = Collector(linter()).collect(replace(call(text), casting=casting))
    assert sum(one.example.rule == "rude" for one in found.candidates) == count


def test_counts_of_a_call():
    found = collected(TEXT, agent_id="7", business="banking", channel="phone")
    assert found[1:] == ("7", "banking", "phone", 4, 2, None)


def test_it_goes_to_other_processes():
    collector = pickle.loads(pickle.dumps(Collector(linter(), review=True)))
    assert collector.book.version == linter().book.version
    assert len(collector.collect(call(TEXT)).candidates) == len(collected(TEXT).candidates)
