"""The built-in profiles: what each lets go of, what it finds, what it does not excuse."""

from __future__ import annotations

from functools import cache

import pytest

from linter import Linter
from linter.model import Severity
from linter.rulebook.load import load_builtin
from linter.ruletest import read_cases, run_cases

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
    return Linter(load_builtin(), profiles=profiles)


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


@cache
def failing(*profiles: str) -> frozenset[tuple[str, str]]:
    """Rule and text of the rules' own tests that do not pass."""
    linter = shipped(*profiles)
    results = run_cases(linter, read_cases(linter.book.rules))
    return frozenset((r.case.rule.id, r.case.test.text) for r in results if r.outcome != "passed")


@pytest.mark.parametrize("profile", [*FLAGGED, *FOUND])
def test_the_rules_own_tests_hold_with_a_built_in_profile(profile: str) -> None:
    assert failing(profile) <= failing()
