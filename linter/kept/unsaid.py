"""Words about a call without the call's own words in them.

What is said of a place sometimes repeats what was said there (像“不耐烦” 90%：“……”). Of that, too,
only the places are kept.
"""

from __future__ import annotations

from collections.abc import Iterator

LEAST = 4
"""Characters in a row that count as the call's own; shorter ones are in every language."""

Part = str | tuple[int, int]
"""Words, or a place in the turn's text, its end exclusive."""
Unsaid = str | list[Part]


def without(words: str, text: str) -> Unsaid:
    """The words, with places in a turn's text for what they take from there."""
    parts = [*_parts(words, text)]
    return words if all(isinstance(part, str) for part in parts) else parts


def said(words: Unsaid, text: str) -> str:
    """The words as they were."""
    if isinstance(words, str):
        return words
    return "".join(part if isinstance(part, str) else text[part[0] : part[1]] for part in words)


def _parts(words: str, text: str) -> Iterator[Part]:
    begin = at = 0
    while at + LEAST <= len(words):
        start = text.find(words[at : at + LEAST])
        if start < 0:
            at += 1
            continue
        size = _common(words[at:], text[start:])
        if at > begin:
            yield words[begin:at]
        yield start, start + size
        begin = at = at + size
    if begin < len(words):
        yield words[begin:]


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))
