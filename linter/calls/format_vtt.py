"""WebVTT (``.vtt``): https://www.w3.org/TR/webvtt1/ .

A cue ends with a blank line. ``STYLE``, ``REGION`` and ``NOTE`` blocks say nothing of the call;
other words that stand in no cue are left out, and said.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.calls.cues import TIMING, Cue, call_of
from linter.calls.place import Place
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.model import Call, Notice

_MAGIC = lazy.pattern(r"\ufeff?WEBVTT(?:[ \t].*)?")
_ASIDE = lazy.pattern(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
_META = lazy.pattern(r"(?P<key>[^:=]{1,40})[:=](?P<value>.*)")
_HINT = "第一行写 WEBVTT，空一行，再写 00:01.000 --> 00:02.000 和下一行要说的话"


class _Reader:
    """Goes through the blocks of one file."""

    def __init__(self, path: str) -> None:
        self.meta: dict[str, str] = {}
        self.notices: list[Notice] = []
        self._path = path

    def cues(self, blocks: Iterator[list[tuple[int, str]]]) -> Iterator[Cue]:
        """The cues of a file's blocks."""
        for block in blocks:
            at = next((i for i, (_, line) in enumerate(block) if TIMING.fullmatch(line)), None)
            if _MAGIC.fullmatch(block[0][1]) and block[0][0] == 1:
                self._header([line for _, line in block[:at]])
                block = block[at or len(block) :]
                at = 0 if block else None
            if at is None or at > 1 or (at == 1 and "-->" in block[0][1]):
                self._aside(block)
            else:
                yield from self._cues(block, at)

    def _cues(self, block: list[tuple[int, str]], at: int) -> Iterator[Cue]:
        name = block[0][1].strip() if at else ""
        while at < len(block):
            number, line = block[at]
            found = TIMING.fullmatch(line)
            assert found is not None
            # A line of times ends the cue above it, blank line or not.
            following = range(at + 1, len(block))
            end = next((i for i in following if TIMING.fullmatch(block[i][1])), len(block))
            settings = found["settings"].strip()
            meta = {"cue": name} if name and not name.isdigit() else {}
            meta |= {"settings": settings} if settings else {}
            yield Cue(number, found["start"], found["end"], tuple(block[at + 1 : end]), meta)
            at, name = end, ""

    def _header(self, lines: list[str]) -> None:
        if title := lines[0].removeprefix("\ufeff").removeprefix("WEBVTT").strip():
            self.meta["header"] = title
        for line in lines[1:]:
            if found := _META.fullmatch(line):
                self.meta[found["key"].strip()] = found["value"].strip()
            elif line.strip():
                self.meta[line.strip()] = ""

    def _aside(self, block: list[tuple[int, str]]) -> None:
        if block and not _ASIDE.fullmatch(block[0][1]):
            self.notices.append(
                Notice(
                    "no-cue",
                    f"{len(block)} 行不在字幕里，没有读",
                    "字幕的时间写成 00:01.000 --> 00:02.000",
                    block[0][0],
                    1,
                    left_out=1,
                )
            )


def _blocks(lines: list[str]) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _read(source: Source) -> Iterator[Call]:
    reader = _Reader(source.name)
    cues = list(reader.cues(_blocks(source.all_lines())))
    if not cues:
        raise Place(source.name).error("没有一条字幕", _HINT)
    yield call_of(
        cues,
        source.name,
        source.options.words,
        meta=dict(reader.meta),
        notices=tuple(reader.notices),
    )


def _sniff(head: str, suffix: str) -> int:
    first = head.split("\n", 1)[0].rstrip("\r")
    if _MAGIC.fullmatch(first):
        return 90
    return 5 if suffix in FORMAT.suffixes else 0


FORMAT = Format(name="vtt", suffixes=(".vtt",), sniff=_sniff, read=_read)
