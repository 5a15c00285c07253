"""Laws that hold for any call, tried on random ones made of a few lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.judging.engine import judge
from linter.linting import Linter
from linter.model import Call, Finding, Report
from linter.rulebook.load import load_texts

from .helpers import SIGNALS, call, linter, rule_text

CUSTOMER = (
    "我要投诉。",
    "我想反映一下，",
    "真烦。",
    "气人，真烦。",
    "混账，你混账！",
    "委屈。",
    "别问了。",
    "修好了。",
    "好的。",
    "嗯。",
    "13800001234。",
    "电话是13800001234，",
    "宽带的事情。",
    "那就再见。",
)
AGENT = (
    "非常抱歉。",
    "真是不巧，",
    "我来处理，",
    "给您登记。",
    "您报了才能给您登记。",
    "您好。",
    "请慢走。",
    "报一下号码。",
    "报一下地址，",
    "跟您核对，报一下电话。",
    "您别喊！",
    "小声点，您别喊。",
    "有病。",
    "请稍等，你的您的。",
    "嗯。",
    "请接着讲，我都记着呢。",
)
RULES = (
    "{id: apology, when: [投诉诉求, 情绪 2+], require: 致歉安抚, within: 2, credit: 1, late: 3}",
    "{id: taken, when: 投诉诉求, require: [受理动作, 跟进承诺], within: 3, credit: 0}",
    "{id: followup, when: [投诉诉求, 情绪], require: 跟进承诺, within: end, credit: 0,"
    " settled: 已解决, report: last, aspect: 职责}",
    "{id: greeting, require: 问候, at: opening, within: 1, severity: info}",
    "{id: closing, require: 结束语, at: closing, within: 1, severity: info}",
    "{id: scold, forbid: 训人, severity: {default: warning, after 情绪: error},"
    " unless: [{before 1: 同意}, {same_or_next: 致歉安抚}], yields_to: insult}",
    "{id: insult, forbid: 骂人, severity: error, fatal: true}",
    "{id: probing, forbid: 索要, when: 拒答或叫停, within: 2, until: 已解决, yields_to: again}",
    "{id: again, sequence: [{问: 索要(项=X)}, {停: [refused(项=X), 拒答或叫停]},"
    " {又问: 索要(项=X)}], span: 6, unless_turn: 复述核对}",
    "{id: known, sequence: [{给: given(项=X)}, {无 乱: 情绪}, {又问: 索要(项=X)}], span: 8}",
    "{id: same, repeat: {similar: 80, chars: 5, within: 3, when: [情绪, 委屈]}}",
    "{id: long, measure: {of: unbroken, limit: 7}}",
    "{id: waits, measure: {of: count, limit: 2, signals: [稍等, 索要]}}",
    "{id: heat, rise: {after: [tone], signal: 情绪, within: 1}, category: rise, deduct: false}",
)
LINTER = linter(*RULES)
LAW = settings(deadline=None)

customer_lines = st.builds("客户：{}".format, st.sampled_from(CUSTOMER))
agent_lines = st.builds(
    "{}：{}".format, st.sampled_from(["坐席", "坐席", "坐席2"]), st.sampled_from(AGENT)
)
lines = st.lists(customer_lines | agent_lines, min_size=1, max_size=14)


@st.composite
def calls(draw: st.DrawFn) -> Call:
    """A call in which both sides say something."""
    spoken = draw(st.lists(customer_lines | agent_lines, max_size=14))
    at = draw(st.integers(0, len(spoken)))
    ends = draw(st.permutations(["客户：宽带的事情。", "坐席：请接着讲。"]))
    return call(*spoken[:at], *ends, *spoken[at:])


def _all(report: Report) -> tuple[Finding, ...]:
    return (*report.findings, *report.hidden)


# --- every finding


@LAW
@given(calls())
def test_spans_are_valid_and_quotes_exact(spoken: Call) -> None:
    for found in _all(LINTER.lint(spoken)):
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
def test_linting_twice_is_the_same(spoken: Call) -> None:
    assert LINTER.lint(spoken) == LINTER.lint(spoken)


@LAW
@given(calls())
def test_fingerprints_of_a_call_are_all_different(spoken: Call) -> None:
    prints = [found.fingerprint for found in _all(LINTER.lint(spoken))]
    assert len(set(prints)) == len(prints)


@LAW
@given(calls())
def test_verdicts_and_findings_agree(spoken: Call) -> None:
    report = LINTER.lint(spoken)
    rules = {found.rule for found in _all(report)}
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


# --- changes to the rules


@pytest.mark.parametrize("require", [RULES[0], RULES[1]])
@LAW
@given(spoken=calls(), within=st.integers(1, 5))
def test_a_wider_window_finds_nothing_more(require: str, spoken: Call, within: int) -> None:
    narrow = _requiring(require, str(within)).lint(spoken)
    for wider in (str(within + 1), "end"):
        wide = _requiring(require, wider).lint(spoken)
        assert _triggers(wide) <= _triggers(narrow)


def _requiring(rule: str, within: str) -> Linter:
    return linter(
        rule.replace("within: 2", "W").replace("within: 3", "W").replace("W", f"within: {within}")
    )


def _triggers(report: Report) -> set[tuple[int, int]]:
    """What asked for the missing things; where they are reported moves with the window."""
    triggers = [next(e for e in f.evidence if e.as_ == "trigger") for f in report.findings]
    return {(trigger.turn, trigger.start) for trigger in triggers}


PLAIN = "{forbid: [训人, 骂人], severity: error}"
WINDOWED = "{forbid: [训人, 骂人], when: [投诉诉求, 情绪], within: 3}"
EXCUSES = (
    "same_turn: 致歉安抚",
    "same_or_next: 致歉安抚",
    "earlier: 问候",
    "before 1: 同意",
    "before 2: [致歉安抚, 情绪]",
    "after 1: 已解决",
    "after 3: 致歉安抚",
)


@pytest.mark.parametrize("rule", [PLAIN, WINDOWED])
@LAW
@given(
    spoken=calls(),
    first=st.sets(st.sampled_from(EXCUSES), max_size=2),
    more=st.sampled_from(EXCUSES),
)
def test_another_excuse_finds_nothing_more(
    rule: str, spoken: Call, first: set[str], more: str
) -> None:
    few = _excusing(rule, sorted(first)).lint(spoken)
    many = _excusing(rule, sorted({*first, more})).lint(spoken)
    assert _acts(many) <= _acts(few)


def _excusing(rule: str, excuses: list[str]) -> Linter:
    unless = ", ".join(f"{{{excuse}}}" for excuse in excuses)
    return linter(rule.replace("}", f", unless: [{unless}]}}") if excuses else rule)


def _acts(report: Report) -> set[str]:
    return {found.act for found in report.findings}


@LAW
@given(calls())
def test_until_and_unless_of_a_sequence_find_nothing_more(spoken: Call) -> None:
    plain = "{sequence: [{问: 索要(项=X)}, {又问: 索要(项=X)}]}"
    for more in ("unless_between: 拒答或叫停", "unless_turn: 复述核对", "span: 3"):
        few = linter(plain.replace("]}", f"], {more}}}")).lint(spoken)
        assert _acts(few) <= _acts(linter(plain).lint(spoken))


# --- changes to the call that change nothing


@LAW
@given(calls())
def test_names_of_speakers_change_nothing(spoken: Call) -> None:
    names = {"": "王", "2": "李"}
    renamed = [replace(turn, speaker=names[turn.speaker] + turn.role) for turn in spoken.turns]
    other = replace(spoken, turns=tuple(renamed))
    assert replace(LINTER.lint(other), call=spoken) == LINTER.lint(spoken)


@LAW
@given(calls(), st.data())
def test_a_listeners_hum_changes_only_numbers(spoken: Call, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(spoken.turns)))
    listener = "坐席" if spoken.turns[at - 1].role == "customer" else "客户"
    hum = call(f"{listener}：嗯。").turns
    longer = replace(spoken, turns=spoken.turns[:at] + hum + spoken.turns[at:])
    assert _moved(LINTER.lint(spoken), at, 1) == _moved(LINTER.lint(longer), at, 0)


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
        parts = (replace(turn, text=turn.text[:cut]), replace(turn, text=turn.text[cut:]))
        longer = replace(spoken, turns=spoken.turns[:number] + parts + spoken.turns[number + 1 :])
        assert _verdicts(LINTER.lint(spoken)) == _verdicts(LINTER.lint(longer))


def _verdicts(report: Report) -> list[tuple[str, str, int]]:
    found = Counter(f.rule for f in _all(report))
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
        [replace(v, turn=turn(v.turn)) for v in report.verdicts],
        [
            replace(
                p, turn=turn(p.turn), chain=tuple(replace(e, turn=turn(e.turn)) for e in p.chain)
            )
            for p in report.diagnosis
        ],
        report.scores,
    )


# --- packs


HALVES = tuple(
    tuple(
        rule.replace(", yields_to: insult", "").replace(", yields_to: again", "") for rule in half
    )
    for half in (RULES[::2], RULES[1:-1:2])
)


def _packs(*packs: tuple[str, ...]) -> Linter:
    texts = [(f"{n}.yml", rule_text(*rules, pack=f"p{n}")) for n, rules in enumerate(packs)]
    return Linter(load_texts([("words.yml", SIGNALS), *texts]))


LEFT, RIGHT, BOTH = _packs(HALVES[0]), _packs(HALVES[1]), _packs(*HALVES)


@LAW
@given(calls())
def test_packs_together_say_what_they_say_alone(spoken: Call) -> None:
    left, right, both = (made.lint(spoken) for made in (LEFT, RIGHT, BOTH))
    assert set(both.findings) == {*left.findings, *right.findings}
    assert set(both.verdicts) == {*left.verdicts, *right.verdicts}
    assert judge(BOTH.book, BOTH.view(spoken)).hidden == ()
