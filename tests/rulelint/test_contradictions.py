"""Warnings of rules at odds with each other, and of tests that prove nothing."""

from __future__ import annotations

import pytest

from .linted import pack, rule, said

SIGNALS = """承诺: {any: [(马上|立刻)(给您|)办, 我来跟进]}
包办: {any: [马上给您办]}
可能包办: {maybe: [马上给您办]}
收尾包办: {any: [马上给您办], at: last 1}
怒: {who: customer, any: [着急]}
合: {of: 承诺}"""

ASKS = rule("when: 怒\nrequire: 合", "asks")


def contradictions(judge: str, **keys: str | None) -> list[str]:
    text = pack(SIGNALS, ASKS, rule(judge, "bars", **keys))
    return said(text, "contradiction")


def test_what_one_rule_asks_for_and_another_forbids() -> None:
    assert contradictions("forbid: 包办") == [
        "3:14 规则 'asks' 要求说的 '(马上|立刻)(给您|)办' 里有“马上给您办”，"
        "规则 'bars' 又禁止“马上给您办”"
    ]


@pytest.mark.parametrize(
    ("judge", "keys"),
    [
        ("forbid: 包办", {"severity": "info"}),
        ("forbid: 包办", {"certainty": "review"}),
        ("forbid: 包办", {"praise": "true"}),
        ("forbid: 包办", {"applies": "{kind: script}"}),
        ("forbid: 包办\nwhich: 2", {}),
        ("forbid: 可能包办", {}),
        ("forbid: 收尾包办", {}),
        ("forbid: 包办\nwhen: 怒\nwithin: 2", {}),
        ("forbid: 包办\nunless: [{earlier: 怒}]", {}),
    ],
)
def test_what_is_forbidden_only_somewhere_is_none(judge: str, keys: dict[str, str]) -> None:
    assert contradictions(judge, **keys) == []


def test_rules_for_other_calls_do_not_contradict() -> None:
    def text(scene: str) -> str:
        asks = rule("when: 怒\nrequire: 合", "asks", applies="{scene: 售后}")
        bars = rule("forbid: 包办", "bars", applies=f"{{scene: {scene}}}")
        return pack(SIGNALS, asks, bars)

    assert len(said(text("售后"), "contradiction")) == 1
    assert said(text("售前"), "contradiction") == []


def test_contradicting_a_rule_of_another_file() -> None:
    base = pack(SIGNALS, rule("forbid: 包办", "bars"))
    text = pack("新承诺: {any: [马上给您办]}", rule("when: 怒\nrequire: 新承诺", "asks"))
    (only,) = said(text, "contradiction", base=base)
    assert only.startswith("3:15 规则 'asks' 要求说的 '马上给您办'")


@pytest.mark.parametrize(
    ("instead", "warned"),
    [
        ("您别急，马上给您办。", "建议的说法“马上给您办”会被规则 'bars' 报出来"),
        ("您别急，我看一下。", ""),
        ("不说“马上给您办”“马上给您办好”，说清楚几天。", ""),
        ("改说“马上给您办”。", "建议的说法“马上给您办”会被规则 'bars' 报出来"),
    ],
)
def test_advice_that_would_be_reported(instead: str, warned: str) -> None:
    text = pack(SIGNALS, rule("forbid: 包办", "bars"), rule("forbid: 怒", "other", instead=instead))
    found = said(text, "instead-is-flagged")
    assert [one.split(" ", 1)[1] for one in found] == ([warned] if warned else [])
    line = next(n for n, line in enumerate(text.splitlines(), 1) if instead in line)
    assert all(one.startswith(f"{line}:") for one in found)


def idle(judge: str, passing: str, signals: str = SIGNALS) -> int:
    tests = f'[{{flag: "坐席：【马上给您办】"}}, {{pass: "{passing}"}}]'
    return len(said(pack(signals, rule(judge, tests=tests)), "idle-pass-test"))


@pytest.mark.parametrize(
    ("judge", "passing", "warns"),
    [
        ("forbid: 包办", "坐席：今天下雨。", True),
        ("forbid: 包办", "坐席：马上给您办公用品。", False),
        # The words of the other side are a near miss.
        ("forbid: 包办", "客户：你得马上给您办。", False),
        # As is one word of them, or a trigger.
        ("forbid: 合", "坐席：我来跟进", False),
        ("forbid: 合", "坐席：我立刻看", False),
        ("forbid: 包办\nwhen: 怒\nwithin: 2", "客户：我着急。", False),
        ("repeat: {}", "坐席：今天下雨。", False),
        ("measure: {of: unbroken, limit: 9}", "坐席：今天下雨。", False),
        ("measure: {of: count, limit: 9, signals: 包办}", "坐席：今天下雨。", True),
    ],
)
def test_tests_that_come_nowhere_near(judge: str, passing: str, warns: bool) -> None:
    assert idle(judge, passing) == warns


def test_one_near_miss_is_enough() -> None:
    tests = '[{flag: "坐席：【马上给您办】"}, {pass: "坐席：下雨。"}, {pass: "坐席：马上看。"}]'
    assert said(pack(SIGNALS, rule("forbid: 合", tests=tests)), "idle-pass-test") == []


@pytest.mark.parametrize(
    "keys",
    [
        *("like: [我们马上给您办好它]", "measure: {of: rate, over: 300}"),
        "any: [马上给您办], learned: {of: any, over: 60}",
    ],
)
def test_what_is_not_found_by_words_is_not_asked_for(keys: str) -> None:
    assert idle("forbid: 似", "坐席：今天下雨。", f"似: {{{keys}}}") == 0


def test_a_rise_is_near_where_its_cause_is() -> None:
    signals = "催: {any: [快点]}\n怒: {who: customer, levels: {1: [着急], 2: [气死]}}"

    def warns(passing: str) -> int:
        tests = f'[{{flag: "坐席：【快点】"}}, {{pass: "{passing}"}}]'
        heat = rule("rise: {after: impatience, signal: 怒}", "heat", tests=tests)
        near = '[{flag: "坐席：【快点】"}, {pass: "客户：快点"}]'
        cause = rule("forbid: 催", tests=near)
        return len(said(pack(signals, cause, heat), "idle-pass-test"))

    assert warns("坐席：今天下雨。") == 1
    assert warns("坐席：快点。") == 0
