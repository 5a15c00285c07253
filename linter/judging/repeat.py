"""``repeat``: the agent says nearly the same again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

from linter.frozen import dataclass
from linter.judging.excuses import Excuses
from linter.judging.minded import Alike, Minded, Told
from linter.judging.outcome import (
    Outcome,
    Spot,
    evidence,
    finding,
    hit_evidence,
    needed_evidence,
    one_a_turn,
)
from linter.judging.windows import among
from linter.model import Certainty, Finding
from linter.rulebook.types import Card, Ref, Repeat, Rule, Unless
from linter.signals.detect import Seen
from linter.signals.similar import bare, likeness
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

_SENTENCE = re.compile(r"[^。！？]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


_STRETCH = 2
"""Characters of the stretches of which a turn's substance is made."""
_NUMERALS = "零〇一二两三四五六七八九十百千万"
"""A date or a number that is named again is no demand."""
_SUBSTANCE = re.compile(f"(?:(?![{_NUMERALS}])[\u4e00-\u9fff])+")


class _Part(NamedTuple):
    """A part of a turn's matching form."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a turn's matching form.

    :ivar words: without boundaries, as they are compared.
    """

    start: int
    end: int
    words: str


class _Exempt:
    """The hits whose words may be said again, looked for when something was said again at all."""

    def __init__(self, refs: Sequence[Ref], view: CallView) -> None:
        self._refs = tuple(refs)
        self._view = view

    @cached_property
    def _hits(self) -> Mapping[int, Sequence[Seen]]:
        found: dict[int, list[Seen]] = {}
        for seen in self._view.any_hits(self._refs):
            found.setdefault(seen.speaking, []).append(seen)
        return found

    def within(self, turn: SpeakingTurn) -> Sequence[Seen]:
        """Those in a turn."""
        return self._hits.get(turn.number, ())


class _Compared(Protocol):
    """Agent turns ready to be compared with each other, by their places."""

    def says(self, place: int) -> bool:
        """Whether a turn has anything that could be said again."""

    def repeats(self, place: int, back: int) -> Iterator[tuple[_Part, _Part]]:
        """What a turn says that an earlier one said, and where that one did."""


@dataclass(frozen=True, slots=True)
class _InSentences:
    """Sentence by sentence.

    :ivar every: the sentences of each turn.
    :ivar long: those of them that say enough to be a repetition.
    """

    spec: Repeat
    turns: Sequence[SpeakingTurn]
    exempt: _Exempt
    every: Sequence[Sequence[_Sentence]]
    long: Sequence[Sequence[_Sentence]]

    def says(self, place: int) -> bool:
        return bool(self.long[place])

    def repeats(self, place: int, back: int) -> Iterator[tuple[_Part, _Part]]:
        for again in self.long[place]:
            first = self._first_like(again, back)
            if first and not _holds(again, self.exempt.within(self.turns[place])):
                yield _Part(again.start, again.end), _Part(first.start, first.end)

    def _first_like(self, again: _Sentence, back: int) -> _Sentence | None:
        for first in self.every[back]:
            # Rounded: what is 57 percent on paper may be a hair less.
            alike = round(likeness(again.words, first.words, self.spec.similarity), 6)
            if alike >= self.spec.similarity:
                return first
        return None


@dataclass(frozen=True, slots=True)
class _Substances:
    """By what whole turns are made of: for each turn its stretches and where they first stand.

    A demand comes back in another order and with other particles around it; what it is about has
    to be named again.

    :ivar whole: the stretches of each turn, those that are exempt included.
    """

    spec: Repeat
    turns: Sequence[SpeakingTurn]
    exempt: _Exempt
    whole: Sequence[Mapping[str, int]]

    def says(self, place: int) -> bool:
        return len(self.whole[place]) >= self.spec.least

    def repeats(self, place: int, back: int) -> Iterator[tuple[_Part, _Part]]:
        if len(self.whole[place].keys() & self.whole[back].keys()) < self.spec.least:
            return
        again, first = self._left(place), self._left(back)
        both = again.keys() & first.keys()
        shorter = min(len(again), len(first))
        if len(both) >= self.spec.least and 100 * len(both) >= self.spec.similarity * shorter:
            yield _around(again, both), _around(first, both)

    def alike(self, place: int, back: int) -> tuple[Alike, _Part, _Part] | None:
        """How much an earlier turn and a later one have in common, and where; too little: none."""
        if len(self.whole[place].keys() & self.whole[back].keys()) < self.spec.least:
            return None
        again, first = self._left(place), self._left(back)
        both = again.keys() & first.keys()
        if len(both) < self.spec.least:
            return None
        alike = Alike(len(both), len(again), len(first), place - back)
        return alike, _around(again, both), _around(first, both)

    def _left(self, place: int) -> Mapping[str, int]:
        """The stretches of a turn without what is exempt."""
        turn = self.turns[place]
        exempt = self.exempt.within(turn)
        return _stretches(_without(turn.text, exempt)) if exempt else self.whole[place]


def _around(stretches: Mapping[str, int], both: Set[str]) -> _Part:
    """From the first to the last of some stretches."""
    starts = [stretches[stretch] for stretch in both]
    return _Part(min(starts), max(starts) + _STRETCH)


def _without(text: str, exempt: Sequence[Seen]) -> str:
    """A matching form with spaces for the words of some hits."""
    for seen in exempt:
        text = f"{text[: seen.start]}{' ' * (seen.end - seen.start)}{text[seen.end :]}"
    return text


@lru_cache(maxsize=256)
def _stretches(text: str) -> Mapping[str, int]:
    """The stretches of two Chinese characters of a matching form, and where they first stand.

    Numerals are none of them. Several rules ask for those of the same turns.
    """
    found: dict[str, int] = {}
    for run in _SUBSTANCE.finditer(text):
        for at in range(run.start(), run.end() - _STRETCH + 1):
            found.setdefault(text[at : at + _STRETCH], at)
    return found


def judge_repeat(rule: Rule, spec: Repeat, view: CallView) -> Outcome:
    """Every agent turn that repeats a sentence after one of the customer's signals."""
    if spec.when and not view.any_hits(spec.when):
        return Outcome("not_applicable", "没有出现触发条件")
    found = _weighed(rule, spec, spec.card, view) if spec.card else _findings(rule, spec, view)
    findings = one_a_turn(found)
    return Outcome("violated" if findings else "met", findings=findings)


def _findings(rule: Rule, spec: Repeat, view: CallView) -> Iterator[tuple[int, Finding]]:
    turns = view.agent_turns
    triggers = view.any_hits(spec.when)
    then = Excuses.of(Unless(spec.then, "after"), view) if spec.then else None
    if then is not None and not then.hits:
        return
    compared = _compared(spec, view)
    for place, turn in enumerate(turns):
        if not compared.says(place):
            continue
        for back in range(place - 1, max(0, place - spec.within) - 1, -1):
            earlier = turns[back]
            trigger = _last(among(triggers, earlier.last + 1, turn.first - 1))
            if spec.when and trigger is None:
                continue
            for again, first in compared.repeats(place, back):
                spot = Spot(*turn.locate(again.start, again.end))
                answer = then.standing(turn.number, spot.turn) if then is not None else None
                if then is not None and answer is None:
                    continue
                before = Spot(*earlier.locate(first.start, first.end))
                chain = [evidence(view, before, "step", "上一次这样说")]
                if trigger is not None:
                    chain.append(hit_evidence(view, trigger, "trigger"))
                if answer is not None:
                    chain.append(needed_evidence(view, answer, spot.turn))
                needed = [one for one in (trigger, answer) if one is not None]
                doubtful = any(one.hit.certainty == "review" for one in needed)
                certainty: Certainty = "review" if doubtful else "certain"
                yield turn.number, finding(rule, view, spot, chain=chain, certainty=certainty)


def _weighed(rule: Rule, spec: Repeat, card: Card, view: CallView) -> Iterator[tuple[int, Finding]]:
    """The agent turns that repeat with enough points, each with the repetition that has most."""
    turns, minded = view.agent_turns, Minded(card, view)
    compared = _substances(spec, view)
    for place, turn in enumerate(turns):
        if not compared.says(place):
            continue
        best: tuple[int, SpeakingTurn, tuple[Alike, _Part, _Part], Sequence[Told]] | None = None
        for back in range(place - 1, max(0, place - spec.within) - 1, -1):
            alike = compared.alike(place, back)
            told = minded.told(turns[back], turn) if alike else ()
            if alike is None or not told:
                continue
            points = minded.counted(alike[0]) + sum(one.points for one in told)
            if points >= card.least and (best is None or points > best[0]):
                best = points, turns[back], alike, told
        if best is None:
            continue
        points, earlier, (common, again, first), told = best
        spot = Spot(*turn.locate(again.start, again.end))
        before = Spot(*earlier.locate(first.start, first.end))
        worth = f"同样的词串 {common.both} 个 {minded.counted(common):+d}"
        worth = f"{worth}，合计 {points} 分，满 {card.least} 分才报"
        chain = [
            evidence(view, before, "step", "上一次这样说"),
            evidence(view, spot, "context", worth),
            *minded.chain(told),
        ]
        doubtful = any(one.seen.hit.certainty == "review" for one in told if one.points > 0)
        certainty: Certainty = "review" if doubtful else "certain"
        yield turn.number, finding(rule, view, spot, chain=chain, certainty=certainty)


def _last(triggers: Sequence[Seen]) -> Seen | None:
    """The last trigger; a certain one before a doubtful one."""
    sure = (seen for seen in reversed(triggers) if seen.hit.certainty == "certain")
    return next(sure, triggers[-1] if triggers else None)


def _compared(spec: Repeat, view: CallView) -> _Compared:
    if spec.of == "substance":
        return _substances(spec, view)
    turns, exempt = view.agent_turns, _Exempt(spec.over, view)
    every = [_sentences(turn.text) for turn in turns]
    long = [[one for one in sentences if _says(one, spec.least)] for sentences in every]
    return _InSentences(spec, turns, exempt, every, long)


def _substances(spec: Repeat, view: CallView) -> _Substances:
    turns = view.agent_turns
    exempt = _Exempt(spec.over, view)
    return _Substances(spec, turns, exempt, [_stretches(turn.text) for turn in turns])


@lru_cache(maxsize=256)
def _sentences(text: str) -> Sequence[_Sentence]:
    return [
        _Sentence(found.start(), found.end(), bare(found[0])) for found in _SENTENCE.finditer(text)
    ]


def _says(sentence: _Sentence, least: int) -> bool:
    """Whether enough is said in words: links, numbers and emoji codes are no stock phrases."""
    words = sentence.words
    return len(words) >= least and sum(map(len, _HAN.findall(words))) >= least


def _holds(sentence: _Sentence, exempt: Sequence[Seen]) -> bool:
    return any(sentence.start <= seen.start and seen.end <= sentence.end for seen in exempt)
