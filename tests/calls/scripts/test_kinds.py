from __future__ import annotations

import pytest

from linter.calls.scripts.kinds import (
    could_be_said,
    is_bad_example,
    is_good_example,
    is_legend,
    is_notes,
    scene_kind,
    sounds_spoken,
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("一、开场白", "开场"),
        ("接听", "开场"),
        ("Greeting", "开场"),
        ("身份核实", "核实"),
        ("投诉处理", "投诉"),
        ("安抚客户情绪", "投诉"),
        ("投诉升级处理", "投诉"),
        ("转接专席", "转接"),
        ("等待与转接", "转接"),
        ("请客户稍等", "等待"),
        ("逾期提醒", "催收"),
        ("挽留", "挽留"),
        ("结束语", "结束"),
        ("投诉结束语", "结束"),
        ("套餐介绍", ""),
        ("投诉电话", ""),
        ("投诉渠道查询", ""),
        ("套餐升级", ""),
        ("系统升级公告", ""),
        ("验证码收不到", ""),
        ("电话无法接通", ""),
        ("入网不满一年", ""),
        ("不满三个月怎么收费", ""),
        ("", ""),
    ],
)
def test_what_kind_of_moment_a_scene_is_for(title: str, kind: str) -> None:
    assert scene_kind([title]) == kind


def test_the_innermost_heading_decides() -> None:
    assert scene_kind(["投诉", "结束语"]) == "结束"
    assert scene_kind(["接听", "听不清"]) == ""
    assert scene_kind([]) == ""


@pytest.mark.parametrize(
    "title",
    [
        "错误示范",
        "❌ 反例",
        "反面案例",
        "服务禁语",
        "禁用话术",
        "禁用",
        "服务禁忌",
        "不能说的话",
        "红线话术",
        "Bad examples",
        "违规话术",
    ],
)
def test_headings_of_what_not_to_say(title: str) -> None:
    assert is_bad_example(title)


@pytest.mark.parametrize(
    "title", ["账号被禁用怎么办", "服药禁忌", "身份证反面怎么拍", "错误代码", "违规停车", "开场白"]
)
def test_headings_that_only_have_such_a_word(title: str) -> None:
    assert not is_bad_example(title)


@pytest.mark.parametrize(
    ("title", "good"),
    [
        ("正确示范", True),
        ("✅ 推荐话术", True),
        ("推荐", True),
        ("Good example", True),
        ("产品推荐", False),
        ("推荐有礼", False),
        ("正确与错误示范", False),
    ],
)
def test_headings_that_turn_back(title: str, good: bool) -> None:
    assert is_good_example(title) is good


@pytest.mark.parametrize(
    ("title", "notes"),
    [
        ("使用说明", True),
        ("说明", True),
        ("说明：", True),
        ("空位说明", True),
        ("注意事项", True),
        ("操作步骤", True),
        ("备注", True),
        ("培训提醒", True),
        ("图例", True),
        ("沟通技巧", True),
        ("退款说明", False),
        ("资费说明", False),
        ("说明来意", False),
        ("操作步骤话术", False),
        ("还款提醒", False),
        ("开场白", False),
    ],
)
def test_headings_of_notes(title: str, notes: bool) -> None:
    assert is_notes(title) is notes


@pytest.mark.parametrize(
    ("title", "legend"),
    [("图例", True), ("占位符说明", True), ("变量", True), ("Slots", True), ("说明", False)],
)
def test_headings_of_legends(title: str, legend: bool) -> None:
    assert is_legend(title) is legend


@pytest.mark.parametrize(
    ("text", "spoken", "said"),
    [
        ("您好", True, True),
        ("请稍等", True, True),
        ("再见", True, True),
        ("订单三天内发出。", False, True),
        ("订单三天内发出", False, False),
        ("查询系统", False, False),
        ("", False, False),
    ],
)
def test_what_could_be_said(text: str, spoken: bool, said: bool) -> None:
    assert sounds_spoken(text) is spoken
    assert could_be_said(text) is said
