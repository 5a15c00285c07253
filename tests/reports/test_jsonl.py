from __future__ import annotations

import json
from dataclasses import replace

import pytest

from linter.judged import Report
from linter.model import Call, Turn
from linter.reports import Options

from .samples import CALL, CLEAN, NO_APOLOGY, REPORT, TONE, finding, rendered

APOLOGY_LINE = (
    '{"call": "c7", "path": "calls/甲.jsonl", "rule": "missing-apology", '
    '"category": "missing_apology", "aspect": "话术", "severity": "warning", '
    '"certainty": "review", "turn": 2, "role": "agent", "start": 0, "end": 8, '
    '"quote": "麻烦您报一下号码", "message": "客户已表示不满，接下来两轮没有致歉。", '
    '"suggestion": "实在抱歉，让您费心了。", "evidence": [{"turn": 3, "start": 0, "end": 3, '
    '"quote": "你别管", "as": "step", "label": "拒答"}, {"turn": 1, "start": 0, "end": 4, '
    '"quote": "修了两回", "as": "trigger", "label": "客户不满"}], "fingerprint": "f2", '
    '"window": [2, 4]}\n'
)
TONE_LINE = (
    '{"call": "c7", "path": "calls/甲.jsonl", "rule": "tone-policing", '
    '"category": "tone_policing", "aspect": "态度", "severity": "error", "certainty": "certain", '
    '"turn": 4, "role": "agent", "start": 4, "end": 7, "quote": "小点声", '
    '"message": "客户在说事，坐席在管客户的嗓门。", "suggestion": "您说的我都记下了，马上办。", '
    '"evidence": [{"turn": 1, "start": 9, "end": 13, "quote": "我要投诉", "as": "trigger", '
    '"label": "投诉诉求"}], "fingerprint": "f1", "why": "客户正忍着，这样说是火上浇油。", '
    '"act": "a4"}\n'
)
PRAISE_LINE = (
    '{"call": "c7", "path": "calls/甲.jsonl", "rule": "took-it-down", "category": "praise", '
    '"aspect": "标杆", "severity": "info", "certainty": "certain", "turn": 6, "role": "agent", '
    '"start": 6, "end": 12, "quote": "马上给您登记", "message": "主动登记。", "suggestion": "", '
    '"evidence": [], "fingerprint": "f3", "praise": true}\n'
)


def test_one_finding_a_line_as_the_call_goes():
    assert rendered("jsonl", [REPORT, CLEAN]) == APOLOGY_LINE + TONE_LINE


def test_praise_when_asked_for():
    output = rendered("jsonl", [REPORT], Options(show_praise=True))
    assert output == APOLOGY_LINE + TONE_LINE + PRAISE_LINE


def test_nothing_found_prints_nothing():
    assert rendered("jsonl", [CLEAN]) == ""


def test_line_column_and_late_stand_after_the_fingerprint():
    late = replace(NO_APOLOGY, line=12, column=4, late=True, why="客户在等。", act="a2")
    keys = list(json.loads(rendered("jsonl", [Report(CALL, (late,), ())])))
    start = keys.index("fingerprint") + 1
    assert keys[start:] == ["line", "column", "why", "window", "act", "late"]


def test_a_line_without_a_column():
    line = rendered("jsonl", [Report(CALL, (replace(TONE, line=3),), ())])
    assert '"fingerprint": "f1", "line": 3, "why"' in line


@pytest.mark.parametrize("char", ["\ud800", "\u2028", "\u2029", "\x85", "\n", "\r", "\x1e", "\x0c"])
def test_a_finding_is_one_line_of_utf8_whatever_was_said(char):
    call = Call(id="c1", turns=(Turn("agent", f"一{char}二"),))
    output = rendered("jsonl", [Report(call, (finding(call, 0, f"一{char}"),), ())])
    assert output.splitlines(keepends=True) == [output]
    assert json.loads(output.encode())["quote"] == f"一{char}"
