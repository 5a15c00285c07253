from __future__ import annotations

import json
from dataclasses import replace

from linter.reports import FORMATS, Options, Summary

from .samples import CLEAN, HIDDEN, PRAISE, REPORT, RULES, rendered
from .scored import SHEET
from .test_jsonl import APOLOGY_LINE, PRAISE_LINE, TONE_LINE

HEAD = '{"version": 1, "rules": {"name": "huashu", "version": "0.1.0", "hash": "5f3c"}, "calls": ['
CALL_LINE = (
    '{"id": "c7", "path": "calls/甲.jsonl", "channel": "phone", '
    f'"findings": [{APOLOGY_LINE.strip()}, {TONE_LINE.strip()}], '
    '"verdicts": [{"rule": "missing-apology", "status": "violated", "reason": "", "turn": null}, '
    '{"rule": "followup", "status": "met", "reason": "", "turn": 6}, '
    '{"rule": "hold-etiquette", "status": "not_evaluated", "reason": "没有时间", "turn": null}], '
    '"diagnosis": [{"name": "话术", "status": "缺失", "turn": 2, "quote": "麻烦您报一下号码", '
    '"reason": "两轮里没有致歉。", "suggestion": "实在抱歉，让您费心了。", "chain": [{"turn": 1, '
    '"start": 0, "end": 4, "quote": "修了两回", "as": "trigger", "label": "客户不满"}]}, '
    '{"name": "态度", "status": "缺失", "turn": 4, "quote": "小点声", '
    '"reason": "管客户的嗓门。", "suggestion": "", "chain": [{"turn": 5, "start": 2, "end": 6, '
    '"quote": "什么资格", "as": "outcome", "label": "情绪上升"}, {"turn": 1, "start": 0, '
    '"end": 4, "quote": "修了两回", "as": "trigger", "label": "客户不满"}]}, '
    '{"name": "职责", "status": "做到", "turn": 6, "quote": "马上给您登记", "reason": "", '
    '"suggestion": "", "chain": []}, {"name": "适时结束", "status": "不适用", "turn": null, '
    '"quote": "", "reason": "", "suggestion": "", "chain": []}], "scores": {"总分": 82}, '
    '"hidden": [{"call": "c7", "path": "calls/甲.jsonl", "rule": "salutation", '
    '"category": "my_own", "aspect": "态度", "severity": "info", "certainty": "certain", '
    '"turn": 4, "role": "agent", "start": 0, "end": 2, "quote": "先生", '
    '"message": "客户在说事，坐席在管客户的嗓门。", "suggestion": "您说的我都记下了，马上办。", '
    '"evidence": [], "fingerprint": "f1"}], "suppressed": []}'
)
CLEAN_LINE = (
    '{"id": "c8", "path": "", "channel": "", "findings": [], "verdicts": [{"rule": "greeting", '
    '"status": "met", "reason": "", "turn": 0}], "diagnosis": [], "scores": {"总分": 100}, '
    '"hidden": [], "suppressed": []}'
)
TAIL = (
    '], "summary": {"files": 2, "calls": 2, "scenes": 0, "turns": 10, "agent_turns": 5, '
    '"findings": {"error": 1, "warning": 1, "info": 0}, '
    '"categories": {"missing_apology": 1, "tone_policing": 1}, "review": 1, "praise": 1, '
    '"unjudged": 1, "unscored": 0, "skipped": [{"where": "坏.json", "why": "不是 JSON"}], '
    '"left_out": {}, "warnings": 0, "suppressed": {}}}\n'
)


def test_the_whole_document():
    summary = Summary(files=2, skipped=(("坏.json", "不是 JSON"),))
    clean = replace(CLEAN, diagnosis=())
    output = rendered("json", [REPORT, clean], Options(rules_identity=RULES), summary)
    assert output == f"{HEAD}\n{CALL_LINE},\n{CLEAN_LINE}\n{TAIL}"
    assert len(json.loads(output)["calls"]) == 2


def test_no_calls_is_a_document_too():
    output = rendered("json", [], Options(rules_identity=RULES))
    assert json.loads(output) == {
        "version": 1,
        "rules": {"name": "huashu", "version": "0.1.0", "hash": "5f3c"},
        "calls": [],
        "summary": {
            "files": 0,
            "calls": 0,
            "scenes": 0,
            "turns": 0,
            "agent_turns": 0,
            "findings": {"error": 0, "warning": 0, "info": 0},
            "categories": {},
            "review": 0,
            "praise": 0,
            "unjudged": 0,
            "unscored": 0,
            "skipped": [],
            "left_out": {},
            "warnings": 0,
            "suppressed": {},
        },
    }


def test_praise_is_in_it_only_when_asked_for():
    report = replace(REPORT, findings=(PRAISE,), hidden=(PRAISE, HIDDEN))
    without = json.loads(rendered("json", [report]))["calls"][0]
    assert without["findings"] == []
    assert [item["rule"] for item in without["hidden"]] == ["salutation"]
    options = Options(show_praise=True)
    (with_praise,) = json.loads(rendered("json", [report], options))["calls"]
    assert with_praise["findings"] == [json.loads(PRAISE_LINE)]
    assert [item["rule"] for item in with_praise["hidden"]] == ["salutation", "took-it-down"]


def test_the_diagnosis_can_be_left_out():
    output = rendered("json", [REPORT], Options(diagnosis=False))
    assert json.loads(output)["calls"][0]["diagnosis"] == []


def test_each_call_is_written_when_it_comes():
    reporter = FORMATS["json"](Options())
    head = "".join(reporter.begin())
    first = "".join(reporter.call(CLEAN))
    second = "".join(reporter.call(CLEAN))
    assert json.loads(head + first + "".join(reporter.end(Summary())))["calls"][0]["id"] == "c8"
    assert second.startswith(",\n{")


def test_a_score_sheet_has_its_arithmetic() -> None:
    report = replace(REPORT, sheet=SHEET)
    call = json.loads(rendered("json", [report]))["calls"][0]
    step = {"kind": "deduction", "points": -10.5, "what": "禁语：管客户的嗓门"}
    place = {"rule": "tone-policing", "turn": 4, "start": 4, "end": 7}
    assert call["sheet"]["total"] == 80.25
    assert call["sheet"]["axes"][1] == {
        **{"axis": "resolution", "name": "解决", "full": 100, "points": None}
    }
    assert call["sheet"]["dimensions"][0] == {
        **{"name": "服务态度", "axis": "attitude", "full": 50, "points": 39.5, "weight": 50},
        **{"status": "scored", "reason": "", "steps": [step | place]},
    }
    assert call["sheet"]["unscored"] == ["hold-no-thanks"]


def test_no_score_sheet_where_nobody_asked_for_one() -> None:
    assert "sheet" not in json.loads(rendered("json", [REPORT]))["calls"][0]
