from __future__ import annotations

from dataclasses import replace

import pytest

from linter.rulepages.facts import category_text, facts, severity_text

from .packs import rule, shop


def test_all_that_a_rule_says() -> None:
    book = shop()
    assert dict(facts(book, rule("rude"), book.profiles[:1])) == {
        "编号": "`rude`",
        "类别": "不耐烦 `impatience`",
        "方面": "态度",
        "级别": "警告；急 之后是错误",
        "把握": "确定；只是像的、说得含蓄的标“需复核”",
        "扣分": "7 分，同一轮里起因相同的只扣一次",
        "用在": "种类：通话；场景：报修（通话写明了才用）；业务不是：保险",
        "方案": "松（可以催）",
        "让位于": "[cold](cold.md)",
        "规则包": "`shop`",
        "状态": "稳定",
        "来源": "手册 &#60;3&#62;",
    }


def test_what_is_only_reviewed_costs_nothing_and_applies_everywhere() -> None:
    found = dict(facts(shop(), rule("cold"), ()))
    assert found["把握"].startswith("需复核")
    assert found["扣分"] == "不扣分"
    assert found["用在"] == "所有通话和话术库"
    assert found["让位于"] == found["方案"] == found["来源"] == ""


def test_a_rule_that_is_turned_off_is_no_link() -> None:
    found = dict(facts(shop(), replace(rule("rude"), yields_to=("gone",)), ()))
    assert found["让位于"] == "`gone`"


@pytest.mark.parametrize(
    ("changed", "points"),
    [
        ({"weight": 0}, "5 分，同一轮里起因相同的只扣一次"),
        ({"deduct": False}, "不扣分"),
        ({"praise": True}, "不扣分"),
    ],
)
def test_points(changed: dict[str, object], points: str) -> None:
    assert dict(facts(shop(), replace(rule("rude"), **changed), ()))["扣分"] == points


def test_severities() -> None:
    assert severity_text(replace(rule("cold"), fatal=True)) == "提示；一票否决"
    assert severity_text(replace(rule("cold"), praise=True)) == "表扬"


def test_an_own_category_is_its_own_name() -> None:
    assert category_text("own") == "`own`"
