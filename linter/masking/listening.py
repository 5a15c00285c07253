"""Questions and answers: what was asked for, and what is read out of it turn by turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.masking.answers import (
    Asked,
    asked_for,
    asks_again,
    asks_else,
    last_named,
    left_open,
    wants_more,
)
from linter.masking.choosing import best
from linter.masking.mentions import Kind, Mention
from linter.masking.runs import runs
from linter.masking.said import said_in
from linter.masking.shapes import strong
from linter.masking.words import Words

_PATIENCE = 3
"""Turns without a digit after which nobody is reading out a number any more."""
_ANSWERS = 2
"""Turns in which the answer to a question comes."""
_SHORT = 8
"""Characters of a turn that does not change what is spoken of."""
_NEAR_END = 10
_WHOLE: dict[Kind, int] = {"phone": 7, "id_card": 15, "bank_card": 15, "plate": 7}
"""Digits that there are at least when a number is all there."""
_MOST = 64
"""Digits that are remembered of what is read out."""


class Listening:
    """What was asked for, and what has been read out of it so far."""

    def __init__(self) -> None:
        self._asked: Kind | None = None
        self._asker = ""
        self._patience = 0
        self._other = Asked()
        self._other_asker = ""
        self._spoken_of: Kind | None = None
        self._answers = 0
        self._digits = ""
        self._pieces: list[tuple[int, int]] = []
        self._keys: dict[tuple[int, int], tuple[Kind, str]] = {}

    def turn(
        self, number: int, speaker: str, words: Words, pieces: Sequence[Mention]
    ) -> list[Mention]:
        """The mentions of the next turn.

        :param pieces: of numbers that are known to be one by their other pieces.
        """
        text = words.text
        self._begin(text)
        answering = self._patience > 0 and (not speaker or speaker != self._asker)
        found = [*pieces, *said_in(words.text, self._expected(speaker, answering))]
        if self._patience and self._asked not in (None, "name", "address"):
            found += self._read_back(text)
            self._heard(number, text, found, answering)
        self._patience -= self._patience > 0
        self._answers -= self._answers > 0
        self._ask(speaker, text, found)
        return best(found)

    def _expected(self, speaker: str, answering: bool) -> Asked:
        """What the turn may answer: the number that is read out, and what was asked beside."""
        is_other = self._answers > 0 and (not speaker or speaker != self._other_asker)
        other = self._other if is_other else Asked()
        number = self._asked if answering and self._asked not in ("name", "address") else None
        return Asked(
            number,
            other.name or (answering and self._asked == "name"),
            other.place or (answering and self._asked == "address"),
        )

    def _heard(self, number: int, text: str, found: list[Mention], answering: bool) -> None:
        """Note the pieces that were read out."""
        pieces = [m for m in best(found) if m.kind == self._asked]
        if pieces:
            self._patience = _PATIENCE + 1
        for mention in pieces:
            if not strong(mention.key):
                self._pieces.append((number, mention.start))
                if answering and mention.key not in self._digits and len(self._digits) < _MOST:
                    self._digits += mention.key

    def _read_back(self, text: str) -> Iterator[Mention]:
        """Digits that have just been read out, said again."""
        if self._asked is None or len(self._digits) < 3:
            return
        for run in runs(text):
            if len(run.digits) > 2 and run.digits in self._digits:
                why = "把刚报的号码又念一遍"
                yield Mention(self._asked, run.start, run.end, why, run.digits)

    def _begin(self, text: str) -> None:
        """Note that a turn begins to read a number out: 我手机号是 138."""
        kind = left_open(text)
        if kind is not None and not (self._patience and self._asked == kind):
            self.close()
            self._asked, self._patience, self._asker = kind, _PATIENCE, ""

    def _ask(self, speaker: str, text: str, found: list[Mention]) -> None:
        asked = asked_for(text)
        kind, asker = asked.kind, speaker
        if kind is None and asks_again(text):
            kind = self._spoken_of
        self._spoken_of = last_named(text) or (self._spoken_of if len(text) < _SHORT else None)
        if asked.name or asked.place:
            self._other, self._other_asker, self._answers = asked, speaker, _ANSWERS
        last = max((m.end for m in found if m.kind == kind), default=-1)
        if kind is None or (last >= 0 and not wants_more(text, last)):
            told = None if last >= 0 and asks_else(text, last) else kind
            kind, asker = _unfinished(text, found) or told, ""
        if kind is None:
            return
        if kind != self._asked or not self._patience:
            self.close()
        self._asked, self._patience, self._asker = kind, _PATIENCE, asker

    def close(self) -> None:
        """Nothing more is read out: all pieces are of one number."""
        if self._asked is not None and self._digits:
            for piece in self._pieces:
                self._keys[piece] = self._asked, self._digits
        self._pieces, self._digits = [], ""

    def settled(self, number: int, row: list[Mention]) -> list[Mention]:
        """The mentions of a turn, with what is only known afterwards."""
        return [
            m._replace(key=self._keys[number, m.start][1]) if (number, m.start) in self._keys else m
            for m in row
        ]


def _unfinished(text: str, found: list[Mention]) -> Kind | None:
    """What a turn ends in the middle of: a number that is too short for what it is."""
    if not found:
        return None
    last = max(found, key=lambda m: m.end)
    least = _WHOLE.get(last.kind, 0)
    is_last = len(text) - last.end <= _NEAR_END
    return last.kind if is_last and len(last.key) < least else None
