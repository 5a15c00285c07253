from __future__ import annotations

from dataclasses import replace

import pytest

from linter.errors import RuleErrors
from linter.linting import Linter
from linter.rulebook.load import load_texts
from linter.rulebook.types import RuleBook
from linter.ruletest import Mark, Result, read_cases, run_cases

PACK = """\
pack: p
signals:
  催: {{who: agent, any: [快点说]}}
  脏话: {{who: agent, any: [快点说……笨]}}
  谢: {{who: agent, any: [谢谢]}}
  急: {{who: customer, any: [急]}}
  长: {{who: agent, any: [待补充]}}
rules:
  - id: rude
    category: a
    aspect: 态度
    severity: error
    {judge}
    say: 说
    why: 为什么
    instead: 怎么说
    tests:
      - {first}
      - {second}
  - id: worse
    category: b
    aspect: 态度
    severity: error
    forbid: 脏话
    say: 说
    why: 为什么
    instead: 怎么说
    tests: [{{flag: "坐席：【快点说，笨】\\n客户：啊"}}, {{pass: "坐席：嗯\\n客户：啊"}}]
"""
FLAG = 'flag: "客户：啊\\n坐席：【快点说】"'
PASS = 'pass: "客户：啊\\n坐席：嗯"'


def book(first: str = FLAG, second: str = PASS, judge: str = "forbid: 催") -> RuleBook:
    return load_texts([("p.yml", PACK.format(first=first, second=second, judge=judge))])


def results(first: str = FLAG, second: str = PASS, judge: str = "forbid: 催") -> list[Result]:
    rules = book(first, second, judge)
    return list(run_cases(Linter(rules), read_cases(rules.rules[:1])))


def flag(text: str) -> str:
    return f'flag: "{text}"'


def test_marks_are_taken_out_and_remembered():
    rules = book(flag("客户：啊\\n坐席：您【快点】说，【别】磨蹭\\n坐席2：【是】"))
    case, other = read_cases(rules.rules[:1])
    assert [turn.text for turn in case.call.turns] == ["啊", "您快点说，别磨蹭", "是"]
    assert [turn.speaker for turn in case.call.turns] == ["", "", "坐席2"]
    assert case.marks == (Mark(1, 1, 3, "快点"), Mark(1, 5, 6, "别"), Mark(2, 0, 1, "是"))
    assert other.marks == ()


def test_a_script_has_only_the_agents_lines():
    (case, _) = read_cases(book("{kind: script, flag: ' 客户：【啊】\n\n          好'}").rules[:1])
    assert case.call.kind == "script"
    assert [(turn.role, turn.text) for turn in case.call.turns] == [
        ("agent", "客户：啊"),
        ("agent", "好"),
    ]


def test_headers_reach_the_call():
    case, _ = read_cases(book(flag("# 渠道: 电话\\n坐席：【快点说】")).rules[:1])
    assert case.call.channel == "phone"


def test_both_pass():
    assert [result.outcome for result in results()] == ["passed", "passed"]


@pytest.mark.parametrize("mark", ["【快】点说", "快点【说】", "您【，快点说，】啊"])
def test_overlapping_the_mark_is_enough(mark):
    assert results(flag(f"客户：啊\\n坐席：{mark}"))[0].outcome == "passed"


def test_touching_the_mark_is_not():
    result = results(flag("客户：啊\\n坐席：快点说【啊】"))[0]
    assert result.outcome == "wrong_place"
    assert result.unmet == (Mark(1, 3, 4, "啊"),)
    assert [(finding.turn, finding.quote) for finding in result.stray] == [(1, "快点说")]


def test_the_marked_turn_counts():
    text = "客户：啊\\n坐席：【快点说】\\n客户：我不懂\\n坐席：快点说"
    result = results(flag(text))[0]
    assert result.outcome == "noisy"
    assert result.unmet == ()
    assert [finding.turn for finding in result.stray] == [3]


def test_nothing_reported():
    result = results(flag("客户：啊\\n坐席：【您请说】"))[0]
    assert result.outcome == "missing"
    assert result.stray == ()
    assert (result.verdict.rule, result.verdict.status) == ("rude", "met")


def test_every_marked_turn_has_to_be_reported():
    text = "客户：啊\\n坐席：【快点说】\\n客户：我不懂\\n坐席：【您说】"
    result = results(flag(text))[0]
    assert result.outcome == "missing"
    assert result.unmet == (Mark(3, 0, 2, "您说"),)


def test_marks_of_one_turn_are_one_report():
    assert results(flag("客户：啊\\n坐席：【快点说】！【快点说】！"))[0].outcome == "passed"


def test_a_report_where_none_should_be():
    result = results(second="pass: '坐席：快点说\n\n          客户：啊'")[1]
    assert result.outcome == "noisy"
    assert [finding.quote for finding in result.stray] == ["快点说"]


def test_a_report_that_yielded_counts():
    judge = "forbid: 催\n    yields_to: worse"
    text = "客户：啊\\n坐席：快点说，笨"
    assert results(flag(text.replace("快点说", "【快点说】")), judge=judge)[0].outcome == "passed"
    assert results(second=f'pass: "{text}"', judge=judge)[1].outcome == "noisy"


def test_being_late_is_no_fault_in_a_call_to_pass():
    judge = "require: 谢\n    when: 急\n    within: 1\n    late: 2"
    late = "客户：急\\n坐席：马上办\\n客户：我等着\\n坐席：谢谢"
    assert results(flag("客户：急\\n坐席：【马上办】"), f'pass: "{late}"', judge)[1].outcome == (
        "passed"
    )
    assert results(flag(late.replace("马上办", "【马上办】")), judge=judge)[0].outcome == "passed"


def test_all_tests_that_are_no_calls_at_once():
    wrong = [
        "坐席：【快点",
        "坐席：【快】点】说",
        "坐席：【】说",
        "坐席：【【快】】",
        "【坐席】快点",
        "【快点说】",
    ]
    rules = PACK.format(
        first="\n      - ".join(flag(text) for text in wrong),
        second='pass: "坐席：【嗯】"\n      - pass: "坐席：嗯\\n===\\n坐席：嗯"',
        judge="forbid: 催",
    )
    with pytest.raises(RuleErrors) as caught:
        read_cases(load_texts([("p.yml", rules)]).rules)
    assert [str(error) for error in caught.value.errors] == [
        "p.yml:18:9: 标记没有写完：'【快点'; 一句里写成【应报的字】，不能跨过一句",
        "p.yml:19:9: 【】没有成对，或里面没有字：'【快】点】说'; 一句里写成【应报的字】",
        "p.yml:20:9: 【】没有成对，或里面没有字：'【】说'; 一句里写成【应报的字】",
        "p.yml:21:9: 【】没有成对，或里面没有字：'【【快】】'; 一句里写成【应报的字】",
        "p.yml:22:9: flag 的对话里没有【】; 用【】标出应报的字",
        "p.yml:23:9: 测试的对话第 1 行读不懂：这一行前面还没有角色标签，不知道是谁说的; "
        "可用：坐席/客服/话务员/agent，客户/顾客/用户/customer，机器人/bot，系统/system，"
        "未知/unknown；后面可以带编号或姓名，如 坐席1、客服小王",
        "p.yml:24:9: pass 的对话里不能有【】; 去掉【】，或改成 flag",
        "p.yml:25:9: 测试里有 2 通对话; 一个测试只写一通",
    ]


def test_a_lone_surrogate_is_no_crash():
    rule = book(flag("坐席：【快点说】")).rules[0]
    odd = replace(rule.tests[0], text="坐席：【快点说】\ud800")
    (case,) = read_cases([replace(rule, tests=(odd,))])
    assert case.call.turns[0].text == "快点说?"
