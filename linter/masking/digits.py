"""Hiding every long number, whatever it is: for what is passed around without its call."""

from __future__ import annotations

from linter import lazy

_DIGIT = r"[\d〇零一二三四五六七八九幺两]"
_LONG_NUMBER = lazy.pattern(rf"{_DIGIT}(?:[ \u3000\-‐-―]?{_DIGIT}){{4,}}")
_ONE_DIGIT = lazy.pattern(_DIGIT)


def without_numbers(text: str) -> str:
    """The text with every digit of a number of five or more digits replaced by ``*``.

    Spoken digits (一三八, 幺) count, and one blank or hyphen between two digits does not end a
    number. The length stays, so spans of the text still hold.
    """
    return _LONG_NUMBER.sub(lambda number: _ONE_DIGIT.sub("*", number[0]), text)
