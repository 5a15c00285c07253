"""Rule books with one thing changed: what a good set of tests has to notice.

A mutant is made of the typed rules, never of their text. What can be changed in a signal or in
a kind of rule stands in a table; a new field needs a line there and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from linter.describing import ref_text
from linter.frozen import dataclass
from linter.judging.load import LOAD_SIGNAL
from linter.rulebook.types import Pattern, Place, Rise, Rule, RuleBook, Signal
from linter.ruletest.judge_mutants import judge_changes

MutantKind = Literal[
    "role",
    "exception",
    "context",
    "window",
    "excuse",
    "severity",
    "step",
    "join",
    "level",
    "yields",
    "layer",
    "opinion",
]
KINDS: Mapping[str, str] = {
    "role": "信号换成另一方说的",
    "exception": "信号不要例外",
    "context": "信号不要语境条件",
    "window": "窗口、次数差一",
    "excuse": "规则不要放过的情形",
    "severity": "轻重不看前文",
    "step": "步骤少一步、同轮反过来",
    "join": "步骤之间不连同一项",
    "level": "不看几级",
    "yields": "不让位",
    "layer": "第二层看不到第一层",
    "opinion": "信号不问学来的判断",
}
"""The kinds of mutants and what is changed in them."""

_EMPTIED = ("over", "not_if", "not_if_turn", "not_if_only", "near", "near_turn")
"""Lists of phrases of a signal that are dropped whole."""
_NAMED = ("not_when", "only_when")
"""Context conditions of a signal, dropped one by one."""
_DEFAULTED: Mapping[str, object] = {"at": None, "least": 1, "echo": 0}
"""Limits of a signal, and the value that lifts them."""
_OPINIONS = ("learned", "weighed")
"""What a signal asks the learned scorer. The limits in it are not moved: a test that felt it would
depend on the very score of a sentence, which is another one with each training."""
_OTHER_SIDE: Mapping[str, Literal["agent", "customer"]] = {
    "agent": "customer",
    "customer": "agent",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule book in which one thing is not as it was.

    :ivar subject: the rule or signal that was changed.
    :ivar is_signal: which of the two it is.
    :ivar place: where that stands in the rule files.
    :ivar change: what was changed, in the rule file's words.
    :ivar deaf: whether the second layer takes no notice of findings that gave way to others.
    """

    kind: MutantKind
    subject: str
    is_signal: bool
    place: Place
    change: str
    book: RuleBook
    deaf: bool = False


def mutants(book: RuleBook) -> Iterator[Mutant]:
    """All mutants of a rule book, in its order: of the signals, then of the rules.

    What the customer's abuse is said to be is for reports only: no rule's test can notice a change.
    """
    for signal in book.signals.values():
        if signal.name == LOAD_SIGNAL:
            continue
        for kind, change, changed in _signal_changes(signal):
            other = replace(book, signals={**book.signals, signal.name: changed})
            yield Mutant(kind, signal.name, True, signal.place, change, other)
    for at, rule in enumerate(book.rules):
        for kind, change, new in _rule_changes(rule):
            rules = (*book.rules[:at], new, *book.rules[at + 1 :])
            yield Mutant(kind, rule.id, False, rule.place, change, replace(book, rules=rules))
        if isinstance(rule.judge, Rise):
            # The same book, judged otherwise.
            change = "看不到让位的报告"
            yield Mutant("layer", rule.id, False, rule.place, change, book, deaf=True)


def _signal_changes(signal: Signal) -> Iterator[tuple[MutantKind, str, Signal]]:
    # A signal that only gathers others has no words of its own to ask who said them.
    if signal.who in _OTHER_SIDE and (signal.patterns or not signal.members):
        other = _OTHER_SIDE[signal.who]
        yield "role", f"who: {signal.who} → {other}", replace(signal, who=other)
    for name in _EMPTIED:
        if phrases := getattr(signal, name):
            yield "exception", f"去掉 {name}：{_first(phrases)}", _with(signal, name, ())
    for name in _NAMED:
        conditions = getattr(signal, name)
        for one in conditions:
            rest = tuple(other for other in conditions if other != one)
            yield "context", f"去掉 {name}：{one}", _with(signal, name, rest)
    for name, default in _DEFAULTED.items():
        if getattr(signal, name) != default:
            yield "context", f"去掉 {name}", _with(signal, name, default)
    for name in _OPINIONS:
        if getattr(signal, name) is not None:
            yield "opinion", f"去掉 {name}", _with(signal, name, None)
    if signal.learned is not None and signal.learned.alone:
        together = replace(signal.learned, alone=False)
        yield "opinion", "去掉 learned 的 alone", _with(signal, "learned", together)
    if signal.learned is not None and signal.learned.sure is not None:
        unsure = replace(signal.learned, sure=None)
        yield "opinion", "去掉 learned 的 sure", _with(signal, "learned", unsure)


def _rule_changes(rule: Rule) -> Iterator[tuple[MutantKind, str, Rule]]:
    for change in judge_changes(rule.judge):
        yield change.kind, change.what, replace(rule, judge=change.judge)
    after = rule.severity_after
    for at, (ref, severity) in enumerate(after):
        less = (*after[:at], *after[at + 1 :])
        what = f"去掉 after {ref_text(ref)}: {severity}"
        yield "severity", what, replace(rule, severity_after=less)
        if ref.level:
            any_level = (*after[:at], (replace(ref, level=0), severity), *after[at + 1 :])
            what = f"after {ref_text(ref)} → {ref.name}"
            yield "level", what, replace(rule, severity_after=any_level)
    for winner in rule.yields_to:
        rest = tuple(other for other in rule.yields_to if other != winner)
        yield "yields", f"去掉 yields_to：{winner}", replace(rule, yields_to=rest)


def _first(phrases: tuple[Pattern, ...]) -> str:
    more = f" 等 {len(phrases)} 条" if len(phrases) > 1 else ""
    return phrases[0].text + more


def _with(signal: Signal, name: str, value: Any) -> Signal:
    return replace(signal, **{name: value})
