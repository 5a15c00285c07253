from __future__ import annotations

import pickle
from dataclasses import replace

from linter.desk.choices import Choices
from linter.desk.page import CHUNK
from linter.desk.reporter import DeskReporter
from linter.judged import Report
from linter.reports import Options, Summary
from tests.reports.samples import CALL, CLEAN, REPORT

from .reading import Page, read

OPTIONS = Options(show_praise=True)


def page(*reports: Report, choices: Choices | None = None) -> Page:
    reporter = DeskReporter(choices or Choices())
    for report in reports:
        assert [*reporter.call(report)] == []
    return read("".join(str(piece) for piece in reporter.end(Summary(calls=len(reports)))))


def test_calls_are_numbered_as_they_come() -> None:
    found = page(REPORT, CLEAN, REPORT)
    assert [row["n"] for row in found.rows] == [0, 1, 2]
    assert [row["id"] for row in found.rows] == ["c7", "c8", "c7"]
    assert [one["n"] for one in found.details] == [0, 1, 2]
    assert len(found.details[0]["turns"]) == len(CALL.turns)


def test_more_calls_than_a_chunk_holds() -> None:
    found = page(*[CLEAN] * (CHUNK + 1))
    assert len(found.rows) == len(found.details) == CHUNK + 1


def test_a_run_without_calls_is_a_page() -> None:
    found = page()
    assert (found.rows, found.details, found.run["charts"]) == ([], [], [])


def test_a_piece_can_come_from_another_process() -> None:
    here, there = DeskReporter(Choices()), DeskReporter(Choices())
    piece = pickle.loads(pickle.dumps(there.render(REPORT)))
    assert piece == here.render(REPORT)
    assert [*here.add(piece)] == []


def test_groups_are_teams_or_agents() -> None:
    call = replace(CALL, team="一组", agent_id="80", agent_name="王丽")
    report = replace(REPORT, call=call)
    assert [one["group"] for one in page(report).run["groups"]] == ["一组"]
    by_agent = Choices(OPTIONS, by_agent=True)
    found = page(report, choices=by_agent)
    assert [one["group"] for one in found.run["groups"]] == ["坐席01"]
    assert found.rows[0]["agent"] == "坐席01"
    assert "王丽" not in found.everything()


def test_masked_teams_are_not_added_up() -> None:
    reports = [replace(REPORT, call=replace(CALL, team=team)) for team in ("王丽", "张伟", "王丽")]
    found = page(*reports, choices=Choices(OPTIONS, mask=True))
    assert [(one["group"], one["calls"]) for one in found.run["groups"]] == [
        ("某甲", 2),
        ("某甲 2", 1),
    ]
    assert [one["team"] for one in found.rows] == ["某甲", "某甲 2", "某甲"]


def test_the_run_says_how_it_was_made() -> None:
    run = page(REPORT, choices=Choices(OPTIONS, title="七月")).run
    assert (run["title"], run["agents"], run["masked"]) == ("七月", "pseudonyms", False)
    assert (run["scheme"], run["trend"], run["group_by"]) == (None, None, "team")
    assert run["counts"] == {"calls": 1, "problems": 1, "categories": {"tone_policing": 1}}


def test_ten_thousand_calls_take_little_room() -> None:
    reporter = DeskReporter(Choices())
    piece = reporter.render(REPORT)
    assert [one for _ in range(10_000) for one in reporter.add(piece)] == []
    text = "".join(str(one) for one in reporter.end(Summary(calls=10_000)))
    assert len(text) < 1_000 * 10_000 / 2, "details are kept compressed"
    found = read(text)
    assert [row["n"] for row in found.rows] == [*range(10_000)]
    assert found.details[-1]["n"] == 9_999
