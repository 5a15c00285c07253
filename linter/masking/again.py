"""What was recognised once, found again anywhere in the call."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from linter import lazy
from linter.masking.explained import explained_again
from linter.masking.mentions import EXPLAINED, Kind, Mention
from linter.masking.runs import is_amount, runs
from linter.masking.shapes import strong
from linter.masking.spelling import Spelled, spelled_codes
from linter.masking.surnames import GIVEN, SINGLE
from linter.masking.titles import has_title
from linter.masking.words import Words

_TAIL, _MIDDLE, _KNOWN, _MOST = 4, 6, 7, 32
"""Digits of the end of a number, of any part of it, and of a number that is worth remembering."""
_SIZES = (2, 3, 4)
_LAST_DIGITS = lazy.pattern(r"\d{5,}$")
_ENDS = lazy.pattern(r"(?:[后末]三位|尾[数号]|末尾)(?:数|号)?(?:就?是|为|[:：\s])?[吗呢]?[,，\s]?$")
_LED = 10
_WRITTEN = lazy.pattern(r"(?<![a-z0-9._\-])[a-z][a-z0-9._\-]{4,39}(?![a-z0-9@])")
_OPEN = 8
"""Numbers that may go on elsewhere: the last ones that are not all there."""


class Again:
    """Finds again what was recognised elsewhere.

    :param found: the mentions of all turns.
    :param names: names that are known beforehand.
    """

    def __init__(self, found: Sequence[Sequence[Mention]], names: Collection[str]) -> None:
        mentions = [mention for row in found for mention in row]
        people = [m for m in mentions if m.kind == "name" and m.why != EXPLAINED]
        full = {m.key for m in people if len(m.key) > 1 and m.key[0] != "姓"}
        self._called = {
            m.key for m in people if m.end - m.start < len(m.key) and m.key[0] in "小老阿"
        }
        self._names = {*full, *names}
        self._given = {name[1:]: name for name in sorted(self._names) if len(name) == 3}
        self._first = frozenset("".join(self._names))
        families = {m.key[1:] for m in people if m.key.startswith("姓")}
        self._families = families | {name[0] for name in self._names if name[0] in SINGLE}
        self._characters = self._first.union(*families)
        self._parts: dict[str, tuple[str, Kind]] = {}
        self._open: list[tuple[str, Kind]] = []
        self._ends: dict[str, tuple[str, Kind]] = {}
        self._codes: dict[str, tuple[str, Kind]] = {}
        for mention in mentions:
            if mention.key.isdecimal() and _KNOWN <= len(mention.key) <= _MOST:
                self._remember(mention.key, mention.kind)
            elif mention.kind not in ("name", "address") and mention.key.isascii():
                self._remember_code(mention.key, mention.kind)

    def _remember(self, key: str, kind: Kind) -> None:
        for size in range(_TAIL, len(key)):
            self._parts.setdefault(key[-size:], (key, kind))
            for start in range(len(key) - size if size >= _MIDDLE else 0):
                self._parts.setdefault(key[start : start + size], (key, kind))
        self._parts[key] = key, kind
        self._ends.setdefault(key[-3:], (key, kind))
        if strong(key) is None and kind in ("id_card", "bank_card", "phone"):
            self._open = [*self._open, (key, kind)][-_OPEN:]

    def _remember_code(self, key: str, kind: Kind) -> None:
        """A code with letters in it; what is before the @ tells as much as the whole."""
        for said in {key, key.partition("@")[0]}:
            if len(said) > _TAIL:
                self._codes[said.upper()] = key, kind
        digits = _LAST_DIGITS.search(key)
        if digits:
            for size in range(_TAIL, len(digits[0]) + 1):
                self._parts.setdefault(digits[0][-size:], (key, kind))

    def mentions(self, words: Words) -> Iterator[Mention]:
        """What was recognised elsewhere, in a turn."""
        if self._names:
            yield from self._named(words)
        if self._characters:
            yield from self._titled(words)
            yield from explained_again(words.text, self._characters)
        if self._parts:
            yield from self._numbered(words.text)
        if self._codes:
            yield from self._coded(words.text)

    def _named(self, words: Words) -> Iterator[Mention]:
        text = words.text
        for at in range(len(text) - 1):
            if text[at] not in self._first:
                continue
            for size in _SIZES:
                said = text[at : at + size]
                if len(said) < size or (size < 3 and words.known(at, at + 3)):
                    # 国庆 of 国庆节 is nobody.
                    continue
                if said in self._called:
                    yield Mention("name", at + 1, at + size, "同一通里这么叫过", said)
                elif said in self._names:
                    yield Mention("name", at, at + size, "同一通里说过的姓名", said)
            given = self._given.get(text[at : at + 2])
            if given and self._is_name(words, at):
                yield Mention("name", at, at + 2, "同一通里说过的名字", given)

    def _titled(self, words: Words) -> Iterator[Mention]:
        """A surname that was told, with a title: 向师傅 is somebody when 向阳 is."""
        text = words.text
        for at, char in enumerate(text):
            if char not in self._families or words.word_over(at):
                continue
            if has_title(words, at + 1):
                yield Mention("name", at, at + 1, "同一通里说过的姓", f"姓{char}")
            elif text[at - 1 : at] in ("老", "小"):
                # 老赵来修的: 赵来修 is nobody.
                continue
            elif set(text[at + 1 : at + 3]) <= GIVEN and self._is_whole(words, at, at + 3):
                yield Mention("name", at, at + 3, "同一通里说过的姓", text[at : at + 3])

    @staticmethod
    def _is_whole(words: Words, at: int, end: int) -> bool:
        """Whether nothing but a name is there: 单雨欣, where 单同学 was said."""
        if not words.is_han(at, end) or any(words.known(one, one + 2) for one in range(at, end)):
            return False
        return words.ends(end)

    @staticmethod
    def _is_name(words: Words, at: int) -> bool:
        end, tag = words.tags.get(at, (0, ""))
        return end == at + 2 and (not tag or tag.startswith("nr"))

    def _numbered(self, text: str) -> Iterator[Mention]:
        for run in runs(text):
            if len(run.digits) == _TAIL - 1 and (known := self._ends.get(run.digits)):
                if _ENDS.search(text, max(0, run.start - _LED), run.start):
                    yield Mention(known[1], run.start, run.end, "前面那个号码的尾数", known[0])
                continue
            if len(run.digits) < _TAIL or is_amount(text, run.start, run.end):
                continue
            known = self._parts.get(run.digits)
            why = "前面那个号码的一部分"
            if known is None:
                known = next((one for one in self._open if strong(one[0] + run.digits)), None)
                why = "前面那个号码的后一段"
            if known is not None:
                yield Mention(known[1], run.start, run.end, why, known[0])

    def _coded(self, text: str) -> Iterator[Mention]:
        for said in (*_written(text), *spelled_codes(text)):
            code = said.code.upper()
            known = self._codes.get(code)
            if known is None and len(code) >= _TAIL and said.letters and said.digits > 1:
                known = next(
                    (one for key, one in self._codes.items() if key.startswith(code)), None
                ) or next((one for key, one in self._codes.items() if key.endswith(code)), None)
            if known is not None:
                yield Mention(known[1], said.start, said.end, "同一通里说过的号码", known[0])


def _written(text: str) -> Iterator[Spelled]:
    return (Spelled(*match.span(), match[0]) for match in _WRITTEN.finditer(text))
