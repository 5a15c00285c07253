"""WhisperX: ``segments`` with aligned words; Whisper's own JSON is read as well.

https://github.com/m-bain/whisperX ; times in seconds, ``score`` from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.calls.heard import Word, word
from linter.calls.members import Members
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of
from linter.model import Call, Turn


def _fits(value: object) -> bool:
    segments = inner(value, "segments")
    if not isinstance(segments, list):
        return False
    return has(segments[0], "start", "text") if segments else has(value, "language")


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    turns = [_turn(row) for row in document.rows("segments")]
    # Both say once more what the segments say.
    again = ("word_segments", "text") if turns else ()
    yield call_of(turns, document.rest(*again))


def _turn(row: Members) -> Turn:
    rows = list(row.rows("words"))
    voices = {one.string("speaker") for one in rows} - {""}
    # A segment between two speakers may have none, though all its words have one.
    only = voices.pop() if len(voices) == 1 else ""
    voice = row.string("speaker") or only
    return Turn(
        role="unknown",
        text=row.string("text").strip(),
        speaker=voice,
        start_ms=row.ms("start", unit="s"),
        end_ms=row.ms("end", unit="s"),
        line=row.place.line,
        meta=meta_of(row, words=_words(rows, voice)),
    )


def _words(rows: Sequence[Members], voice: str) -> list[Word]:
    """The words; one of another speaker than its segment's says so."""
    found: list[Word] = []
    for row in rows:
        heard = word(
            row.string("word", "text").strip(),
            row.ms("start", unit="s"),
            row.ms("end", unit="s"),
            row.number("score", "probability"),
        )
        own = row.string("speaker")
        found.append(heard | row.rest() | ({"speaker": own} if own not in ("", voice) else {}))
    return found


VENDOR = Vendor("whisperx", "segments[].start、segments[].text", _fits, _calls)
