"""Warnings of names that lead nowhere; names that do not exist are errors."""

from __future__ import annotations

import pytest
from rulebook.helpers import errors_of

from .linted import pack, rule, said

SIGNALS = """催: {any: [快点]}
怒: {who: customer, levels: {1: [着急], 2: [气死]}}
平: {who: customer, any: [好吧]}
都: {who: customer, of: [怒, 平]}
问: {any: [报<货 as 项>]}"""
WORDS = "classes:\n  货: {鞋: [鞋], 帽: [帽子]}\n"


@pytest.mark.parametrize(
    ("judge", "keys"),
    [
        ("forbid: 无名", {}),
        ("forbid: 催\nunless: [{same_turn: 无名}]", {}),
        ("forbid: 催\nwhen: 无名\nwithin: 2", {}),
        ("forbid: 催\nwhen: 怒\nwithin: 2\nuntil: 无名", {}),
        ("forbid: 催", {"severity": "{default: info, after 无名: error}"}),
        ("forbid: 催", {"yields_to": "无名"}),
        ("when: 怒\nrequire: 无名", {}),
        ("when: 怒\nrequire: {all: [催, 无名]}", {}),
        ("when: 怒\nrequire: 催\nsettled: 无名", {}),
        ("when: 怒\nrequire: 催\nnearly: 无名", {}),
        ("sequence: [一: 催, 二: 无名]", {}),
        ("sequence: [一: 催, 二: 怒]\nunless_between: 无名", {}),
        ("sequence: [一: 催, 二: 怒]\nunless_turn: 无名", {}),
        ("repeat: {when: 无名}", {}),
        ("repeat: {over: 无名}", {}),
        ("measure: {of: count, limit: 2, signals: 无名}", {}),
        ("rise: {after: 无名, signal: 怒}", {}),
        ("rise: {after: impatience, signal: 无名}", {}),
    ],
)
def test_a_name_that_does_not_exist_is_an_error_wherever_it_stands(
    judge: str, keys: dict[str, str]
) -> None:
    (only,) = errors_of(("t.yml", pack(SIGNALS, rule(judge, **keys), before=WORDS)))
    assert "没有叫 '无名' 的" in only


def test_rules_that_yield_in_a_circle() -> None:
    rules = [
        rule("forbid: 催", "self", yields_to="self"),
        rule("forbid: 催", "one", yields_to="[two]"),
        rule("forbid: 催", "two", yields_to="[last, one]"),
        rule("forbid: 催", "last"),
    ]
    text = pack(SIGNALS, *rules, before=WORDS)
    assert [one.split(" ", 1)[1] for one in said(text, "circular-yield")] == [
        "规则 'self' 让给自己",
        "规则 'one' 绕一圈又让给自己",
        "规则 'two' 绕一圈又让给自己",
    ]


def test_levels_above_the_highest() -> None:
    rules = [
        rule("forbid: 催", "a", severity="{default: info, after 怒 3+: error}"),
        rule("when: 都 3+\nrequire: 催", "b"),
        rule("when: [怒 2+, 都 2+]\nrequire: 催", "c"),
        rule("when: 平 1+\nrequire: 催", "d"),
    ]
    text = pack(SIGNALS, *rules, before=WORDS)
    lines = text.splitlines()
    found = said(text, "level-too-high")
    assert [one.split(" ", 1)[1] for one in found] == [
        "信号 '怒' 最高只有 2 级，怒 3+ 永远不会出现",
        "信号 '都' 最高只有 2 级，都 3+ 永远不会出现",
        "信号 '平' 没有分级，平 1+ 永远不会出现",
    ]
    places = [tuple(map(int, one.split(" ", 1)[0].split(":"))) for one in found]
    marks = ["after 怒 3+", "都 3+", "平 1+"]
    assert [
        lines[line - 1][column - 1 :][: len(mark)]
        for (line, column), mark in zip(places, marks, strict=True)
    ] == marks


def test_a_rise_of_what_has_no_levels() -> None:
    def text(signal: str) -> str:
        judge = f"rise: {{after: impatience, signal: {signal}}}"
        return pack(SIGNALS, rule("forbid: 催"), rule(judge, "heat"), before=WORDS)

    assert said(text("怒"), "rise-without-levels") == []
    assert said(text("都"), "rise-without-levels") == []
    (only,) = said(text("平"), "rise-without-levels")
    assert "没有分级" in only


@pytest.mark.parametrize(
    ("judge", "say", "warns"),
    [
        ("sequence: [一: 问(项=X), 二: 催]", "问了又催。", True),
        ("sequence: [一: 问(项=X), 二: 催]", "问了{项}又催。", False),
        ("sequence: [一: 问(项=X), 二: 问(项=X)]", "又问。", False),
        ("sequence: [一: 问(项=X), 二: refused(项=X)]", "问了。", False),
        ("sequence: [一: '问(项=X)', 二: '问(项=Y)']", "又问。", True),
        ("sequence: [一: 问, 二: 催]", "又催。", False),
    ],
)
def test_a_variable_that_joins_nothing(judge: str, say: str, warns: bool) -> None:
    text = pack(SIGNALS, rule(judge, say=say), before=WORDS)
    assert bool(said(text, "lone-variable")) == warns
