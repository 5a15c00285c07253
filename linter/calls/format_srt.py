"""SubRip (``.srt``): numbered cues, each with its times and lines, divided by blank lines.

No standard defines it. A cue goes on to the next line of times, or to the number before it, so
that blank lines within a cue lose nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter import lazy
from linter.calls.cues import TIMING, Cue, call_of
from linter.calls.place import Place
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call

_NUMBER = lazy.pattern(r"[\s\ufeff]*+(\d{1,9})[\s\ufeff]*+")
_HINT = "一条字幕写成三行：编号、00:00:01,000 --> 00:00:02,000、要说的话"


def _cues(lines: list[str], place: Place) -> Iterator[Cue]:
    begins = [index for index, line in enumerate(lines) if TIMING.fullmatch(line)]
    if not begins:
        raise place.error("没有一行字幕的时间", _HINT)
    before = [line.strip("\ufeff \t") for line in lines[: _above(lines, begins[0], None)]]
    if any(before):
        first = next(index for index, line in enumerate(before, 1) if line)
        raise Place(place.path, first).error("第一条字幕前面有别的内容", _HINT)
    number: int | None = None
    for begin, following in pairwise([*begins, len(lines)]):
        found = TIMING.fullmatch(lines[begin])
        assert found is not None
        above = _number(lines[begin - 1]) if begin else None
        number = number if above is None else above
        end = _above(lines, following, number) if following < len(lines) else following
        while end > begin + 1 and not lines[end - 1].strip():
            end -= 1
        said = tuple((index + 1, lines[index]) for index in range(begin + 1, max(end, begin + 1)))
        settings = found["settings"].strip()
        meta = {"settings": settings} if settings else {}
        yield Cue(begin + 1, found["start"], found["end"], said, meta)


def _number(line: str) -> int | None:
    found = _NUMBER.fullmatch(line)
    return int(found[1]) if found else None


def _above(lines: list[str], begin: int, number: int | None) -> int:
    """The index of the number of the cue whose times stand at an index, if it has one."""
    own = _number(lines[begin - 1]) if begin else None
    if own is None:
        return begin
    # A number that follows on words without a blank line may be words too: 验证码 / 1234.
    alone = begin < 2 or not lines[begin - 2].strip("\ufeff \t")
    return begin - 1 if alone or number is None or own == number + 1 else begin


def _read(source: Source) -> Iterator[Call]:
    cues = _cues(source.all_lines(), Place(source.name))
    yield call_of(cues, source.name, source.options.words)


def _sniff(head: str, suffix: str) -> int:
    claimed = suffix in FORMAT.suffixes
    lines = [line for line in head.splitlines() if line.strip("\ufeff \t")][:2]
    if any(TIMING.fullmatch(line) for line in lines):
        return 70 if claimed or _NUMBER.fullmatch(lines[0]) else 40
    return 5 if claimed else 0


FORMAT = Format(name="srt", suffixes=(".srt",), sniff=_sniff, read=_read)
