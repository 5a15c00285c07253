from __future__ import annotations

from decimal import Decimal

from linter.desk.choices import Choices
from linter.desk.earlier import Earlier
from linter.desk.figures import Figures
from linter.desk.run_data import run_data
from linter.reports import Options, RulesIdentity, Summary
from linter.reports.rule_info import RuleInfo

from .counting import add

RULE = RuleInfo("r-a", "own", "blame", "态度", "error", "指责了客户", "伤人", "换个说法")
SUMMARY = Summary(
    calls=3,
    skipped=(("calls/王丽.jsonl:3", "王丽这行不是 JSON"),),
    rules=RulesIdentity("own", "0.1.0", "5f3c"),
)


def hidden(text: str) -> str:
    return text.replace("王丽", "坐席01")


def made(choices: Choices, earlier: Earlier | None = None) -> dict[str, object]:
    return run_data(add(Figures(), 3, "blame", group="一组"), SUMMARY, choices, earlier, hidden)


def test_what_rules_say_is_there_once() -> None:
    run = made(Choices(Options(lang="en"), rules=(RULE,)))
    assert run["rules_info"] == {
        "r-a": {
            "message": "指责了客户",
            "why": "伤人",
            "suggestion": "换个说法",
            "category": "blame",
            "category_name": "blaming the customer",
            "aspect": "态度",
            "severity": "error",
        }
    }
    assert run["categories"] == {"blame": "blaming the customer"}
    assert run["rules"] == {"name": "own", "version": "0.1.0", "hash": "5f3c"}


def test_what_was_not_read_tells_no_agent() -> None:
    summary = made(Choices())["summary"]
    assert isinstance(summary, dict)
    assert summary["skipped"] == [
        {"where": "calls/坐席01.jsonl:3", "why": "坐席01这行不是 JSON"},
    ]


def test_a_comparison_is_a_table_and_a_chart() -> None:
    run = made(Choices(), Earlier("上月.html", "5f3c", 10, 1, {"blame": 1}))
    trend, charts = run["trend"], run["charts"]
    assert isinstance(trend, dict)
    assert isinstance(charts, list)
    assert set(trend) == {"earlier", "head", "rows", "notes"}
    assert charts[-1]["id"] == "trend"


def test_a_later_run_finds_calls_and_scenes_apart() -> None:
    figures = add(add(Figures(), 3, "blame"), 2, "command", kind="script")
    counts = run_data(figures, SUMMARY, Choices(), None, hidden)["counts"]
    assert counts == {
        **{"calls": 3, "problems": 3, "categories": {"blame": 3}},
        "scenes": {"calls": 2, "problems": 2, "categories": {"command": 2}},
    }


def test_a_scheme_describes_itself_or_is_known_by_its_sheets() -> None:
    described = {"name": "热线", "full": 80, "bands": []}
    assert made(Choices(scheme=described))["scheme"] == described
    assert made(Choices())["scheme"] is None
    figures = Figures()
    figures.scheme, figures.full = "热线", float(Decimal(80))
    run = run_data(figures, SUMMARY, Choices(), None, hidden)
    assert run["scheme"] == {"name": "热线", "full": 80, "bands": []}
