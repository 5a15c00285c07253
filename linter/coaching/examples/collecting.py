"""The candidates of one call: linted, masked, and cut down to what may be shown of it.

A process that lints hands over no more than this, so that a month of calls is never in memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.coaching.examples.bad import bad_drafts
from linter.coaching.examples.context import example_turns, shown_turns
from linter.coaching.examples.difficulty import grade_of
from linter.coaching.examples.drafts import Draft, Examined, Facts
from linter.coaching.examples.good import good_drafts
from linter.coaching.examples.lookalikes import lookalike_drafts
from linter.coaching.examples.model import Candidate, Example, ExampleTurn, Origin, Span
from linter.judged import Report
from linter.masking import mask_report, pseudonymised
from linter.model import Call
from linter.rulebook.types import RuleBook
from linter.signals.casting import with_roles
from linter.triage.traces import Traces
from linter.triaged import Examination, Judging, Triaged

UNSURE = ("swapped", "unknown")
"""Of calls whose roles are so nothing is taken: who says what would be wrong."""


class Collected(NamedTuple):
    """What is kept of one call.

    :ivar agent: tells agents apart, and is never shown; empty when it is not known.
    :ivar traces: what became of exceptions and of the baseline; ``None`` where nobody looked.
    """

    candidates: tuple[Candidate, ...]
    agent: str
    business: str
    channel: str
    turns: int
    agent_turns: int
    traces: Traces | None = None


class Collector:
    """Finds what may become an example.

    :param judging: lints, and shows praise; it can be pickled if this is to be. What it leaves
        out, by an exception or a baseline, is no example, neither a bad one nor a good one.
    :param review: whether findings that need a person's look are taken, too.
    """

    def __init__(self, judging: Judging | Triaged, review: bool = False) -> None:
        self._judging = judging if isinstance(judging, Triaged) else Triaged(judging, "")
        self._review = review
        self._known: dict[str, Facts] = {}

    def __reduce__(self) -> tuple[type[Collector], tuple[Triaged, bool]]:
        return Collector, (self._judging, self._review)

    @property
    def book(self) -> RuleBook:
        """The rules."""
        return self._judging.book

    def collect(self, call: Call) -> Collected:
        """The candidates of a call; a script library has none, nobody said it."""
        call = with_roles(call)
        agent = call.agent_id or call.agent_name
        wanted = call.kind == "call" and not (call.casting and call.casting.source in UNSURE)
        agents = sum(turn.role == "agent" for turn in call.turns)
        kept = Collected((), agent, call.business, call.channel, len(call.turns), agents)
        if not wanted:
            return kept
        found = self._judging.examined(call)
        candidates = tuple(self._candidates(call, found))
        return kept._replace(candidates=candidates, traces=found.report.traces or None)

    def _candidates(self, call: Call, found: Examination) -> Iterator[Candidate]:
        view, report = found.view, found.report
        examined = Examined(view, report, self._facts(found.book))
        drafts = [
            *bad_drafts(examined, self._review),
            *good_drafts(examined),
            *lookalike_drafts(examined),
        ]
        if not drafts:
            return
        # Masking leaves the agent's number, which a training set must not have either.
        masked = mask_report(pseudonymised(report, ""))
        doubtful = set(call.casting.doubtful) if call.casting else set()
        agent = call.agent_id or call.agent_name or f"\0{call.path}\0{call.id}"
        for draft in drafts:
            numbers = shown_turns(view, draft.speaking, {mark.turn for mark in draft.marks})
            if not doubtful.isdisjoint(numbers):
                continue
            yield Candidate(
                _example(draft, examined, masked, numbers),
                Origin(call.path, call.id, draft.turn),
                agent,
                _changed(report.call, masked.call, numbers),
            )

    def _facts(self, book: RuleBook) -> Facts:
        facts = self._known.get(book.version)
        if facts is None:
            facts = self._known[book.version] = Facts.of(book)
        return facts


def _changed(call: Call, masked: Call, numbers: Sequence[int]) -> int:
    """How many characters of some turns are masked."""
    pairs = ((call.turns[number].text, masked.turns[number].text) for number in numbers)
    return sum(a != b for pair in pairs for a, b in zip(*pair, strict=True))


def _example(draft: Draft, examined: Examined, masked: Report, numbers: Sequence[int]) -> Example:
    call, rule = masked.call, draft.rule
    found = None if draft.found is None else masked.findings[draft.found]
    spans: dict[int, list[Span]] = {}
    for mark in draft.marks:
        if mark.start < mark.end:
            spans.setdefault(mark.turn, []).append(Span(*mark[1:]))
    turns = example_turns(call, numbers, spans)
    focus = numbers.index(draft.turn)
    others = examined.spoiled.get(draft.speaking.number, set()) - {rule.category}
    return Example(
        id=_id(draft, turns, focus),
        good=draft.good,
        category=found.category if found else rule.category,
        rule=rule.id,
        aspect=rule.aspect,
        severity=found.severity if found else rule.severity,
        certainty=found.certainty if found else "certain",
        moment=draft.moment,
        moments=draft.moments,
        grade=grade_of(draft.reasons),
        reasons=draft.reasons,
        turns=turns,
        focus=focus,
        message=found.message if found else "",
        why=rule.why,
        suggestion=found.suggestion if found else rule.suggestion,
        lookalike=draft.lookalike,
        also=tuple(sorted(others)),
        business=call.business,
        channel=call.channel,
        direction=call.direction,
        scene=call.scene,
    )


def _id(draft: Draft, turns: Sequence[ExampleTurn], focus: int) -> str:
    """A hash of what is shown and of what is said of it, and of nothing else."""
    digest = hashlib.sha256()
    shown = (draft.good, draft.rule.id, focus, [tuple(turn) for turn in turns])
    digest.update(repr(shown).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:12]
