"""Findings and their like as JSON objects; the key order is part of the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from linter import lazy
from linter.judged import Entry, Part, Suppressed, Verdict
from linter.model import Evidence, Finding
from linter.reports.summary import RulesIdentity, Summary
from linter.scoresheet import AxisScore, DimensionScore, ScoreSheet, ScoreStep

if TYPE_CHECKING:  # imported where there is a scheme to score by
    from decimal import Decimal

# A lone surrogate cannot be written as UTF-8, and the others end a line for many readers.
_UNSAFE = lazy.pattern("[\ud800-\udfff\x85\u2028\u2029]")


def dumps(value: Any) -> str:
    """One line of JSON, with Chinese readable as it is."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def evidence_object(evidence: Evidence) -> dict[str, Any]:
    """One place a finding rests on."""
    value: dict[str, Any] = {
        "turn": evidence.turn,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "as": evidence.as_,
        "label": evidence.label,
    }
    return value | {"rule": evidence.rule} if evidence.rule else value


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding; the keys after ``fingerprint`` are there only when they say something."""
    always: dict[str, Any] = {
        "call": finding.call,
        "path": finding.path,
        "rule": finding.rule,
        "category": finding.category,
        "aspect": finding.aspect,
        "severity": finding.severity,
        "certainty": finding.certainty,
        "turn": finding.turn,
        "role": finding.role,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "evidence": [evidence_object(item) for item in finding.evidence],
        "fingerprint": finding.fingerprint,
    }
    known = {
        key: value
        for key, value in (
            ("line", finding.line),
            ("column", finding.column),
            ("sheet", finding.sheet or None),
            ("cell", finding.cell or None),
            ("changed", finding.changed),
        )
        if value is not None
    }
    relevant = {
        key: value
        for key, value in (
            ("why", finding.why),
            ("window", list(finding.window)),
            ("act", finding.act),
            ("late", finding.late),
            ("praise", finding.praise),
        )
        if value
    }
    return always | known | relevant


def suppressed_object(one: Suppressed) -> dict[str, Any]:
    """A finding that is not shown, with the entry that took it out as ``suppressed``."""
    return finding_object(one.finding) | {"suppressed": entry_object(one.entry)}


def entry_object(entry: Entry) -> dict[str, Any]:
    """What took a finding out; the place is where the entry is written."""
    value = {
        "source": entry.source,
        "why": entry.why,
        "by": entry.by,
        "until": entry.until or None,
        "path": entry.path,
        "line": entry.line,
        "column": entry.column,
    }
    return {key: said for key, said in value.items() if said is not None}


def verdict_object(verdict: Verdict) -> dict[str, Any]:
    """What a rule says of the call."""
    return {
        "rule": verdict.rule,
        "status": verdict.status,
        "reason": verdict.reason,
        "turn": verdict.turn,
    }


def part_object(part: Part) -> dict[str, Any]:
    """One of the four parts of the diagnosis."""
    return {
        "name": part.name,
        "status": part.status,
        "turn": part.turn,
        "quote": part.quote,
        "reason": part.reason,
        "suggestion": part.suggestion,
        "chain": [evidence_object(item) for item in part.chain],
    }


def sheet_object(sheet: ScoreSheet) -> dict[str, Any]:
    """A call's score by a scheme, with the arithmetic; ``null`` where there are no points."""
    return {
        "scheme": sheet.scheme,
        "full": points_object(sheet.full),
        "total": points_object(sheet.total),
        "band": sheet.band,
        "axes": [_axis_object(axis) for axis in sheet.axes],
        "dimensions": [_dimension_object(dimension) for dimension in sheet.dimensions],
        "steps": [step_object(step) for step in sheet.steps],
        "fatal": list(sheet.fatal),
        "unscored": list(sheet.unscored),
    }


def _axis_object(axis: AxisScore) -> dict[str, Any]:
    return {
        "axis": axis.axis,
        "name": axis.name,
        "full": points_object(axis.full),
        "points": points_object(axis.points),
    }


def _dimension_object(dimension: DimensionScore) -> dict[str, Any]:
    return {
        "name": dimension.name,
        "axis": dimension.axis,
        "full": points_object(dimension.full),
        "points": points_object(dimension.points),
        "weight": points_object(dimension.weight),
        "status": dimension.status,
        "reason": dimension.reason,
        "steps": [step_object(step) for step in dimension.steps],
    }


def step_object(step: ScoreStep) -> dict[str, Any]:
    """One line of the arithmetic."""
    return step._asdict() | {"points": points_object(step.points)}


def points_object(points: Decimal | None) -> int | float | None:
    """Points as JSON has numbers; they have two decimals at most, so nothing is lost."""
    if points is None:
        return None
    return int(points) if points == points.to_integral_value() else float(points)


def rules_object(rules: RulesIdentity) -> dict[str, Any]:
    """Which rules judged."""
    return {"name": rules.name, "version": rules.version, "hash": rules.hash}


def summary_object(summary: Summary) -> dict[str, Any]:
    """What the run came to; categories by id."""
    return {
        "files": summary.files,
        "calls": summary.calls,
        "scenes": summary.scenes,
        "turns": summary.turns,
        "agent_turns": summary.agent_turns,
        "findings": dict(summary.by_severity),
        "categories": dict(sorted(summary.by_category.items())),
        "review": summary.review,
        "praise": summary.praise,
        "unjudged": summary.unjudged,
        "unscored": summary.unscored,
        "skipped": [{"where": where, "why": why} for where, why in summary.skipped],
        "left_out": dict(summary.left_out),
        "warnings": summary.warnings,
        "suppressed": dict(summary.suppressed),
    }
