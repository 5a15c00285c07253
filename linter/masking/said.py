"""What a turn says by itself, or as an answer to a question."""

from __future__ import annotations

from functools import lru_cache

from linter.masking.answers import Asked, answered_names
from linter.masking.codes import code_mentions
from linter.masking.going_on import going_on
from linter.masking.labels import Labels
from linter.masking.mentions import Mention
from linter.masking.names import name_mentions
from linter.masking.numbers import number_mentions
from linter.masking.places import place_mentions
from linter.masking.tens import tens_mentions
from linter.masking.words import Words

_REMEMBERED = 512
"""Turns that are remembered: most of a call are looked at twice."""


@lru_cache(maxsize=_REMEMBERED)
def said_in(text: str, asked: Asked) -> tuple[Mention, ...]:
    """What a turn of plain text says by itself, or as an answer; places may be found twice.

    :param asked: what the other side has just asked for.
    """
    words = Words(text)
    labels = Labels(text)
    number = asked.number
    found = [
        *code_mentions(text, labels, number),
        *tens_mentions(text, labels, number),
        *number_mentions(text, labels, number),
    ]
    found += going_on(text, found)
    found += place_mentions(words, asked=asked.place)
    for start, end in answered_names(words) if asked.name else ():
        key = text[start:end] if end - start > 1 else f"姓{text[start:end]}"
        found.append(Mention("name", start, end, "刚问了姓名", key))
    return (*found, *name_mentions(words))
