"""Who and what is named in a conversation: turn by turn, with what the turns say of each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from linter import lazy
from linter.masking.answers import answered_name, asked_for, left_open
from linter.masking.codes import code_mentions
from linter.masking.labels import Labels
from linter.masking.mentions import LABELS, Kind, Mention
from linter.masking.names import name_mentions
from linter.masking.numbers import number_mentions
from linter.masking.places import place_mentions
from linter.masking.plain import plain
from linter.masking.runs import Run, is_amount, runs
from linter.masking.shapes import strong
from linter.masking.words import Words

_RANKS: dict[Kind, int] = {"email": 0, "plate": 1, "address": 4, "name": 6}
_NUMBER = 3
_UNSURE = 5
_PATIENCE = 3
"""Turns without a digit after which nobody is reading out a number any more."""
_TAIL = 4
_KNOWN = 7
_EXPLAINED = lazy.pattern(r"[\u4e00-\u9fff]{2,4}?的([\u4e00-\u9fff])")


class Said(NamedTuple):
    """A turn: who said what. Nobody is told from anybody where ``speaker`` is empty."""

    speaker: str
    text: str


def recognise(turns: Sequence[Said], names: Collection[str] = ()) -> list[list[Mention]]:
    """What tells who somebody is, for each turn, in order and without overlap.

    :param names: names that are known beforehand, of the agent for one.
    """
    heard = [Words(plain(said.text)) for said in turns]
    listening = _Listening()
    found = [
        listening.turn(number, said.speaker, words)
        for number, (said, words) in enumerate(zip(turns, heard, strict=True))
    ]
    listening.close()
    found = [listening.settled(number, row) for number, row in enumerate(found)]
    again = _Again(found, names)
    return [_best([*row, *again.mentions(words)]) for row, words in zip(found, heard, strict=True)]


class _Listening:
    """What was asked for, and what has been read out of it so far."""

    def __init__(self) -> None:
        self._asked: Kind | None = None
        self._asker = ""
        self._patience = 0
        self._digits = ""
        self._pieces: list[tuple[int, int]] = []
        self._keys: dict[tuple[int, int], tuple[Kind, str]] = {}

    def turn(self, number: int, speaker: str, words: Words) -> list[Mention]:
        """The mentions of the next turn."""
        text = words.text
        answering = self._patience > 0 and (not speaker or speaker != self._asker)
        asked = self._asked if answering else None
        found = _mentions(words, asked)
        if self._patience and self._asked not in (None, "name", "address"):
            found += self._read_back(text)
            self._heard(number, text, found, answering)
        self._patience -= self._patience > 0
        self._ask(speaker, text, found)
        return _best(found)

    def _heard(self, number: int, text: str, found: list[Mention], answering: bool) -> None:
        """Note the pieces that were read out."""
        pieces = [m for m in _best(found) if m.kind == self._asked]
        if pieces:
            self._patience = _PATIENCE + 1
        for mention in pieces:
            if not strong(mention.key):
                self._pieces.append((number, mention.start))
                if answering and mention.key not in self._digits:
                    self._digits += mention.key

    def _read_back(self, text: str) -> Iterator[Mention]:
        """Digits that have just been read out, said again."""
        if self._asked is None or len(self._digits) < 3:
            return
        for run in runs(text):
            if len(run.digits) > 2 and run.digits in self._digits:
                why = "把刚报的号码又念一遍"
                yield Mention(self._asked, run.start, run.end, why, run.digits)

    def _ask(self, speaker: str, text: str, found: list[Mention]) -> None:
        asked = asked_for(text)
        is_open = None if asked else left_open(text)
        kind = asked or is_open
        if kind is None:
            return
        if kind != self._asked or not self._patience:
            self.close()
        self._asked, self._patience = kind, _PATIENCE
        self._asker = "" if is_open else speaker

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


def _mentions(words: Words, asked: Kind | None) -> list[Mention]:
    """What a turn says by itself, or as an answer; places may be found twice."""
    text = words.text
    labels = Labels(text)
    number = None if asked in ("name", "address") else asked
    found = [*code_mentions(text, labels, number), *number_mentions(text, labels, number)]
    found += place_mentions(words, asked=asked == "address")
    if asked == "name" and (span := answered_name(words)):
        start, end = span
        key = text[start:end] if end - start > 1 else f"姓{text[start:end]}"
        found.append(Mention("name", start, end, "刚问了姓名", key))
    return [*found, *name_mentions(words)]


def _best(found: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap the surer ones; what is left of an address stays one."""
    taken: list[Mention] = []
    for mention in sorted(found, key=_rank):
        over = [t for t in taken if t.start < mention.end and mention.start < t.end]
        if not over:
            taken.append(mention)
        elif mention.kind == "address":
            end = min(t.start for t in over)
            if end - mention.start >= 4:
                taken.append(mention._replace(end=end))
    return sorted(taken, key=lambda m: m.start)


def _rank(mention: Mention) -> int:
    if mention.why.startswith("没说"):
        return _UNSURE
    return _RANKS.get(mention.kind, _NUMBER)


class _Again:
    """Finds again, anywhere in a call, what was recognised once."""

    def __init__(self, found: Sequence[Sequence[Mention]], names: Collection[str]) -> None:
        mentions = [m for row in found for m in row]
        full = {m.key for m in mentions if m.kind == "name" and m.end - m.start == len(m.key)}
        self._names = sorted({*full, *names}, key=lambda name: (-len(name), name))
        self._given = {name[1:]: name for name in self._names if len(name) == 3}
        self._chars = frozenset(char for name in self._names for char in name)
        self._numbers = sorted(
            {
                m.key: m.kind
                for m in mentions
                if m.key.isdecimal() and len(m.key) >= _KNOWN and LABELS[m.kind] != "某"
            }.items()
        )

    def mentions(self, words: Words) -> Iterator[Mention]:
        """What was recognised elsewhere, in a turn."""
        text = words.text
        for name in self._names:
            at = text.find(name)
            while at >= 0:
                yield Mention("name", at, at + len(name), "同一通里说过的姓名", name)
                at = text.find(name, at + 1)
        for given, name in self._given.items():
            at = text.find(given)
            while at >= 0:
                end, tag = words.tags.get(at, (0, "x"))
                if end == at + 2 and (not tag or tag.startswith("nr")):
                    yield Mention("name", at, at + 2, "同一通里说过的名字", name)
                at = text.find(given, at + 1)
        if self._chars:
            for match in _EXPLAINED.finditer(text):
                if match[1] in self._chars and match[1] in match[0][:-2]:
                    yield Mention("name", *match.span(), "说的是姓名用的字", match[0])
        if self._numbers:
            for run in runs(text):
                yield from self._tail(text, run)

    def _tail(self, text: str, run: Run) -> Iterator[Mention]:
        if len(run.digits) < _TAIL or is_amount(text, run.start, run.end):
            return
        for key, kind in self._numbers:
            if key.endswith(run.digits) or (len(run.digits) > 5 and run.digits in key):
                yield Mention(kind, run.start, run.end, "前面那个号码的一部分", key)
                return
