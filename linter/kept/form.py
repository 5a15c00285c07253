"""Reports as bytes that hold none of the call's turns, and can be read from anywhere.

The form is MessagePack with fixed types: data that is damaged is refused, not obeyed.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import msgspec

from linter.judged import Part, Report, Verdict
from linter.judging.outcome import in_file
from linter.kept.records import FindingRecord, PartRecord, PlaceRecord, ReportRecord
from linter.kept.unsaid import said, without
from linter.model import Call, Evidence, Finding
from linter.rulebook.types import RuleBook
from linter.scoresheet import ScoreSheet

_STATUSES = ("violated", "met", "not_applicable", "not_evaluated")
_DICTIONARY = 1 << 15
"""Bytes that deflate looks back (RFC 1951)."""
_BAD = (
    *(msgspec.MsgspecError, zlib.error, TypeError, ValueError, LookupError, OverflowError),
    RecursionError,
)


class Form:
    """Packs reports.

    :param book: what its rules say is in nearly every report, and is not kept again each time.
    """

    def __init__(self, book: RuleBook) -> None:
        said = [text for rule in book.rules for text in (rule.why, rule.suggestion, rule.message)]
        said += ["\n".join(rule.id for rule in book.rules)]
        self._known = "".join(said).encode("utf-8", "surrogatepass")[-_DICTIONARY:]
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(ReportRecord).decode

    def packed(self, report: Report) -> bytes | None:
        """The report; ``None`` for one that would not come out as it is."""
        try:
            data = self._encode(_record(report))
        except _BAD:
            return None
        packer = zlib.compressobj(wbits=-15, zdict=self._known)
        packed = packer.compress(data) + packer.flush()
        return packed if self.unpacked(packed, report.call) == report else None

    def unpacked(self, packed: bytes, call: Call) -> Report | None:
        """The report of this call; ``None`` when the data is nothing of the kind."""
        try:
            data = zlib.decompressobj(wbits=-15, zdict=self._known).decompress(packed)
            return _report(self._decode(data), call)
        except _BAD:
            return None


def _record(report: Report) -> ReportRecord:
    call, verdicts = report.call, report.verdicts
    return ReportRecord(
        [_finding_record(finding, call) for finding in report.findings],
        [_finding_record(finding, call) for finding in report.hidden],
        "\n".join(verdict.rule for verdict in verdicts),
        bytes(_STATUSES.index(verdict.status) for verdict in verdicts),
        {n: verdict.reason for n, verdict in enumerate(verdicts) if verdict.reason},
        {n: verdict.turn for n, verdict in enumerate(verdicts) if verdict.turn is not None},
        [_part_record(part, call) for part in report.diagnosis],
        dict(report.scores),
        sorted(report.off),
        _places(report.load, call),
        _packed_sheet(report.sheet) if report.sheet else b"",
    )


def _report(record: ReportRecord, call: Call) -> Report:
    rules = record.rules.split("\n") if record.rules else []
    reasons, turns = record.reasons.get, record.turns.get
    verdicts = [
        Verdict(rule, _STATUSES[status], reasons(n, ""), turns(n))  # type: ignore[arg-type]
        for n, (rule, status) in enumerate(zip(rules, record.statuses, strict=True))
    ]
    return Report(
        call=call,
        findings=tuple([_finding(one, call) for one in record.findings]),
        verdicts=tuple(verdicts),
        diagnosis=tuple([_part(one, call) for one in record.diagnosis]),
        scores=record.scores,
        hidden=tuple([_finding(one, call) for one in record.hidden]),
        off=frozenset(record.off),
        load=_evidence(record.load, call),
        sheet=_unpacked_sheet(record.sheet) if record.sheet else None,
    )


def _packed_sheet(sheet: ScoreSheet) -> bytes:
    from linter.kept.sheets import packed_sheet

    return packed_sheet(sheet)


def _unpacked_sheet(packed: bytes) -> ScoreSheet:
    from linter.kept.sheets import unpacked_sheet

    return unpacked_sheet(packed)


def _finding_record(finding: Finding, call: Call) -> FindingRecord:
    place = PlaceRecord(
        finding.turn, finding.start, finding.end, _unquoted(call, finding), finding.role, ""
    )
    return FindingRecord(
        place,
        finding.rule,
        finding.category,
        finding.aspect,
        finding.severity,
        finding.certainty,
        finding.message,
        finding.suggestion,
        finding.why,
        _places(finding.evidence, call),
        list(finding.window),
        finding.act,
        finding.fingerprint,
        finding.praise,
        finding.late,
        finding.deduct,
    )


def _finding(record: FindingRecord, call: Call) -> Finding:
    place = record.place
    turn = call.turns[place.turn]
    line, column = in_file(turn, place.start)
    return Finding(
        call=call.id,
        path=call.path,
        rule=record.rule,
        category=record.category,
        aspect=record.aspect,
        severity=record.severity,
        certainty=record.certainty,
        turn=place.turn,
        role=place.as_,  # type: ignore[arg-type]
        start=place.start,
        end=place.end,
        quote=_quote(place, call),
        message=record.message,
        suggestion=record.suggestion,
        why=record.why,
        evidence=_evidence(record.evidence, call),
        window=tuple(record.window),
        act=record.act,
        fingerprint=record.fingerprint,
        line=line,
        column=column,
        sheet=turn.sheet,
        cell=turn.cell,
        praise=record.praise,
        late=record.late,
        deduct=record.deduct,
    )


def _part_record(part: Part, call: Call) -> PartRecord:
    text = _text(call, part.turn)
    return PartRecord(
        part.name,
        part.status,
        part.turn,
        without(part.quote, text),
        without(part.reason, text),
        part.suggestion,
        _places(part.chain, call),
    )


def _part(record: PartRecord, call: Call) -> Part:
    text = _text(call, record.turn)
    return Part(
        record.name,
        record.status,
        record.turn,
        said(record.quote, text),
        said(record.reason, text),
        record.suggestion,
        _evidence(record.chain, call),
    )


def _text(call: Call, turn: int | None) -> str:
    return "" if turn is None else call.turns[turn].text


def _places(evidence: Iterable[Evidence], call: Call) -> list[PlaceRecord]:
    return [
        PlaceRecord(
            one.turn,
            one.start,
            one.end,
            _unquoted(call, one),
            one.as_,
            without(one.label, call.turns[one.turn].text),
            one.rule,
        )
        for one in evidence
    ]


def _evidence(records: Sequence[PlaceRecord], call: Call) -> tuple[Evidence, ...]:
    return tuple([_one_place(record, call) for record in records])


def _one_place(place: PlaceRecord, call: Call) -> Evidence:
    label = said(place.label, call.turns[place.turn].text)
    where = place.turn, place.start, place.end
    return Evidence(*where, _quote(place, call), place.as_, label, place.rule)


def _unquoted(call: Call, one: Evidence | Finding) -> str | None:
    """What is quoted, only if it is not what stands there."""
    return None if call.turns[one.turn].text[one.start : one.end] == one.quote else one.quote


def _quote(place: PlaceRecord, call: Call) -> str:
    if place.quote is not None:
        return place.quote
    return call.turns[place.turn].text[place.start : place.end]
