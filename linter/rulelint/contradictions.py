"""Rules at odds with each other: what one asks for, or advises, another forbids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.judging.engine import judge
from linter.model import SEVERITY_RANK, Call, Finding, Turn
from linter.rulebook.types import Forbid, Pattern, Require, Rule, RuleBook
from linter.rulelint.bench import Bench
from linter.rulelint.notices import Notice, pattern_at
from linter.rulelint.samples import FILLER, spread
from linter.signals.detect import Detector
from linter.signals.slots import SlotTracker
from linter.signals.view import CallView, prepare

_BAD_EXAMPLE = re.compile(r"[不别莫勿少免][^“”，。；]{0,4}(?:[“‘「][^”’」]*[”’」][、和或]?)+")
"""What advice says not to say: 不说“快点”."""
_TEXTS = 24
"""Sample texts of a pattern that are judged."""


class Judge:
    """The rules that forbid words whatever else is said in the call, ready to be asked."""

    def __init__(self, bench: Bench) -> None:
        rules = tuple(rule for rule in bench.book.rules if _always(bench, rule))
        needed = frozenset[str]().union(*map(bench.named, rules))
        signals = {name: spec for name, spec in bench.book.signals.items() if name in needed}
        self._book: RuleBook = replace(bench.book, rules=rules, signals=signals)
        self._detector = Detector(self._book)
        self._tracker = SlotTracker({}, self._detector)

    def findings(self, words: str, rule: Rule) -> list[Finding]:
        """What is found in an agent's turn of these words, in a call that ``rule`` is for."""
        # Who is who must be known: the customer is there and says nothing.
        call = Call("sample", (Turn("customer", "嗯"), Turn("agent", words)))
        wanted = {key: values[0] for key, values in rule.applies.items() if key != "kind"}
        view = self._view(replace(call, **wanted))  # type: ignore[arg-type]
        judged = judge(self._book, view)
        return [found for found in (*judged.findings, *judged.hidden) if found.turn == 1]

    def _view(self, call: Call) -> CallView:
        return prepare(call, self._detector, self._tracker)


def contradictions(bench: Bench) -> Iterator[Notice]:
    """Patterns that fulfil one rule and can be a sure warning or error by another."""
    judge_ = Judge(bench)
    told: set[tuple[str, str, str]] = set()
    for rule in bench.book.rules:
        if not isinstance(rule.judge, Require) or "script" in rule.applies.get("kind", ()):
            continue
        for name in sorted(bench.with_members(ref.name for ref in rule.judge.signals)):
            for pattern in bench.book.signals[name].patterns:
                for text, found in _flagged(bench, judge_, rule, pattern):
                    if (name, pattern.text, found.rule) not in told:
                        told.add((name, pattern.text, found.rule))
                        message = (
                            f"规则 {rule.id!r} 要求说的 {pattern.text!r} 里有“{text}”，"
                            f"规则 {found.rule!r} 又禁止“{found.quote}”"
                        )
                        hint = f"去掉这个说法，或改窄 {found.rule}"
                        yield Notice(pattern_at(name, pattern), message, hint)


def flagged_advice(bench: Bench) -> Iterator[Notice]:
    """Rules whose ``instead`` would itself be reported."""
    judge_ = Judge(bench)
    for rule in bench.book.rules:
        words = _BAD_EXAMPLE.sub("", rule.suggestion)
        for found in _once_a_rule(judge_.findings(words, rule)):
            message = f"建议的说法“{found.quote}”会被规则 {found.rule!r} 报出来"
            hint = f"换一种说法，或改窄 {found.rule}"
            yield Notice(("rules", rule.id, "instead"), message, hint)


def _flagged(
    bench: Bench, judge_: Judge, rule: Rule, pattern: Pattern
) -> Iterator[tuple[str, Finding]]:
    """Sample texts of a pattern with what is surely found in them; gaps are left empty."""
    texts = tuple(t for t in bench.sampler.texts(pattern.node) if not set(FILLER) & set(t))
    for text in spread(texts, _TEXTS):
        for found in judge_.findings(text, rule):
            if found.certainty == "certain" and SEVERITY_RANK[found.severity] > 0:
                yield text, found


def _once_a_rule(findings: Iterable[Finding]) -> Iterator[Finding]:
    yield from {found.rule: found for found in findings}.values()


def _always(bench: Bench, rule: Rule) -> bool:
    """Whether a rule forbids words wherever they stand, with nothing to excuse them."""
    spec = rule.judge
    if not isinstance(spec, Forbid) or spec.when or spec.unless or rule.praise:
        return False
    if spec.which not in ("each", "first", "last"):
        return False
    members = [s for ref in spec.signals if not ref.is_state for s in bench.specs(ref.name)]
    # A sample says nothing of where it stands in a call, how long it is or what else is said.
    return not any(spec.at or spec.measure or spec.none for spec in members)
