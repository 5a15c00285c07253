"""What was made of the words, and what was measured, as every format tells it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from linter import Linter
from linter.judged import Report
from linter.model import Call, Evidence, Turn
from linter.reports import Options
from linter.rulebook.load import load_texts

from .samples import rendered

RULE = """\
  - {{id: {id}, category: own, aspect: 态度, severity: warning, {judge},
     say: 说明, why: 理由, instead: 建议, tests: [{{flag: 坐席：【x】}}, {{pass: 坐席：x}}]}}
"""
PACK = """\
pack: notes
signals:
  致歉: {any: [抱歉], heard: same}
  推脱: {like: [您的问题我们会尽快处理], similar: 70}
  久等: {measure: {of: silence, over: 10}}
  转接: {any: [转过去]}
  理由: {any: [专席]}
rules:
"""
JUDGES = {
    "heard": "forbid: 致歉",
    "alike": "forbid: 推脱",
    "waited": "forbid: 久等",
    "silent": "measure: {of: longest_silence, limit: 15}",
    "unasked": "require: {all: [致歉, 理由]}, when: 转接, before: 1",
}
CALL = Call(
    "c",
    (
        Turn("customer", "网断了。", start_ms=0, end_ms=2_000),
        Turn("agent", "报欠，您的问题会尽快处理。", start_ms=3_000, end_ms=9_000),
        Turn("customer", "那行吧。", start_ms=9_000, end_ms=10_000),
        Turn("agent", "给您转过去。", start_ms=30_040, end_ms=31_000),
        Turn("customer", "好。", start_ms=31_000, end_ms=32_000),
    ),
)


def report(*names: str) -> Report:
    rules = "".join(RULE.format(id=name, judge=JUDGES[name]) for name in names)
    return Linter(load_texts([("notes.yml", PACK + rules)])).lint(CALL)


SHOWN = {
    "heard": "依据：\n    #1 00:03 坐席 致歉（听作“抱歉”）\n",
    "alike": "依据：\n    #1 00:03 坐席 推脱（像“您的问题我们会尽快处理”）\n",
    "waited": "依据：\n    #3 00:30 坐席 久等（20.04 秒）\n",
    "silent": "依据：\n    #3 00:30 坐席 20.1秒，上限 15秒\n",
    "unasked": (
        "找过：#1 #2 #3，没有说全\n  依据：\n    #1 00:03 坐席 已有：致歉（听作“抱歉”）：“报欠”\n"
    ),
}


@pytest.mark.parametrize("name", SHOWN)
def test_in_words(name: str) -> None:
    assert SHOWN[name] in rendered("text", [report(name)])


def test_in_english_words() -> None:
    output = rendered("text", [report("unasked")], Options(lang="en"))
    assert "Searched: #1 #2 #3; not all of it there\n" in output


def test_other_places_are_quoted_and_other_parts_of_one_s_own_too() -> None:
    made = report("heard")
    (found,) = made.findings
    (note,) = found.evidence
    elsewhere = replace(note, start=0, end=1, quote="报")
    again = replace(note, as_="again")
    shown = rendered("text", [replace(made, findings=(replace(found, evidence=(elsewhere,)),))])
    assert "致歉（听作“抱歉”）：“报”\n" in shown
    shown = rendered("text", [replace(made, findings=(replace(found, evidence=(again,)),))])
    assert "致歉（听作“抱歉”）：“报欠”\n" in shown


def test_nothing_of_it_there_is_said_as_before() -> None:
    made = report("unasked")
    (found,) = made.findings
    output = rendered("text", [replace(made, findings=(replace(found, evidence=()),))])
    assert "找过：#1 #2 #3，都没有\n" in output


EVIDENCE = {
    "heard": [Evidence(1, 0, 2, "报欠", "note", "致歉（听作“抱歉”）")],
    "alike": [
        Evidence(1, 3, 12, "您的问题会尽快处理", "note", "推脱（像“您的问题我们会尽快处理”）")
    ],
    "waited": [Evidence(3, 0, 6, "给您转过去。", "note", "久等（20.04 秒）")],
    "silent": [Evidence(3, 0, 6, "给您转过去。", "measured", "20.1秒，上限 15秒")],
    "unasked": [Evidence(1, 0, 2, "报欠", "there", "已有：致歉（听作“抱歉”）")],
}


@pytest.mark.parametrize("name", EVIDENCE)
def test_for_programs(name: str) -> None:
    expected = [
        {
            "turn": e.turn,
            "start": e.start,
            "end": e.end,
            "quote": e.quote,
            "as": e.as_,
            "label": e.label,
        }
        for e in EVIDENCE[name]
    ]
    made = report(name)
    (line,) = rendered("jsonl", [made]).splitlines()
    document = json.loads(rendered("json", [made]))
    ((found,),) = (called["findings"] for called in document["calls"])
    assert json.loads(line)["evidence"] == found["evidence"] == expected
    certainty = "review" if name in ("heard", "alike") else "certain"
    assert json.loads(line)["certainty"] == certainty


def test_what_could_not_be_judged_says_why() -> None:
    untimed = replace(CALL, turns=tuple(t._replace(start_ms=None) for t in CALL.turns))
    rules = "".join(RULE.format(id=name, judge=JUDGES[name]) for name in ("waited", "silent"))
    made = Linter(load_texts([("notes.yml", PACK + rules)])).lint(untimed)
    (called,) = json.loads(rendered("json", [made]))["calls"]
    assert [(v["status"], v["reason"]) for v in called["verdicts"]] == [
        ("not_evaluated", "没有说话的时间")
    ] * 2
