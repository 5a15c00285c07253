"""The built-in profiles: what each lets go of, what it finds, what it does not excuse."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import pytest

from linter import Linter
from linter.model import Severity
from linter.rulebook.load import load_builtin
from linter.rulebook.types import RuleBook
from linter.ruletest import read_cases, run_cases
from linter.ruletest.reach import Reach
from linter.triage.select import Selection

from .changing import said

FLAGGED: dict[str, list[tuple[str, Severity | None, tuple[str, ...]]]] = {
    "账户核身": [
        (
            "rigid-repeat",
            "info",
            ("坐席：麻烦报一下电话。", "客户：你不用管。", "坐席：麻烦报一下电话。"),
        ),
        (
            "asks-known",
            "info",
            (
                "客户：我手机是13900002222，查下账。",
                "坐席：好的，请稍等。",
                "客户：嗯。",
                "坐席：麻烦报一下手机号。",
            ),
        ),
    ],
    "可报验证码": [("asks-secret", None, ("客户：收到短信了。", "坐席：麻烦您把验证码告诉我。"))],
    "允许文明提醒": [
        ("threat", None, ("客户：你个废物！", "坐席：请您文明用语，您再骂人我就结束通话了。")),
        ("tone-policing", None, ("客户：你个废物！", "坐席：请您注意文明用语，我继续为您查。")),
    ],
    "严格首尾语": [
        ("missing-greeting", "warning", ("坐席：说。", "客户：查话费。", "坐席：二十。")),
        ("missing-closing", "warning", ("坐席：您好。", "客户：查话费。", "坐席：二十。")),
    ],
    "不查首尾语": [
        ("missing-greeting", None, ("坐席：说。", "客户：查话费。", "坐席：二十。")),
        ("missing-closing", None, ("坐席：您好。", "客户：查话费。", "坐席：二十。")),
    ],
    "催收": [
        ("threat", None, ("客户：我没钱。", "坐席：逾期不还就给您上征信，后果自负，您自己掂量。"))
    ],
    "营销外呼": [
        ("overpromise", "error", ("客户：能退吗？", "坐席：您放心，肯定能退，包在我身上。")),
        ("probe-after-stop", "error", ("客户：不用了，别问了。", "坐席：那您住哪个小区呢？")),
    ],
}
"""Profile → what is found without it, and as what it is found with it (``None``: not at all)."""
FOUND: dict[str, list[tuple[str, Severity, tuple[str, ...]]]] = {
    "满意承诺从严": [
        ("overpromise", "warning", ("客户：怎么办？", "坐席：一定给您一个满意的答复。"))
    ],
    "拒绝从严": [
        ("cold-refusal", "warning", ("客户：能改吗？", "坐席：这个改不了，因为已经出库了。"))
    ],
    "免核身": [
        (
            "rigid-repeat",
            "error",
            ("坐席：麻烦报一下电话。", "客户：你不用管。", "坐席：由于系统要求，您报一下电话。"),
        )
    ],
}
"""Profile → what is found only with it."""
KEPT: dict[str, tuple[str, tuple[str, ...]]] = {
    "可报验证码": ("asks-secret", ("客户：怎么办？", "坐席：麻烦您把银行卡密码告诉我。")),
    "允许文明提醒": ("threat", ("客户：你个废物！", "坐席：你再骂我就挂了。")),
    "催收": ("threat", ("客户：我没钱。", "坐席：再不还，我们就去找你单位。")),
}
"""Profile → what it must not excuse."""


@cache
def shipped(*profiles: str) -> Linter:
    # What the profiles leave as it is is compiled once.
    return shipped().alike(Selection(), profiles) if profiles else Linter(load_builtin())


@pytest.mark.parametrize(
    ("profile", "rule", "severity", "lines"),
    [(p, *case) for p, cases in FLAGGED.items() for case in cases],
)
def test_a_built_in_profile_lets_go_of_it(
    profile: str, rule: str, severity: Severity | None, lines: tuple[str, ...]
) -> None:
    before, after = said(shipped(), *lines), said(shipped(profile), *lines)
    assert rule in before
    assert before[rule] != severity
    assert after.get(rule) == severity


@pytest.mark.parametrize(
    ("profile", "rule", "severity", "lines"),
    [(p, *case) for p, cases in FOUND.items() for case in cases],
)
def test_a_built_in_profile_finds_it(
    profile: str, rule: str, severity: Severity, lines: tuple[str, ...]
) -> None:
    assert rule not in said(shipped(), *lines)
    assert said(shipped(profile), *lines).get(rule) == severity


@pytest.mark.parametrize(("profile", "rule", "lines"), [(p, *case) for p, case in KEPT.items()])
def test_a_built_in_profile_does_not_excuse_more(
    profile: str, rule: str, lines: tuple[str, ...]
) -> None:
    assert rule in said(shipped(profile), *lines)


def test_every_built_in_profile_is_shown_here_and_none_is_in_force_by_itself() -> None:
    profiles = shipped().book.profiles
    assert {profile.name for profile in profiles} == {*FLAGGED, *FOUND}
    assert all(profile.note and not profile.when and not profile.when_not for profile in profiles)


def failing(linter: Linter, rules: Collection[str]) -> set[tuple[str, str]]:
    """Rule and text of these rules' own tests that do not pass."""
    cases = read_cases(rule for rule in linter.book.rules if rule.id in rules)
    results = run_cases(linter, cases)
    return {(r.case.rule.id, r.case.test.text) for r in results if r.outcome != "passed"}


def judged_otherwise(book: RuleBook, other: RuleBook) -> set[str]:
    """The rules of a book that rest on something that is another in the other book."""
    rules, signals = {rule.id: rule for rule in other.rules}, other.signals
    changed = {rule.id for rule in book.rules if rules.get(rule.id) != rule}
    named = {name for name, signal in book.signals.items() if signals.get(name) != signal}
    reach = Reach(book)
    return {
        rule.id
        for rule in book.rules
        if not changed.isdisjoint(reach.looked_at([rule.id]))
        or not named.isdisjoint(reach.signals([rule.id]))
    }


@pytest.mark.parametrize("profile", [*FLAGGED, *FOUND])
def test_the_rules_own_tests_hold_with_a_built_in_profile(profile: str) -> None:
    plain, changed = shipped(), shipped(profile)
    touched = judged_otherwise(changed.book, plain.book)
    assert touched
    assert failing(changed, touched) <= failing(plain, touched)
