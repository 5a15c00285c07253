"""Phrases as reviewers write them in a cell, turned into the pattern notation.

===========================  ================================================================
newline ``；`` ``、`` ``/`` ``|``   between two phrases (``|`` in brackets is the notation's own)
``你，有病``                 the comma may be there or not: ``你……2有病``
``再…就`` ``再...就`` ``再XX就``  something in between: ``再…就``
``“你有病。”``               quotation marks and the punctuation at the ends say nothing
``(不|没)…``                 the notation itself, as it stands
===========================  ================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.rulebook.notation import NotationError, parse
from linter.rulebook.sheets.samples import Phrase

COMMA = "……2"
"""What a comma becomes: a pause and a character beside it, or nothing."""
MAX_PHRASE = 200
"""Characters of one phrase; beyond that a cell has lost its separators."""

_SEPARATORS = "；;、|｜"
_OPENING, _CLOSING = "(（<「", ")）>」"
_NUMBERED = re.compile(r"\s*(?:[(（]?\d{1,2}[)）.、．]|[①-⑳])\s*(?=\D)")
_QUOTES = re.compile("[“”\"‘’'＂＇]")

_BLANKS = r"\.{2,}|。{2,}|(?<![0-9A-Za-z])[XxＸｘ×✕*＊_＿○]{2,}(?![0-9A-Za-z])|某某+"
_STOPS = r"[\s。．.！!？?，,；;：:、~～—–·]"
# Possessive: dots can be told apart in many ways, none of which helps.
_HEAD = re.compile(rf"^(?>(?:{_BLANKS}|{_STOPS}|…++(?!\d))+)")
_TAIL = re.compile(rf"(?>(?:{_BLANKS}|{_STOPS}|…)+)$")
_NOTATION = re.compile(r"(<[^<>]*>)")
_BLANK = re.compile(rf"(?:{_BLANKS})(\d*)")
_PAUSE = re.compile(r"\s*(?:[，,~～—–·]|(?<!\d)[：:]|[：:](?!\d))+\s*(\d*)")
_BETWEEN_WORDS = re.compile(r"(?<=[A-Za-z0-9])[ \u3000]+(?=[A-Za-z])|(?<=[A-Za-z])[ \u3000]+(?=\d)")
_GAPS = re.compile(r"(?:(?>……?)\d*+\s*+){2,}")
_LONE_BRACKET = re.compile(r"\((?!前无|后无)[^()|]*\)")


def read_phrase(written: str) -> Phrase:
    """One phrase of a cell.

    :raises NotationError: when it cannot be read.
    """
    if len(written) > MAX_PHRASE:
        raise NotationError(f"超过 {MAX_PHRASE} 字：几个短语之间换行，或用分号隔开", 0)
    bare = _QUOTES.sub("", written)
    bare = _TAIL.sub("", _HEAD.sub("", bare))
    if not any(char.isalnum() for char in bare):
        raise NotationError("里面没有字", 0)
    if found := _LONE_BRACKET.search(bare):
        message = f"括号里只有一种说法 {found[0]}：解释写到“备注”列，二选一写 (a|b)"
        raise NotationError(message, 0)
    # What stands in <...> is the notation's.
    pieces = _NOTATION.split(bare)
    pieces[::2] = [_converted(piece) for piece in pieces[::2]]
    text = "".join(pieces)
    return Phrase(text, parse(text))


def split_phrases(cell: str) -> Iterator[str]:
    """The phrases of a cell as written, without numbers of a list in front."""
    for line in cell.split("\n"):
        line = _NUMBERED.sub("", line, count=1) if _NUMBERED.match(line) else line
        for phrase in _split(line):
            if phrase.strip():
                yield phrase.strip()


def _split(line: str) -> Iterator[str]:
    start, depth = 0, 0
    for at, char in enumerate(line):
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and (char in _SEPARATORS or (char in "/／" and not _is_number(line, at))):
            yield line[start:at]
            start = at + 1
    yield line[start:]


def _is_number(line: str, slash: int) -> bool:
    """Whether a slash stands between two digits: 7/24."""
    return line[slash - 1 : slash].isdigit() and line[slash + 1 : slash + 2].isdigit()


def _converted(text: str) -> str:
    text = _BLANK.sub(lambda found: _gap("…", found[1]), text)
    text = _PAUSE.sub(lambda found: _gap(COMMA, found[1]), text)
    text = _BETWEEN_WORDS.sub("……1", text)
    return _GAPS.sub(lambda found: "……" if "……" in found[0] else "…", text)


def _gap(gap: str, digits: str) -> str:
    """A gap before digits, which must not be read as its size."""
    return f"{gap}({digits})" if digits else gap
