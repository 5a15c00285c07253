"""What one signal itself finds in one speaking turn.

A hit is a shortest span that matches one of the signal's patterns and that nothing takes back:
no harmless longer phrase over it, no excuse in the same sentence, no context condition.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.model import Hit
from linter.rulebook.types import Signal
from linter.signals.exceptions import NOT_WHEN, READ_BACK, share
from linter.signals.matcher import HEARD
from linter.signals.opinions import PATTERN, WEIGHED, Opinions
from linter.signals.prepared import CompiledSignal
from linter.signals.search import Search
from linter.signals.sieve import Patterns
from linter.signals.similar import alike, may_be_alike
from linter.text.normal import clause


class Seen(NamedTuple):
    """A hit with its place in the speaking turn's matching form.

    :ivar taken_back: what took it back, in the rule file's words; empty for a hit that stands.
    :ivar member: the signal of a group whose hit this is; otherwise the hit's own signal.
    """

    hit: Hit
    speaking: int
    start: int
    end: int
    taken_back: str = ""
    member: str = ""


def own_hits(
    signal: CompiledSignal, search: Search, opinions: Opinions, patterns: Patterns | None
) -> list[Seen]:
    """What a signal itself, without its members, finds in a speaking turn of its side.

    :param patterns: which of them may be there (see :mod:`linter.signals.sieve`); ``None``
        for all.
    """
    found = _candidates(signal, search, opinions, patterns)
    if not found and signal.spec.learned is None:
        return found
    chosen = _chosen(signal.spec, search, found)
    if signal.spec.learned is not None:
        chosen += _learned(signal, search, opinions, chosen, found)
    return chosen


def _chosen(spec: Signal, search: Search, found: list[Seen]) -> list[Seen]:
    """Of hits that overlap, the best; all counted where it takes several."""
    if not found or (len(found) == 1 and spec.least <= 1):
        # As most often: there is nothing to choose from.
        return [*found]
    candidates = _enough(spec, search, _read_back(found))
    chosen: list[Seen] = []
    for seen in sorted(candidates, key=_preference):
        at = bisect_left(chosen, seen.start, key=lambda other: other.start)
        before, after = chosen[max(at - 1, 0) : at], chosen[at : at + 1]
        if all(o.end <= seen.start for o in before) and all(seen.end <= o.start for o in after):
            chosen.insert(at, seen)
    return chosen


def _candidates(
    signal: CompiledSignal, search: Search, opinions: Opinions, patterns: Patterns | None
) -> list[Seen]:
    """What patterns and examples find, unless the scorer thinks little of the turn."""
    found = _by_words(signal, search, patterns)
    weighed = signal.spec.weighed
    if weighed is None or not found:
        return found
    candidates = []
    for seen in found:
        if not seen.taken_back and seen.hit.pattern not in signal.spec.unweighed:
            hit, taken_back = opinions.weighed(weighed, seen.hit)
            seen = seen._replace(hit=hit, taken_back=taken_back)
        candidates.append(seen)
    return candidates


def _learned(
    signal: CompiledSignal,
    search: Search,
    opinions: Opinions,
    chosen: Iterable[Seen],
    found: Iterable[Seen],
) -> list[Seen]:
    """What the scorer is sure of, in the original turns where nothing of ``chosen`` stands.

    :param found: all that patterns found, and what took it back.
    """
    spec, turn = signal.spec, search.turn
    assert spec.learned is not None
    standing = [(seen.start, seen.end) for seen in chosen if not seen.taken_back]
    learned = []
    for start, end, quoted, note, percent in opinions.hits(spec.learned, turn, standing):
        place = turn.locate(*quoted)
        hit = Hit(spec.name, *place, spec.learned.level, (), "review", PATTERN, note)
        seen = _judged(signal, search, hit, start, end, percent)
        learned.append(seen if seen.taken_back else _known_better(signal, seen, found, percent))
    return learned


def _known_better(signal: CompiledSignal, seen: Seen, found: Iterable[Seen], percent: int) -> Seen:
    """A learned hit; taken back with a pattern's hit that it touches and an exception took back.

    The stretch is often so long that the words by which an exception goes (要是) stand in it. That
    a word of it is quoted is no reason, nor a context that it holds in by itself.
    """
    reasons = []
    for other in found:
        common = min(seen.end, other.end) - max(seen.start, other.start)
        reason = other.taken_back
        if common <= 0 or not reason or reason.startswith(WEIGHED):
            continue
        if signal.exceptions.binds(reason, percent, common >= share(seen.end - seen.start)):
            reasons.append((other.start, other.end, reason))
    return seen._replace(taken_back=min(reasons)[-1]) if reasons else seen


def _by_words(signal: CompiledSignal, search: Search, patterns: Patterns | None) -> list[Seen]:
    # Asked of every turn in which a signal may be, and most often nothing is there.
    spec, turn = signal.spec, search.turn
    found: list[Seen] = []
    every = len(signal.patterns)
    by_sound = every + len(signal.heard)
    if patterns is None:
        patterns = dict.fromkeys(range(by_sound + len(signal.like)))
    for number in sorted(patterns) if len(patterns) > 1 else patterns:
        if number >= by_sound:
            break
        near = patterns[number]
        if number >= every:
            found += _by_sound(signal, search, number - every, near)
            continue
        for start, end, slots in search.find(signal.patterns[number], near):
            pattern = spec.patterns[number]
            place = turn.locate(start, end)
            hit = Hit(spec.name, *place, pattern.level, slots, pattern.certainty, pattern.text)
            found.append(_judged(signal, search, hit, start, end))
    if signal.like:
        found += _by_example(signal, search, patterns)
    if signal.none and turn.substantive and not any(map(search.spans, signal.none)):
        hit = Hit(spec.name, *turn.locate(0, len(turn.text)), pattern="none")
        found.append(_judged(signal, search, hit, 0, len(turn.text)))
    return found


def _by_sound(
    signal: CompiledSignal, search: Search, number: int, near: Sequence[int] | None
) -> Iterator[Seen]:
    """What only sounds like a pattern: the words as they stand are other ones."""
    spec, turn, pattern = signal.spec, search.turn, signal.spec.patterns[number]
    for start, end, slots in search.find(signal.heard[number], near):
        words = "".join(word for name, word in slots if name == HEARD)
        kept = tuple(slot for slot in slots if slot[0] != HEARD)
        place, note = turn.locate(start, end), f"听作“{words}”"
        hit = Hit(spec.name, *place, pattern.level, kept, "review", pattern.text, note)
        yield _judged(signal, search, hit, start, end)


def _by_example(signal: CompiledSignal, search: Search, patterns: Patterns) -> Iterator[Seen]:
    """What is like one of the examples."""
    spec, turn = signal.spec, search.turn
    first = len(signal.patterns) + len(signal.heard)
    examples = tuple(
        example
        for n, example in enumerate(signal.like, first)
        if n in patterns and may_be_alike(turn.text, example, spec.similar)
    )
    for start, end, like in alike(turn.text, examples, spec.similar) if examples else ():
        place = turn.locate(start, end)
        note = f"像“{like}”"
        hit = Hit(spec.name, *place, certainty="review", pattern=like, note=note)
        yield _judged(signal, search, hit, start, end)


def _judged(
    signal: CompiledSignal,
    search: Search,
    hit: Hit,
    start: int,
    end: int,
    percent: int | None = None,
) -> Seen:
    taken_back = signal.exceptions.taking_back(search, start, end, percent)
    return Seen(hit, search.turn.number, start, end, taken_back, hit.signal)


_READ_BACK = f"{NOT_WHEN}{READ_BACK}"


def _read_back(candidates: list[Seen]) -> list[Seen]:
    """The candidates; with words that are read back goes whatever lies inside them."""
    back = [seen for seen in candidates if seen.taken_back == _READ_BACK]
    if not back:
        return candidates
    return [
        seen._replace(taken_back=back[0].taken_back)
        if not seen.taken_back and any(b.start <= seen.start and seen.end <= b.end for b in back)
        else seen
        for seen in candidates
    ]


def _enough(spec: Signal, search: Search, candidates: list[Seen]) -> list[Seen]:
    """The candidates; taken back where too few different patterns stand within the scope."""
    if spec.least <= 1 or spec.members:
        return candidates

    whole = spec.scope.unit != "sentence"
    scopes = [(0, 0) if whole else clause(search.turn.text, seen.start) for seen in candidates]
    there: dict[tuple[int, int], set[str]] = {}
    surely: dict[tuple[int, int], set[str]] = {}
    for scope, seen in zip(scopes, candidates, strict=True):
        if not seen.taken_back:
            there.setdefault(scope, set()).add(seen.hit.pattern)
            if seen.hit.certainty == "certain":
                surely.setdefault(scope, set()).add(seen.hit.pattern)
    counted = []
    for scope, seen in zip(scopes, candidates, strict=True):
        if not seen.taken_back and len(there[scope]) < spec.least:
            counted.append(seen._replace(taken_back=f"least: {spec.least}"))
        elif not seen.taken_back and len(surely.get(scope, ())) < spec.least:
            counted.append(seen._replace(hit=seen.hit._replace(certainty="review")))
        else:
            counted.append(seen)
    return counted


def _preference(seen: Seen) -> tuple[bool, int, str, int, int]:
    """Which of overlapping hits is kept: standing, high, certain, early, long ones first."""
    return bool(seen.taken_back), -seen.hit.level, seen.hit.certainty, seen.start, -seen.end
