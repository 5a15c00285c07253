from __future__ import annotations

import pytest

from linter.calls.roles import BUILT_IN, RoleWords
from linter.calls.scripts.draft import BAD, CUSTOMERS, NOTES, Draft, holds_lines
from linter.model import Line, Script


def draft(words: RoleWords = BUILT_IN) -> Draft:
    return Draft("a/投诉话术.md", words)


def said(text: str, words: RoleWords = BUILT_IN) -> tuple[str, str]:
    """What is said of a line, and why it is left out."""
    made = draft(words)
    made.say(Line(text, 1, 1))
    script = made.finish()
    lines = [line.text for scene in script.scenes for line in scene.lines]
    return "".join(lines), "".join(why for why, _ in script.left_out)


def titles(script: Script) -> list[str]:
    return [scene.title for scene in script.scenes]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("您好", "您好"),
        ("坐席：您好", "您好"),
        ("答：您好", "您好"),
        ("正确示范：您好", "您好"),
        ("✅ 您好", "您好"),
        ("【推荐】您好", "您好"),
        ("话术2：您好", "您好"),
        ("推荐话术：坐席：您好", "您好"),
        ("温馨提示：您的账单已出", "温馨提示：您的账单已出"),
        ("温馨提醒：您的账单已出", "温馨提醒：您的账单已出"),
        ("还款提醒：您的账单已出", "还款提醒：您的账单已出"),
        ("请您备注：放门口", "请您备注：放门口"),
        ("请您关注：本月账单", "请您关注：本月账单"),
        ("×先生您好", "×先生您好"),
        ("×月×日您的账单已出", "×月×日您的账单已出"),
        ("{姓名}：您好，请讲", "{姓名}：您好，请讲"),
        ("{姓名}先生：请讲", "{姓名}先生：请讲"),
        ("投诉电话：12315", "投诉电话：12315"),
        ("İ您好", "İ您好"),
    ],
)
def test_what_the_agent_says(text: str, words: str) -> None:
    assert said(text) == (words, "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("客户：我要投诉", CUSTOMERS),
        ("问：怎么退", CUSTOMERS),
        ("Q1：怎么退", CUSTOMERS),
        ("系统：您已进入排队", CUSTOMERS),
        ("❌ 不知道", BAD),
        ("× 不知道", BAD),
        ("×不知道", BAD),
        ("错误示范：不知道", BAD),
        ("【禁语】不知道", BAD),
        ("❌ 坐席：不知道", BAD),
        ("备注：请放慢语速", NOTES),
        ("注意：您字不能漏", NOTES),
        ("坐席提醒：先核实", NOTES),
        ("TIPS: 先核实", NOTES),
        ("{姓名}：来自系统", NOTES),
        ("`{姓名}`：来自系统", NOTES),
        ("{金额}、{日期}：系统带出", NOTES),
        ("{姓名} 代表客户姓名", NOTES),
    ],
)
def test_what_nobody_is_to_say(text: str, why: str) -> None:
    assert said(text) == ("", why)


@pytest.mark.parametrize("text", ["坐席：", "  ", "❌", "正确示范：\n "])
def test_labels_without_words(text: str) -> None:
    assert said(text) == ("", "")


def test_a_companys_own_words() -> None:
    assert said("小蜜：您好", RoleWords({"小蜜": "agent"})) == ("您好", "")
    assert said("小蜜：您好", RoleWords({"小蜜": "customer"})) == ("", CUSTOMERS)


def test_words_stand_behind_their_label() -> None:
    made = draft()
    made.say(Line("坐席：您好", 3, 5))
    made.say(Line("正确示范：\n  您好", 4, 1))
    made.say(Line("İ：好：您好", 6, 1))
    (scene,) = made.finish().scenes
    assert scene.lines == (Line("您好", 3, 8), Line("您好", 5, 3), Line("İ：好：您好", 6, 1))


def test_headings_make_a_path() -> None:
    made = draft()
    for level, title in [(1, "投诉"), (3, " 退款 "), (2, "换货"), (1, "结束")]:
        made.heading(level, title, level)
        made.say(Line("您好", 9, 1))
    script = made.finish()
    assert titles(script) == ["投诉", "投诉 / 退款", "投诉 / 换货", "结束"]
    assert [scene.line for scene in script.scenes] == [1, 3, 2, 1]


def test_what_is_left_comes_under_the_heading_above() -> None:
    made = draft()
    made.heading(1, "投诉", 1)
    made.heading(2, "退款", 2)
    made.say(Line("您好", 3, 1))
    made.leave(2)
    made.say(Line("抱歉", 4, 1))
    made.leave(2)
    made.say(Line("好的", 5, 1))
    script = made.finish()
    assert titles(script) == ["投诉 / 退款", "投诉"]
    assert (script.scenes[1].line, len(script.scenes[1].lines)) == (1, 2)


def test_without_a_heading_the_file_names_the_scene() -> None:
    made = draft()
    made.say(Line("您好", 7, 1))
    (scene,) = made.finish().scenes
    assert (scene.title, scene.titles, scene.line) == ("投诉话术", ("投诉话术",), 7)


def test_headings_say_what_is_left_out() -> None:
    made = draft()
    made.heading(1, "错误示范", 1)
    made.say(Line("不知道", 2, 1))
    made.heading(2, "开场", 3)
    made.say(Line("喂", 4, 1))
    made.heading(2, "正确示范", 5)
    made.say(Line("您好", 6, 1))
    made.heading(1, "使用说明", 7)
    made.say(Line("照着念", 8, 1))
    script = made.finish()
    assert titles(script) == ["错误示范 / 正确示范"]
    assert script.left_out == ((BAD, 2), (NOTES, 1))


def test_a_heading_is_looked_at_once_for_all_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def is_notes(title: str) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr("linter.calls.scripts.draft.is_notes", is_notes)
    made = draft()
    made.heading(1, "第一次看到的标题", 1)
    for line in range(2, 50):
        made.say(Line("您好", line, 1))
    assert asked == ["第一次看到的标题"]


def test_a_label_holds_to_the_next_heading() -> None:
    made = draft()
    made.heading(1, "开场", 1)
    made.say(Line("您好", 2, 1))
    made.note("**错误示范**")
    made.say(Line("喂", 3, 1))
    made.note("正确示范：")
    made.say(Line("请讲", 4, 1))
    made.note("反例：")
    made.heading(1, "结束", 5)
    made.say(Line("再见", 6, 1))
    made.note("反例：")
    made.end_label()
    made.say(Line("慢走", 7, 1))
    script = made.finish()
    assert [[line.text for line in scene.lines] for scene in script.scenes] == [
        ["您好", "请讲"],
        ["再见", "慢走"],
    ]
    assert script.left_out == ((BAD, 1),)


def test_notes_explain_and_those_that_could_be_said_are_counted() -> None:
    made = draft()
    made.note("{姓名}：系统带出")
    made.explain("请您先看这里")
    made.explain("空位就这一种")
    script = made.finish()
    assert script.legend == {"{姓名}"}
    assert script.closed
    assert script.left_out == ((NOTES, 1),)


def test_a_file_of_notes_is_no_library() -> None:
    notes, bad, scripts = draft(), draft(), draft()
    notes.explain("请您先看这里")
    bad.say(Line("❌ 不知道", 1, 1))
    scripts.say(Line("您好", 1, 1))
    assert [holds_lines(made.finish()) for made in (notes, bad, scripts)] == [False, True, True]


@pytest.mark.parametrize(
    ("who", "theirs"),
    [("客户", True), ("顾客", True), ("系统", True), ("坐席", False), ("小王", False), ("", False)],
)
def test_who_is_a_customer(who: str, theirs: bool) -> None:
    assert draft().is_customers(who) is theirs
