"""One scan over a whole call tells which signal's patterns may match in which turns.

Signals are then looked for only when a rule asks for them, and only there.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from functools import cached_property
from operator import itemgetter

from linter.frozen import dataclass
from linter.rulebook.types import Signal, Who
from linter.signals.finder import Finder
from linter.signals.scanner import WordScan
from linter.signals.similar import Example
from linter.text.sounds import Hearing, hearing
from linter.text.turns import SpeakingTurn

_BETWEEN = "\n"
"""Between two turns; no matching form has one."""
_SIDES = ("agent", "customer")
_OTHERS = ""
"""The side of everybody who is neither."""

Spot = tuple[int, int, frozenset[str] | None, int]
"""A speaking turn, a place in it, and by what coding which word stands there."""
Patterns = Mapping[int, Sequence[int] | None]
"""Numbers of patterns, and where in order the words stand that they need, if they need any."""
Numbers = tuple[int, ...]
"""Of a signal's patterns, then once more of those looked for by sound, then of its examples."""


@dataclass(frozen=True)
class Sieve:
    """Which words lead to which patterns of which signals.

    :ivar scans: by what the texts are coded by (``None``: not at all), looks for all words.
    :ivar leads: for these, side and word, the signals.
    :ivar numbers: signal → coding and word → the patterns that have this word.
    :ivar anywhere: signal → patterns that may match in any turn of their side.
    :ivar everywhere: signals that have to be looked for in every turn.
    :ivar learned: side (``any`` for both) → signals that may be in any turn of it that says
        something, whatever the words are.
    """

    scans: Mapping[frozenset[str] | None, WordScan]
    leads: Mapping[frozenset[str] | None, Mapping[str, tuple[tuple[str, ...], ...]]]
    numbers: Mapping[str, Mapping[tuple[frozenset[str] | None, int], Numbers]]
    anywhere: Mapping[str, Numbers]
    everywhere: frozenset[str]
    learned: Mapping[Who, frozenset[str]]

    @cached_property
    def _ears(self) -> tuple[tuple[frozenset[str] | None, Hearing | None, WordScan], ...]:
        return tuple(
            (coding, None if coding is None else hearing(coding), scan)
            for coding, scan in self.scans.items()
        )

    def spots(self, turns: Sequence[SpeakingTurn]) -> Spots:
        """Where in these turns, which are a whole call, the words are."""
        found: dict[str, list[Spot]] = {}
        if not turns:
            return Spots(self, turns, found)
        texts = [turn.text for turn in turns]
        whole = _BETWEEN.join(texts)
        for coding, ear, scan in self._ears:
            leads = self.leads[coding]
            sides = [leads.get(turn.role, leads[_OTHERS]) for turn in turns]
            at, begin, end, side = 0, 0, len(texts[0]), sides[0]
            for start, stop, word in scan.occurrences(ear.code(whole) if ear else whole):
                while stop > end:
                    at += 1
                    begin = end + 1
                    end = begin + len(texts[at])
                    side = sides[at]
                for signal in side[word]:
                    if signal in found:
                        found[signal].append((at, start - begin, coding, word))
                    else:
                        found[signal] = [(at, start - begin, coding, word)]
        return Spots(self, turns, found)


@dataclass(frozen=True, slots=True)
class Spots:
    """Where in a call signals may be.

    :ivar signals: those that may be somewhere in it; the others are nowhere.
    """

    sieve: Sieve
    turns: Sequence[SpeakingTurn]
    _found: Mapping[str, list[Spot]]
    signals: AbstractSet[str] = field(init=False)

    def __post_init__(self) -> None:
        signals = self._found.keys() | self.sieve.everywhere
        if self.sieve.learned:
            roles = {turn.role for turn in self.turns if turn.substantive}
            for who, names in self.sieve.learned.items():
                if who in roles or (roles and who == "any"):
                    signals |= names
        object.__setattr__(self, "signals", signals)

    def patterns_in_turns(self, spec: Signal, stretch: range) -> Iterable[tuple[int, Patterns]]:
        """The speaking turns in which a signal may be, in order, with the patterns to be tried.

        :param stretch: the speaking turns that are asked about.
        """
        name = spec.name
        numbers = self.sieve.numbers[name]
        there: dict[int, dict[int, list[int] | None]] = {}
        low, high = stretch.start, stretch.stop
        for at, start, coding, word in self._found.get(name, ()):
            if not low <= at < high:
                continue
            patterns = there.get(at)
            if patterns is None:
                patterns = there[at] = {}
            for number in numbers[coding, word]:
                near = patterns.get(number)
                if near is None:
                    patterns[number] = [start]
                elif start >= near[-1]:
                    near.append(start)
                else:
                    # Words are told in the order of their ends, codings one after the other.
                    insort(near, start)
        if name in self.sieve.everywhere:
            anywhere = dict.fromkeys(self.sieve.anywhere[name])
            for turn in self.turns[stretch.start : stretch.stop]:
                if spec.who in ("any", turn.role):
                    there.setdefault(turn.number, {}).update(anywhere)
        return sorted(there.items(), key=itemgetter(0))


Findable = tuple[Signal, Sequence[Finder], Sequence[Finder], Sequence[Example]]
"""A signal with the finders of its patterns, of the same by sound, and its examples."""


def sieve(signals: Iterable[Findable]) -> Sieve:
    """The sieve for signals."""
    # A run that finds its rules compiled needs none of this.
    from linter.signals.anchors import anchors, of_example

    words: dict[frozenset[str] | None, dict[str, int]] = {None: {}}
    leading: dict[frozenset[str] | None, list[dict[str, None]]] = {None: []}
    numbers: dict[str, dict[tuple[frozenset[str] | None, int], list[int]]] = {}
    anywhere: dict[str, list[int]] = {}
    everywhere: set[str] = set()
    learned: dict[Who, set[str]] = {}
    who: dict[str, str] = {}
    for spec, patterns, heard, examples in signals:
        name = spec.name
        who[name] = spec.who
        own = numbers.setdefault(name, {})
        free = anywhere.setdefault(name, [])
        needs = [
            *((None, anchors(finder.matcher)) for finder in patterns),
            *((spec.heard, anchors(finder.matcher)) for finder in heard),
            *((None, of_example(example.words, spec.similar)) for example in examples),
        ]
        for number, (coding, needed) in enumerate(needs):
            if needed is None:
                free.append(number)
                continue
            known = words.setdefault(coding, {})
            leads = leading.setdefault(coding, [])
            for word in sorted(needed):
                if word not in known:
                    known[word] = len(known)
                    leads.append({})
                leads[known[word]][name] = None
                own.setdefault((coding, known[word]), []).append(number)
        if free or spec.none or spec.measure or spec.backchannel:
            everywhere.add(name)
        if spec.learned:
            learned.setdefault(spec.who, set()).add(name)
    return Sieve(
        {coding: WordScan(tuple(known)) for coding, known in words.items()},
        {
            coding: {
                side: tuple(
                    tuple(name for name in names if who[name] in ("any", side)) for names in leads
                )
                for side in (*_SIDES, _OTHERS)
            }
            for coding, leads in leading.items()
        },
        {
            name: {place: tuple(found) for place, found in own.items()}
            for name, own in numbers.items()
        },
        {name: tuple(found) for name, found in anywhere.items()},
        frozenset(everywhere),
        {side: frozenset(names) for side, names in learned.items()},
    )
