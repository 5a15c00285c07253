"""Records and figures as JSON objects, and records back; the key order is part of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linter.evaluation.model import Found, Labelled, Record, Said
from linter.evaluation.result import Asked, Result, in_order
from linter.evaluation.scores import Score, Share
from linter.evaluation.tally import (
    CROSSED,
    DIMENSIONS,
    LEVELS,
    ROWS,
    SOURCES,
    STATUSES,
    Counts,
    Overlap,
    Tally,
)
from linter.model import Evidence
from linter.reports.objects import evidence_object, rules_object

FORMAT = "huashu-eval"
VERSION = 1
"""Raised when a key changes its meaning or goes; new keys do not raise it."""

_DIGITS = 6


def head_object(result: Result) -> dict[str, Any]:
    """Everything but the records and what was compared."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "rules": rules_object(result.rules),
        "profiles": list(result.profiles),
        "asked": asked_object(result.asked),
        "figures": {
            kind: _figures(tally, result.packs) for kind, tally in in_order(result.tallies)
        },
    }


def asked_object(asked: Asked) -> dict[str, Any]:
    """What was asked for."""
    return {
        "min_severity": asked.min_severity,
        "categories": list(asked.categories),
        "parts": list(asked.parts),
        "voices": list(asked.voices),
    }


def score_object(score: Score) -> dict[str, Any]:
    """Counts and what follows of them."""
    return {
        "labels": score.support,
        "found": score.true,
        "missed": score.missed,
        "false": score.false,
        "recall": _share(score.recall),
        "precision": _share(score.precision),
        "f1": _rounded(score.f1),
    }


def _share(share: Share) -> dict[str, Any]:
    interval = share.interval
    return {
        "value": _rounded(share.value),
        "low": _rounded(interval.low if interval else None),
        "high": _rounded(interval.high if interval else None),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _figures(tally: Tally, packs: Mapping[str, str]) -> dict[str, Any]:
    return {
        "items": tally.items,
        "agent_turns": tally.agent_turns,
        "labels": tally.labels,
        "clean": {
            "items": tally.clean,
            "certain_warning": {"items": tally.clean_certain, **_clean(tally, tally.clean_certain)},
            "warning": {"items": tally.clean_warned, **_clean(tally, tally.clean_warned)},
            "any": {"items": tally.clean_any, **_clean(tally, tally.clean_any)},
        },
        "overlap": {
            **_overlap(tally.overlap()),
            **{
                name: {value: _overlap(tally.overlap(name, value)) for value in tally.values(name)}
                for name in DIMENSIONS
                if name != "category"
            },
        },
        "scores": {
            level: {
                row: {
                    "total": score_object(tally.score(level, row)),
                    "false_per_1000": _rounded(tally.per_thousand(level, row)),
                    **{
                        name: {
                            value: score_object(tally.score(level, row, name, value))
                            for value in tally.values(name)
                        }
                        for name in (*DIMENSIONS, CROSSED)
                    },
                }
                for row in ROWS
            }
            for level in LEVELS
        },
        "findings": {
            source: {value: _counts(counts) for value, counts in tally.by(source).items()}
            for source in SOURCES
        },
        "verdicts": {
            rule: {status: tally.said(rule)[status] for status in STATUSES}
            for rule in sorted(packs)
        },
    }


def _overlap(overlap: Overlap) -> dict[str, Any]:
    return {"turns": overlap.turns, "mean": _rounded(overlap.mean)}


def _clean(tally: Tally, hits: int) -> dict[str, Any]:
    return _share(Share(hits, tally.clean))


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        "findings": counts.every,
        "right": counts.found,
        "other_turn": counts.elsewhere,
        "false": counts.missed,
        "precision": _share(counts.right),
    }


def record_object(record: Record) -> dict[str, Any]:
    """One call or sentence with what became of each label and finding."""
    return {
        "kind": record.kind,
        "id": record.id,
        "path": record.path,
        "line": record.line,
        "digest": record.digest,
        "grade": record.grade,
        "voice": record.voice,
        "channel": record.channel,
        "business": record.business,
        "part": record.part,
        "agent_turns": record.agent_turns,
        "clean": record.clean,
        "labels": [_labelled_object(label) for label in record.labels],
        "findings": [_found_object(found) for found in record.findings],
    }


def _labelled_object(label: Labelled) -> dict[str, Any]:
    return {
        "category": label.category,
        "turn": label.turn,
        "outcome": label.outcome,
        "certain": label.certain,
        "around": [_said_object(said) for said in label.around],
    }


def _found_object(found: Found) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "pack": found.pack,
        "category": found.category,
        "severity": found.severity,
        "certainty": found.certainty,
        "turn": found.turn,
        "start": found.start,
        "end": found.end,
        "quote": found.quote,
        "message": found.message,
        "evidence": [evidence_object(item) for item in found.evidence],
        "fingerprint": found.fingerprint,
        "counted": found.counted,
        "outcome": found.outcome,
        "around": [_said_object(said) for said in found.around],
    }


def _said_object(said: Said) -> dict[str, Any]:
    return {"turn": said.turn, "role": said.role, "text": said.text}


def record_from(row: Mapping[str, Any]) -> Record:
    """The record of an object; overlaps and verdicts are only counted, and not kept there.

    :raises KeyError: for an object that is none, as are :class:`TypeError` and so on.
    """
    labels, findings = row["labels"], row["findings"]
    known = {key: row[key] for key in Record.__match_args__ if key in row}
    return Record(
        **known
        | {
            "labels": tuple(_known(Labelled, label) for label in labels),
            "findings": tuple(
                _known(Found, found | {"evidence": tuple(map(_evidence, found["evidence"]))})
                for found in findings
            ),
        }
    )


def _known(kind: Any, row: Mapping[str, Any]) -> Any:
    """A label or finding; keys that a later version has added are passed over."""
    around = tuple(Said(said["turn"], said["role"], said["text"]) for said in row["around"])
    return kind(**{key: row[key] for key in kind.__match_args__} | {"around": around})


def _evidence(row: Mapping[str, Any]) -> Evidence:
    place = row["turn"], row["start"], row["end"]
    return Evidence(*place, row["quote"], row["as"], row["label"], row.get("rule", ""))
