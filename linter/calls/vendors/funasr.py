"""FunASR: ``sentence_info`` of what its models give, ``stamp_sents`` of its websocket server.

https://github.com/modelscope/FunASR ; times in milliseconds, in seconds from some builds.
Speaker 0 on everything means that speakers were not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.calls.heard import Word, joined, timed, tokens
from linter.calls.members import Members, Unit
from linter.calls.roles import RoleWords
from linter.calls.vendors.base import Vendor, call_of, has, inner, meta_of, told_apart
from linter.model import Call, Turn

_LISTS = ("sentence_info", "stamp_sents")
_TEXTS = ("text", "sentence", "text_seg")
_FULL_WIDTH = {",": "，", "?": "？", "!": "！", ".": "。", ";": "；", ":": "：", "_": ""}
_LEAST_MS = 10
"""No one says a character in less; a sum of times that says so counts seconds."""


def _fits(value: object) -> bool:
    for name in _LISTS:
        rows = inner(value, name)
        if isinstance(rows, list):
            return not rows or any(has(rows[0], text) for text in _TEXTS)
    text, times = inner(value, "text"), inner(value, "timestamp")
    return isinstance(text, str) and isinstance(times, list) and has(value, "key")


def _calls(document: Members, roles: RoleWords) -> Iterator[Call]:
    rows = list(document.rows(*_LISTS))
    unit = _unit(rows)
    turns = [_turn(row, unit) for row in rows]
    text = document.string("text")
    if not rows and text.strip():
        turns = [_alone(text, document)]
    call_id = document.string("key", "wav_name")
    # The sentences have the whole text and its times once more.
    again = ("timestamp",) if rows or any(turn.meta for turn in turns) else ()
    yield call_of(told_apart(turns, "0", "SPK0"), document.rest(*again), id=call_id)


def _unit(rows: Sequence[Members]) -> Unit:
    characters, spoken = 0, 0.0
    for row in rows:
        start, end = row.number("start"), row.number("end")
        if start is not None and end is not None and end > start:
            characters += len(row.string(*_TEXTS).replace(" ", ""))
            spoken += end - start
    return "s" if spoken and spoken < _LEAST_MS * characters else "ms"


def _turn(row: Members, unit: Unit) -> Turn:
    text, words = _text(row)
    left = ("timestamp", "ts_list") if words is not None and unit == "ms" else ()
    return Turn(
        role="unknown",
        text=text,
        speaker=row.string("spk", "speaker"),
        start_ms=row.ms("start", unit=unit),
        end_ms=row.ms("end", unit=unit),
        line=row.place.line,
        meta=meta_of(row, *left, words=words if left else None),
    )


def _text(row: Members) -> tuple[str, list[Word] | None]:
    said = row.string("text", "sentence")
    spaced = row.string("text_seg")
    if "text" not in row and "sentence" not in row:
        mark = row.string("punc")
        said = joined(spaced.split())
        is_dense = bool(said) and not said[-1].isascii()
        said += _FULL_WIDTH.get(mark, mark) if is_dense else mark.replace("_", "")
        return said, timed(spaced.split(), _times(row, "ts_list"))
    return said, timed(tokens(said), _times(row, "timestamp"))


def _times(row: Members, name: str) -> object:
    """A list of times, without asking the row for it: what cannot be used stays in ``meta``."""
    return row.rest().get(name)


def _alone(text: str, document: Members) -> Turn:
    """All of a text whose sentences are not given."""
    words = timed(tokens(text), _times(document, "timestamp"))
    return Turn(
        role="unknown",
        text=text,
        start_ms=words[0]["start_ms"] if words else None,
        end_ms=words[-1]["end_ms"] if words else None,
        line=document.place.line,
        meta={"words": words} if words else {},
    )


VENDOR = Vendor("funasr", "sentence_info[].text 或 stamp_sents[].text_seg", _fits, _calls)
