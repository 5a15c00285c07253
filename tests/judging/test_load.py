"""Where the customer abuses the agent, by the built-in packs and by others."""

from __future__ import annotations

import functools
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from linter import Call, Linter, Turn
from linter.judging.load import LOAD_SIGNAL
from linter.model import Casting, Evidence
from linter.triage.select import Selection

RULES = Path(__file__).parents[2] / "rules"


@functools.cache
def linter(*, load: bool = True) -> Linter:
    return Linter(RULES, Selection(load=load))


def call(said: str) -> Call:
    turns = (
        Turn("agent", "您好，请问有什么可以帮您？"),
        Turn("customer", said),
        Turn("agent", "好的。"),
    )
    return Call("c1", turns)


def quotes(said: str) -> list[str]:
    return [place.quote for place in linter().lint(call(said)).load]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("你他妈的会不会办事", ["他妈"]),
        ("你就是个废物！", ["你就是个废物"]),
        ("滚！", ["滚"]),
        ("你有病吧？", ["你有病"]),
        ("你是不是傻啊？", ["你是不是傻"]),
        ("你个傻逼", ["傻逼"]),
        ("你就是一个破接电话的，你算老几啊", ["你就是一个破接电话", "你算老几"]),
        ("你个王八蛋，去死吧", ["你个王八蛋", "去死"]),
        ("闭嘴！", ["闭嘴"]),
    ],
)
def test_abuse_is_load(said: str, words: list[str]) -> None:
    assert quotes(said) == words


@pytest.mark.parametrize(
    "said",
    [
        "我他妈的等了三天了",
        "你们系统有毛病",
        "你们是骗子吧？",
        "你们公司的服务太差了，气死我了",
        "你刚才骂我傻逼，我要投诉",
        "刚才骂你聋，对不住啊",
        "你说谁傻逼呢？",
        "滚筒洗衣机坏了",
        "垃圾箱我都翻了",
        "我妈的手机停机了",
        "我有病，要看医生",
        "哪个王八蛋给拿走了",
        "我要投诉你！",
    ],
)
def test_anger_at_the_matter_is_none(said: str) -> None:
    assert quotes(said) == []


def test_a_place_is_evidence() -> None:
    assert linter().lint(call("你就是个废物！")).load == (
        Evidence(1, 0, 6, "你就是个废物", "load", LOAD_SIGNAL),
    )


def test_what_the_agent_says_is_none() -> None:
    spoken = Call("c1", (Turn("customer", "您好。"), Turn("agent", "你就是个废物！")))
    assert linter().lint(spoken).load == ()


def test_nobody_is_told_who_did_not_ask() -> None:
    assert linter(load=False).lint(call("滚！")).load == ()


def test_it_changes_nothing_else() -> None:
    report = linter().lint(call("滚！"))
    assert report.load
    assert replace(report, load=()) == linter(load=False).lint(call("滚！"))


def test_a_linter_in_another_process_tells_the_same() -> None:
    assert pickle.loads(pickle.dumps(linter())).lint(call("滚！")).load


def test_a_script_has_no_customer() -> None:
    script = replace(call("滚！"), kind="script")
    assert linter().lint(script).load == ()


def test_where_the_roles_are_doubtful_nobody_is_said_to_have_said_it() -> None:
    swapped = replace(call("滚！"), casting=Casting("swapped", 0.9))
    bleeding = replace(call("滚！"), casting=Casting("bleeding", 0.9, doubtful=(1,)))
    assert linter().lint(swapped).load == linter().lint(bleeding).load == ()


def test_a_pack_without_the_signal_knows_of_none() -> None:
    shop = Path(__file__).parents[1] / "cli" / "shop.yml"
    assert Linter(shop, Selection(load=True)).lint(call("滚！")).load == ()
