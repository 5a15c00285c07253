"""What was found in a call, told of the masked call."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from linter.judged import Part, Report
from linter.masking.calls import MaskedCall
from linter.masking.texts import masked as hidden
from linter.model import Finding
from linter.scoresheet import DimensionScore, ScoreSheet, ScoreStep


def masked_report(report: Report, masked: MaskedCall) -> Report:
    """The report, told of the masked call."""
    findings = _Findings(report, masked)
    return replace(
        report,
        call=masked.call,
        findings=tuple(map(findings.masked, report.findings)),
        hidden=tuple(map(findings.masked, report.hidden)),
        suppressed=tuple(
            one._replace(
                finding=findings.masked(one.finding),
                entry=one.entry._replace(why=hidden(masked.text(one.entry.why))),
            )
            for one in report.suppressed
        ),
        verdicts=tuple(one._replace(reason=masked.text(one.reason)) for one in report.verdicts),
        diagnosis=tuple(_part(part, masked) for part in report.diagnosis),
        sheet=_sheet(report.sheet, masked),
        load=tuple(map(masked.evidence, report.load)),
    )


class _Findings:
    """The findings of a report, each masked.

    A fingerprint is made of words: that of a quote with something masked in it is made anew of
    the masked quote, or a number could be found by trying them all. So it is with what names an
    act, which is made of the call's id.
    """

    def __init__(self, report: Report, masked: MaskedCall) -> None:
        self._masked = masked
        self._is_renamed = report.call.id != masked.call.id
        self._seen: Counter[tuple[str, str, str]] = Counter()
        self._acts: dict[str, str] = {}

    def masked(self, found: Finding) -> Finding:
        """One finding."""
        masked = self._masked
        quote = masked.quote(found.turn, found.start, found.end)
        evidence = tuple(map(masked.evidence, found.evidence))
        quotes = [(found.quote, quote)]
        quotes += [
            (old.quote, new.quote) for old, new in zip(found.evidence, evidence, strict=True)
        ]
        return replace(
            found,
            call=masked.call.id,
            path=masked.call.path,
            quote=quote,
            message=self._words(found.message, quotes),
            suggestion=self._words(found.suggestion, quotes),
            why=self._words(found.why, quotes),
            evidence=evidence,
            act=self._act(found.act),
            fingerprint=self._fingerprint(found, quote),
            sheet=masked.name(found.sheet),
        )

    def _words(self, text: str, quotes: Iterable[tuple[str, str]]) -> str:
        for old, new in quotes:
            if old and old != new:
                text = text.replace(old, new)
        return self._masked.text(text)

    def _act(self, act: str) -> str:
        if not act or not self._is_renamed:
            return act
        number = len(self._acts)
        return self._acts.setdefault(act, _digest(f"{self._masked.call.id}\x1f{number}"))

    def _fingerprint(self, found: Finding, quote: str) -> str:
        if quote == found.quote or not found.fingerprint:
            return found.fingerprint
        key = (found.rule, found.role, quote)
        self._seen[key] += 1
        return _digest("\x1f".join((*key, str(self._seen[key]))))


def _part(part: Part, masked: MaskedCall) -> Part:
    chain = tuple(map(masked.evidence, part.chain))
    quote = part.quote
    for old, new in zip(part.chain, chain, strict=True):
        if old.quote:
            quote = quote.replace(old.quote, new.quote)
    return replace(
        part,
        quote=masked.within(part.turn, quote),
        chain=chain,
        reason=masked.text(part.reason),
        suggestion=masked.text(part.suggestion),
    )


def _sheet(sheet: ScoreSheet | None, masked: MaskedCall) -> ScoreSheet | None:
    if sheet is None:
        return None

    def steps(given: Iterable[ScoreStep]) -> tuple[ScoreStep, ...]:
        return tuple(step._replace(what=masked.text(step.what)) for step in given)

    def dimension(given: DimensionScore) -> DimensionScore:
        return given._replace(steps=steps(given.steps), reason=masked.text(given.reason))

    return sheet._replace(
        steps=steps(sheet.steps), dimensions=tuple(map(dimension, sheet.dimensions))
    )


def _digest(text: str) -> str:
    """As fingerprints are made: see :mod:`linter.judging.engine`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
