"""Where rules apply: which fields of a call speak for and against."""

from __future__ import annotations

from dataclasses import replace

import pytest

from linter.calls.fields import spelt
from linter.judging.engine import applies
from linter.model import Call
from linter.rulebook.applies import _CLOSED, against, fields_text, speaks_for

from .helpers import SIGNALS, errors, place_of, rule, rule_text


def verdict(said: str, **fields: str) -> str:
    return applies(rule(applies=said), Call("c", (), **fields))


@pytest.mark.parametrize(
    ("said", "fields", "reason"),
    [
        ("{channel: chat}", {"channel": "chat"}, ""),
        ("{channel: chat}", {"channel": "phone"}, "不用于 channel=phone"),
        ("{channel: chat}", {"channel": "电话"}, "不用于 channel=电话"),
        ("{channel: 电话}", {"channel": "phone"}, ""),
        ("{channel: [PHONE, im]}", {"channel": "在线客服"}, ""),
        ("{direction: 呼入}", {"direction": "Inbound"}, ""),
        ("{direction: out}", {"direction": "in"}, "不用于 direction=in"),
        ("{business: [宽带, VIP 卡]}", {"business": "vip卡"}, ""),
        ("{scene: 退款}", {"scene": "退 款"}, ""),
        ("{scene: 退款}", {"scene": "退货"}, "不用于 scene=退货"),
        ("{channel: {not: chat}}", {"channel": "phone"}, ""),
        ("{channel: {not: [在线]}}", {"channel": "chat"}, "不用于 channel=chat"),
        ("{business: {not: [宽带, 电视]}}", {"business": "电视"}, "不用于 business=电视"),
        ("{business: {not: 宽带}}", {"business": "固话"}, ""),
        ("{channel: phone, business: {not: 宽带}}", {"business": "宽带"}, "不用于 business=宽带"),
        ("{channel: phone, business: {not: 宽带}}", {}, ""),
        ("{channel: {not: phone}, kind: call}", {}, ""),
        ("{kind: {not: call}}", {}, "只用于话术库"),
        ("{scene: {is: [催收, 回访]}}", {"scene": "催收"}, ""),
        ("{scene: {is: 催收}}", {"scene": "回访"}, "不用于 scene=回访"),
        ("{channel: {is: 电话}}", {"channel": "phone"}, ""),
        ("{scene: {is: 催收}}", {}, "通话没写 scene"),
        ("{kind: {is: call}, business: {is: 催收}}", {}, "通话没写 business"),
        ("{kind: {is: call}}", {}, ""),
        ("{kind: {is: script}}", {}, "只用于话术库"),
    ],
)
def test_what_speaks_against_a_rule(said: str, fields: dict[str, str], reason: str) -> None:
    assert verdict(said, **fields) == reason


def test_a_call_that_does_not_say_what_it_has_to() -> None:
    silent = Call("c", ())
    assert against({"scene": ("催收",)}, {}, silent) == ""
    wanted = rule(applies="{scene: 回访, business: {is: 催收}}")
    assert against(wanted.applies, wanted.applies_not, silent) == "business"
    assert not speaks_for(wanted.applies, wanted.applies_not, replace(silent, scene="回访"))
    assert verdict("{business: {is: 催收}}") != ""


@pytest.mark.parametrize(
    ("said", "mark", "message"),
    [
        ("{channel: telefon}", "telefon", "不认识的channel 'telefon'"),
        ("{direction: [in, 上]}", "上]", "不认识的direction '上'"),
        ("{channel: {not: telefon}}", "telefon", "不认识的channel 'telefon'"),
        ("{channel: {no: chat}}", "no:", "channel里不认识的键 'no'"),
        ("{channel: {}}", "{}", "channel 没有值"),
        ("{business: []}", "[]}", "business 没有值"),
        ("{business: {not: []}}", "{not", "business 没有值"),
        ("{kind: {not: calls}}", "calls", "不认识的kind 'calls'"),
        ("{kind: {not: [call, script]}}", "{not", "kind 的值全排除了，哪里都用不上"),
        ("{scene: {is: 甲, not: 乙}}", "{is", "scene 里 is、not 只能写一个"),
        ("{scene: {is: []}}", "{is", "scene 没有值"),
        ("{channel: [[chat]]}", "[chat", "这里要写值，不是列表"),
    ],
)
def test_what_no_call_can_say(said: str, mark: str, message: str) -> None:
    text = SIGNALS + rule_text("forbid: 催", applies=said)
    assert f"{place_of(text, mark)}: {message}" in errors(text)


def test_the_known_values_are_those_of_the_call_formats() -> None:
    for field, values in _CLOSED.items():
        assert [spelt(field, value) for value in values] == list(values)
        assert spelt(field, "telefon") not in values


def test_only_a_call_that_says_so_is_spoken_for() -> None:
    wanted, unwanted = {"direction": ("out",)}, {"business": ("回访",)}
    calls = {
        name: Call("c", (), direction=direction, business=business)
        for name, direction, business in [
            ("yes", "外呼", "营销"),
            ("no", "out", "回访"),
            ("neither", "out", ""),
            ("silent", "", "营销"),
        ]
    }
    assert [n for n, call in calls.items() if speaks_for(wanted, unwanted, call)] == ["yes"]
    assert fields_text(wanted, unwanted) == "direction=out business≠回访"


def test_what_a_call_has_to_say_in_short() -> None:
    said = rule(applies="{scene: {is: [催收, 回访]}, channel: phone, business: {not: 宽带}}")
    shown = fields_text(said.applies, said.applies_not)
    assert shown == "scene is 催收|回访 channel=phone business≠宽带"
