"""What the chains of a sequence are made of: events, and the steps that they may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from linter.frozen import dataclass
from linter.judging.outcome import Spot
from linter.model import Certainty

Key = tuple[int, int]
"""Original turn and start."""
Bindings = tuple[tuple[str, str], ...]
"""What the variables of slots stand for, in order of their names."""


@dataclass(frozen=True, slots=True)
class Event:
    """A hit or a slot state as a step sees it.

    :ivar ordinal: how many turns are substantive up to its speaking turn.
    :ivar displaced: whether it stands behind its speaking turn: so does what is given in several
        turns as one answer.
    """

    spot: Spot
    key: Key
    speaking: int
    ordinal: int
    displaced: bool
    label: str
    bindings: Bindings
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Link:
    """A step that has to be there.

    :ivar events: what may be it, in order of place.
    :ivar barred: what must not stand between it and the step before: their keys in order, for
        each way to bind slots.
    :ivar shares_turn: whether it may stand in the speaking turn of the step before.
    """

    events: tuple[Event, ...]
    barred: Mapping[Bindings, Sequence[Key]]
    shares_turn: bool

    def since(self, event: Event, bindings: Bindings) -> Key:
        """From where on the step before may stand, with nothing barred in between."""
        latest = (0, 0)
        for bound, keys in self.barred.items():
            at = bisect_left(keys, event.key)
            if at and keys[at - 1] > latest and joined(bindings, bound) is not None:
                latest = keys[at - 1]
        return latest


@dataclass(frozen=True, slots=True)
class Follows:
    """In which speaking turns something stands before an event and something after it.

    :ivar stretches: such speaking turns, and from where to where events stand in them.
    """

    stretches: tuple[tuple[int, Key, Key], ...]

    @classmethod
    def of(cls, links: Sequence[Link]) -> Follows:
        """Those stretches into which an event of another speaking turn falls."""
        events = sorted((e for link in links for e in link.events), key=attrgetter("key"))
        ends: dict[int, tuple[Key, Key]] = {}
        for event in events:
            start, _ = ends.get(event.speaking, (event.key, event.key))
            ends[event.speaking] = start, event.key
        broken = {
            one.speaking
            for one, other in pairwise(events)
            if one.speaking != other.speaking and ends[one.speaking][1] > other.key
        }
        return cls(tuple((speaking, *ends[speaking]) for speaking in broken))

    def others(self, event: Event) -> frozenset[int]:
        """The other speaking turns in which something stands before an event and after it."""
        if not self.stretches:
            return _NONE
        return frozenset(
            speaking
            for speaking, start, end in self.stretches
            if start < event.key < end and speaking != event.speaking
        )


_NONE: frozenset[int] = frozenset()


def joined(bound: Bindings, more: Bindings) -> Bindings | None:
    """Both, or ``None`` where a variable would stand for two things."""
    if not more or bound == more:
        return bound
    values = dict(bound)
    for variable, value in more:
        if values.setdefault(variable, value) != value:
            return None
    return tuple(sorted(values.items()))
