"""The chains of a sequence's steps: which events complete one, and the nearest chain to each.

A hundred hits of each of four steps make a hundred million chains. Two things are asked of them:
is there one that ends here, and which is the nearest. A chain is short enough, and nothing between
its ends excuses it, wherever it begins late enough; so walking forward each event remembers only
the latest beginning of the chains that come to it. The nearest chain is found walking back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from linter.frozen import dataclass
from linter.judging.links import Bindings, Event, Follows, Key, Link, joined


class _Way(NamedTuple):
    """How one comes to an event, as far as it matters for going on.

    :ivar used: the other speaking turns that have been a step and of which something follows
        (they go on while somebody else throws in 嗯): they must not be come back to.
    :ivar first: a displaced first event, by its index; all others together are -1.
    """

    bindings: Bindings
    used: frozenset[int]
    first: int


class _Stop(NamedTuple):
    """An event to which chains come.

    :ivar at: its index among the events of its step.
    :ivar first: of all those chains the latest first event, by its index.
    :ivar run: the index among such stops of the first of those in a row in one speaking turn.
    """

    at: int
    event: Event
    first: int
    run: int


Ways = Mapping[_Way, Sequence[_Stop]]
"""For each way to come to an event of a step, those to which one comes so, in order of place."""


class _Node(NamedTuple):
    """A stop on the way back.

    :ivar n: its index among the stops of its way.
    :ivar since: from where on chains through it may begin.
    :ivar ordinal: the highest of the events from here on.
    """

    way: _Way
    n: int
    since: Key
    ordinal: int


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest of the chains that end in an event.

    :ivar turns: the lesser the nearer: the turns of its events from the last back, negative.
    :ivar indexes: of its events among those of their steps; of two chains through the same turns
        the lesser one is meant.
    """

    events: tuple[Event, ...]
    bindings: Bindings
    turns: tuple[int, ...]
    indexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the chains that come to an event may begin.

    :ivar span: most substantive turns between the first event and any other.
    :ivar since: from where on, as far as a place says it.
    """

    span: int
    since: Callable[[Event], Key]

    def hold(self, first: Event, since: Key, ordinal: int) -> bool:
        """Whether a chain may begin with an event."""
        return first.key >= since and ordinal - first.ordinal <= self.span


@dataclass(frozen=True, slots=True)
class Chains:
    """All chains of some steps in one call.

    :ivar ways: for each step, how one comes to its events.
    """

    links: tuple[Link, ...]
    bounds: Bounds
    follows: Follows
    ways: tuple[Ways, ...]

    @classmethod
    def of(cls, links: tuple[Link, ...], bounds: Bounds) -> Chains:
        """Walk forward through all events of all steps."""
        starts: dict[_Way, list[_Stop]] = {}
        for at, event in enumerate(links[0].events):
            way = _Way(event.bindings, frozenset(), at if event.displaced else -1)
            _add(starts, way, at, event, at)
        ways: list[Ways] = [starts]
        follows = Follows.of(links)
        for link in links[1:]:
            ways.append(_onward(ways[-1], link, links[0].events, bounds, follows))
        return cls(links, bounds, follows, tuple(ways))

    def completing(self) -> list[Event]:
        """The events that end a chain, in order."""
        ends = {stop.at for stops in self.ways[-1].values() for stop in stops}
        return [self.links[-1].events[at] for at in sorted(ends)]

    def nearest(self, last: Event) -> Nearest:
        """The nearest of the chains that end in an event that ends one.

        Nearest is what stands in the latest turn, seen from the end step by step.
        """
        levels: list[dict[_Node, set[_Node]]] = [{}]
        since = self.bounds.since(last)
        for way, stops in self.ways[-1].items():
            n = bisect_left(stops, last.key, key=_key)
            while n < len(stops) and stops[n].event.key == last.key:
                if stops[n].event is last:
                    levels[0][_Node(way, n, since, last.ordinal)] = set()
                n += 1
        turns = [last.spot.turn]
        for step in range(len(self.links) - 1, 0, -1):
            level: dict[_Node, set[_Node]] = {}
            latest = -1
            for node in levels[-1]:
                for before, turn in self._back(step, node):
                    if turn > latest:
                        level, latest = {}, turn
                    if turn == latest:
                        level.setdefault(before, set()).add(node)
            levels.append(level)
            turns.append(latest)
        return self._path(levels, turns)

    def _back(self, step: int, node: _Node) -> Iterator[tuple[_Node, int]]:
        """The stops before one, in the latest turn of each way to come to them, and that turn."""
        event = self._stop(step, node).event
        for before, stops in self.ways[step - 1].items():
            turn = -1
            for n, stop, then in _before(
                before, stops, self.links[step], event, node.since, self.follows
            ):
                if stop.event.spot.turn < turn:
                    break
                since = max(node.since, self.bounds.since(stop.event))
                ordinal = max(node.ordinal, stop.event.ordinal)
                first = self.links[0].events[stop.first]
                if then == node.way and self.bounds.hold(first, since, ordinal):
                    turn = stop.event.spot.turn
                    yield _Node(before, n, since, ordinal), turn

    def _path(self, levels: Sequence[Mapping[_Node, set[_Node]]], turns: list[int]) -> Nearest:
        """Of the chains through the same turns the one whose first event comes first, and so on.

        :param levels: for each step, from the last one back, the stops of those chains, and to
            which each of them leads.
        """
        allowed = set(levels[-1])
        path: list[_Stop] = []
        bindings: Bindings = ()
        for step, level in enumerate(reversed(levels)):
            at = min(self._stop(step, node).at for node in allowed)
            chosen = [node for node in allowed if self._stop(step, node).at == at]
            path.append(self._stop(step, chosen[0]))
            bindings = chosen[0].way.bindings
            allowed = {onward for node in chosen for onward in level[node]}
        return Nearest(
            tuple(stop.event for stop in path),
            bindings,
            tuple(-turn for turn in turns),
            tuple(stop.at for stop in path),
        )

    def _stop(self, step: int, node: _Node) -> _Stop:
        return self.ways[step][node.way][node.n]


def _onward(
    ways: Ways, link: Link, firsts: tuple[Event, ...], bounds: Bounds, follows: Follows
) -> Ways:
    """The ways to the events of a step."""
    onward: dict[_Way, list[_Stop]] = {}
    for at, event in enumerate(link.events):
        found: dict[_Way, int] = {}
        since = bounds.since(event)
        alone = not follows.others(event)
        for way, stops in ways.items():
            for _, stop, then in _before(way, stops, link, event, since, follows):
                best = found.get(then, -1)
                if stop.first > best and bounds.hold(firsts[stop.first], since, event.ordinal):
                    found[then] = best = stop.first
                # What comes to an earlier event has begun even earlier.
                if alone and best >= 0 and firsts[best].key >= stop.event.key:
                    break
        for then, first in found.items():
            _add(onward, then, at, event, first)
    return onward


def _add(ways: dict[_Way, list[_Stop]], way: _Way, at: int, event: Event, first: int) -> None:
    stops = ways.setdefault(way, [])
    same = bool(stops) and stops[-1].event.speaking == event.speaking
    stops.append(_Stop(at, event, first, stops[-1].run if same else len(stops)))


def _before(
    way: _Way,
    stops: Sequence[_Stop],
    link: Link,
    event: Event,
    since: Key,
    follows: Follows,
) -> Iterator[tuple[int, _Stop, _Way]]:
    """The stops that an event may follow in a chain, nearest first, and the way it becomes.

    :param since: what stands before this is not asked for.
    """
    bindings = joined(way.bindings, event.bindings)
    if bindings is None or event.speaking in way.used:
        return
    since = max(since, link.since(event, bindings))
    others = follows.others(event)
    n = bisect_left(stops, event.key, key=_key) - 1
    while n >= 0 and stops[n].event.key >= since:
        stop = stops[n]
        if stop.event.speaking == event.speaking and not link.shares_turn:
            n = stop.run
        else:
            used = others & {*way.used, stop.event.speaking} if others else others
            yield n, stop, _Way(bindings, used, way.first)
        n -= 1


def _key(stop: _Stop) -> Key:
    return stop.event.key
