from __future__ import annotations

import json
from dataclasses import replace

from linter.errors import InputError
from linter.judged import Report
from linter.model import Turn
from linter.reports import Options, Summary

from .samples import CLEAN, REPORT, finding, one, rendered


def entries(*reports, **given):
    text = rendered("gitlab", reports, **given)
    assert text.startswith("[")
    return json.loads(text)


def test_an_entry():
    first, second = entries(REPORT, CLEAN)
    assert first["description"].startswith("missing-apology: [需复核] #2 00:09 坐席 “麻烦")
    assert second == {
        "description": "tone-policing: #4 01:07 坐席 “小点声”：客户在说事，坐席在管客户的嗓门。 "
        "为什么：客户正忍着，这样说是火上浇油。 怎么说：您说的我都记下了，马上办。",
        "check_name": "tone-policing",
        "severity": "major",
        "location": {"path": "calls/甲.jsonl", "lines": {"begin": 1}},
        "fingerprint": second["fingerprint"],
    }


def test_nothing_is_an_empty_array():
    assert rendered("gitlab", [CLEAN]) == "[\n]\n"
    assert entries() == []


def test_severities():
    call = one((Turn("agent", "小点声"),))
    findings = [finding(call, 0, "小点声", severity=s) for s in ("error", "warning", "info")]
    findings.append(replace(findings[0], certainty="review"))
    found = entries(*(Report(call, (one_,), ()) for one_ in findings))
    assert [entry["severity"] for entry in found] == ["major", "minor", "info", "info"]


def test_lines_and_cells():
    turns = (
        Turn("agent", "一\n小点声", line=7, column=3),
        Turn("agent", "小点声", line=9, column=2, sheet="话术", cell="B9"),
    )
    call = one(turns)
    cell = finding(call, 1, "小点声", line=9, sheet="话术", cell="B9")
    found = entries(Report(call, (finding(call, 0, "小点声"), cell), ()))
    assert [entry["location"]["lines"]["begin"] for entry in found] == [8, 1]
    assert found[1]["description"].startswith("tone-policing 话术!B9: ")


def at(line: int, *texts: str) -> Report:
    turns = [Turn("agent", text, line=line + n, column=1) for n, text in enumerate(texts)]
    call = one(tuple(turns), path="a.md")
    found = (n for n, text in enumerate(texts) if "小点声" in text)
    return Report(call, tuple(finding(call, n, "小点声") for n in found), ())


def test_fingerprints_are_unique_and_know_no_lines():
    before = [e["fingerprint"] for e in entries(at(1, "小点声", "小点声"), at(5, "小点声"))]
    after = [e["fingerprint"] for e in entries(at(3, "哦", "小点声", "小点声"), at(9, "小点声"))]
    assert before == after
    assert len(set(before)) == 3


def test_praise_is_no_problem():
    assert len(entries(REPORT, options=Options(show_praise=True))) == 2


def test_what_could_not_be_read():
    failures = (InputError("坏了", path="甲.jsonl", line=3), InputError("没有", path="乙"))
    found = entries(summary=Summary(failures=failures))
    assert [(e["check_name"], e["severity"], e["location"]) for e in found] == [
        ("input-not-read", "critical", {"path": "甲.jsonl", "lines": {"begin": 3}}),
        ("input-not-read", "critical", {"path": "乙", "lines": {"begin": 1}}),
    ]
    assert found[0]["description"] == "input-not-read: 甲.jsonl:3: 坏了"
    assert len({entry["fingerprint"] for entry in found}) == 2
