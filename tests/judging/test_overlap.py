from __future__ import annotations

import pytest

from linter import Call, Linter, Turn
from linter.judging.engine import judge
from linter.rulebook.load import load_texts

from .helpers import ASK, SCOLD, TELL, call, chain, judged, linter

WINNER = "{forbid: 骂人}"
LOSER = "{forbid: 训人, yields_to: r1}"
BOTH = "坐席：有病，别喊。"


def _rules(*rules: str, said: str = BOTH) -> tuple[list[str], list[str]]:
    made = judged(rules, TELL, said)
    return [f.rule for f in made.findings], [f.rule for f in made.hidden]


def test_loser_is_hidden_and_evidence_of_the_winner() -> None:
    made = judged((WINNER, LOSER), TELL, BOTH)
    (found,) = made.findings
    assert (found.rule, chain(found)) == ("r1", [(1, "yielded", "别喊")])
    assert (found.evidence[0].label, found.evidence[0].rule) == ("说明", "r2")
    assert [(f.rule, f.quote) for f in made.hidden] == [("r2", "别喊")]
    assert [v.status for v in made.verdicts] == ["violated", "violated"]


def test_only_on_the_same_speaking_turn() -> None:
    made = judged((WINNER, LOSER), TELL, SCOLD, TELL, "坐席：有病。")
    assert [f.rule for f in made.findings] == ["r2", "r1"]
    made = judged((WINNER, LOSER), TELL, "坐席：有病，", "客户：嗯。", "坐席：别喊。")
    assert [f.rule for f in made.findings] == ["r1"]


def test_without_a_winner_the_loser_is_shown() -> None:
    assert _rules(WINNER, LOSER, said=SCOLD) == (["r2"], [])


def test_the_last_of_a_chain_gets_all_the_evidence() -> None:
    middle, last = "{forbid: 训人, yields_to: r3}", "{forbid: 稍等}"
    first = "{forbid: 骂人, yields_to: r2}"
    made = judged((first, middle, last), TELL, "坐席：有病，别喊，请稍等。")
    (found,) = made.findings
    assert chain(found) == [(1, "yielded", "有病"), (1, "yielded", "别喊")]
    assert sorted(f.rule for f in made.hidden) == ["r1", "r2"]


def test_rules_that_yield_to_each_other_do_not_both_vanish() -> None:
    shown, hidden = _rules("{forbid: 骂人, yields_to: r2}", LOSER)
    assert (shown, hidden) == (["r2"], ["r1"])
    assert _rules("{forbid: 骂人, yields_to: r1}") == (["r1"], [])


def test_a_ring_of_three_leaves_one() -> None:
    ring = (
        "{forbid: 骂人, yields_to: r2}",
        "{forbid: 训人, yields_to: r3}",
        "{forbid: 稍等, yields_to: r1}",
    )
    assert _rules(*ring, said="坐席：有病，别喊，请稍等。") == (["r3"], ["r1", "r2"])


def test_certain_does_not_yield_to_what_is_only_worth_a_look() -> None:
    doubtful = "{forbid: 骂人, certainty: review}"
    assert _rules(doubtful, LOSER) == (["r1", "r2"], [])
    assert _rules(doubtful, LOSER, said="坐席：有病，小声点。") == (["r1"], ["r2"])
    assert _rules(WINNER, LOSER, said="坐席：有病，小声点。") == (["r1"], ["r2"])


def test_what_is_switched_off_wins_nothing() -> None:
    made = linter(WINNER, LOSER)
    result = judge(made.book, made.view(call(TELL, BOTH)), off={"r1"})
    assert [(f.rule, f.evidence) for f in result.findings] == [("r2", ())]
    assert [f.rule for f in result.hidden] == ["r1"]
    result = judge(made.book, made.view(call(TELL, BOTH)), off={"r2"})
    assert [(f.rule, f.evidence) for f in result.findings] == [("r1", ())]


def test_a_finding_may_win_over_several() -> None:
    rules = (WINNER, LOSER, "{forbid: 稍等, yields_to: r1}")
    made = judged(rules, ASK, TELL, "坐席：请稍等，有病，别喊。")
    assert chain(made.findings[0]) == [(2, "yielded", "请稍等"), (2, "yielded", "别喊")]


@pytest.mark.parametrize(
    ("loser", "winner", "yields"),
    [
        ("error", "info", False),
        ("error", "warning", True),
        ("warning", "info", True),
        ("info", "info", True),
    ],
)
def test_an_error_does_not_give_way_to_an_info(loser: str, winner: str, yields: bool) -> None:
    rules = "".join(
        f"""
  - {{id: {name}, category: x, aspect: 态度, severity: {severity}, forbid: 训人, {more}
     say: 说, why: 因, instead: 好, tests: [{{flag: "坐席：【您别喊】"}}, {{pass: "坐席：好"}}]}}"""
        for name, severity, more in (("one", loser, "yields_to: two,"), ("two", winner, ""))
    )
    book = load_texts([("t.yml", f"pack: t\nsignals: {{训人: {{any: [您别喊]}}}}\nrules:{rules}")])
    report = Linter(book).lint(Call("c", (Turn("customer", "快点吧"), Turn("agent", "您别喊"))))
    assert ("one" not in {found.rule for found in report.findings}) is yields
