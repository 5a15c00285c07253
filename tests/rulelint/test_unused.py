"""Warnings of what no rule leads to."""

from __future__ import annotations

import pytest

from linter.rulelint.unused import ASKED_FOR

from .linted import pack, rule, said

WORDS = """classes:
  货: {鞋: [鞋], 帽: [帽子]}
  里层: [袜]
  没用的: [伞]
conditions:
  反着: {before: [不]}
  没人问的: {before: [没]}
slots:
  鞋: {answer: [三九]}
  伞: {answer: [长柄]}
"""


def test_a_signal_no_rule_names_and_one_a_group_leads_to() -> None:
    text = pack(
        "催: {any: [快点]}\n合: {of: [催]}\n闲: {any: [啦]}\n闲合: {of: [闲]}",
        rule("forbid: 合"),
    )
    assert said(text, "unused-signal") == [
        "5:3 没有规则用到信号 '闲'",
        "6:3 没有规则用到信号 '闲合'",
    ]


@pytest.mark.parametrize(
    "judge",
    [
        "forbid: 催\nunless: [{same_turn: 甲}]",
        "forbid: 催\nwhen: 甲\nwithin: 2",
        "forbid: 催\nwhen: 催\nwithin: 2\nuntil: 甲",
        "when: 催\nrequire: 甲",
        "when: 催\nrequire: 催\nsettled: 甲",
        "when: 催\nrequire: 催\nnearly: 甲",
        "sequence: [一: 催, 二: 甲]",
        "sequence: [一: 催, 二: 催]\nunless_turn: 甲",
        "repeat: {when: 催, over: 甲}",
        "measure: {of: count, limit: 2, signals: [催, 甲]}",
        "rise: {after: impatience, signal: 甲}",
    ],
)
def test_every_place_where_a_rule_may_name_a_signal_counts(judge: str) -> None:
    text = pack("催: {any: [快点]}\n甲: {any: [啦]}", rule("forbid: 催"), rule(judge, "other"))
    assert said(text, "unused-signal") == []


@pytest.mark.parametrize("state", ["asked(项=X)", "given(项=X)", "read_back(项=X)"])
def test_a_slot_state_uses_every_signal_that_captures_a_slot(state: str) -> None:
    signals = (
        "催: {any: [快点]}\n问: {any: [报<货 as 项>]}\n核对: {any: [是不是<货 as 项>]}\n"
        "闲: {any: [<货>]}"
    )
    classes = "classes: {货: {鞋: [鞋], 帽: [帽子]}}\n"
    text = pack(signals, rule(f"sequence: [{{问: 问(项=X)}}, {{然后: {state}}}]"), before=classes)
    assert said(text, "unused-signal") == ["4:3 没有规则用到信号 '催'", "7:3 没有规则用到信号 '闲'"]


def test_severity_after_counts() -> None:
    severity = "{default: info, after 甲: error}"
    text = pack("催: {any: [快点]}\n甲: {any: [啦]}", rule("forbid: 催", severity=severity))
    assert said(text, "unused-signal") == []


@pytest.mark.parametrize("name", sorted(ASKED_FOR))
def test_signals_that_judging_itself_asks_for_are_used(name: str) -> None:
    text = pack(f"催: {{any: [快点]}}\n{name}: {{any: [啦]}}", rule("forbid: 催"))
    assert said(text, "unused-signal") == []


def test_words_conditions_and_values_nobody_uses() -> None:
    signals = "催: {any: [报<货 as 项>], near: [<里层>], only_when: [反着]}"
    steps = "sequence: [{问: 催(项=X)}, {没给: asked(项=X)}]"
    checks = ("unused-class", "unused-condition", "unused-slot")
    assert said(pack(signals, rule(steps), before=WORDS), *checks) == [
        "5:3 没有规则用到词类 '没用的'",
        "8:3 没有规则用到语境条件 '没人问的'",
        "11:3 没有规则用到信息项 '伞'",
    ]


def test_values_are_of_no_use_where_no_step_asks_what_became_of_them() -> None:
    text = pack("催: {any: [报<货 as 项>]}", rule("forbid: 催"), before=WORDS)
    assert [one[:4] for one in said(text, "unused-slot")] == ["10:3", "11:3"]


def test_a_class_inside_a_class_is_used_only_with_it() -> None:
    classes = "classes:\n  外: [<内>]\n  内: [鞋]\n"
    signals = "催: {any: [快点]}"
    text = pack(signals, rule("forbid: 催"), before=classes)
    assert [one[:4] for one in said(text, "unused-class")] == ["3:3 ", "4:3 "]
    used = pack("催: {any: [快点<外>]}", rule("forbid: 催"), before=classes)
    assert said(used, "unused-class") == []


def test_a_file_of_words_for_others_is_no_waste() -> None:
    text = "pack: t\nclasses:\n  货: [鞋]\nsignals:\n  闲: {any: [啦]}\n"
    assert said(text) == []


def test_nothing_is_said_of_other_files() -> None:
    base = pack("催: {any: [快点]}\n闲: {any: [啦]}", rule("forbid: 催"))
    text = "pack: u\nsignals:\n  更闲: {any: [呀]}\n"
    assert said(text, "unused-signal", base=base) == ["3:3 没有规则用到信号 '更闲'"]


def test_what_a_profile_needs_is_used() -> None:
    profiles = "profiles:\n  大促: {note: 忙, change: {rules: {rude: {forbid: 甲}}}}\n"
    signals = "催: {any: [快点]}\n甲: {any: [啦]}\n乙: {any: [呀]}"
    text = pack(signals, rule("forbid: 催"), before=profiles)
    assert said(text, "unused-signal") == ["7:3 没有规则用到信号 '乙'"]
