from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from linter.errors import InputError
from linter.judged import Report
from linter.model import Turn
from linter.reports import Options, Summary
from linter.reports.rule_info import RuleInfo

from .samples import CLEAN, REPORT, RULES, TONE, evidence, finding, one, rendered

TEXT = {"type": "string", "minLength": 1}
LINE = {"type": "integer", "minimum": 1}


def closed(required: str, optional: str = "", **kinds: object) -> dict[str, object]:
    """An object that has all these properties and no others."""
    names = required.split()
    return {
        "type": "object",
        "required": names,
        "additionalProperties": False,
        "properties": {name: kinds.get(name, {}) for name in (*names, *optional.split())},
    }


def many(items: dict[str, object], least: int = 0) -> dict[str, object]:
    return {"type": "array", "items": items, "minItems": least}


MESSAGE = closed("text", "markdown", text=TEXT, markdown=TEXT)
LOCATION = closed(
    "physicalLocation logicalLocations",
    "id message",
    id={"type": "integer"},
    message=MESSAGE,
    physicalLocation=closed(
        "artifactLocation region",
        artifactLocation=closed("uri", "uriBaseId", uri=TEXT),
        region=closed(
            "startLine startColumn endLine endColumn",
            "snippet",
            startLine=LINE,
            startColumn=LINE,
            endLine=LINE,
            endColumn=LINE,
            snippet=closed("text", text=TEXT),
        ),
    ),
    logicalLocations=many(closed("name fullyQualifiedName kind"), 1),
)
RULE = closed(
    "id name shortDescription fullDescription help defaultConfiguration properties",
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed("level", level={"enum": ["error", "warning", "note"]}),
    properties={"properties": {"tags": {"type": "array", "uniqueItems": True}}},
)
RESULT = closed(
    "ruleId kind level rank message locations properties partialFingerprints",
    "ruleIndex relatedLocations",
    message=MESSAGE,
    locations=many(LOCATION, 1),
    relatedLocations=many(LOCATION, 1),
    partialFingerprints=closed("primaryLocationLineHash huashuFingerprint/v1"),
)
DRIVER = closed("name language rules properties", "version", rules=many(RULE))
LOG = closed(
    "$schema version runs",
    version={"const": "2.1.0"},
    runs=many(
        closed(
            "tool language columnKind originalUriBaseIds results invocations",
            columnKind={"const": "unicodeCodePoints"},
            tool=closed("driver", driver=DRIVER),
            results=many(RESULT),
            invocations=many(
                closed(
                    "executionSuccessful toolExecutionNotifications",
                    executionSuccessful={"type": "boolean"},
                ),
                1,
            ),
        ),
        1,
    ),
)
"""What is used of SARIF 2.1.0, with what its schema and GitHub require."""

TONE_RULE = RuleInfo(
    id="tone-policing",
    pack="wording",
    category="tone_policing",
    aspect="态度",
    severity="error",
    message="客户在说事，坐席在管客户的嗓门。",
    why="火上浇油。",
    suggestion="*不提*音量。",
    source="某某规范",
    false_positives=("客户自己说听不清", "教学"),
)


def log(*reports, summary=None, **options):
    text = rendered("sarif", reports, Options(rules=(TONE_RULE,), **options), summary)
    found = json.loads(text)
    jsonschema.validate(found, LOG)
    return found["runs"][0]


def test_the_log_names_its_schema():
    found = json.loads(rendered("sarif", [REPORT]))
    assert found["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json"


def test_who_judged():
    driver = log(CLEAN, rules_identity=RULES)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("huashu", "0.1.0")
    assert driver["properties"] == {"rules": "huashu", "rulesHash": "5f3c"}
    assert "version" not in log(CLEAN)["tool"]["driver"]


def test_a_rule():
    assert log()["tool"]["driver"]["rules"] == [
        {
            "id": "tone-policing",
            "name": "TonePolicing",
            "shortDescription": {"text": "客户在说事，坐席在管客户的嗓门。"},
            "fullDescription": {"text": "客户在说事，坐席在管客户的嗓门。火上浇油。"},
            "help": {
                "text": "客户在说事，坐席在管客户的嗓门。\n为什么：火上浇油。\n"
                "怎么说：*不提*音量。\n依据：某某规范\n已知误报：客户自己说听不清；教学",
                "markdown": "客户在说事，坐席在管客户的嗓门。\n\n**为什么** 火上浇油。\n\n"
                "**怎么说** \\*不提\\*音量。\n\n**依据** 某某规范\n\n"
                "**已知误报** 客户自己说听不清；教学",
            },
            "defaultConfiguration": {"level": "error"},
            "properties": {
                "category": "tone_policing",
                "tags": ["tone_policing", "纠正语气", "态度", "wording"],
                "problem.severity": "error",
            },
        }
    ]


def test_a_tag_stands_once_and_a_description_is_not_too_long():
    rule = TONE_RULE._replace(pack="tone_policing", message="长" * 2_000)
    (found,) = log_rules(rule)
    assert found["properties"]["tags"] == ["tone_policing", "纠正语气", "态度"]
    assert len(found["shortDescription"]["text"]) == len(found["fullDescription"]["text"]) == 1024


def log_rules(*rules):
    text = rendered("sarif", [], Options(rules=rules))
    return json.loads(text)["runs"][0]["tool"]["driver"]["rules"]


def placed(turn: Turn, quote: str = "小点声", **changes: object) -> Report:
    call = one((turn,), path="话术/a b.md")
    return Report(call, (finding(call, 0, quote, **changes),), ())


def test_a_result():
    first = evidence(REPORT.call, 1, "我要投诉", label="投诉诉求")
    turns = enumerate(REPORT.call.turns, 1)
    lines = tuple(turn._replace(line=line, column=4) for line, turn in turns)
    call = one(lines, path="话术/a b.md")
    found = replace(TONE, call="c1", path=call.path, evidence=(first,))
    (result,) = log(Report(call, (found,), ()))["results"]
    file = {"uri": "%E8%AF%9D%E6%9C%AF/a%20b.md", "uriBaseId": "%SRCROOT%"}
    assert result == {
        "ruleId": "tone-policing",
        "ruleIndex": 0,
        "kind": "fail",
        "level": "error",
        "rank": 90.0,
        "message": {
            "text": "#4 01:07 坐席 “小点声”：客户在说事，坐席在管客户的嗓门。\n"
            "为什么：客户正忍着，这样说是火上浇油。\n怎么说：您说的我都记下了，马上办。"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": file,
                    "region": {
                        "startLine": 5,
                        "startColumn": 8,
                        "endLine": 5,
                        "endColumn": 11,
                        "snippet": {"text": "小点声"},
                    },
                },
                "logicalLocations": [{"name": "#4", "fullyQualifiedName": "c1#4", "kind": "turn"}],
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": file,
                    "region": {
                        "startLine": 2,
                        "startColumn": 13,
                        "endLine": 2,
                        "endColumn": 17,
                        "snippet": {"text": "我要投诉"},
                    },
                },
                "logicalLocations": [{"name": "#1", "fullyQualifiedName": "c1#1", "kind": "turn"}],
                "message": {"text": "#1 00:04 客户 投诉诉求：“我要投诉”"},
            }
        ],
        "properties": {
            "category": "tone_policing",
            "aspect": "态度",
            "severity": "error",
            "certainty": "certain",
            "call": "c1",
            "turn": 4,
        },
        "partialFingerprints": {
            "primaryLocationLineHash": result["partialFingerprints"]["primaryLocationLineHash"],
            "huashuFingerprint/v1": "f1",
        },
    }


@pytest.mark.parametrize(
    ("severity", "certainty", "expected"),
    [
        ("error", "certain", ("fail", "error", 90)),
        ("warning", "certain", ("fail", "warning", 60)),
        ("info", "certain", ("fail", "note", 30)),
        ("error", "review", ("review", "none", 45)),
        ("info", "review", ("review", "none", 15)),
    ],
)
def test_how_grave_and_how_sure(severity, certainty, expected):
    turn = Turn("agent", "小点声", line=1, column=1)
    (result,) = log(placed(turn, severity=severity, certainty=certainty))["results"]
    assert (result["kind"], result["level"], result["rank"]) == expected


def region_of(report):
    (result,) = log(report)["results"]
    (location,) = result["locations"]
    region = location["physicalLocation"]["region"]
    place = [region[f"{side}{what}"] for side in ("start", "end") for what in ("Line", "Column")]
    return place, region.get("snippet"), location["logicalLocations"][0]["fullyQualifiedName"]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (Turn("agent", "小点声"), ([1, 1, 1, 2], None, "c1#0")),
        (Turn("agent", "小点声", line=7), ([7, 1, 7, 2], None, "c1#0")),
        (
            Turn("agent", "小点声", line=7, column=2, sheet="一", cell="B7"),
            ([1, 1, 1, 2], None, "一!B7"),
        ),
        (Turn("agent", "小点声", line=7, column=2, cell="B7"), ([1, 1, 1, 2], None, "B7")),
    ],
)
def test_a_region_where_there_is_none(turn, expected):
    assert region_of(placed(turn)) == expected


def test_words_over_two_lines():
    turn = Turn("agent", "您小\n点声", line=7, column=3)
    assert region_of(placed(turn, "小\n点声")) == ([7, 4, 8, 3], {"text": "小\n点声"}, "c1#0")


def test_an_unknown_rule_has_no_index():
    (result,) = log(placed(Turn("agent", "小点声"), rule="other"))["results"]
    assert "ruleIndex" not in result


def test_results_are_told_apart():
    results = log(REPORT, REPORT, REPORT)["results"]
    hashes = {result["partialFingerprints"]["primaryLocationLineHash"] for result in results}
    assert len(results) == len(hashes) == 6


def test_nothing_said_becomes_a_link():
    turn = Turn("agent", "见[这里](1)和[注]", line=1, column=1)
    (result,) = log(placed(turn, "见[这里](1)和[注]"))["results"]
    assert result["message"]["text"].startswith("#0 坐席 “见\\[这里](1)和[注]”")


def test_praise_is_no_problem():
    assert len(log(REPORT, show_praise=True)["results"]) == 2


def test_a_run_that_read_everything():
    assert log(CLEAN)["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": []}
    ]


def test_what_could_not_be_read():
    failures = (
        InputError("坏了", path="甲.md", line=3, column=5),
        InputError("坏了", path="乙.xlsx", line=3, cell="B3"),
        InputError("没有标准输入"),
    )
    (invocation,) = log(summary=Summary(failures=failures))["invocations"]
    assert not invocation["executionSuccessful"]
    in_text, in_book, nowhere = invocation["toolExecutionNotifications"]
    assert in_text["level"] == "error"
    assert in_text["message"] == {"text": "甲.md:3:5: 坏了"}
    assert in_text["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 5,
    }
    assert list(in_book["locations"][0]["physicalLocation"]) == ["artifactLocation"]
    assert "locations" not in nowhere
