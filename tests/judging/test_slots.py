from __future__ import annotations

from typing import Any

import pytest

from linter.judging.slots import wrong_slots
from linter.model import Call, Role, Turn

from .helpers import linter


def call(text: str, *legend: str, closed: bool = False, role: Role = "agent") -> Call:
    meta: dict[str, Any] = {"legend": list(legend), "legend_closed": closed}
    return Call("a", (Turn("agent", "您好"), Turn(role, text)), kind="script", meta=meta)


def wrong(text: str, *legend: str, closed: bool = False) -> list[tuple[str, str, str]]:
    """Quote, what is wrong and how sure that is."""
    return [
        (text[found.start : found.end], found.what, found.certainty)
        for found in wrong_slots(call(text, *legend, closed=closed))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("退款{待补充}到账", ("{待补充}", "没有填", "certain")),
        ("退款待补充到账", ("待补充", "没有填", "certain")),
        ("户名是【XXX】", ("【XXX】", "没有填", "certain")),
        ("您好{姓名，请讲", ("{姓名", "占位符写坏了：没有写完，少了后半个括号", "certain")),
        ("余额{}元", ("{}", "占位符写坏了：括号里是空的", "certain")),
        ("户名是XXXX公司", ("XXXX", "没有填，也没有说明代表什么", "review")),
        ("户名是{XX}", ("{XX}", "没有填，也没有说明代表什么", "review")),
    ],
)
def test_wrong_whatever_the_legend(text: str, found: tuple[str, str, str]) -> None:
    assert wrong(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "XX女士您好",
        "××先生您好",
        "某某公司",
        "您好{姓名}",
        "您____月的账单",
        "【温馨提示】您好",
        "尾号138****0000",
        "（微笑）您好(先生/女士)",
    ],
)
def test_nothing_is_wrong_without_a_legend(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "legend", "closed", "found"),
    [
        ("您好{姓名}", ["{姓名}", "{金额}"], False, []),
        ("户名是XXXX公司", ["XXXX", "{金额}"], True, []),
        (
            "您好{客户姓明}",
            ["{客户姓名}", "{金额}"],
            False,
            [("{客户姓明}", "图例里没有这一个，像是“客户姓名”写错了", "certain")],
        ),
        ("打{折扣}折", ["{姓名}", "{金额}"], False, [("{折扣}", "图例里没有这一个", "review")]),
        ("打{折扣}折", ["{姓名}", "{金额}"], True, [("{折扣}", "图例里没有这一个", "certain")]),
        ("打{折扣}折", ["XX"], True, [("{折扣}", "图例里没有这一个", "certain")]),
        ("打{折扣}折", ["{姓名}"], False, []),
        ("打<折扣>折", ["{姓名}", "{金额}"], False, []),
        ("XX女士您好", ["{姓名}"], True, [("XX", "图例里没有这一个", "certain")]),
        ("您____月", ["{姓名}"], True, [("____", "图例里没有这种空", "review")]),
        ("您____月", ["{姓名}", "____"], True, []),
        ("去〔城区〕办", ["〔 〕", "{姓名}"], True, []),
    ],
)
def test_against_a_legend(
    text: str, legend: list[str], closed: bool, found: list[tuple[str, str, str]]
) -> None:
    assert wrong(text, *legend, closed=closed) == found


def test_only_what_an_agent_says() -> None:
    assert list(wrong_slots(call("我的单号是{}", role="customer"))) == []


def test_places_are_those_of_the_line() -> None:
    (found,) = wrong_slots(call("余额是{ }元"))
    assert (found.turn, found.start, found.end) == (1, 3, 6)


def test_a_finding_says_what_is_wrong() -> None:
    made = linter("{measure: {of: slots}, applies: {kind: script}}")
    (found,) = made.lint(call("您好{客户姓明}，余额{金额}", "{客户姓名}", "{金额}")).findings
    assert (found.turn, found.quote, found.certainty) == (1, "{客户姓明}", "certain")
    assert [evidence.label for evidence in found.evidence] == [
        "图例里没有这一个，像是“客户姓名”写错了"
    ]
