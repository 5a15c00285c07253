"""The obvious alternative: jieba on every turn, then each rule's expressions in a loop.

What a sensible person writes in an afternoon. Tokens tell words from parts of words for phrases
in 「」; one compiled expression a signal; requirements and sequences in their simplest form.
Contexts, sounds, likeness, measures by the clock and rising heat are left out: the real program
does more for its time.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import jieba

from tools.bench.content import Classes, classes_of, listed, phrases_of
from tools.bench.expressions import expression

Hits = Mapping[str, list[tuple[int, int, int]]]
"""Of each signal: turn, start, end."""
Turns = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class _Signal:
    who: str
    found: re.Pattern[str]
    """What shows it."""
    excuse: re.Pattern[str] | None
    words: bool
    """Whether hits have to be whole words."""


class Alternative:
    """Judges calls by packs as YAML has them.

    :param packs: the packs' contents.
    """

    def __init__(self, packs: Sequence[Mapping[str, Any]]) -> None:
        jieba.setLogLevel(logging.WARNING)
        jieba.initialize()
        classes = classes_of(*packs)
        self._signals: dict[str, list[_Signal]] = {}
        self._groups: dict[str, list[str]] = {}
        for pack in packs:
            for name, said in pack.get("signals", {}).items():
                self._signals[name] = list(_signals(said, classes))
                self._groups[name] = listed(said.get("of", []))
        self._rules = [rule for pack in packs for rule in pack.get("rules", [])]

    def judge(self, turns: Turns) -> list[tuple[str, int]]:
        """What is wrong with a call: rules and turns."""
        edges = [{0, *accumulate(map(len, jieba.cut(turn["text"])))} for turn in turns]
        hits: dict[str, list[tuple[int, int, int]]] = {}
        for name, signals in self._signals.items():
            hits[name] = [hit for signal in signals for hit in _hits(signal, turns, edges)]
        for name, members in self._groups.items():
            hits[name] += [hit for member in members for hit in hits.get(_name(member), ())]
        return [(rule["id"], turn) for rule in self._rules for turn in _turns(rule, hits, turns)]

    def hit_turns(self, turns: Turns) -> int:
        """How many turns of a call have at least one hit of any signal."""
        return sum(
            any(
                signal.who in ("any", turn["role"]) and signal.found.search(turn["text"])
                for signals in self._signals.values()
                for signal in signals
            )
            for turn in turns
        )


def _signals(said: Mapping[str, Any], classes: Classes) -> Iterator[_Signal]:
    phrases = phrases_of(said)
    excuses = [str(each) for key in ("over", "not_if") for each in listed(said.get(key, []))]
    for words in (False, True):
        found = expression([phrase for phrase in phrases if ("「" in phrase) == words], classes)
        if found is not None:
            who = said.get("who", "agent")
            yield _Signal(who, found, expression(excuses, classes), words)


def _hits(signal: _Signal, turns: Turns, edges: list[set[int]]) -> Iterator[tuple[int, int, int]]:
    for at, turn in enumerate(turns):
        if signal.who not in ("any", turn["role"]):
            continue
        for found in signal.found.finditer(turn["text"]):
            if signal.words and not {found.start(), found.end()} <= edges[at]:
                continue
            if signal.excuse is None or not signal.excuse.search(turn["text"]):
                yield at, found.start(), found.end()


def _turns(rule: Mapping[str, Any], hits: Hits, turns: Turns) -> Iterator[int]:
    """The turns that a rule reports."""
    within = 2 * rule["within"] if isinstance(rule.get("within"), int) else len(turns)
    when = _where(rule.get("when", []), hits)
    if "forbid" in rule:
        excused = {
            turn + step
            for excuses in listed(rule.get("unless", []))
            for signals in (excuses.values() if isinstance(excuses, dict) else (excuses,))
            for turn in _where(signals, hits)
            for step in (-2, -1, 0, 1, 2)
        }
        for turn in sorted(_where(rule["forbid"], hits) - excused):
            if "when" not in rule or any(turn - within <= at < turn for at in when):
                yield turn
    elif "require" in rule:
        yield from _missing(rule, hits, when, within, len(turns))
    elif "sequence" in rule:
        yield from _steps(rule, hits)
    elif "measure" in rule and rule["measure"]["of"] == "count":
        found = sorted(_where(rule["measure"]["signals"], hits))
        yield from found[rule["measure"].get("limit", 1) :][:1]


def _missing(
    rule: Mapping[str, Any], hits: Hits, when: set[int], within: int, count: int
) -> Iterator[int]:
    required = rule["require"]
    every = isinstance(required, dict)
    there = [_where(name, hits) for name in listed(required["all"] if every else required)]
    spans = [(at - within, at) if "before" in rule else (at, at + within) for at in sorted(when)]
    if "at" in rule:
        spans = [(count - within - 1, count) if rule["at"] == "closing" else (0, within)]
    for low, high in spans:
        met = [any(low <= at <= high for at in places) for places in there]
        if not (all(met) if every else any(met)):
            yield max(low, 0)


def _steps(rule: Mapping[str, Any], hits: Hits) -> Iterator[int]:
    steps = [(name, signals) for step in rule["sequence"] for name, signals in step.items()]
    for first in sorted(_where(steps[0][1], hits)):
        at = first
        for name, signals in steps[1:]:
            later = [
                turn for turn in _where(signals, hits) if at <= turn <= first + rule.get("span", 12)
            ]
            if bool(later) == name.startswith("无 "):
                break
            at = min(later, default=at)
        else:
            yield at


def _where(names: object, hits: Hits) -> set[int]:
    return {turn for name in listed(names) for turn, _, _ in hits.get(_name(name), ())}


def _name(reference: object) -> str:
    """A reference's signal, without its level and its slot; a slot's state is none."""
    return str(reference).split(" ")[0].split("(")[0]
