"""What rules refer to: nothing that a judge looks at may be missing."""

from __future__ import annotations

import pytest

from linter.rulebook.references import references
from linter.rulebook.types import Ref

from .helpers import book, rule_text

LETTERS = "甲乙丙丁戊己庚"
SIGNALS = (
    "pack: t\nclasses: {信息: {电话: [电话]}}\nsignals:\n"
    + "".join(f"  {name}: {{any: [{name}]}}\n" for name in LETTERS)
    + "  索要: {any: [报<信息 as 项>]}\nrules:\n"
)
OTHER = rule_text("forbid: 庚", id="other", category="blame")


def referred(judge: str, **said: str) -> list[Ref]:
    first, _ = book(SIGNALS + rule_text(judge, **said) + OTHER).rules
    return list(references(first))


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        ("forbid: 甲", "甲"),
        (
            "forbid: [甲, 乙]\nwhen: 丙\nwithin: 2\nuntil: 丁\n"
            "unless: [{same_turn: 戊}, {earlier: [己, 庚]}]",
            "甲乙丙丁戊己庚",
        ),
        ("require: [甲, 乙]\nat: opening", "甲乙"),
        ("require: {all: [甲, 乙]}\nat: opening", "甲乙"),
        ("require: 甲\nwhen: [乙, 丙]\nwithin: 2\nsettled: 丁\nnearly: 戊", "甲乙丙丁戊"),
        ("require: {all: [甲, 乙]}\nwhen: 丙\nbefore: 1", "甲乙丙"),
        (
            "sequence: [{一: 甲}, {无 二: 乙}, {同轮 三: [丙, 丁]}]\n"
            "unless_between: 戊\nunless_turn: 己",
            "甲乙丙丁戊己",
        ),
        ("sequence: [{一: 甲}, {二: 乙}]\norder: any", "甲乙"),
        ("repeat: {when: 甲, over: [乙, 丙]}", "甲乙丙"),
        (
            "repeat: {of: substance, points: {least: 1, between: {甲: 1}, here: {乙: 1}}}",
            "甲乙",
        ),
        ("measure: {of: count, signals: [甲, 乙], within: 2}", "甲乙"),
        ("measure: {of: talk_share, limit: 60}", ""),
        ("rise: {after: [blame], signal: 甲}", "甲"),
    ],
)
def test_everything_a_judge_looks_at(judge: str, expected: str) -> None:
    assert [ref.name for ref in referred(judge)] == list(expected)


@pytest.mark.parametrize(
    "judge",
    [
        "forbid: 甲",
        "require: 甲\nat: anywhere",
        "sequence: [{一: 甲}, {二: 甲}]",
        "repeat: {when: 甲}",
        "measure: {of: count, signals: 甲}",
        "rise: {after: [blame], signal: 甲}",
    ],
)
def test_what_the_severity_looks_at(judge: str) -> None:
    severity = "{default: info, after 庚: error, after 己: warning}"
    assert referred(judge, severity=severity)[-2:] == [Ref("庚"), Ref("己")]


def test_a_name_used_twice_is_there_twice() -> None:
    assert referred("sequence: [{一: 甲}, {二: 甲}]") == [Ref("甲"), Ref("甲")]


def test_levels_slots_and_states_are_kept() -> None:
    judge = "sequence: [{一: 甲 2+}, {二: given(项=X)}, {三: 索要(项=X)}]"
    assert referred(judge) == [
        Ref("甲", 2),
        Ref("given", 0, ("项", "X")),
        Ref("索要", 0, ("项", "X")),
    ]
