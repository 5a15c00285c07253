from __future__ import annotations

import re
from dataclasses import replace

import pytest

from linter.judged import Part, Report
from linter.model import Call, Turn
from linter.reports import Options, Summary

from .samples import CALL, CLEAN, NO_APOLOGY, PRAISE, REPORT, RULES, TONE, finding, one, rendered

SCENE = replace(CLEAN, call=replace(CLEAN.call, kind="script"))
ANSI = re.compile(r"\x1b\[[0-9;]*m")

GOLDEN = """\
通话 c7  calls/甲.jsonl  电话

  警告 missing-apology 缺少致歉安抚 [需复核]
  #2 00:09 坐席
    麻烦您报一下号码。
    ^^^^^^^^^^^^^^^^
  客户已表示不满，接下来两轮没有致歉。
  怎么说：实在抱歉，让您费心了。
  找过：#2 #4，都没有
  依据：
    #1 00:04 客户 客户不满：“修了两回”
    #3 01:01 客户 拒答：“你别管”

  错误 tone-policing 纠正语气
  #4 01:07 坐席
    先生，您小点声，我听得清。
            ^^^^^^
  客户在说事，坐席在管客户的嗓门。
  为什么：客户正忍着，这样说是火上浇油。
  怎么说：您说的我都记下了，马上办。
  依据：
    #1 00:04 客户 投诉诉求：“我要投诉”

  四项诊断
  话术      缺失    #2 00:09 坐席 “麻烦您报一下号码”
                    两轮里没有致歉。
                    应该说：实在抱歉，让您费心了。
  态度      缺失    #4 01:07 坐席 “小点声”
                    管客户的嗓门。
  职责      做到    #6 坐席 “马上给您登记”
  适时结束  不适用
  证据链：
    #1 00:04 客户 客户不满：“修了两回”
    #5 61:40 客户 情绪上升：“什么资格”

  没有判：1 条规则（没有时间）：hold-etiquette

检查了 2 个文件、2 通通话、10 轮（坐席 5 轮）。
发现 2 个问题：错误 1，警告 1；其中 1 个需复核。
有规则没有判的通话 1 通。
跳过 2 个输入：
  坏.json：不是 JSON
  空.csv：没有内容
轮次从 0 数，与 JSON 一致：#5 就是 turn 5。
规则：huashu 0.1.0 5f3c
"""

GOLDEN_EN = """\
Call c7  calls/甲.jsonl  phone

  warning missing-apology missing apology [review]
  #2 00:09 agent
    麻烦您报一下号码。
    ^^^^^^^^^^^^^^^^
  客户已表示不满，接下来两轮没有致歉。
  Instead: 实在抱歉，让您费心了。
  Searched: #2 #4; not there
  Evidence:
    #1 00:04 customer 客户不满: “修了两回”
    #3 01:01 customer 拒答: “你别管”

  error tone-policing tone policing
  #4 01:07 agent
    先生，您小点声，我听得清。
            ^^^^^^
  客户在说事，坐席在管客户的嗓门。
  Why: 客户正忍着，这样说是火上浇油。
  Instead: 您说的我都记下了，马上办。
  Evidence:
    #1 00:04 customer 投诉诉求: “我要投诉”

  praise took-it-down praise
  #6 agent
    实在抱歉，我马上给您登记。
                ^^^^^^^^^^^^
  主动登记。

  Not judged, rules: 1 (没有时间): hold-etiquette

Files: 1, calls: 1, turns: 8 (agent: 4).
Problems: 2: error 1, warning 1; to review: 1.
Calls with rules not judged: 1.
Praise: 1.
Turns count from 0 as in JSON: #5 is turn 5.
"""


def test_a_run_with_everything_in_it():
    summary = Summary(
        files=2, skipped=(("坏.json", "不是 JSON"), ("空.csv", "没有内容")), rules=RULES
    )
    assert rendered("text", [REPORT, CLEAN], summary=summary) == GOLDEN


def test_english_with_praise_and_without_diagnosis():
    options = Options(lang="en", show_praise=True, diagnosis=False)
    assert rendered("text", [REPORT], options, Summary(files=1)) == GOLDEN_EN


@pytest.mark.parametrize(
    ("lang", "reports", "expected"),
    [
        ("zh", [SCENE], "检查了 1 个文件、1 个场景的话术、2 轮（坐席 1 轮）。"),
        ("zh", [CLEAN, SCENE], "检查了 1 个文件、1 通通话、1 个场景的话术、4 轮（坐席 2 轮）。"),
        ("en", [CLEAN, SCENE], "Files: 1, calls: 1, script scenes: 1, turns: 4 (agent: 2)."),
    ],
)
def test_scenes_of_scripts_are_no_calls(lang, reports, expected):
    said = rendered("text", reports, Options(lang=lang, width=100), Summary(files=1))
    assert said.splitlines()[0] == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", "检查了 1 个文件、1 通通话、2 轮（坐席 1 轮）。\n没有发现问题。\n"),
        ("en", "Files: 1, calls: 1, turns: 2 (agent: 1).\nNo problems found.\n"),
    ],
)
def test_a_clean_run_says_so_and_nothing_else(lang, expected):
    assert rendered("text", [CLEAN], Options(lang=lang), Summary(files=1)) == expected


def test_a_clean_run_still_names_what_was_skipped():
    summary = Summary(files=1, skipped=(("a.csv", "没有表头"),))
    assert rendered("text", [CLEAN], summary=summary) == (
        "检查了 1 个文件、1 通通话、2 轮（坐席 1 轮）。\n"
        "没有发现问题。\n"
        "跳过 1 个输入：\n"
        "  a.csv：没有表头\n"
    )


def test_a_run_that_read_nothing_is_not_called_clean():
    assert rendered("text", [], summary=Summary(skipped=(("a.csv", "没有表头"),))) == (
        "检查了 0 个文件、0 通通话、0 轮（坐席 0 轮）。\n跳过 1 个输入：\n  a.csv：没有表头\n"
    )


def test_praise_alone_is_shown_only_when_asked_for():
    report = replace(REPORT, findings=(PRAISE,), verdicts=(), diagnosis=())
    assert "表扬" not in rendered("text", [report])
    assert rendered("text", [report], Options(show_praise=True)) == (
        "通话 c7  calls/甲.jsonl  电话\n\n"
        "  表扬 took-it-down 表扬\n"
        "  #6 坐席\n"
        "    实在抱歉，我马上给您登记。\n"
        "                ^^^^^^^^^^^^\n"
        "  主动登记。\n\n"
        "检查了 0 个文件、1 通通话、8 轮（坐席 4 轮）。\n"
        "没有发现问题。\n"
        "表扬 1 处。\n"
        "轮次从 0 数，与 JSON 一致：#5 就是 turn 5。\n"
    )


def test_a_call_with_only_a_diagnosis_is_shown():
    report = Report(CALL, (), (), (Part("职责", "未评", reason="通话被截断。"),))
    assert rendered("text", [report]).startswith(
        "通话 c7  calls/甲.jsonl  电话\n\n  四项诊断\n  职责  未评  通话被截断。\n\n检查了"
    )
    assert rendered("text", [report], Options(diagnosis=False)).startswith("检查了")


def test_late_and_the_line_of_the_file_and_a_script():
    turn = Turn("agent", "退款请找别处", line=12, column=3)
    call = one((turn,), id="退款", kind="script", path="话术.md")
    late = finding(call, 0, "找别处", line=12, column=6, late=True, severity="info", suggestion="")
    report = Report(call, (late,), ())
    assert rendered("text", [report]).startswith(
        "话术 退款  话术.md\n\n"
        "  提示 tone-policing 纠正语气 [偏晚]\n"
        "  #0 坐席 第 12 行\n"
        "    退款请找别处\n"
        "          ^^^^^^\n"
        "  客户在说事，坐席在管客户的嗓门。\n\n"
    )


def test_an_unknown_channel_and_an_own_category_stand_as_they_are():
    call = replace(CALL, channel="kiosk")
    output = rendered("text", [Report(call, (replace(TONE, category="my_own"),), ())])
    assert output.startswith("通话 c7  calls/甲.jsonl  kiosk\n\n  错误 tone-policing my_own\n")


def test_a_long_window_names_both_ends():
    call = one(tuple(Turn("agent", "喂") for _ in range(20)))
    missing = finding(call, 0, "喂", window=tuple(range(20)))
    assert "  找过：#0 #1 #2 #3 … #16 #17 #18 #19，都没有\n" in rendered(
        "text", [Report(call, (missing,), ())]
    )


def test_evidence_without_label_or_words():
    bare = tuple(replace(item, label="") for item in TONE.evidence)
    silent = tuple(replace(item, quote="") for item in TONE.evidence)
    output = rendered("text", [Report(CALL, (replace(TONE, evidence=bare),), ())])
    assert "    #1 00:04 客户 “我要投诉”\n" in output
    output = rendered("text", [Report(CALL, (replace(TONE, evidence=silent),), ())])
    assert "    #1 00:04 客户 投诉诉求\n" in output


def test_findings_of_one_place_stand_gravest_first():
    slight = replace(TONE, rule="a-slight-one", severity="info")
    output = rendered("text", [Report(CALL, (slight, TONE), ())])
    assert output.index("错误 tone-policing") < output.index("提示 a-slight-one")


def test_colour_changes_nothing_but_colour():
    options = Options(color=True, show_praise=True)
    coloured = rendered("text", [REPORT, CLEAN], options, Summary(rules=RULES))
    plain = rendered("text", [REPORT, CLEAN], replace(options, color=False), Summary(rules=RULES))
    assert ANSI.sub("", coloured) == plain
    assert "\x1b" not in plain
    assert "    先生，您\x1b[31m小点声\x1b[0m，我听得清。\n" in coloured
    assert "            \x1b[31m^^^^^^\x1b[0m\n" in coloured
    assert "  \x1b[1;33m警告 \x1b[0mmissing-apology" in coloured
    assert "话术      \x1b[31m缺失\x1b[0m    #2" in coloured


def test_what_a_file_says_cannot_colour_or_move_the_screen():
    call = Call(id="\x1b[2Jc1", turns=(Turn("agent", "好\x1b[31m的\r吧"),), path="a\nb")
    output = rendered("text", [Report(call, (finding(call, 0, "的"),), ())])
    assert output.startswith("通话 ␛[2Jc1  a␊b\n")
    assert "    好␛[31m的␍吧\n           ^^\n" in output


def test_the_review_mark_goes_with_certainty():
    certain = replace(NO_APOLOGY, certainty="certain")
    output = rendered("text", [Report(CALL, (certain,), ())])
    assert "复核" not in output
