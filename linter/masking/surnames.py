"""What names and addresses are made of: the lists of ``words.txt``."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """All lists, by their headings."""
    text = resources.files(__package__).joinpath("words.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            words = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words += line.split()
    return {name: frozenset(words) for name, words in found.items()}


def _characters(name: str) -> frozenset[str]:
    return frozenset("".join(lexicon()[name]))


SINGLE = _characters("surnames")
DOUBLE = lexicon()["double"]
WEAK = _characters("weak")
GIVEN = _characters("given")
NOT_NAMES = lexicon()["not names"]
LITTLE_NOT = lexicon()["not little"]
NEVER_TITLED = frozenset(
    "路幸银农敬普和向时应关那单解支满占战原师展帅习连包边车封危么代成明强"
    "管简宣谈皮计劳储丰盖寿祖宿容惠昌迟仰秘"
)
"""Surnames that are mostly none even before 先生, unless a word begins there."""
