from __future__ import annotations

from dataclasses import replace

from linter.desk.rows import lasting, row
from linter.judged import Report, Verdict
from linter.model import Turn
from tests.reports.samples import CALL, CLEAN, PRAISE, REPORT, evidence
from tests.reports.scored import SHEET


def test_a_row_has_all_that_the_worklist_shows() -> None:
    borne = replace(REPORT, load=(evidence(CALL, 5, "什么资格"),))
    assert row(borne, frozenset({"tone-policing"}), "zh") == {
        "id": "c7",
        "path": "calls/甲.jsonl",
        "line": None,
        "team": "",
        "started_at": "",
        "channel": "phone",
        "direction": "",
        "business": "",
        "kind": "call",
        "turns": 8,
        "ms": 3_700_000,
        "score": 82,
        "band": "",
        "fatal": True,
        "certain": {"error": 1, "warning": 0, "info": 0},
        "review": 1,
        "praise": 1,
        "categories": ["missing_apology", "tone_policing"],
        "rules": ["missing-apology", "tone-policing", "took-it-down"],
        "diagnosis": ["缺失", "缺失", "做到", "不适用"],
        "load": 1,
        "unjudged": 1,
        "judged": True,
        "priority": 74,
        "why": [
            "一票否决：纠正语气",
            "确定的错误 1 处：纠正语气",
            "四项诊断缺失 2 项：话术、态度",
            "需复核 1 处：缺少致歉安抚",
            "客户辱骂坐席，1 轮：坐席的负担",
        ],
        "show": 0,
        "show_why": [],
    }


def test_a_good_call_is_worth_showing() -> None:
    made = row(Report(CALL, (PRAISE,), ()), frozenset(), "en")
    assert (made["priority"], made["why"]) == (0, [])
    assert (made["show"], made["show_why"]) == (6, ["Done well: 1: 主动登记"])


def test_a_call_of_which_nothing_could_be_judged_is_not_judged() -> None:
    verdict = Verdict("r", "not_evaluated", "不知道谁是坐席、谁是客户")
    made = row(Report(CALL, (), (verdict,)), frozenset(), "zh")
    assert (made["judged"], made["certain"]["error"]) == (False, 0)


def test_a_scheme_names_the_band() -> None:
    made = row(replace(REPORT, sheet=SHEET), frozenset(), "zh")
    assert (made["score"], made["band"]) == (80.25, "良")


def test_a_call_without_scores_has_none() -> None:
    made = row(replace(CLEAN, scores={}), frozenset(), "zh")
    assert made["score"] is None


def test_how_long_a_call_lasts() -> None:
    assert lasting((Turn("agent", "好"),)) is None
    turns = (Turn("agent", "好", start_ms=500, end_ms=900), Turn("customer", "嗯", start_ms=2000))
    assert lasting(turns) == 1500
