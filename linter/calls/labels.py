"""The label a line of text begins with: who speaks, perhaps when, and where the words start."""

from __future__ import annotations

import unicodedata

from linter import lazy
from linter.calls.roles import BUILT_IN, RoleWords, Speaker
from linter.calls.times import STAMP
from linter.frozen import dataclass
from linter.model import Role

# White space as str.isspace has it (no-break and ideographic spaces too), and the zero-width
# characters that come along when text is copied. Possessive: long blank lines stay cheap.
_BLANK = r"[\s\u200b\ufeff]*+"
_NUMBER = lazy.pattern(rf"{_BLANK}\d{{1,5}}(?:[.、)）](?!\d)|(?=\s)){_BLANK}")
_TIME = lazy.pattern(
    rf"{_BLANK}[\[(（【<]?\s*+(?P<start>{STAMP})"
    rf"(?:\s*(?:-->|→|[-–—~～至])\s*(?P<end>{STAMP}))?\s*[\])）】>]?(?![\d:：]){_BLANK}"
)
_BRACKETED = lazy.pattern(
    rf"{_BLANK}(?:【([^【】]{{1,40}})】|\[([^\[\]]{{1,40}})\]|<([^<>]{{1,40}})>)\s*[:：]?{_BLANK}"
)
# Markdown emphasis may stand around the word: **客户**：
_COLONED = lazy.pattern(
    rf"{_BLANK}[*_]{{0,3}}([^:：\n]{{1,40}}?)[*_]{{0,3}}[:：][*_]{{0,3}}{_BLANK}"
)

_LETTERS: dict[str, Role] = {"A": "agent", "B": "customer"}


@dataclass(frozen=True, slots=True)
class Label:
    """A label read off a line.

    ``begin`` is the 0-based position of the first character of the words after it; ``start``
    and ``end`` are its times as written, or empty.
    """

    role: Role
    speaker: str
    begin: int
    start: str = ""
    end: str = ""


def parse_label(line: str, *, letters: bool = False, words: RoleWords = BUILT_IN) -> Label | None:
    """Read the label of a line; ``None`` when it begins with no role word known.

    Understood are ``坐席：``, ``客服小王:``, ``【客服】``, each after a time (``[00:01:02]``,
    ``(01:02)``, ``00:01:02-00:01:05``), each after a turn number (``12 坐席：``).

    :param letters: ``A：`` and ``B：`` are labels too: agent and customer.
    :param words: the role words in force.
    """
    number = _NUMBER.match(line)
    # 00:01:02 begins with digits too, but no number is followed by a colon.
    time = _TIME.match(line, number.end() if number else 0)
    at = time.end() if time else number.end() if number else 0
    found = _bracketed(line, at, words) or _coloned(line, at, letters, words)
    if found is None:
        return None
    speaker, begin = found
    start, end = (time["start"], time["end"] or "") if time else ("", "")
    return Label(speaker.role, speaker.speaker, begin, start, end)


def letter_of(line: str) -> str:
    """``A`` or ``B`` when the line would be labelled so, else nothing."""
    label = parse_label(line, letters=True)
    return label.speaker if label and label.speaker in _LETTERS else ""


def _bracketed(line: str, at: int, words: RoleWords) -> tuple[Speaker, int] | None:
    found = _BRACKETED.match(line, at)
    if found is None:
        return None
    speaker = words.parse(found[1] or found[2] or found[3])
    return (speaker, found.end()) if speaker else None


def _coloned(line: str, at: int, letters: bool, words: RoleWords) -> tuple[Speaker, int] | None:
    found = _COLONED.match(line, at)
    if found is None:
        return None
    if letters and (letter := unicodedata.normalize("NFKC", found[1]).strip()) in _LETTERS:
        return Speaker(_LETTERS[letter], letter), found.end()
    speaker = words.parse(found[1])
    return (speaker, found.end()) if speaker else None
