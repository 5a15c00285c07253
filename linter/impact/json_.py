"""The comparison for programs: one JSON object, a change a line; the key order is a contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from linter.impact.base import Format
from linter.impact.books import BookChanges
from linter.impact.model import KINDS, Change, Side
from linter.impact.result import Result
from linter.impact.tables import OUTCOMES
from linter.impact.tally import Counts, Tally
from linter.reports.objects import dumps, finding_object
from linter.rulebook.types import Rule

FORMAT = "huashu-impact"
VERSION = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""

_DIGITS = 6


class JsonFormat(Format):
    """Everything; all changes are listed unless fewer are asked for."""

    limit = None

    def text(self, result: Result) -> Iterable[str]:
        """The object, with a line for each of its keys and each change."""
        yield "{"
        for number, (key, value) in enumerate(_head(result).items()):
            yield f"{',' if number else ''}\n{dumps(key)}: {dumps(value)}"
        yield ',\n"changes": ['
        changes = result.chosen.every(result.differing)
        for number, change in enumerate(changes):
            yield f"{',' if number else ''}\n{dumps(change_object(change))}"
        yield "\n]}\n"


def _head(result: Result) -> dict[str, Any]:
    tally = result.tally
    return {
        "format": FORMAT,
        "version": VERSION,
        "old": _side(result.old),
        "new": _side(result.new),
        "calls": tally.calls,
        "scenes": tally.scenes,
        "agent_turns": tally.agent_turns,
        "affected_calls": tally.affected,
        "labelled_calls": tally.labelled,
        "rules": _rules(result.rules),
        "total": _counts(tally.total, tally),
        "by_rule": {rule: _counts(tally.rules[rule], tally) for rule in sorted(tally.rules)},
        "by_category": {
            name: _counts(tally.categories[name], tally) for name in sorted(tally.categories)
        },
        "changed_keys": dict(sorted(tally.keys.items())),
        "verdicts": list(_verdicts(tally)),
        "labels": {
            kind: {outcome: tally.labels[kind, outcome] for outcome in OUTCOMES} for kind in KINDS
        },
        "skipped": [{"where": where, "why": why} for where, why in result.skipped],
        "left_out": sum(
            result.chosen.left_out(rule, kind) for rule in result.differing for kind in KINDS
        ),
    }


def _side(side: Side) -> dict[str, Any]:
    return {"name": side.name, "hash": side.hash, "rules": side.rules}


def _rules(rules: BookChanges) -> dict[str, Any]:
    return {
        "added": [_rule(rule) for rule in rules.added],
        "removed": [_rule(rule) for rule in rules.removed],
        "renamed": [{"old": pair.old, "new": pair.new} for pair in rules.renamed],
        "changed": [
            {
                "id": one.rule,
                "keys": list(one.difference.keys),
                "signals": list(one.difference.signals),
                "values": {k: {"old": was, "new": now} for k, (was, now) in one.values.items()},
            }
            for one in rules.changed
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "category": rule.category,
        "severity": rule.severity,
        "message": rule.message,
    }


def _counts(counts: Counts, tally: Tally) -> dict[str, Any]:
    rates = {
        f"{name}_per_1000": None if rate is None else round(rate, _DIGITS)
        for name, rate in (
            ("old", tally.per_thousand(counts.old)),
            ("new", tally.per_thousand(counts.new)),
        )
    }
    return {"old": counts.old, "new": counts.new, **counts._asdict(), **rates}


def _verdicts(tally: Tally) -> Iterator[dict[str, Any]]:
    for (rule, old, new), count in sorted(tally.verdicts.items()):
        yield {"rule": rule, "old": old, "new": new, "calls": count}


def change_object(change: Change) -> dict[str, Any]:
    """One change, with the findings as ``huashu lint --format json`` has them."""
    other = change.counterpart
    return {
        "change": change.kind,
        "rule": change.rule,
        "keys": list(change.keys),
        "label": change.label,
        "old": finding_object(change.old) if change.old else None,
        "new": finding_object(change.new) if change.new else None,
        "other_side": None
        if change.kind == "changed"
        else {
            "verdict": other.status,
            "reason": other.reason,
            "yielded_to": list(other.yielded_to),
        },
        "around": [
            {"turn": said.turn, "role": said.role, "text": said.text} for said in change.around
        ],
    }
