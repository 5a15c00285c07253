"""One record of a set."""

from __future__ import annotations

import pytest

from linter.calls.place import Place
from linter.coaching.drill.cards import Better
from linter.coaching.drill.records import example_of, pair_of
from linter.coaching.examples.model import Pair
from linter.coaching.examples.objects import example_object
from linter.errors import InputError

from .made import AFTER, RUDE, UPSET, example, record

PLACE = Place("set.jsonl", 3)
TURN = {"role": "agent", "text": "你投诉去吧。"}


def test_what_examples_writes_is_read_as_it_was():
    good = example(good=True, id="g1", lookalike="引用", also=("blame",), part="test")
    bad = example(reasons=("short",), channel="chat", why="因为")
    assert example_of(example_object(good, None), PLACE) == (good, 1)
    assert example_of(example_object(bad, Pair(good, "rule")), PLACE) == (bad, 1)
    assert pair_of(example_object(bad, Pair(good, "rule"))["pair"], bad, PLACE) == Better(
        RUDE.text, "call", UPSET.text
    )
    assert pair_of(example_object(bad, Pair(None))["pair"], bad, PLACE) == Better(
        bad.suggestion, "rule"
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"id": None}, "没有 id"),
        ({"id": ""}, "id 是空的"),
        ({"rule": ""}, "rule 是空的"),
        ({"prompt": None}, "没有 prompt"),
        ({"colour": "red"}, "不认识的键 colour"),
        ({"kind": "ugly"}, "kind 要是good、bad之一"),
        ({"aspect": "心情"}, "aspect 要是话术、态度、职责、适时结束、效率、标杆之一"),
        ({"difficulty": 4}, "difficulty 要是1、2、3之一"),
        ({"part": "half"}, "part 要是train、test之一"),
        ({"turns": []}, "turns 是空的"),
        ({"turns": [3]}, "第 0 轮 要是一个对象 {…}"),
        ({"turns": [{"role": "agent"}]}, "第 0 轮 没有 text"),
        ({"turns": [{"role": "boss", "text": ""}]}, "第 0 轮 role 要是"),
        ({"turns": [TURN | {"skipped": -1}]}, "第 0 轮 skipped 不能是负的"),
        ({"turns": [TURN | {"spans": [{}]}]}, "spans 没有"),
        (
            {"turns": [TURN | {"spans": [{"start": 4, "end": 2, "as": "focus", "label": ""}]}]},
            "spans end 要在 4 和 6 之间",
        ),
        (
            {"turns": [TURN | {"spans": [{"start": 4, "end": 7, "as": "focus", "label": ""}]}]},
            "spans end 要在 4 和 6 之间",
        ),
        ({"focus": 2}, "focus 要在 0 和 1 之间"),
        ({"focus": 0, "prompt": 0}, "focus 指的第 0 轮不是坐席说的"),
        ({"prompt": 2}, "prompt 要在 0 和 1 之间"),
        ({"prompt": 0}, "prompt 和 focus 之间只能是坐席的话"),
    ],
)
def test_what_is_no_example(more, said):
    with pytest.raises(InputError) as error:
        example_of(record(**more), PLACE)
    assert said in error.value.message
    assert error.value.where == "set.jsonl:3"


def test_without_a_pair_the_rule_has_to_do():
    assert pair_of(None, example(), PLACE) == Better("您的诉求我已经记录。", "rule")
    assert pair_of(None, example(suggestion=""), PLACE) == Better()
    assert pair_of({"from": "rule", "text": " "}, example(), PLACE) == Better()


@pytest.mark.parametrize(
    "pair",
    [3, {}, {"from": "call"}, {"from": "hearsay", "text": "好"}, {"from": "rule", "text": 3}],
)
def test_what_is_no_pair(pair):
    with pytest.raises(InputError, match="pair"):
        pair_of(pair, example(), PLACE)


def test_the_lead_is_what_the_customer_said_last():
    turns = [{"role": one.role, "text": one.text} for one in (UPSET, AFTER, RUDE)]
    pair = {"from": "call", "text": "好", "turns": turns, "focus": 2, "prompt": 2}
    assert pair_of(pair, example(), PLACE).lead == AFTER.text
