"""What was recognised once, found again anywhere in the call."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from linter import lazy
from linter.masking.mentions import Kind, Mention
from linter.masking.runs import is_amount, runs
from linter.masking.shapes import strong
from linter.masking.words import Words

_EXPLAINED = lazy.pattern(r"[\u4e00-\u9fff]{2,4}?的([\u4e00-\u9fff])")
_TAIL, _MIDDLE, _KNOWN, _MOST = 4, 6, 7, 32
"""Digits of the end of a number, of any part of it, and of a number that is worth remembering."""
_SIZES = (2, 3, 4)
_OPEN = 8
"""Numbers that may go on elsewhere: the last ones that are not all there."""


class Again:
    """Finds again what was recognised elsewhere.

    :param found: the mentions of all turns.
    :param names: names that are known beforehand.
    """

    def __init__(self, found: Sequence[Sequence[Mention]], names: Collection[str]) -> None:
        mentions = [mention for row in found for mention in row]
        full = {m.key for m in mentions if m.kind == "name" and m.end - m.start == len(m.key) > 1}
        self._names = {*full, *names}
        self._given = {name[1:]: name for name in sorted(self._names) if len(name) == 3}
        self._characters = frozenset("".join(self._names))
        self._parts: dict[str, tuple[str, Kind]] = {}
        self._open: list[tuple[str, Kind]] = []
        for mention in mentions:
            if mention.key.isdecimal() and _KNOWN <= len(mention.key) <= _MOST:
                self._remember(mention.key, mention.kind)

    def _remember(self, key: str, kind: Kind) -> None:
        for size in range(_TAIL, len(key)):
            self._parts.setdefault(key[-size:], (key, kind))
            for start in range(len(key) - size if size >= _MIDDLE else 0):
                self._parts.setdefault(key[start : start + size], (key, kind))
        self._parts[key] = key, kind
        if strong(key) is None and kind in ("id_card", "bank_card", "phone"):
            self._open = [*self._open, (key, kind)][-_OPEN:]

    def mentions(self, words: Words) -> Iterator[Mention]:
        """What was recognised elsewhere, in a turn."""
        if self._names:
            yield from self._named(words)
        if self._parts:
            yield from self._numbered(words.text)

    def _named(self, words: Words) -> Iterator[Mention]:
        text = words.text
        for at in range(len(text) - 1):
            if text[at] not in self._characters:
                continue
            for size in _SIZES:
                said = text[at : at + size]
                if said in self._names:
                    yield Mention("name", at, at + size, "同一通里说过的姓名", said)
            given = self._given.get(text[at : at + 2])
            if given and self._is_name(words, at):
                yield Mention("name", at, at + 2, "同一通里说过的名字", given)
        for match in _EXPLAINED.finditer(text):
            if match[1] in self._characters and match[1] in match[0][:-2]:
                yield Mention("name", *match.span(), "说的是姓名用的字", match[0])

    @staticmethod
    def _is_name(words: Words, at: int) -> bool:
        end, tag = words.tags.get(at, (0, ""))
        return end == at + 2 and (not tag or tag.startswith("nr"))

    def _numbered(self, text: str) -> Iterator[Mention]:
        for run in runs(text):
            if len(run.digits) < _TAIL or is_amount(text, run.start, run.end):
                continue
            known = self._parts.get(run.digits)
            why = "前面那个号码的一部分"
            if known is None:
                known = next((one for one in self._open if strong(one[0] + run.digits)), None)
                why = "前面那个号码的后一段"
            if known is not None:
                yield Mention(known[1], run.start, run.end, why, known[0])
