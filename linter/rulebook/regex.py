"""Regular expressions of rule files: RE2's, whose matching time grows with the text alone.

Python's own ``re`` can be made to run for hours by a short pattern and a short text; RE2
(https://github.com/google/re2) has no backtracking, and therefore no look-around and no back
references. It comes with the extra ``regex``: most packs need none.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from linter.frozen import dataclass

_SURROGATES = re.compile("[\ud800-\udfff]")
_EMPTY_IN = ("", "a，0")
"""Texts with every edge that RE2 knows: of the text, and of words."""


class RegexError(ValueError):
    """An expression that cannot be used.

    :param hint: the way out.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Match:
    """Where a match ends."""

    place: int

    def end(self) -> int:
        """The place in code points, exclusive."""
        return self.place


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression that matches texts by code points."""

    compiled: Any

    def match(self, text: str, at: int = 0) -> Match | None:
        """The match that begins at place ``at``; any ``str`` will do, lone surrogates too."""
        # RE2 reads bytes; its own conversion of a text starts anew at every place of it.
        data, offsets = _encoded(text)
        found = self.compiled.match(data, offsets[at])
        return Match(bisect_left(offsets, found.end())) if found else None


@functools.lru_cache(maxsize=8)
def _encoded(text: str) -> tuple[bytes, Sequence[int]]:
    """A text as UTF-8, and where in it each code point begins and the last one ends."""
    text = _SURROGATES.sub("\ufffd", text)
    return text.encode(), (0, *accumulate(len(char.encode()) for char in text))


def check(expression: str) -> None:
    """Refuse what cannot be compiled or can match without any character.

    :raises RegexError: saying why.
    """
    ready = compiled(expression)
    for text in _EMPTY_IN:
        matches = ((at, ready.match(text, at)) for at in range(len(text) + 1))
        if any(found is not None and found.end() == at for at, found in matches):
            raise RegexError("连空的话也能匹配", "至少要有一个必须出现的字")


@functools.cache
def compiled(expression: str) -> Expression:
    """The expression ready to match with; capitals and small letters are the same.

    :raises RegexError: when RE2 is not installed or refuses the expression.
    """
    try:
        import re2
    except ImportError:
        raise RegexError("没有装 RE2", '装上：pip install "huashu[regex]"') from None
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    try:
        return Expression(re2.compile(expression, options))
    except re2.error as error:
        reason = error.args[0] if error.args else error
        text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise RegexError(text, "用 RE2 的写法：没有环视 (?=…) 和反向引用 \\1") from None
