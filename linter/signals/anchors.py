"""The words that a text has to contain for a pattern to match: most texts need no closer look.

Of each pattern a set of words is chosen, one of which is in every match. All that can be said in a
row without a gap is put together, and of several stretches the rarest is taken, so that few
places are looked at in vain.
"""

from __future__ import annotations

from itertools import product

from linter.signals.matcher import (
    Anchor,
    Capture,
    Either,
    Literal,
    Matcher,
    Not,
    Sequence,
    Sounds,
    Wordlist,
    Words,
)
from linter.signals.similar import fewest_shared
from linter.text.normal import BOUNDARIES, SOFT

MOST_COMBINED = 256
"""How many words a stretch of several parts may be written out as."""

_MOST_COMPARED = 256
"""How many words of a set are compared with one another, to drop those that contain another."""

_COMMON = frozenset("的我是了你您好不一这那有个就在么吗没说要来到们他什啊给对话可以请把还都会没电")
"""Characters that are a large part of what is said in calls; rough, as it only weighs cost."""
_SHARE_COMMON, _SHARE_OTHER = 0.02, 0.001
"""About what share of a call's characters is a given common one, or another one."""

Wordset = frozenset[str]
_NOTHING: Wordset = frozenset([""])


def anchors(matcher: Matcher) -> Wordset | None:
    """Words one of which is in every match; ``None`` where there are none to be told.

    No word has a boundary in it or is empty. Of a pattern that is looked for by sound, they are
    codes, to be looked for in the coded text.
    """
    found = _anchors(matcher)
    if found is None:
        return None
    pieces = frozenset(max(word.split(SOFT), key=len) for word in found)
    usable = all(piece and BOUNDARIES.isdisjoint(piece) for piece in pieces)
    return _shortest(pieces) if usable else None


def of_example(words: str, least: int) -> Wordset:
    """Characters one of which is in every text that is at least so like an example sentence.

    Of a few more of its characters than may be missing, one is there. The rarest are taken.

    :param words: the example, without boundaries; not empty.
    :param least: in percent, from 1 to 100.
    """
    missing = len(words) - fewest_shared(words, least)
    taken: set[str] = set()
    for char in sorted(set(words), key=lambda char: (_share(char), char)):
        taken.add(char)
        if sum(each in taken for each in words) > missing:
            break
    return frozenset(taken)


def _anchors(matcher: Matcher) -> Wordset | None:
    match matcher:
        case Either(options):
            return _of_any(options)
        case Sequence(items):
            return _of_all(items)
        case Words(inner):
            return _anchors(inner)
    words = written_out(matcher)
    return words if words is not None and "" not in words else None


def written_out(matcher: Matcher, most: int = MOST_COMBINED) -> Wordset | None:
    """All that a pattern may match, written out; ``None`` where that is more, or has no end.

    What stands around a match (edges of clauses and words, what must not follow) is left aside.

    :param most: how many words several parts together may come to; one part may have any number.
    """
    match matcher:
        case Literal(text):
            return frozenset([text])
        case Wordlist(words):
            return frozenset(words)
        case Sounds(codes=codes):
            return frozenset(codes)
        case Anchor() | Capture() | Not():
            return _NOTHING
        case Words(inner):
            return written_out(inner, most)
        case Either(options):
            sets = [written_out(option, most) for option in options]
            known = [words for words in sets if words is not None]
            return frozenset[str]().union(*known) if len(known) == len(sets) else None
        case Sequence(items):
            found: Wordset | None = _NOTHING
            for item in items:
                found = _followed(found, written_out(item, most), most)
                if found is None:
                    return None
            return found
    return None


def _followed(words: Wordset | None, more: Wordset | None, most: int) -> Wordset | None:
    if words is None or more is None or len(words) * len(more) > max(most, len(words), len(more)):
        return None
    return frozenset(first + second for first, second in product(words, more))


def _of_any(options: tuple[Matcher, ...]) -> Wordset | None:
    """What each option needs, together: whichever it is, one of them is there."""
    sets = [_anchors(option) for option in options]
    known = [words for words in sets if words is not None]
    return frozenset[str]().union(*known) if known and len(known) == len(sets) else None


def _of_all(items: tuple[Matcher, ...]) -> Wordset | None:
    """The rarest of the stretches that follow each other."""
    stretches: list[Wordset] = []
    under_way = _NOTHING
    for item in items:
        words = written_out(item)
        longer = _followed(under_way, words, MOST_COMBINED)
        if longer is not None:
            under_way = longer
            continue
        stretches.append(under_way)
        under_way = words if words is not None else _NOTHING
        if words is None and (inner := _anchors(item)) is not None:
            stretches.append(inner)
    stretches.append(under_way)
    usable = [words for words in stretches if words and "" not in words]
    return min(usable, key=lambda words: (_cost(words), len(words), sorted(words)), default=None)


def _cost(words: Wordset) -> float:
    """At about what share of places one of the words is met."""
    return sum(map(_share, words))


def _share(word: str) -> float:
    share = 1.0
    for char in max(word.split(SOFT), key=len):
        share *= _SHARE_COMMON if char in _COMMON else _SHARE_OTHER
    return share


def _shortest(words: Wordset) -> Wordset:
    """Without words that contain another one."""
    if len(words) > _MOST_COMPARED:
        return words
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in kept):
            kept.append(word)
    return frozenset(kept)
