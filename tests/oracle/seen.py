"""What was seen in a call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from linter.model import Call, Hit
from linter.rulebook.types import Ref

from .turns import SpeakingTurn


@dataclass(frozen=True)
class Seen:
    """A hit; its place in the speaking turn's matching form; what took it back, and whose it is."""

    hit: Hit
    speaking: int
    start: int
    end: int
    taken_back: str = ""
    member: str = ""


@dataclass(frozen=True)
class SlotEvent:
    """One thing that happened to a piece of information."""

    state: str
    group: str
    turn: int
    start: int
    end: int
    speaking: int


@dataclass(frozen=True)
class View:
    """A call as the rules see it: signal name → hits in order of place."""

    call: Call
    turns: tuple[SpeakingTurn, ...]
    seen: Mapping[str, tuple[Seen, ...]]
    taken_back: Mapping[str, tuple[Seen, ...]]
    slots: tuple[SlotEvent, ...]
    unjudged: Mapping[str, str]

    @cached_property
    def agent_turns(self) -> tuple[SpeakingTurn, ...]:
        return tuple(t for t in self.turns if t.role == "agent" and t.substantive)

    @cached_property
    def customer_turns(self) -> tuple[SpeakingTurn, ...]:
        return tuple(t for t in self.turns if t.role == "customer" and t.substantive)

    @cached_property
    def substantive(self) -> tuple[SpeakingTurn, ...]:
        return tuple(t for t in self.turns if t.substantive)

    @cached_property
    def roles_known(self) -> bool:
        roles = {turn.role for turn in self.call.turns}
        return "agent" in roles and (self.call.kind == "script" or "customer" in roles)

    @cached_property
    def roles_missing(self) -> str:
        if self.roles_known:
            return ""
        roles = [turn.role for turn in self.call.turns]
        if "unknown" not in roles and "agent" in roles:
            return "只有坐席的话"
        if "unknown" not in roles and "customer" in roles:
            return "只有客户的话"
        return "不知道谁是坐席、谁是客户"

    @cached_property
    def cut_off(self) -> bool:
        """Whether the call ends on the customer's words, with no sign of an end."""
        if self.call.kind == "script" or not self.substantive:
            return False
        ended = {seen.speaking for seen in self.seen.get("通话结束", ())}
        left = any(s.speaking > self.substantive[-1].number for s in self.seen.get("坐席挂断", ()))
        return (
            self.substantive[-1].role == "customer"
            and not left
            and not any(turn.number in ended for turn in self.substantive[-2:])
        )

    @cached_property
    def hung_up(self) -> bool:
        """Whether a line says that the customer hung up, and the last turn before it no end."""
        said = [-1, *(turn.number for turn in self.substantive)]
        ended = any(s.speaking == said[-1] for s in self.seen.get("通话结束", ()))
        return not ended and any(s.speaking > said[-1] for s in self.seen.get("客户挂断", ()))

    def hits(self, ref: Ref) -> tuple[Seen, ...]:
        return tuple(s for s in self.seen.get(ref.name, ()) if s.hit.level >= ref.level)

    def any_hits(self, refs: tuple[Ref, ...]) -> list[Seen]:
        return sorted({seen for ref in refs for seen in self.hits(ref)}, key=place_in_call)

    def agent_turns_after(self, turn: int) -> tuple[SpeakingTurn, ...]:
        return tuple(t for t in self.agent_turns if t.last > turn)

    def agent_turns_before(self, turn: int) -> tuple[SpeakingTurn, ...]:
        return tuple(t for t in self.agent_turns if t.first < turn)

    def ordinal(self, speaking: int) -> int:
        """How many turns are substantive up to a speaking turn; it included."""
        return ordinal(self.turns, speaking)


def ordinal(turns: tuple[SpeakingTurn, ...], speaking: int) -> int:
    return sum(turn.substantive for turn in turns[: speaking + 1])


def place_in_call(seen: Seen) -> tuple[object, ...]:
    """A total order of different hits; of those with the same words high and certain ones first."""
    hit = seen.hit
    place = (hit.turn, hit.start, hit.signal, hit.end, hit.pattern)
    return (*place, -hit.level, hit.certainty, hit.slots, hit.note)
