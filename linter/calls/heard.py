"""The words a recogniser heard, and the text they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from linter import lazy

Word = dict[str, Any]

# What East Asian scripts write without spaces, and their punctuation.
_DENSE = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_TOKEN = lazy.pattern(rf"[{_DENSE}]|[^\s{_DENSE}]+")
# From the first blank of a run only: of a long one in a token every other would be tried, too.
_SPACE = lazy.pattern(rf"(?<=[{_DENSE}])\s++|(?<!\s)\s++(?=[{_DENSE}])")
_MARK = lazy.pattern(r"[\W_]+")


def word(
    text: str, start_ms: int | None, end_ms: int | None, confidence: float | None = None
) -> Word:
    """A word for the ``words`` of a turn; what is not known is left out."""
    known = {"text": text, "start_ms": start_ms, "end_ms": end_ms, "confidence": confidence}
    return {key: value for key, value in known.items() if value is not None}


def joined(tokens: Iterable[str]) -> str:
    """The text of tokens: a space between words of spaced scripts, none beside Chinese."""
    return _SPACE.sub("", " ".join(token.strip() for token in tokens if token.strip()))


def tokens(text: str) -> list[str]:
    """What a recogniser gives a time each: single Chinese characters, words of other scripts."""
    return [found for found in _TOKEN.findall(text) if not _MARK.fullmatch(found)]


def timed(tokens: Sequence[str], times: object) -> list[Word] | None:
    """Words with their times; ``None`` when there is not one ``[start, end]`` in ms for each."""
    if not isinstance(times, list) or len(times) != len(tokens):
        return None
    if not all(_is_span(one) for one in times):
        return None
    return [
        word(text, round(start), round(end))
        for text, (start, end) in zip(tokens, times, strict=True)
    ]


def _is_span(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(ms, int | float) and abs(ms) < 1 << 53 for ms in value)
    )
