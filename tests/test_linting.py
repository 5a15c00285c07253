from __future__ import annotations

from pathlib import Path

import pytest
from judging.helpers import ASK, SCOLD, SIGNALS, TELL, call, linter, rule_text

from linter import Linter, Selection, UsageError, lint
from linter.errors import RuleErrors
from linter.rulebook.load import load_texts

RULES = (
    "{forbid: 骂人, id: insult, category: insult, severity: error}",
    "{forbid: 训人, id: scolding, yields_to: insult}",
    "{rise: {after: [insult, tone], signal: 情绪}, id: rise, category: rise, deduct: false}",
    "{forbid: 致歉安抚, id: sorry, category: praise, praise: true, severity: info}",
)
CALL = call(TELL, "坐席：有病，别喊。", "客户：真烦。", "坐席：抱歉。", TELL)


def _linter(**wanted: object) -> Linter:
    sets = {k: frozenset(v) if isinstance(v, list) else v for k, v in wanted.items()}
    return Linter(linter(*RULES).book, Selection(**sets))  # type: ignore[arg-type]


def _rules(**wanted: object) -> tuple[list[str], list[str], int]:
    report = _linter(**wanted).lint(CALL)
    shown = [found.rule for found in report.findings]
    return shown, sorted(found.rule for found in report.hidden), report.scores["总分"]


def test_report_holds_everything() -> None:
    report = _linter().lint(CALL)
    assert report.call is CALL
    assert [found.rule for found in report.findings] == ["insult", "rise"]
    assert [found.rule for found in report.hidden] == ["scolding", "sorry"]
    assert [(v.rule, v.status) for v in report.verdicts] == [
        ("insult", "violated"),
        ("scolding", "violated"),
        ("rise", "violated"),
        ("sorry", "violated"),
    ]
    assert [part.name for part in report.diagnosis] == ["话术", "态度", "职责", "适时结束"]
    assert report.scores == {"总分": 80, "态度": -20}


def test_selection_shows_less() -> None:
    assert _rules(praise=True) == (["insult", "rise", "sorry"], ["scolding"], 80)
    assert _rules(select=["rise"]) == (["rise"], ["insult", "scolding", "sorry"], 100)
    assert _rules(min_severity="error") == (["insult"], ["rise", "scolding", "sorry"], 80)


def test_ignored_rule_costs_nothing_and_takes_no_place() -> None:
    assert _rules(ignore=["insult"]) == (["rise", "scolding"], ["insult", "sorry"], 95)
    assert _rules(select=["tone"]) == (["scolding"], ["insult", "rise", "sorry"], 95)


def test_hidden_for_its_severity_still_costs() -> None:
    quiet = call(TELL, SCOLD)
    assert _linter().lint(quiet).scores["总分"] == 95
    report = _linter(min_severity="error").lint(quiet)
    assert (report.findings, report.scores["总分"]) == ((), 95)


def test_selection_changes_no_verdict_and_no_diagnosis() -> None:
    plain, chosen = _linter().lint(CALL), _linter(ignore=["rules"]).lint(CALL)
    assert (plain.verdicts, plain.diagnosis) == (chosen.verdicts, chosen.diagnosis)
    assert {f.fingerprint for f in (*plain.findings, *plain.hidden)} == {
        f.fingerprint for f in chosen.hidden
    }


def test_unknown_name_is_refused_at_once() -> None:
    for wanted in ({"select": ["tone", "nix"]}, {"ignore": ["nix"]}):
        with pytest.raises(UsageError, match="nix"):
            _linter(**wanted)


def test_rules_from_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_text(SIGNALS, encoding="utf-8")
    (tmp_path / "rules.yml").write_text(rule_text("{forbid: 训人}"), encoding="utf-8")
    spoken = call(TELL, SCOLD)
    expected = linter("{forbid: 训人}").lint(spoken)
    for paths in ([tmp_path], [str(tmp_path / "words.yml"), tmp_path / "rules.yml"]):
        assert Linter(paths).lint(spoken).findings == expected.findings
        assert [report.findings for report in lint([spoken] * 2, paths)] == [expected.findings] * 2


def test_rule_errors_come_before_the_first_call(tmp_path: Path) -> None:
    with pytest.raises(RuleErrors):
        lint([], [tmp_path / "none.yml"])


def test_builtin_rules_are_the_default() -> None:
    categories = Linter().book.categories
    assert {"missing_apology", "escalation", "tone_policing"} <= set(categories)


def test_lint_twice_is_the_same_in_another_linter_too() -> None:
    texts = [("words.yml", SIGNALS), ("rules.yml", rule_text(*RULES))]
    other = Linter(load_texts(texts))
    assert _linter().lint(CALL) == _linter().lint(CALL) == other.lint(CALL)


def test_empty_call_is_not_evaluated() -> None:
    report = _linter().lint(call())
    assert report.findings == ()
    assert {v.status for v in report.verdicts} == {"not_evaluated"}
    assert report.unjudged == report.verdicts
    assert report.scores == {}


def test_call_without_anything_to_say() -> None:
    report = _linter().lint(call(TELL, ASK))
    assert report.findings == report.hidden == ()


WHEN = ("坐席：登记一下。", "客户：谢谢你。", "坐席：您什么时候方便？")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("客户：我明天下午三点在家，来修吧。", *WHEN), [3]),
        (("坐席：您几点有空？", "客户：后天上午吧。", *WHEN), [4]),
        (("客户：我明天不在家。", *WHEN), []),
        (("客户：上周三买的。", *WHEN), []),
        (("坐席：您几点有空？", "客户：我得问问我爱人。", *WHEN), []),
    ],
)
def test_an_appointment_is_not_asked_for_twice(lines: tuple[str, ...], found: list[int]) -> None:
    report = Linter().lint(call(*lines))
    assert [f.turn for f in report.findings if f.category == "asks_known"] == found
