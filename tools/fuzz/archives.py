"""Workbooks out of bytes that need be no archive.

A changed byte of an archive is nearly always a wrong checksum, and nothing behind it is ever read.
So an input for a reader of workbooks is one part of a workbook, and the archive is put around it:
the first line names the part, the rest is what it holds.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache

_MAGIC = b"PK"
_STAMP = (2024, 1, 1, 0, 0, 0)
_MOST_NAME = 0xFFFF // 2
"""Bytes of a part's name: an archive has room for 65,535 (APPNOTE 4.4.10), and one beyond ASCII
takes two there."""
_PARTS: dict[bytes, bytes] = {}
"""Archive number to the archive."""


def first_parts(archive: bytes, number: int) -> Iterator[bytes]:
    """The inputs that leave an archive as it is, one for each of its parts.

    :param number: what the inputs call it from now on.
    """
    _PARTS[str(number).encode()] = archive
    for name, held in _parts(archive).items():
        yield b"%d %s\n%s" % (number, name.encode(), held)


def archived(data: bytes) -> bytes:
    """The archive that an input stands for; a whole one, and what names none, as they are."""
    head, newline, held = data.partition(b"\n")
    number, _, name = head.partition(b" ")
    base = _PARTS.get(number)
    if data.startswith(_MAGIC) or not newline or base is None:
        return data
    out = io.BytesIO()
    parts = {**_parts(base), name[:_MOST_NAME].decode("latin-1"): held}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for part, contents in parts.items():
            target.writestr(zipfile.ZipInfo(part or "x", _STAMP), contents)
    return out.getvalue()


@cache
def _parts(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return {name: source.read(name) for name in source.namelist()}
