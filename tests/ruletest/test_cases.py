from __future__ import annotations

from dataclasses import replace

import pytest

from linter.errors import RuleErrors
from linter.ruletest import Mark, read_cases

from .helpers import flag, pack, passes, rule


def test_marks_are_taken_out_and_remembered():
    marked = flag("客户：啊", "坐席：您【快点】说，【别】磨蹭", "坐席2：【是】")
    case, other = read_cases(pack(rule("forbid: 催", marked, passes("坐席：嗯"))).rules)
    assert [turn.text for turn in case.call.turns] == ["啊", "您快点说，别磨蹭", "是"]
    assert [turn.speaker for turn in case.call.turns] == ["", "", "坐席2"]
    assert case.marks == (Mark(1, 1, 3, "快点"), Mark(1, 5, 6, "别"), Mark(2, 0, 1, "是"))
    assert other.marks == ()


def test_a_script_has_only_the_agents_lines():
    script = "kind: script, flag: ' 客户：【啊】\n\n          好'"
    case, _ = read_cases(pack(rule("forbid: 催", script, passes("坐席：嗯"))).rules)
    assert case.call.kind == "script"
    assert [(turn.role, turn.text) for turn in case.call.turns] == [
        ("agent", "客户：啊"),
        ("agent", "好"),
    ]


@pytest.mark.parametrize(
    ("head", "scene", "meta"),
    [
        ("# scene: 投诉", "投诉", {}),
        ("# 场景：投诉处理", "投诉", {}),
        ("#Scene: 套餐介绍", "套餐介绍", {}),
        ("# 图例: {姓名}、[网点名称]（系统带出）", "", {"legend": ["[网点名称]", "{姓名}"]}),
        ("# 图例: XX，就这一种", "", {"legend": ["XX"], "legend_closed": True}),
        ("# 图例: {姓名}\\n          # legend: {金额}", "", {"legend": ["{姓名}", "{金额}"]}),
        ("# 这里说的是投诉", "", {}),
        ("# 备注: 投诉", "", {}),
    ],
)
def test_what_stands_above_a_script(head, scene, meta):
    script = f'kind: script, flag: "{head}\\n          【快点说】"'
    case, _ = read_cases(pack(rule("forbid: 催", script, passes("坐席：嗯"))).rules)
    assert (case.call.scene, case.call.meta) == (scene, meta)
    assert [turn.text for turn in case.call.turns] == ["快点说"]


def test_a_script_without_a_line():
    script = 'kind: script, pass: "# scene: 投诉"'
    with pytest.raises(RuleErrors) as caught:
        read_cases(pack(rule("forbid: 催", flag("坐席：【快】"), script)).rules)
    (error,) = caught.value.errors
    assert (error.message, error.hint) == ("测试里没有一句话术", "每句一行，不以 # 开头")


def test_headers_reach_the_call():
    headed = flag("# 渠道: 电话", "坐席：【快点说】")
    case, _ = read_cases(pack(rule("forbid: 催", headed, passes("坐席：嗯"))).rules)
    assert case.call.channel == "phone"


def test_all_tests_that_are_no_calls_at_once():
    wrong = [
        "坐席：【快点",
        "坐席：【快】点】说",
        "坐席：【】说",
        "坐席：【【快】】",
        "【坐席】快点",
        "【快点说】",
    ]
    tests = [
        *map(flag, wrong),
        passes("坐席：【嗯】"),
        passes("坐席：嗯", "===", "坐席：嗯"),
    ]
    with pytest.raises(RuleErrors) as caught:
        read_cases(pack(rule("forbid: 催", *tests)).rules)
    places, messages = zip(
        *(str(error).split(": ", 1) for error in caught.value.errors), strict=True
    )
    assert places == tuple(f"p.yml:{line}:9" for line in range(24, 32))
    assert messages == (
        "标记没有写完：'【快点'; 一句里写成【应报的字】，不能跨过一句",
        "【】没有成对，或里面没有字：'【快】点】说'; 一句里写成【应报的字】",
        "【】没有成对，或里面没有字：'【】说'; 一句里写成【应报的字】",
        "【】没有成对，或里面没有字：'【【快】】'; 一句里写成【应报的字】",
        "flag 的对话里没有【】; 用【】标出应报的字",
        "测试的对话第 1 行读不懂：这一行前面还没有角色标签，不知道是谁说的; "
        "可用：坐席/客服/话务员/agent，客户/顾客/用户/customer，机器人/bot，系统/system，"
        "未知/unknown；后面可以带编号或姓名，如 坐席1、客服小王",
        "pass 的对话里不能有【】; 去掉【】，或改成 flag",
        "测试里有 2 通对话; 一个测试只写一通",
    )


def test_a_lone_surrogate_is_no_crash():
    (only,) = pack(rule("forbid: 催", flag("坐席：【快点说】"), passes("坐席：嗯"))).rules
    odd = replace(only.tests[0], text="坐席：【快点说】\ud800")
    (case,) = read_cases([replace(only, tests=(odd,))])
    assert case.call.turns[0].text == "快点说?"


@pytest.mark.parametrize(
    ("tests", "message"),
    [
        ((flag("坐席：【快】", severity="bad"), passes("坐席：嗯")), "不认识的severity 'bad'"),
        ((flag("坐席：【快】", certainty="sure"), passes("坐席：嗯")), "不认识的certainty 'sure'"),
        (
            (flag("坐席：【快】", yields="maybe"), passes("坐席：嗯")),
            "'maybe' 要写成 true 或 false",
        ),
        ((flag("坐席：【快】", verdict="met"), passes("坐席：嗯")), "verdict 只能和 pass 一起写"),
        (
            (flag("坐席：【快】"), passes("坐席：嗯", severity="info")),
            "severity 只能和 flag 一起写",
        ),
        ((flag("坐席：【快】"), passes("坐席：嗯", yields="true")), "yields 只能和 flag 一起写"),
        (
            (flag("坐席：【快】"), passes("坐席：嗯", verdict="violated")),
            "不认识的verdict 'violated'",
        ),
    ],
)
def test_what_a_test_may_not_ask_for(tests, message):
    with pytest.raises(RuleErrors) as caught:
        pack(rule("forbid: 催", *tests))
    (error,) = caught.value.errors
    assert error.message == message


def test_what_a_test_may_ask_for():
    tests = (
        flag("坐席：【快】", severity="info", certainty="review", yields="false", late="true"),
        passes("坐席：嗯", verdict="not_evaluated"),
    )
    flagged, passed = pack(rule("forbid: 催", *tests)).rules[0].tests
    assert (flagged.severity, flagged.certainty, flagged.yields) == ("info", "review", False)
    assert (flagged.late, flagged.verdict) == (True, None)
    assert (passed.severity, passed.certainty, passed.yields, passed.late) == (None,) * 4
    assert passed.verdict == "not_evaluated"
