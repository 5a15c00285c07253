"""What the other ways of saying a script's lines add to what was found in the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from linter.judging.engine import Judged
from linter.model import Finding
from linter.rulebook.types import Forbid, Measure, RuleBook

_OF_WORDS = ("unbroken", "mixed")


def with_alternatives(first: Judged, others: Iterable[Judged], book: RuleBook) -> Judged:
    """The first way's answers with the findings that only another way has.

    Only what is wrong with the words of one line is added: a thing is missing from a scene when
    it is missing from all of it, and the other ways have but some lines.
    """
    of_words = {rule.id for rule in book.rules if _judges_words(rule.judge)}
    known = {_place(found) for found in (*first.findings, *first.hidden)}
    shown: list[Finding] = [*first.findings]
    for judged in others:
        for found in judged.findings:
            if found.rule in of_words and _place(found) not in known:
                known.add(_place(found))
                shown.append(found)
    if len(shown) == len(first.findings):
        return first
    shown.sort(key=lambda found: (found.turn, found.start, found.end, found.rule))
    added = {found.rule for found in shown}
    verdicts = tuple(
        verdict._replace(status="violated", reason="")
        if verdict.rule in added and verdict.status in ("met", "not_applicable")
        else verdict
        for verdict in first.verdicts
    )
    return replace(first, findings=tuple(shown), verdicts=verdicts)


def _judges_words(judge: object) -> bool:
    return isinstance(judge, Forbid) or (isinstance(judge, Measure) and judge.of in _OF_WORDS)


def _place(found: Finding) -> tuple[str, int, int, int]:
    return found.rule, found.turn, found.start, found.end
