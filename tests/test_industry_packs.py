"""The industry packs: what they ask for, and that they are silent unless a call names the trade."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from linter import Call, Linter, Turn
from linter.rulebook.load import load_builtin
from linter.rulebook.types import Rule
from linter.ruletest.cases import read_cases

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "industries.md"
PREFIX = "industry-"
RULES = {rule.id: rule for rule in load_builtin().rules if rule.pack.startswith(PREFIX)}


@cache
def linter() -> Linter:
    return Linter()


def verdict(rule: str, call: Call) -> str:
    (said,) = (one for one in linter().lint(call).verdicts if one.rule == rule)
    return said.status


def reported(business: str, *lines: str) -> set[str]:
    """The industry rules that report something, shown or not, in a call of that business.

    :param lines: what the customer says, the agent, the customer and so on in turn.
    """
    turns = [Turn(("customer", "agent")[at % 2], line) for at, line in enumerate(lines)]
    report = linter().lint(Call("c", tuple(turns), business=business))
    return {found.rule for found in (*report.findings, *report.hidden)} & RULES.keys()


def named(rule: Rule) -> list[str]:
    return [*rule.applies.get("business", ()), *rule.applies.get("channel", ())]


def test_there_are_three_to_six_rules_a_pack() -> None:
    packs = {rule.pack for rule in RULES.values()}
    assert len(packs) == 9
    for pack in packs:
        assert 3 <= sum(rule.pack == pack for rule in RULES.values()) <= 6, pack


@pytest.mark.parametrize("rule", RULES)
def test_a_call_has_to_name_its_trade(rule: str) -> None:
    flagged = [case.call for case in read_cases([RULES[rule]]) if case.test.flags]
    assert len(flagged) >= 2
    for call in flagged:
        assert verdict(rule, call) == "violated"
        assert verdict(rule, replace(call, business="", channel="")) == "not_applicable"
        assert verdict(rule, replace(call, business="天文馆", channel="phone")) == "not_applicable"


@pytest.mark.parametrize("rule", RULES)
def test_every_name_of_the_trade_will_do(rule: str) -> None:
    call = next(case.call for case in read_cases([RULES[rule]]) if case.test.flags)
    for name in RULES[rule].applies.get("business", ()):
        assert verdict(rule, replace(call, business=name)) == "violated", name


@pytest.mark.parametrize("rule", RULES)
def test_businesses_have_chinese_and_english_names(rule: str) -> None:
    names = named(RULES[rule])
    if "business" in RULES[rule].applies:
        assert any(name.isascii() and name.isalpha() for name in names)
        assert any("\u4e00" <= name[0] <= "\u9fff" for name in names)
    else:
        assert names == ["chat"]


@pytest.mark.parametrize("rule", RULES)
def test_three_look_alikes_pass(rule: str) -> None:
    assert sum(not test.flags for test in RULES[rule].tests) >= 3


def test_the_document_lists_every_rule_and_no_other() -> None:
    rows = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if "| `" in line]
    listed = {cell.strip(" `"): rest for _, cell, *rest in (row.split("|") for row in rows)}
    assert listed.keys() == RULES.keys()
    for rule, (severity, *_) in listed.items():
        review = "（复核）" if RULES[rule].certainty == "review" else ""
        assert severity.strip() == RULES[rule].severity + review, rule


@pytest.mark.parametrize(
    ("business", "rule", "lines"),
    [
        ("telecom", "telecom-port-denied", ["给我携号转网。", "转网得主管批了才行。"]),
        ("银行", "bank-asks-secret", ["转账失败。", "麻烦报一下支付密码。"]),
        ("基金", "bank-promises-return", ["稳吗？", "买吧，本金绝对不会少。"]),
        ("loan", "bank-promises-approval", ["能贷吗？", "您的申请肯定能过。"]),
        ("保险", "insurance-called-deposit", ["这算什么？", "保费交进来就当存定期。"]),
        ("燃气", "utility-gas-safety", ["灶台下面一股煤气味儿。", "您几号楼？"]),
        ("供电", "utility-shock-safety", ["电线断了掉在院子里。", "您几号楼？"]),
        ("12345", "government-not-ours", ["路塌了。", "这不属于我们的职责范围。"]),
        ("外卖", "commerce-food-harm", ["吃完一直拉肚子。", "订单号？"]),
        ("网约车", "travel-person-in-danger", ["师傅酒驾，救命！", "订单号？"]),
        ("hospital", "health-emergency-missed", ["我爸突然晕倒了。", "就诊卡号？"]),
        ("催收", "health-suicide-unheard", ["我真不想活了。", "那今天还多少？"]),
    ],
)
def test_said_in_other_words(business: str, rule: str, lines: list[str]) -> None:
    assert rule in reported(business, *lines)


@pytest.mark.parametrize(
    "business", ["电信", "银行", "证券", "保险", "燃气", "政务", "电商", "旅游", "医院"]
)
@pytest.mark.parametrize(
    "lines",
    [
        ["有人让我报密码。", "谁要您的密码和验证码都别说，那是诈骗。"],
        ["能保本吗？", "没有谁能保证本金，请看风险说明。"],
        ["如果闻到煤气味怎么办？", "先开窗，别开灯，再打这个电话。"],
        ["你们有人叫我加微信。", "我们不加私人微信，也不收转账，请您当心骗子。"],
        ["要带什么材料？", "身份证原件和一张照片。"],
        ["我想投诉。", "您的投诉我登记好了，今天下午给您回电话。"],
    ],
)
def test_right_answers_are_right_in_every_trade(business: str, lines: list[str]) -> None:
    assert reported(business, *lines) == set()
