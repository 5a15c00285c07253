"""Warnings of patterns that add nothing, match nothing or are always taken back."""

from __future__ import annotations

import pytest

from .linted import pack, rule, said

WORDS = """classes:
  货: {鞋: [鞋], 帽: [帽子]}
conditions:
  反着: {before: [不], distance: 4}
"""


def signal(keys: str, *checks: str) -> list[str]:
    found = said(pack(f"催: {{{keys}}}", rule("forbid: 催"), before=WORDS), *checks)
    return [one.split(" ", 1)[1] for one in found]


@pytest.mark.parametrize(
    "keys",
    [
        "any: [投诉, 我要投诉]",
        "any: [投(诉|告), 我要(投诉|投告)]",
        "any: [(甲|乙)丙, 甲丙丁]",
        "any: [甲…乙, 甲…3乙丙]",
        "any: [甲……乙, 甲…乙丁]",
        "any: [<货>, 买<货>]",
        "any: [<数字 3+>, <数字 5+>号]",
        "any: [^甲, ^甲乙]",
        "any: [甲$, 乙甲$$]",
        "any: [甲], maybe: [甲乙]",
        "levels: {1: [甲乙], 2: [甲]}",
        "any: [甲, 丙甲乙], over: [丁甲]",
        "any: [甲, 丙甲乙], not_when: [反着]",
        "any: [买<货 as 项>, 快买<货 as 项>]",
    ],
)
def test_patterns_in_the_shadow_of_another(keys: str) -> None:
    (only,) = signal(keys, "shadowed-pattern")
    assert "多余" in only


@pytest.mark.parametrize(
    "keys",
    [
        "any: [投诉, 我要投告]",
        "any: [(甲|乙)丙, (甲|丁)丙戊]",
        "any: [甲…3乙, 甲…5乙丙]",
        "any: [甲…乙, 甲……乙丁]",
        "any: [<数字 5+>, <数字 3+>号]",
        "any: [^甲, 甲乙]",
        "any: [^^甲, ^甲乙]",
        "any: [甲(后无 乙), 甲丙]",
        "any: [「滚」, 滚动]",
        "any: [甲乙], maybe: [甲]",
        "maybe: [甲], any: [甲乙]",
        "levels: {1: [甲], 2: [甲乙]}",
        "any: [甲, 甲乙], least: 2",
        "any: [你好, 你好吗], heard: near",
        # 不…甲 is taken back, 丙不甲 is none of it.
        "any: [甲, 丙不甲], not_when: [反着]",
        "any: [甲, 丙…甲], not_when: [反着]",
        "any: [买, 买<货 as 项>]",
    ],
)
def test_patterns_that_add_something(keys: str) -> None:
    assert signal(keys, "shadowed-pattern", "duplicate-pattern") == []


def test_where_the_needless_pattern_stands() -> None:
    text = pack("催:\n  any: [快点, 慢慢]\n  maybe:\n  - 快点儿", rule("forbid: 催"))
    assert said(text, "shadowed-pattern") == ["6:7 短语 '快点儿' 多余：有它就有 '快点'，已经算了"]


def test_a_lower_level_says_what_the_higher_one_makes_of_it() -> None:
    text = pack("怒: {levels: {1: [火大], 2: [火]}}", rule("forbid: 怒"))
    assert said(text, "shadowed-pattern") == ["3:20 短语 '火大' 多余：有它就有 '火'，已算第 2 级"]


@pytest.mark.parametrize(
    ("section", "place", "message"),
    [
        ("催: {any: [甲, 乙, 甲]}", "7:19", "短语 '甲' 已经写过"),
        ("催: {any: [甲A, 甲Ａ]}", "7:17", "短语 '甲Ａ' 和 '甲A' 是一样的"),
        ("催: {any: [甲], over: [丙甲, 丙甲]}", "7:28", "短语 '丙甲' 已经写过"),
    ],
)
def test_the_same_pattern_twice(section: str, place: str, message: str) -> None:
    text = pack(section, rule("forbid: 催"), before=WORDS)
    assert said(text, "duplicate-pattern") == [f"{place} {message}"]


def test_the_same_pattern_twice_in_conditions_and_values() -> None:
    before = "conditions:\n  反: {after: [了, 了]}\nslots:\n  鞋: {volunteered: [三九, 三九]}\n"
    text = pack("催: {any: [甲]}", rule("forbid: 催"), before=before)
    assert [one.split(" ")[0] for one in said(text, "duplicate-pattern")] == ["3:18", "5:25"]


def test_the_same_words_on_two_levels_are_no_duplicate() -> None:
    assert signal("levels: {1: [甲], 2: [乙]}", "duplicate-pattern") == []


@pytest.mark.parametrize("pattern", ["甲$…乙", "甲^乙", "(前无 甲)甲乙(后无 丙)丙"])
def test_patterns_that_match_nothing(pattern: str) -> None:
    (only,) = signal(f"any: [甲, {pattern}]", "unmatchable-pattern")
    assert only.endswith("永远匹配不上")


@pytest.mark.parametrize("key", ["over", "not_if", "near", "near_turn"])
def test_exceptions_that_match_nothing(key: str) -> None:
    assert len(signal(f"any: [甲], {key}: [甲^乙]", "unmatchable-pattern")) == 1


@pytest.mark.parametrize("pattern", ["甲$……3乙", "甲……^乙", "^甲", "「甲」", "(前无 丙)甲", "甲乙"])
def test_patterns_that_match_something(pattern: str) -> None:
    assert signal(f"any: [{pattern}]", "unmatchable-pattern") == []


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("any: [乙, 甲快], not_if: [甲]", "not_if: 甲"),
        ("any: [乙, 甲快], not_if_turn: [甲快]", "not_if_turn: 甲快"),
        ("any: [乙, 甲快], over: [甲(快点|)]", "over: 甲(快点|)"),
    ],
)
def test_patterns_that_are_always_taken_back(keys: str, why: str) -> None:
    (only,) = signal(keys, "dead-pattern")
    assert only == f"短语 '甲快' 总被自己的例外收回（{why}）"


@pytest.mark.parametrize(
    "keys",
    [
        "any: [甲快], not_if: [甲快点]",
        "any: [(甲|乙)快], not_if: [甲]",
        "any: [甲快], over: [甲快]",
        "any: [甲快], near: [丙]",
        "any: [不快], not_when: [反着]",
    ],
)
def test_patterns_that_are_taken_back_only_somewhere(keys: str) -> None:
    assert signal(keys, "dead-pattern") == []


@pytest.mark.parametrize(
    ("keys", "warns"),
    [
        ("any: [快点], over: [慢慢]", True),
        ("any: [快点], over: [点心, 慢慢]", True),
        ("any: [快点], over: [点心]", False),
        ("any: [快…点], over: [慢慢]", False),
        ("any: [快点], over: [慢…慢]", False),
        ("any: [快点<数字 2+>], over: [慢慢]", False),
        ("any: [快点], heard: near, over: [慢慢]", False),
        ("any: [买<货>], over: [帽架]", False),
        ("any: [买<货>], over: [衣架]", True),
        ("like: [您能不能快一点说], over: [慢慢]", False),
        ("any: [快点], learned: {of: any, over: 60}, over: [慢慢]", False),
    ],
)
def test_over_that_can_cover_nothing(keys: str, warns: bool) -> None:
    assert len(signal(keys, "idle-exception")) == warns


def test_over_of_a_group_is_about_its_members() -> None:
    def text(over: str) -> str:
        return pack(f"催: {{any: [快点]}}\n合: {{of: 催, over: [{over}]}}", rule("forbid: 合"))

    assert said(text("点心"), "idle-exception") == []
    assert len(said(text("慢慢"), "idle-exception")) == 1
