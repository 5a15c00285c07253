"""The cues of a subtitle file as turns; what SRT and WebVTT have in common.

Who speaks stands in a voice tag (``<v 坐席>``) or in a label before the words; a cue without
either is said by somebody unknown. The lines of a cue are one turn, joined with newlines, unless
a voice or a label begins another. Tags of the formats are no words: they are taken out, and
entities are replaced by what they stand for, so that a text is what was said; its line and column
are those of its first word, and the places of words after a tag are so much further left than in
the file as the tag is long. Whatever else stands between ``<`` and ``>`` stays.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from linter import lazy
from linter.calls.labelling import Labelling, labelling_of
from linter.calls.place import Place
from linter.calls.roles import RoleWords, Speaker
from linter.model import Call, Notice, Turn

TIME = r"-?(?:\d{1,6}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,9})?"
TIMING = lazy.pattern(
    rf"[\s\ufeff]*+(?P<start>{TIME})\s*+--?>\s*+(?P<end>{TIME})(?P<settings>(?:\s.*)?)"
)
"""A line that begins a cue. WebVTT has a dot before the thousandths and may leave out the hours,
SRT has a comma; both are met in both."""

_MARKUP = lazy.pattern(
    r"<(?P<close>/?)(?P<tag>v|c|b|i|u|s|font|ruby|rt|lang)"
    r"(?P<classes>(?:\.[^\s.<>&]+)*)(?:\s++(?P<note>[^<>]*+)|/?)>"
    rf"|<{TIME}>|(?P<effect>\{{\\[^{{}}]*\}})|(?P<entity>&(?:#\d{{1,7}}|#x[0-9a-f]{{1,6}}|\w{{2,8}});)",
    re.IGNORECASE,
)


class Cue(NamedTuple):
    """One cue.

    :ivar line: the number of its timing line.
    :ivar start: as written; so is ``end``.
    :ivar lines: its lines with their numbers.
    :ivar meta: what the file says of it besides.
    """

    line: int
    start: str
    end: str
    lines: tuple[tuple[int, str], ...]
    meta: dict[str, str]


class _Said(NamedTuple):
    """Words of one voice on one line, and the column of each of their characters."""

    voice: str | None
    text: str
    line: int
    columns: Sequence[int]


def call_of(
    cues: Iterable[Cue],
    path: str,
    words: RoleWords,
    *,
    meta: dict[str, Any] | None = None,
    notices: tuple[Notice, ...] = (),
) -> Call:
    """The call that the cues of a file are.

    :raises InputError: for a time that is none.
    """
    split = [(cue, list(_said(cue.lines))) for cue in cues]
    lines = [said.text for _, parts in split for said in parts if said.voice is None]
    labelling = labelling_of(lines, words)
    turns = tuple(
        turn
        for cue, parts in split
        for turn in _turns(cue, parts, labelling, Place(path, cue.line), words)
    )
    call_id = Call.content_id(turns)
    return Call(call_id, turns, path=path, meta=meta or {}, notices=notices)


def _turns(
    cue: Cue, parts: Sequence[_Said], labelling: Labelling, place: Place, words: RoleWords
) -> Iterator[Turn]:
    start, end = _ms(cue.start, place), _ms(cue.end, place)
    groups: list[tuple[Speaker, list[_Said]]] = []
    voice: str | None = None
    for part in parts:
        label = labelling.parse(part.text) if part.voice is None else None
        if label:
            begin = label.begin
            part = part._replace(text=part.text[begin:], columns=part.columns[begin:])
            groups.append((Speaker(label.role, label.speaker), [part]))
        elif not groups or part.voice != voice or part.line == groups[-1][1][-1].line:
            if not part.text.strip() and groups:
                continue  # a blank between two voices
            groups.append((_who(part.voice, words), [part]))
        else:
            groups[-1][1].append(part)
        voice = part.voice
    for who, group in groups or [(Speaker("unknown"), [_Said(None, "", cue.line, ())])]:
        while len(group) > 1 and not group[0].text.strip():
            del group[0]
        first = group[0]
        blank = len(first.text) - len(first.text.lstrip())
        lines = [first.text[blank:], *(part.text for part in group[1:])]
        yield Turn(
            role=who.role,
            text="\n".join(line.rstrip() for line in lines).rstrip(),
            speaker=who.speaker,
            start_ms=start,
            end_ms=end,
            line=first.line,
            column=(*first.columns, 1)[blank] if first.text[blank:] else 1,
            meta=cue.meta,
        )


def _who(voice: str | None, words: RoleWords) -> Speaker:
    if not voice:
        return Speaker("unknown")
    return words.parse(voice) or Speaker("unknown", voice)


def _said(lines: Iterable[tuple[int, str]]) -> Iterator[_Said]:
    """What is said on each line by each voice, without the markup."""
    voice: str | None = None
    for number, line in lines:
        text: list[str] = []
        columns: list[int] = []
        at = 0
        for found in _MARKUP.finditer(line):
            text.append(line[at : found.start()])
            columns += range(at + 1, found.start() + 1)
            at = found.end()
            if found["entity"]:
                meant = html.unescape(found["entity"])
                text.append(meant)
                columns += [found.start() + 1] * len(meant)
            elif (found["tag"] or "").casefold() == "v":
                if "".join(text).strip():
                    yield _Said(voice, "".join(text), number, columns)
                text, columns = [], []
                voice = None if found["close"] else html.unescape(found["note"] or "").strip()
        text.append(line[at:])
        columns += range(at + 1, len(line) + 1)
        if "".join(text).strip() or not line.strip():
            yield _Said(voice, "".join(text), number, columns)


def _ms(stamp: str, place: Place) -> int:
    """The time of a cue in milliseconds."""
    whole, _, fraction = stamp.removeprefix("-").replace(",", ".").partition(".")
    *hours, minutes, seconds = map(int, whole.split(":"))
    if seconds > 59 or (hours and minutes > 59):
        raise place.error(f"读不懂的时间“{stamp}”", "写成 00:01:02,500，分和秒都小于 60")
    total = ((sum(hours) * 60 + minutes) * 60 + seconds) * 1000 + int(fraction[:3].ljust(3, "0"))
    return -total if stamp.startswith("-") else total
