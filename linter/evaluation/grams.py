"""The character 3-grams that the patterns of a rule book can match.

A pattern is not written out: of all it may match, only the 3-grams are kept, and of its beginnings
and ends as much as is needed to tell the 3-grams that arise where two parts meet. So brackets in
brackets cost no more than their letters. Over a gap nothing is put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import reduce

from linter.frozen import dataclass
from linter.rulebook import notation
from linter.rulebook.notation import Node
from linter.rulebook.types import RuleBook
from linter.text.dialect import variants
from linter.text.normal import normalise

SIZE = 3
_KEPT = SIZE - 1

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{3,}")

Strings = frozenset[str]
_NONE: Strings = frozenset()


def grams_of(text: str) -> Strings:
    """The 3-grams of the stretches of Chinese characters in a text, as it is."""
    return frozenset(
        run[at : at + SIZE] for run in _HAN.findall(text) for at in range(len(run) - _KEPT)
    )


def turn_grams(text: str) -> Strings:
    """The 3-grams of a turn in its matching form, which is what patterns are compared with."""
    return grams_of(normalise(text).text)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a pattern can match, as far as 3-grams go.

    :ivar short: what is no longer than two characters, whole.
    :ivar starts: the first characters, up to two, of what is longer or has a gap in it.
    :ivar ends: the last ones.
    """

    grams: Strings = _NONE
    short: Strings = _NONE
    starts: Strings = _NONE
    ends: Strings = _NONE


_EMPTY = _Parts(short=frozenset([""]))
_GAP = _Parts(starts=frozenset([""]), ends=frozenset([""]))


def book_grams(book: RuleBook) -> Strings:
    """The 3-grams in what the book's signals of the agent's side look for.

    Patterns of all levels and example sentences count; exceptions, which take hits back, do not.
    """
    known: dict[str, _Parts] = {}
    found: set[str] = set()
    for signal in book.signals.values():
        if signal.who == "customer":
            continue
        for pattern in signal.patterns:
            found |= _parts(pattern.node, book.classes, known).grams
        for example in signal.like:
            found |= turn_grams(example)
    return frozenset(found)


def pattern_grams(node: Node, classes: Mapping[str, Mapping[str, tuple[Node, ...]]]) -> Strings:
    """The 3-grams in what one pattern can match."""
    return _parts(node, classes, {}).grams


def _parts(
    node: Node, classes: Mapping[str, Mapping[str, tuple[Node, ...]]], known: dict[str, _Parts]
) -> _Parts:
    match node:
        case notation.Literal(text):
            return _either(map(_literal, variants(text)))
        case notation.Either(options):
            return _either(_parts(option, classes, known) for option in options)
        case notation.Sequence(items):
            return reduce(_joined, (_parts(item, classes, known) for item in items), _EMPTY)
        case notation.Words(inner):
            return _parts(inner, classes, known)
        case notation.ClassRef(name):
            if name not in known:
                members = (member for group in classes[name].values() for member in group)
                known[name] = _either(_parts(member, classes, known) for member in members)
            return known[name]
        case notation.Anchor() | notation.Not():
            return _EMPTY
    return _GAP


def _literal(text: str) -> _Parts:
    if len(text) <= _KEPT:
        return _Parts(short=frozenset([text]))
    ends = frozenset([text[-_KEPT:]])
    return _Parts(grams_of(text), starts=frozenset([text[:_KEPT]]), ends=ends)


def _either(options: Iterable[_Parts]) -> _Parts:
    every = tuple(options)
    return _Parts(
        *(
            _NONE.union(*(getattr(one, name) for one in every))
            for name in ("grams", "short", "starts", "ends")
        )
    )


def _joined(first: _Parts, second: _Parts) -> _Parts:
    """The one, then the other."""
    whole = {one + other for one in first.short for other in second.short}
    meeting = {
        one + other for one in first.ends | first.short for other in second.starts | second.short
    }
    longer = {one for one in whole if len(one) > _KEPT}
    starts = {(one + other)[:_KEPT] for one in first.short for other in second.starts}
    ends = {(one + other)[-_KEPT:] for one in first.ends for other in second.short}
    return _Parts(
        first.grams.union(second.grams, *map(grams_of, meeting)),
        frozenset(whole - longer),
        frozenset(starts.union(first.starts, (one[:_KEPT] for one in longer))),
        frozenset(ends.union(second.ends, (one[-_KEPT:] for one in longer))),
    )
