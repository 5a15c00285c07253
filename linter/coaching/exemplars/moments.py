"""The moments of a call in which something is asked of the agent, and what came of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from linter.coaching.exemplars.situations import Watched, watched
from linter.judged import Report, Verdict
from linter.judging.engine import Judged
from linter.linting import Linter
from linter.masking import agent_key, mask_call
from linter.masking.telling import telling
from linter.model import SEVERITY_RANK, Call, Finding
from linter.rulebook.types import Ref, RuleBook
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

ANSWER = 2
"""Substantive agent turns that are looked at as the answer."""
AFTER = 3
"""The customer's turns before and after the answer in which heat is compared."""
STRATA = ("business", "channel")
"""Fields within which agents are compared unless others are asked for."""
NAME = "\ue000"
"""Stands in ids and paths for what told the agent, until the agents have other names."""
HEAT = "情绪"
"""The signal with levels that says how upset the customer is."""


class Said(NamedTuple):
    """One original turn of an answer, masked.

    :ivar wanted: spans of words that the rules look for.
    """

    turn: int
    text: str
    wanted: tuple[tuple[int, int], ...] = ()


class Moment(NamedTuple):
    """One situation in one call, the first of its kind there.

    :ivar agent: what tells the agent from others.
    :ivar stratum: what makes moments comparable beside the situation: business, channel ...
    :ivar good: whether all was done that the rules ask for, in time, and nothing was wrong in it.
    :ivar cooler: whether the customer was less upset afterwards; ``None``: was calm, or unknown.
    :ivar asked: the words that made the moment; empty for a place in the call.
    """

    situation: str
    agent: str
    stratum: tuple[str, ...]
    good: bool
    cooler: bool | None
    call: str
    path: str
    asked: str
    said: tuple[Said, ...]


class CallMoments(NamedTuple):
    """What there is of a call.

    :ivar unjudged: moments of which the rules cannot say for sure how they went.
    """

    agent: str
    moments: tuple[Moment, ...]
    unjudged: int = 0


class LintsByCall(Protocol):
    """A :class:`~linter.linting.Linter`, or one for each file."""

    def for_call(self, call: Call) -> Linter:
        """The linter that holds for a call."""


class Moments:
    """Finds the moments of calls; can be pickled.

    :param strata: fields of :class:`~linter.model.Call` within which agents are compared.
    :param hide: whether nothing that is kept of the words, ids and paths may tell the agent.
    """

    def __init__(
        self, linter: LintsByCall, strata: Sequence[str] = STRATA, hide: bool = True
    ) -> None:
        self._linter = linter
        self._strata = tuple(strata)
        self._hide = hide
        self._watched: list[tuple[RuleBook, tuple[Watched, ...]]] = []

    def __reduce__(self) -> tuple[type[Moments], tuple[object, ...]]:
        return Moments, (self._linter, self._strata, self._hide)

    def of(self, call: Call) -> CallMoments:
        """The moments of a call whose roles are known."""
        agent = agent_key(call)
        if not agent or call.kind != "call":
            return CallMoments(agent, ())
        linter = self._linter.for_call(call)
        view, judged = linter.judged(call)
        report = linter.report(view, judged)
        stratum = tuple(str(getattr(call, field)) for field in self._strata)
        look = _Look(view, judged, report, agent, stratum, self._hide)
        found = [(one, look.at(one)) for one in self._known(linter.book)]
        moments = tuple(moment for _, moment in found if isinstance(moment, Moment))
        unjudged = sum(moment is _UNJUDGED for _, moment in found)
        return CallMoments(agent, moments, unjudged)

    def _known(self, book: RuleBook) -> tuple[Watched, ...]:
        for known, found in self._watched:
            if known is book:
                return found
        found = watched(book)
        self._watched.append((book, found))
        return found


class _Unjudged:
    """In place of a moment that is there and cannot be judged."""


_UNJUDGED = _Unjudged()


class _Look:
    """A look at one call."""

    def __init__(
        self,
        view: CallView,
        judged: Judged,
        report: Report,
        agent: str,
        stratum: tuple[str, ...],
        hide: bool,
    ) -> None:
        self._view = view
        self._report = report
        self._verdicts = {v.rule: v for v in report.verdicts if v.rule not in report.off}
        self._findings = [found for found in judged.findings if found.rule not in report.off]
        self._findings += [found for found in judged.hidden if found.rule not in report.off]
        self._agent = agent
        self._stratum = stratum
        self._masked = _shown(view.call, hide)

    def at(self, watched: Watched) -> Moment | _Unjudged | None:
        """The call's moment of a kind; ``None`` when there is none."""
        verdicts = [self._verdicts[rule] for rule in watched.rules if rule in self._verdicts]
        if all(verdict.status == "not_applicable" for verdict in verdicts):
            return None
        trigger, answer = self._answer(watched)
        if not answer:
            return None
        turns = [piece.turn for turn in answer for piece in turn.pieces if piece.turn >= trigger]
        good = self._went_well(watched, verdicts, set(turns))
        if good is None:
            return _UNJUDGED
        return Moment(
            watched.situation.name,
            self._agent,
            self._stratum,
            good,
            self._cooler(answer),
            self._masked.id,
            self._masked.path,
            "" if watched.situation.where else self._masked.turns[trigger].text,
            tuple(self._said(turn, watched.wanted) for turn in turns),
        )

    def _answer(self, watched: Watched) -> tuple[int, Sequence[SpeakingTurn]]:
        """The original turn that makes the moment, and the turns that answer it."""
        view = self._view
        if watched.situation.where == "opening":
            return 0, view.agent_turns[:1]
        if watched.situation.where == "closing":
            return 0, view.agent_turns[-1:]
        hits = view.any_hits(watched.refs)
        first = next((seen for seen in hits if seen.hit.certainty == "certain"), None)
        if first is None:
            return 0, ()
        turn = first.hit.turn
        if watched.by_agent:
            speaking = [one for one in view.agent_turns if one.number >= first.speaking]
            return turn, speaking[:ANSWER]
        return turn, view.agent_turns_after(turn)[:ANSWER]

    def _went_well(
        self, watched: Watched, verdicts: Iterable[Verdict], turns: set[int]
    ) -> bool | None:
        """Whether it did; ``None`` when that is not certain."""
        if any(_is_wrong(found) and found.turn in turns for found in self._findings):
            return False
        if watched.situation.praised:
            return any(found.rule in watched.rules for found in self._findings)
        against = [
            found
            for found in self._findings
            if found.rule in watched.rules and _asked_before(found, min(turns))
        ]
        if any(found.certainty == "certain" for found in against):
            return False
        open_ = any(verdict.status == "not_evaluated" for verdict in verdicts)
        return None if against or open_ else True

    def _said(self, turn: int, wanted: tuple[Ref, ...]) -> Said:
        spans = (
            (seen.hit.start, seen.hit.end)
            for ref in wanted
            for seen in self._view.hits(ref)
            if seen.hit.turn == turn
        )
        return Said(turn, self._masked.turns[turn].text, tuple(sorted(set(spans))))

    def _cooler(self, answer: Sequence[SpeakingTurn]) -> bool | None:
        turns = self._view.customer_turns
        at = answer[0].number
        before = [turn.number for turn in turns if turn.number < at][-AFTER:]
        after = [turn.number for turn in turns if turn.number > at][:AFTER]
        was = self._heat(before)
        return self._heat(after) < was if was and after else None

    def _heat(self, turns: Sequence[int]) -> int:
        hits = self._view.hits(Ref(HEAT)) if turns else ()
        return max((seen.hit.level for seen in hits if seen.speaking in turns), default=0)


def _shown(call: Call, hide: bool) -> Call:
    """The call as it may be shown; the spans of its turns hold."""
    found = telling(call) if hide else None
    call = mask_call(call)
    if found is None:
        return call
    return replace(
        call,
        id=found.replaced(call.id, NAME),
        path=found.replaced(call.path, NAME),
        turns=tuple(turn._replace(text=found.hidden(turn.text)) for turn in call.turns),
    )


def _asked_before(found: Finding, turn: int) -> bool:
    """Whether what triggered it came before an original turn; later it is another moment."""
    triggers = [place.turn for place in found.evidence if place.as_ == "trigger"]
    return not triggers or min(triggers) < turn


def _is_wrong(found: Finding) -> bool:
    """Whether it is something that should not have been said, for certain."""
    heavy = SEVERITY_RANK[found.severity] >= SEVERITY_RANK["warning"]
    return heavy and found.certainty == "certain" and not found.praise and not found.window
