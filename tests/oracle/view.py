"""A call with all signals of a book looked for in all of its turns."""

from __future__ import annotations

from graphlib import TopologicalSorter

from linter.model import Call
from linter.rulebook.types import RuleBook

from .detect import of_group, seen_in
from .patterns import Patterns
from .placing import NO_TIMES, measure_hits, nods, positioned, together
from .seen import Seen, View, place_in_call
from .slots import slot_events
from .turns import speaking_turns


def prepare(book: RuleBook, patterns: Patterns, call: Call, heard: Call | None = None) -> View:
    turns = speaking_turns(heard or call)
    found: dict[str, list[Seen]] = {}
    unjudged: dict[str, str] = {}
    members = {name: spec.members for name, spec in book.signals.items()}
    for name in TopologicalSorter(members).static_order():
        spec = book.signals[name]
        hits: list[Seen] = []
        for turn in turns:
            if spec.who in ("any", turn.role):
                hits += seen_in(book, patterns, spec, turn, turns)
        if spec.measure is not None:
            measured, unknown = measure_hits(spec, call, turns)
            hits = list(of_group(book, patterns, spec, measured, turns))
            unjudged |= {name: NO_TIMES} if unknown else {}
        if spec.backchannel:
            hits = list(nods(spec, call, turns))
        for member in spec.members:
            hits += of_group(book, patterns, spec, found[member], turns)
            unjudged |= {name: unjudged[member]} if member in unjudged else {}
        hits, unknown = positioned(spec, hits, call, turns)
        unjudged |= {name: NO_TIMES} if unknown else {}
        found[name] = together(spec, hits, turns)
    seen = {name: _in_order(hits, standing=True) for name, hits in found.items()}
    taken_back = {name: _in_order(hits, standing=False) for name, hits in found.items()}
    events = slot_events(book, patterns, turns, seen)
    return View(call, turns, seen, taken_back, events, unjudged)


def _in_order(hits: list[Seen], *, standing: bool) -> tuple[Seen, ...]:
    """In order of place, each once: a hit may come to a group by several of its members."""
    chosen: dict[object, Seen] = {}
    for seen in hits:
        if standing == (not seen.taken_back):
            chosen.setdefault(seen.hit, seen)
    return tuple(sorted(chosen.values(), key=place_in_call))
