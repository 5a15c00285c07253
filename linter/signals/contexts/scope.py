"""Where a hit stands: its clause, what surrounds it, and words that open another clause."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from functools import cached_property

from linter import lazy
from linter.frozen import dataclass
from linter.text.normal import clause

REACH = 30
"""How far (code points) from a hit its surroundings are read: recognised speech may go on for a
hundred characters without any punctuation, and no cue has its effect across all that."""

# A particle that ends a clause, and the pronoun that opens the next one: what is left of the
# clause border where the recogniser wrote none.
_UNWRITTEN = r"(?:(?<=[了吧呢啊吗嘛哦哈么呀咯])|(?<=咋的))(?=我|你|您|他|她|咱)"
# After these a new clause begins, whatever stands before them.
_OPENERS = r"(?<!不)(?=但是|可是(?!不)|不过(?!是)|所以|因为|而且|结果(?![是呢怎])|反正)"
_BORDER = lazy.pattern(rf"{_UNWRITTEN}|{_OPENERS}")


PERFORMED = lazy.pattern(
    r"对不[起住]|抱歉|不好意思|谢谢|感谢|多谢|请问|再见|拜拜|祝[您你]|很抱歉|非常抱歉|"
    r"真抱歉|您好|你好"
)
"""What is done by saying it: with no subject, always by who speaks, and now."""


def listed(table: str) -> frozenset[str]:
    """The words of a table: a text with a blank between any two of them."""
    return frozenset(table.split())


def either(*tables: str) -> str:
    """A regular expression for any word of some tables.

    Words stand in them as in a matching form, where regional characters are read as standard
    ones: 唔系 as 不系.

    Longer words come first, so that 没有 is found as a word and not as 没.
    """
    words = frozenset[str]().union(*map(listed, tables))
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) + ")"


def last(matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
    """The last of some matches."""
    return next(iter(deque(matches, maxlen=1)), None)


@dataclass(frozen=True)
class Place:
    """A hit ``[start, end)`` in the matching form of a speaking turn."""

    text: str
    start: int
    end: int

    @cached_property
    def words(self) -> str:
        """The hit itself."""
        return self.text[self.start : self.end]

    @cached_property
    def low(self) -> int:
        """Where its clause begins: at a soft boundary, or where one seems to be missing."""
        begin = max(clause(self.text, self.start, soft=True)[0], self.start - REACH)
        border = last(_BORDER.finditer(self.text, begin, self.start))
        return border.end() if border else begin

    @cached_property
    def high(self) -> int:
        """Where its clause ends."""
        stop = min(clause(self.text, max(self.start, self.end - 1), soft=True)[1], self.end + REACH)
        border = _BORDER.search(self.text, self.end, stop)
        return border.start() if border else stop

    @cached_property
    def before(self) -> str:
        """The hit's clause, up to the hit."""
        return self.text[self.low : self.start]

    @cached_property
    def after(self) -> str:
        """The hit's clause, from the hit on."""
        return self.text[self.end : self.high]

    @cached_property
    def lead(self) -> str:
        """What comes before the clause in its sentence, with the border."""
        begin = max(clause(self.text, self.start)[0], self.low - REACH)
        return self.text[begin : self.low]

    @cached_property
    def follow(self) -> str:
        """What comes after the clause in its sentence, with the border."""
        stop = min(clause(self.text, max(self.start, self.end - 1))[1], self.high + REACH)
        return self.text[self.high : stop]

    @cached_property
    def asked(self) -> bool:
        """Whether a question mark closes the hit's clause."""
        return self.text[self.high : self.high + 1] == "？"
