"""What a pattern says in plain words: one wording that it matches, and whether a text has one.

Matching proper needs the word classes of all packs and jieba's tokens. Here only what a pattern
says by itself counts: of one that asks for more nothing is said at all.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from linter.frozen import dataclass
from linter.rulebook.notation import (
    Anchor,
    Digits,
    Either,
    Gap,
    Literal,
    Node,
    Not,
    Sequence,
    Words,
)
from linter.text.normal import BOUNDARIES, HARD, Normal, normalise

_FILLING = "说走看听"
"""Different ones: the same again would be a stutter itself."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern as written and as parsed."""

    text: str
    node: Node


def sample(node: Node, filling: Iterator[str] | None = None) -> str | None:
    """A wording of a pattern that is easily made: first options, no more words than needed.

    :param filling: what stands in each gap, a character each; nothing by default.
    :returns: ``None`` when it takes a word of a class or a part of speech.
    """
    match node:
        case Literal(text):
            return text
        case Either(options):
            return sample(options[0], filling)
        case Sequence(items):
            parts = [sample(item, filling) for item in items]
            return None if None in parts else "".join(part or "" for part in parts)
        case Words(inner):
            return sample(inner, filling)
        case Digits(least):
            return "1" * least
        case Gap():
            return next(filling) if filling else ""
        case Anchor() | Not():
            return ""
        case _:
            return None


def wording(node: Node) -> str | None:
    """A text in which the pattern is found, as far as can be told.

    :returns: ``None`` when there is no sample, or the pattern is in none that was tried.
    """
    words = sample(node)
    if words is None or not is_plain(node):
        return words
    # A filler alone (然后) is not compared, and 我…我 is a stutter with nothing in between.
    texts = (words, f"您看{words}吧", sample(node, itertools.cycle(_FILLING)))
    return next((text for text in texts if text and find(node, text)), None)


def is_plain(node: Node) -> bool:
    """Whether :func:`find` can tell where the pattern matches."""
    match node:
        case Either(children) | Sequence(children):
            return all(is_plain(child) for child in children)
        case _:
            return isinstance(node, (Literal, Gap, Anchor))


def find(node: Node, text: str) -> tuple[int, int] | None:
    """The first place in a text where a plain pattern matches; the shortest one there.

    :param text: as people write it.
    :returns: code points of ``text``, end exclusive; ``None`` also when the pattern is not plain.
    """
    if not is_plain(node):
        return None
    form = normalise(text)
    for start in range(len(form.text)):
        ends = _ends(node, form, {start})
        if ends and min(ends) > start:
            return form.original(start, min(ends))
    return None


def _ends(node: Node, form: Normal, places: set[int]) -> set[int]:
    """Where matches that begin at ``places`` may end: sets of places, nothing to go back to."""
    text = form.text
    match node:
        case Literal(words):
            return {at + len(words) for at in places if text.startswith(words, at)}
        case Either(options):
            return set().union(*(_ends(option, form, places) for option in options))
        case Sequence(items):
            for item in items:
                places = _ends(item, form, places)
            return places
        case Gap(size, wide):
            return {end for at in places for end in _reach(text, at, size, wide)}
        case Anchor(kind):
            return {at for at in places if _is_edge(text, at, kind)}
        case _:
            return set()


def _reach(text: str, at: int, size: int, wide: bool) -> range:
    stops = HARD if wide else BOUNDARIES
    end = at
    while end < len(text) and end - at < size and text[end] not in stops:
        end += 1
    return range(at, end + 1)


def _is_edge(text: str, at: int, kind: str) -> bool:
    if kind in ("^", "^^"):
        return at == 0 or (kind == "^" and text[at - 1] in BOUNDARIES)
    rest = text[at:]
    return not rest.strip("".join(BOUNDARIES)) or (kind == "$" and rest[0] in BOUNDARIES)
