"""Tests to be passed that come nowhere near what the rule looks for: they prove nothing."""

from __future__ import annotations

from collections.abc import Iterator

from linter.rulebook import notation
from linter.rulebook.types import Measure, Pattern, Repeat, Rise, Rule, RuleTest
from linter.rulelint.bench import Bench
from linter.rulelint.notices import Notice
from linter.text.normal import normalise

_LEAST = 2
"""Characters of a word that make a text with it a near miss."""


def idle_pass_tests(bench: Bench) -> Iterator[Notice]:
    """Rules none of whose tests to be passed has a word of any of the rule's signals."""
    for rule in bench.book.rules:
        passing = [test for test in rule.tests if not test.flags]
        patterns = _patterns(bench, rule)
        if patterns and passing and not any(_is_near(bench, patterns, test) for test in passing):
            message = "pass 的对话和规则要找的话一点也不沾边，过了也说明不了什么"
            hint = "写一段差一点就该报、其实不该报的对话"
            yield Notice(("rules", rule.id, "tests"), message, hint)


def _patterns(bench: Bench, rule: Rule) -> tuple[Pattern, ...]:
    """What a rule looks for; nothing when it does not go by words alone."""
    if isinstance(rule.judge, Repeat) or (
        isinstance(rule.judge, Measure) and not rule.judge.signals
    ):
        return ()
    names = set(bench.named(rule))
    if isinstance(rule.judge, Rise):
        causes = (r for r in bench.book.rules if r.category in rule.judge.categories)
        names = names.union(*(bench.named(cause) for cause in causes))
    specs = [bench.book.signals[name] for name in names]
    if any(s.like or s.measure or s.learned or s.heard is not None for s in specs):
        return ()
    return tuple(pattern for spec in specs for pattern in (*spec.patterns, *spec.none))


def _is_near(bench: Bench, patterns: tuple[Pattern, ...], test: RuleTest) -> bool:
    """Whether a pattern matches, whoever says it, or at least a word of one is there."""
    text = normalise(test.text).text
    words = {
        node.text
        for node in bench.whole(pattern.node for pattern in patterns)
        if isinstance(node, notation.Literal) and len(node.text) >= _LEAST
    }
    if any(word in text for word in words):
        return True
    finders = bench.detector.compile(patterns)
    return any(finder.find(text, bench.detector.context) for finder in finders)
