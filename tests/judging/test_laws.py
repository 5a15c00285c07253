"""Laws that hold for any call: of each finding, and of calls that say the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from linter.judged import Report
from linter.model import Call, Finding

from .helpers import call
from .marked import timed
from .random_calls import LAW, LINTER, all_findings, any_calls, busy_calls, calls, lines
from .random_rules import Pack, Rule, linter_of, packs, sequences

# --- every finding


@LAW
@given(calls())
def test_spans_are_valid_and_quotes_exact(spoken: Call) -> None:
    for found in all_findings(LINTER.lint(spoken)):
        for piece in (found, *found.evidence):
            text = spoken.turns[piece.turn].text
            assert 0 <= piece.start < piece.end <= len(text)
            assert piece.quote == text[piece.start : piece.end]
        places = [(e.turn, e.start, e.end) for e in found.evidence]
        assert places == sorted(places)
        assert found.role == spoken.turns[found.turn].role
        assert all(spoken.turns[turn].role == "agent" for turn in found.window)


@LAW
@given(calls())
def test_fingerprints_of_a_call_are_all_different(spoken: Call) -> None:
    prints = [found.fingerprint for found in all_findings(LINTER.lint(spoken))]
    assert len(set(prints)) == len(prints)


@LAW
@given(calls())
def test_verdicts_and_findings_agree(spoken: Call) -> None:
    report = LINTER.lint(spoken)
    rules = {found.rule for found in all_findings(report)}
    assert rules == {v.rule for v in report.verdicts if v.status == "violated"}
    assert all(v.reason for v in report.verdicts if v.status.startswith("not_"))


@LAW
@given(calls())
def test_what_yielded_is_evidence_of_what_is_shown(spoken: Call) -> None:
    report = LINTER.lint(spoken)
    noted = Counter((e.turn, e.start, e.end) for f in report.findings for e in f.evidence)
    for found in report.hidden:
        assert noted[found.turn, found.start, found.end]


@LAW
@given(lines)
def test_one_side_alone_is_never_met(spoken: list[str]) -> None:
    one_side = call(*(line.replace("客户", "坐席") for line in spoken))
    report = LINTER.lint(one_side)
    assert {v.status for v in report.verdicts} == {"not_evaluated"}


# --- changes to the call that change nothing


@LAW
@given(packs(), any_calls, st.permutations(["", "2", "王", "李"]))
def test_names_of_speakers_change_nothing(rules: Pack, spoken: Call, names: list[str]) -> None:
    """As long as those who were two speakers are not made one."""
    new = dict(zip(["", "2"], names, strict=False))
    renamed = tuple(turn._replace(speaker=new[turn.speaker]) for turn in spoken.turns)
    made = linter_of(rules)
    report = made.lint(replace(spoken, turns=renamed))
    assert replace(report, call=spoken) == made.lint(spoken)


@LAW
@given(
    packs(),
    sequences(),
    busy_calls(),
    st.sampled_from(["客户", "客户2", "坐席", "坐席2", "机器人", "系统", "未知"]),
    st.sampled_from(["嗯。", "嗯嗯，", "呃", ""]),
    st.data(),
)
def test_a_hum_anywhere_changes_only_numbers(
    rules: Pack, steps: Rule, spoken: Call, who: str, hum: str, data: st.DataObject
) -> None:
    """By whomever: of the side that speaks, of the other, of a machine; before or after the call.

    It is none of the signals, and both sides are there already.
    """
    # Also where one speaker's turns meet, more often than chance would have it.
    seams = [n for n, (a, b) in enumerate(pairwise(spoken.turns), 1) if a.role == b.role]
    at = data.draw(st.integers(0, len(spoken.turns)) | st.sampled_from(seams or [0]))
    turns = spoken.turns[:at] + call(f"{who}：{hum}").turns + spoken.turns[at:]
    spans = tuple({**steps, "id": f"span{n}", "span": n} for n in (1, 2, 3, 4, 6))
    made = linter_of((*rules, *spans))
    longer = made.lint(replace(spoken, turns=turns))
    assert _moved(made.lint(spoken), at, 1) == _moved(longer, at, 0)


@LAW
@given(packs(), any_calls)
def test_times_change_nothing_in_rules_that_ask_for_none(rules: Pack, spoken: Call) -> None:
    made = linter_of(rules)
    assert replace(made.lint(timed(spoken)), call=spoken) == made.lint(spoken)


@LAW
@given(calls(), st.data())
def test_cutting_a_breath_in_two_changes_only_numbers(spoken: Call, data: st.DataObject) -> None:
    """Where nothing that is looked for stands across the cut: at a stop."""
    halves = [
        (n, t.text.index("，") + 1) for n, t in enumerate(spoken.turns) if "，" in t.text[:-1]
    ]
    if halves:
        number, cut = data.draw(st.sampled_from(halves))
        turn = spoken.turns[number]
        parts = (turn._replace(text=turn.text[:cut]), turn._replace(text=turn.text[cut:]))
        longer = replace(spoken, turns=spoken.turns[:number] + parts + spoken.turns[number + 1 :])
        assert _verdicts(LINTER.lint(spoken)) == _verdicts(LINTER.lint(longer))


def _verdicts(report: Report) -> list[tuple[str, str, int]]:
    found = Counter(f.rule for f in all_findings(report))
    return [(v.rule, v.status, found[v.rule]) for v in report.verdicts]


def _moved(report: Report, at: int, by: int) -> object:
    """The report with the turns from ``at`` on counted so many further, acts by their order."""

    def turn(number: int | None) -> int | None:
        return number + by if number is not None and number >= at else number

    acts: dict[str, int] = {}

    def findings(some: tuple[Finding, ...]) -> list[object]:
        return [
            replace(
                f,
                turn=turn(f.turn),
                window=tuple(turn(number) for number in f.window),
                evidence=tuple(replace(e, turn=turn(e.turn)) for e in f.evidence),
                act=str(acts.setdefault(f.act, len(acts))),
            )
            for f in some
        ]

    return (
        findings(report.findings),
        findings(report.hidden),
        [v._replace(turn=turn(v.turn)) for v in report.verdicts],
        [
            replace(
                p, turn=turn(p.turn), chain=tuple(replace(e, turn=turn(e.turn)) for e in p.chain)
            )
            for p in report.diagnosis
        ],
        report.scores,
    )
