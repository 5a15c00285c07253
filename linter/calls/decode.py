"""Which encoding a file is in, decided on the whole of it and in flat memory.

A byte order mark settles it. Without one UTF-8 is tried, then GB18030, which holds GBK and
GB2312. Nothing undecodable is ever dropped: it is an error that names the byte.
"""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO, NamedTuple

from linter.errors import InputError

CHUNK = 1 << 20
_PIECE = 1 << 16
"""Bytes decoded at a time: what they become stays in the processor's cache, which makes the
decoding twice as fast as that of a whole chunk."""

# UTF-32 first: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = frozenset({"utf-16", "utf-32"})
_UTF8_CJK = re.compile(rb"[\xe2-\xef][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]+")


class _Bad(NamedTuple):
    offset: int
    """0-based offset of the first byte that cannot be decoded."""
    around: bytes
    """The chunk it stands in."""


def detect_encoding(data: BinaryIO, name: str) -> str:
    """Find the encoding of a seekable stream; its position is the same afterwards.

    :param data: a binary stream standing at the beginning of the text.
    :param name: what errors call the file.
    :return: a codec name that decodes all of it.
    :raises InputError: when it looks binary, or no encoding fits.
    """
    start = data.tell()
    head = data.read(4)
    data.seek(start)
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    bad = _first_bad(data, marked or "utf-8", name)
    data.seek(start)
    if bad is None:
        return marked or "utf-8"
    offset = bad.offset
    if marked is None and not _is_damaged_utf8(bad.around):
        bad_too = _first_bad(data, "gb18030", name)
        data.seek(start)
        if bad_too is None:
            return "gb18030"
        offset = max(offset, bad_too.offset)
        tried = "UTF-8 和 GB18030 都解不开"
    else:
        tried = f"按 {(marked or 'utf-8').removesuffix('-sig').upper()} 解不开"
    raise InputError(
        f"第 {offset} 字节（从 0 数起）{tried}",
        path=name,
        hint="用 UTF-8 重新导出，或修好这个字节",
    )


def _first_bad(data: BinaryIO, codec: str, name: str) -> _Bad | None:
    """Decode everything and keep nothing; say where it fails."""
    decoder = codecs.getincrementaldecoder(codec)()
    seen = 0
    last = b""
    while True:
        chunk = data.read(CHUNK)
        if codec not in _WIDE and (nul := chunk.find(b"\0")) >= 0:
            raise InputError(
                f"像是二进制文件：第 {seen + nul} 字节（从 0 数起）是 NUL",
                path=name,
                hint="只读文本；UTF-16 要带 BOM",
            )
        for start in range(0, max(1, len(chunk)), _PIECE):
            piece = chunk[start : start + _PIECE]
            seen += len(piece)
            try:
                decoder.decode(piece, final=not chunk)
            except UnicodeDecodeError as error:
                # The decoder's object is what it had held back plus this piece.
                return _Bad(seen - len(error.object) + error.start, last[-64:] + chunk)
        if not chunk:
            return None
        last = chunk


def _is_damaged_utf8(chunk: bytes) -> bool:
    """Whether bytes that are not valid UTF-8 were nevertheless meant as such.

    GB18030 decodes nearly anything, so a UTF-8 file with one torn character would turn into
    nonsense silently. In Chinese UTF-8 nearly all high bytes stand in well-formed groups of
    three; in GBK text about one in fifty does.
    """
    high = sum(map(len, _HIGH.findall(chunk)))
    return 3 * len(_UTF8_CJK.findall(chunk)) > high / 2
