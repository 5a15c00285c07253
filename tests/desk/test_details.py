from __future__ import annotations

from dataclasses import replace

from linter.desk.details import detail, spans
from linter.judged import Entry, Suppressed
from linter.model import Casting, Notice
from linter.reports import Options
from linter.reports.objects import finding_object, part_object, sheet_object
from tests.reports.samples import CALL, NO_APOLOGY, PRAISE, REPORT, TONE, evidence
from tests.reports.scored import SHEET

OPTIONS = Options(show_praise=True)


def test_everything_there_is_to_show() -> None:
    made = detail(REPORT, OPTIONS)
    assert [turn["text"] for turn in made["turns"]] == [turn.text for turn in CALL.turns]
    assert made["findings"] == [finding_object(one) for one in (NO_APOLOGY, TONE, PRAISE)]
    assert made["diagnosis"] == [part_object(part) for part in REPORT.diagnosis]
    assert made["met"] == [{"rule": "followup", "turn": 6}]
    assert made["unjudged"] == [{"rule": "hold-etiquette", "reason": "没有时间"}]
    assert (made["scores"], made["sheet"]) == ({"总分": 82}, None)
    assert (made["casting"], made["notices"], made["suppressed"]) == (None, [], [])


def test_what_was_not_asked_for_is_neither_met_nor_unjudged() -> None:
    made = detail(replace(REPORT, off=frozenset({"followup", "hold-etiquette"})), OPTIONS)
    assert made["met"] == made["unjudged"] == []


def test_a_turn_says_where_the_abuse_is() -> None:
    borne = replace(REPORT, load=(evidence(CALL, 5, "资格"), evidence(CALL, 5, "你有")))
    turn = detail(borne, OPTIONS)["turns"][5]
    assert turn == {
        "role": "customer",
        "speaker": "",
        "text": "你有什么资格管我？",
        "start_ms": 3_700_000,
        "end_ms": None,
        "load": [[0, 2], [4, 6]],
    }


def test_places_that_overlap_become_one() -> None:
    places = (
        evidence(CALL, 5, "什么资格"),
        evidence(CALL, 5, "你有什么"),
        evidence(CALL, 5, "什么"),
        evidence(CALL, 3, "你别管"),
    )
    assert spans(places) == {3: [[0, 3]], 5: [[0, 6]]}


def test_a_score_sheet_with_its_arithmetic() -> None:
    assert detail(replace(REPORT, sheet=SHEET), OPTIONS)["sheet"] == sheet_object(SHEET)


def test_what_was_taken_out_is_there() -> None:
    entry = Entry("exception", "tone-policing", "客户在吼孩子", "李组长")
    report = replace(REPORT, suppressed=(Suppressed(TONE, entry),))
    (one,) = detail(report, OPTIONS)["suppressed"]
    assert one["suppressed"]["why"] == "客户在吼孩子"


def test_how_the_call_was_read() -> None:
    call = replace(
        CALL,
        casting=Casting("inferred", 0.8, doubtful=(3,)),
        notices=(Notice("a", "第 3 行没有时间", "补上"), Notice("a", "第 3 行没有时间", "补上")),
    )
    made = detail(replace(REPORT, call=call), OPTIONS)
    assert made["casting"] == {"source": "inferred", "confidence": 0.8, "doubtful": [3]}
    assert made["notices"] == ["第 3 行没有时间；补上"]
