"""Masking everything that is said of a call."""

from __future__ import annotations

from dataclasses import replace

from linter.masking.numbers import masked
from linter.model import Call, Evidence, Finding, Part, Report


def mask_call(call: Call) -> Call:
    """The call with what was said masked; all spans hold."""
    return replace(
        call,
        id=masked(call.id),
        path=masked(call.path),
        turns=tuple(turn._replace(text=masked(turn.text)) for turn in call.turns),
    )


def mask_report(report: Report) -> Report:
    """The report of a masked call: every quote is what the masked turn says there."""
    call = mask_call(report.call)
    return replace(
        report,
        call=call,
        findings=tuple(_finding(found, call) for found in report.findings),
        hidden=tuple(_finding(found, call) for found in report.hidden),
        suppressed=tuple(
            one._replace(finding=_finding(one.finding, call)) for one in report.suppressed
        ),
        diagnosis=tuple(_part(part, call) for part in report.diagnosis),
    )


def _finding(found: Finding, call: Call) -> Finding:
    return replace(
        found,
        call=call.id,
        path=call.path,
        quote=call.turns[found.turn].text[found.start : found.end],
        message=masked(found.message),
        evidence=_chain(found.evidence, call),
    )


def _part(part: Part, call: Call) -> Part:
    return replace(part, quote=masked(part.quote), chain=_chain(part.chain, call))


def _chain(chain: tuple[Evidence, ...], call: Call) -> tuple[Evidence, ...]:
    return tuple(
        replace(item, quote=call.turns[item.turn].text[item.start : item.end]) for item in chain
    )
