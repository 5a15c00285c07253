from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from linter.errors import InputError
from linter.judged import Report
from linter.model import Call, Casting, Turn
from linter.reports import Options, Summary

from .samples import CLEAN, REPORT, TONE, finding, one, rendered

ALLOWED = {
    "testsuites": {"name"},
    "testsuite": {"name", "tests", "failures", "errors", "time"},
    "testcase": {"name", "classname", "time"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
    "system-out": set(),
}
"""What readers that are strict know; the first three of a suite they insist on."""


def document(*reports, **given):
    root = ElementTree.fromstring(rendered("junit", reports, **given).encode())
    for element in root.iter():
        assert set(element.keys()) == ALLOWED[element.tag]
    return root


def suites(root):
    return [(s.get("name"), s.get("tests"), s.get("failures"), s.get("errors")) for s in root]


def test_a_suite_a_file_and_a_case_a_call():
    other = replace(CLEAN, call=replace(CLEAN.call, path="calls/甲.jsonl"))
    last = replace(CLEAN, call=replace(CLEAN.call, path="calls/乙.jsonl"))
    root = document(REPORT, other, last)
    assert suites(root) == [
        ("calls/甲.jsonl", "2", "1", "0"),
        ("calls/乙.jsonl", "1", "0", "0"),
    ]
    assert [(c.get("classname"), c.get("name")) for c in root.iter("testcase")] == [
        ("calls/甲.jsonl", "c7"),
        ("calls/甲.jsonl", "c8"),
        ("calls/乙.jsonl", "c8"),
    ]


def test_what_fails_and_what_is_only_said():
    case = document(REPORT).find(".//testcase")
    failure, said = case
    assert failure.attrib == {"message": "错误 1：tone-policing", "type": "error"}
    assert failure.text == (
        "calls/甲.jsonl\n"
        "错误 tone-policing 纠正语气\n"
        "#4 01:07 坐席 “小点声”：客户在说事，坐席在管客户的嗓门。\n"
        "为什么：客户正忍着，这样说是火上浇油。\n"
        "怎么说：您说的我都记下了，马上办。\n"
    )
    assert said.tag == "system-out"
    assert "警告 missing-apology 缺少致歉安抚\n[需复核] " in said.text


@pytest.mark.parametrize(
    ("severity", "certainty", "fail_on", "fails"),
    [
        ("error", "certain", "error", True),
        ("warning", "certain", "error", False),
        ("warning", "certain", "warning", True),
        ("info", "certain", "info", True),
        ("error", "review", "info", False),
        ("error", "certain", "never", False),
    ],
)
def test_a_case_fails_when_the_run_does(severity, certainty, fail_on, fails):
    found = replace(TONE, severity=severity, certainty=certainty)
    report = replace(REPORT, findings=(found,))
    root = document(report, options=Options(fail_on=fail_on))
    assert (root.find(".//failure") is not None) == fails
    assert (root.find(".//system-out") is None) == fails


def test_the_gravest_is_the_type():
    report = replace(REPORT, findings=(replace(TONE, severity="info"), replace(TONE, start=0)))
    failure = document(report, options=Options(fail_on="info")).find(".//failure")
    assert failure.attrib == {"message": "错误 1，提示 1：tone-policing", "type": "error"}


def test_english():
    failure = document(REPORT, options=Options(lang="en")).find(".//failure")
    assert failure.get("message") == "error 1: tone-policing"


def test_nothing_at_all_passes():
    root = document()
    assert suites(root) == [("huashu", "1", "0", "0")]
    assert list(root.find(".//testcase")) == []


def test_what_could_not_be_read_is_an_error():
    failures = (InputError("坏了", path="甲.jsonl", line=3), InputError("没有", path="乙"))
    root = document(summary=Summary(failures=failures))
    assert suites(root) == [("甲.jsonl", "1", "0", "1"), ("乙", "1", "0", "1")]
    error = root.find(".//error")
    assert (error.get("message"), error.text) == ("坏了", "甲.jsonl:3: 坏了")


def test_praise_is_no_problem():
    praise = replace(REPORT, findings=tuple(f for f in REPORT.findings if f.praise))
    root = document(praise, options=Options(show_praise=True))
    assert list(root.find(".//testcase")) == []


TURNS = (Turn("agent", "小点声"),)
HASH = Call.content_id(TURNS)
TOLD = Casting("inferred", 0.9)


@pytest.mark.parametrize(
    ("id_", "casting", "name"),
    [
        (HASH, None, "通话 1"),
        (f"{HASH}#2", None, "通话 1"),
        ("0123456789ab", TOLD, "通话 1"),
        ("0123456789ab", None, "0123456789ab"),
        ("开场", TOLD, "开场"),
    ],
)
def test_a_name_does_not_change_with_what_is_said(id_, casting, name):
    report = Report(one(TURNS, id=id_, casting=casting), (), ())
    assert document(report).find(".//testcase").get("name") == name


def test_nothing_is_escaped_twice():
    call = one((Turn("agent", "<b>&\x08\"'"),), path="a&b.md", id="<1>")
    report = Report(call, (finding(call, 0, "<b>&\x08\"'"),), ())
    case = document(report).find(".//testcase")
    assert (case.get("classname"), case.get("name")) == ("a&b.md", "<1>")
    assert "“<b>&\ufffd\"'”" in case.find("failure").text
