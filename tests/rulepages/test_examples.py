from __future__ import annotations

from linter.rulepages.examples import example_lines

from .packs import rule


def test_what_is_reported_is_bold_and_what_is_said_of_the_call_in_brackets() -> None:
    assert list(example_lines(rule("rude"), flags=True)) == [
        "",
        "例 1（报作警告）：",
        "",
        "- （场景：报修）",
        "- 客户：我想想 &#91;一下&#93;。",
        "- 坐席：<strong>快点</strong>说, <strong>快点</strong>。",
        "",
        "例 2（需复核）：",
        "",
        "- （场景：报修）",
        "- 坐席：<strong>抓紧</strong>。",
    ]


def test_what_is_not_reported_says_what_the_rule_makes_of_it() -> None:
    lines = list(example_lines(rule("rude"), flags=False))
    assert lines[1] == "例 1（要做的做到了）："
    assert lines[-1] == "- 坐席：好。"


def test_a_test_of_which_nothing_is_said_has_only_its_number() -> None:
    assert list(example_lines(rule("cold"), flags=False)) == ["", "例 1：", "", "- 坐席：好"]
