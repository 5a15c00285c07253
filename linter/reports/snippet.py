"""Snippets of calls for training: a turn that went wrong, or well, and what led to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from linter import lazy
from linter.frozen import dataclass
from linter.judged import Report
from linter.masking.digits import without_numbers
from linter.model import Call, Certainty, Finding, Role

_HASH = lazy.pattern(r"(?=[0-9]*[a-f])[0-9a-f]{12}(?:#\d+)?")
"""An id that :meth:`Call.content_id` may have made; one of digits alone may be a telephone's."""
_BEFORE = 2
_AFTER = 1


@dataclass(frozen=True, slots=True)
class SnippetTurn:
    """A turn of a snippet; the words in question stand in ``【】``."""

    number: int
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """An example with just enough context; no long number is in it.

    ``good`` tells an answer that met ``rule`` from one that broke it. ``category`` is empty
    for an answer that met a rule: a verdict does not name it.
    """

    good: bool
    rule: str
    call: str
    path: str
    turn: int
    turns: tuple[SnippetTurn, ...]
    category: str = ""
    certainty: Certainty = "certain"
    message: str = ""
    why: str = ""
    suggestion: str = ""


def bad_snippets(call: Call, findings: Iterable[Finding]) -> Iterator[Snippet]:
    """Each flagged turn with its evidence, two turns before and one after."""
    for finding in findings:
        evidence = {item.turn for item in finding.evidence}
        numbers = _context(len(call.turns), finding.turn, evidence, _AFTER)
        yield Snippet(
            good=False,
            rule=finding.rule,
            call=_named(call.id),
            path=without_numbers(call.path),
            turn=finding.turn,
            turns=_turns(call, numbers, finding),
            category=finding.category,
            certainty=finding.certainty,
            message=without_numbers(finding.message),
            why=without_numbers(finding.why),
            suggestion=without_numbers(finding.suggestion),
        )


def good_snippets(report: Report) -> Iterator[Snippet]:
    """Each agent turn that met a rule, with two turns before.

    A turn on which anything was found, be it hidden, is no example of a clean answer.
    """
    call = report.call
    spoiled = {f.turn for f in (*report.findings, *report.hidden) if not f.praise}
    for verdict in report.verdicts:
        turn = verdict.turn
        if verdict.status != "met" or turn is None or verdict.rule in report.off:
            continue
        if call.turns[turn].role != "agent" or turn in spoiled:
            continue
        yield Snippet(
            good=True,
            rule=verdict.rule,
            call=_named(call.id),
            path=without_numbers(call.path),
            turn=turn,
            turns=_turns(call, _context(len(call.turns), turn, (), 0)),
        )


def _named(id_: str) -> str:
    """An id without long numbers; a hash of the content has none, its digits are letters, too."""
    return id_ if _HASH.fullmatch(id_) else without_numbers(id_)


def _context(count: int, focus: int, evidence: Collection[int], after: int) -> list[int]:
    """The numbers of the turns to show out of ``count``; never all, except of a lone turn."""
    chosen = {*range(max(0, focus - _BEFORE), min(count, focus + after + 1)), *evidence}
    if len(chosen) == count > 1:
        # What follows is the least missed, then what nothing rests on, then what is far.
        chosen.remove(
            max(
                chosen - {focus},
                key=lambda turn: (turn not in evidence, turn > focus, abs(turn - focus)),
            )
        )
    return sorted(chosen)


def _turns(
    call: Call, numbers: Iterable[int], finding: Finding | None = None
) -> tuple[SnippetTurn, ...]:
    return tuple(
        SnippetTurn(
            number=number,
            role=call.turns[number].role,
            text=_text(call.turns[number].text, finding)
            if finding and finding.turn == number
            else without_numbers(call.turns[number].text),
        )
        for number in numbers
    )


def _text(spoken: str, finding: Finding) -> str:
    text = without_numbers(spoken)
    if finding.start == finding.end:
        return text
    start, end = finding.start, finding.end
    return f"{text[:start]}【{text[start:end]}】{text[end:]}"
