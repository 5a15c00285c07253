"""What a pack's YAML says, looked at without the linter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Classes = Mapping[str, tuple[str, ...]]
"""The words of each class, those of all its groups together."""


def classes_of(*packs: Mapping[str, Any]) -> Classes:
    """The word classes of packs."""
    return {
        name: tuple(_flat(words))
        for pack in packs
        for name, words in pack.get("classes", {}).items()
    }


def phrases_of(signal: Mapping[str, Any]) -> list[str]:
    """The phrases that show a signal, whatever for; YAML takes a 666 for a number."""
    phrases = [phrase for key in ("any", "all", "maybe") for phrase in listed(signal.get(key, []))]
    for level in signal.get("levels", {}).values():
        phrases += listed(level)
    return [*map(str, phrases)]


def listed(value: object) -> list[Any]:
    """One or several of something, as YAML may have them."""
    return value if isinstance(value, list) else [value]


def _flat(words: object) -> Iterator[str]:
    if isinstance(words, dict):
        words = list(words.values())
    if isinstance(words, list):
        for word in words:
            yield from _flat(word)
    else:
        yield str(words)
