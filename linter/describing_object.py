"""A rule as a JSON object; the key order is part of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from linter.describing import judging, signal_names
from linter.describing_signal import signal_lines
from linter.reports import Lang
from linter.rulebook.types import (
    Forbid,
    Judge,
    Measure,
    Place,
    Repeat,
    Require,
    Rule,
    RuleBook,
    RuleTest,
    Signal,
    Steps,
    Weighed,
)
from linter.switching import Effect
from linter.wording import ref_text


def kind_of(judge: Judge) -> str:
    """The key of a rule file that says how a rule judges."""
    match judge:
        case Forbid():
            return "forbid"
        case Require():
            return "require"
        case Steps():
            return "sequence"
        case Repeat():
            return "repeat"
        case Measure():
            return "measure"
        case _:
            return "rise"


def head_object(rule: Rule, effects: Iterable[Effect]) -> dict[str, Any]:
    """What a list of rules says of one."""
    return {
        "id": rule.id,
        "category": rule.category,
        "aspect": rule.aspect,
        "severity": rule.severity,
        "kind": kind_of(rule.judge),
        "pack": rule.pack,
        "status": rule.status,
        "message": rule.message,
        "profiles": [
            {"name": e.profile.name, "changes": list(e.keys), "signals": list(e.signals)}
            for e in effects
        ],
        **_place(rule.place),
    }


def rule_object(
    book: RuleBook, rule: Rule, effects: Iterable[Effect], lang: Lang
) -> dict[str, Any]:
    """Everything there is to know about a rule.

    :param lang: of the sentences under ``judging``; all others are the rule's own.
    """
    return {
        **head_object(rule, effects),
        "why": rule.why,
        "suggestion": rule.suggestion,
        "source": rule.source,
        "false_positives": list(rule.false_positives),
        "certainty": rule.certainty,
        "severity_after": {ref_text(ref): level for ref, level in rule.severity_after},
        "weight": rule.weight,
        "fatal": rule.fatal,
        "praise": rule.praise,
        "applies": _fields(rule.applies),
        "applies_not": _fields(rule.applies_not),
        "yields_to": list(rule.yields_to),
        "weighed": _weighed_object(rule.weighed),
        "fix": dict(rule.fix),
        "judging": list(judging(rule, lang)),
        "signals": [_signal_object(book.signals[name], lang) for name in signal_names(book, rule)],
        "tests": [_test_object(test) for test in rule.tests],
    }


def _weighed_object(weighed: Weighed | None) -> dict[str, Any] | None:
    return None if weighed is None else {"of": weighed.of, "drop": weighed.drop}


def _fields(fields: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {key: list(values) for key, values in fields.items()}


def _signal_object(signal: Signal, lang: Lang) -> dict[str, Any]:
    return {
        "name": signal.name,
        "who": signal.who,
        "members": list(signal.members),
        "patterns": [
            {"text": one.text, "level": one.level, "certainty": one.certainty}
            for one in signal.patterns
        ],
        "says": list(signal_lines(signal, lang)),
        **_place(signal.place),
    }


def _test_object(test: RuleTest) -> dict[str, Any]:
    return {
        "test": "flag" if test.flags else "pass",
        "kind": test.kind,
        "text": test.text,
        **_place(test.place),
    }


def _place(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {"path": place.path, "line": place.line}
    return found | ({"sheet": place.sheet, "cell": place.cell} if place.cell else {})
