from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.coaching.examples.alike import Alike, substance
from linter.coaching.examples.model import ExampleTurn

from .making import BAD

SAID = "非常抱歉给您带来不便我马上给您登记加急处理"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SAID, True),
        (SAID + "好吗", True),
        (SAID.replace("加急", "加快"), True),
        (SAID[::-1], False),
        ("您的快递今天下午三点以前送到请保持电话畅通", False),
        ("好", False),
    ],
)
def test_nearly_the_same(text, found):
    alike = Alike()
    alike.add(SAID)
    assert alike.has(text) == found


@given(st.text("您好对不起，我马上查😀", max_size=30))
def test_a_text_is_like_itself(text):
    alike = Alike()
    assert not alike.has(text)
    alike.add(text)
    assert alike.has(text)


def said(agent: str, customer: str = "灯坏了") -> str:
    turns = (ExampleTurn("customer", customer), ExampleTurn("agent", agent))
    return substance(replace(BAD, turns=turns, focus=1))


def test_stops_and_width_say_nothing():
    assert said("您好，请您稍等，我这边马上查！") == said("您好 请您稍等 我这边马上查")


def test_few_words_are_compared_with_what_they_answer():
    assert said("好的。", "灯坏了") != said("好的。", "水漏了")
    long = "请您稍等我这边马上给您查一下"
    assert said(long, "灯坏了") == said(long, "水漏了")
