from __future__ import annotations

from dataclasses import replace

from linter.desk.facts import Facts, facts
from linter.judged import Part, Report, Verdict
from tests.reports.samples import CALL, NO_APOLOGY, TONE, evidence, finding
from tests.reports.scored import SHEET

BLAME = finding(CALL, 2, "麻烦您", category="blame", severity="warning", act="a2")
UPSET = evidence(CALL, 1, "修了两回", "trigger", "情绪")
WISH = evidence(CALL, 1, "我要投诉", "trigger", "投诉诉求")


def of(*findings: object, fatal: tuple[str, ...] = (), **fields: object) -> Facts:
    return facts(Report(CALL, findings, (), **fields), fatal)  # type: ignore[arg-type]


def test_what_was_said_once_counts_once() -> None:
    again = replace(TONE, start=0, end=2, category="command")
    assert of(TONE, again, BLAME).errors == (again,)
    assert of(TONE, replace(again, act="other")).errors == (TONE, replace(again, act="other"))
    assert of(TONE, BLAME).warnings == (BLAME,)


def test_what_is_to_be_reviewed_is_no_error() -> None:
    found = of(NO_APOLOGY, replace(TONE, certainty="review"))
    assert (found.errors, found.warnings, len(found.review)) == ((), (), 2)


def test_praise_is_no_problem() -> None:
    praise = replace(TONE, praise=True, severity="info")
    found = of(praise)
    assert found.praise == (praise,)
    assert found.review == found.errors == ()


def test_a_fatal_rule_is_fatal_only_for_certain_and_as_an_error() -> None:
    rules = ("tone-policing",)
    assert of(TONE, fatal=rules).fatal == rules
    assert of(TONE).fatal == ()
    assert of(replace(TONE, certainty="review"), fatal=rules).fatal == ()
    assert of(replace(TONE, severity="info"), fatal=rules).fatal == ()


def test_a_scheme_says_itself_what_is_fatal() -> None:
    sheet = SHEET._replace(fatal=("insult",))
    assert of(TONE, fatal=("tone-policing",), sheet=sheet).fatal == ("insult",)


def test_categories_that_weigh_by_themselves() -> None:
    assert of(replace(TONE, category="escalation")).escalated
    assert of(replace(TONE, category="request_ignored")).unanswered
    assert not of(replace(TONE, category="escalation", certainty="review")).escalated


def test_the_diagnosis() -> None:
    missing = Part("话术", "缺失", chain=(UPSET,))
    done = Part("职责", "做到", chain=(UPSET,))
    found = of(diagnosis=(missing, done))
    assert (found.missing, found.heat, found.handled) == (("话术",), True, False)
    assert of(diagnosis=(done,)).handled
    calm = of(diagnosis=(Part("职责", "做到", chain=(WISH,)),))
    assert (calm.heat, calm.handled) == (False, False)


def test_load_is_counted_in_turns() -> None:
    places = (evidence(CALL, 5, "你有"), evidence(CALL, 5, "资格"), evidence(CALL, 3, "你别管"))
    assert of(load=places).load == 2


def test_a_call_of_which_nothing_could_be_judged() -> None:
    unjudged = (Verdict("r", "not_evaluated", "不知道谁是坐席、谁是客户"),)
    assert facts(Report(CALL, (), unjudged), ()).unjudged
    assert not facts(Report(CALL, (), unjudged, scores={"总分": 100}), ()).unjudged
    assert not facts(Report(CALL, (), ()), ()).unjudged
