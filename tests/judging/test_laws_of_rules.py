"""Laws that hold for any call when the rules change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.judging.engine import judge
from linter.linting import Linter
from linter.model import Call, Report
from linter.rulebook.load import load_texts

from .helpers import SIGNALS, linter, rule_text
from .random_calls import LAW, RULES, calls


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
