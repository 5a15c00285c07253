"""Details of calls, packed as they come, so that ten thousand of them need little memory."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from typing import Any

from linter.desk.page import CHUNK
from linter.reports.objects import dumps

_LEVEL = 6


def written(detail: Mapping[str, Any]) -> bytes:
    """A detail before its number is known."""
    return dumps(detail).encode()


def numbered(detail: bytes, number: int) -> bytes:
    """The same with the call's number in the worklist, as ``n``."""
    return b'{"n": %d, ' % number + detail[1:]


class Packer:
    """Puts details together to chunks of :data:`~linter.desk.page.CHUNK`, gzipped JSON arrays.

    The same details give the same bytes, whenever and by whomever they are packed.
    """

    def __init__(self) -> None:
        self._open: list[bytes] = []
        self._chunks: list[bytes] = []

    def add(self, detail: bytes) -> None:
        """Add one more, a JSON object."""
        self._open.append(detail)
        if len(self._open) == CHUNK:
            self._close()

    def chunks(self) -> Iterator[bytes]:
        """All chunks, the last one however short it is; each is given away."""
        if self._open:
            self._close()
        self._chunks.reverse()
        while self._chunks:
            yield self._chunks.pop()

    def _close(self) -> None:
        data = b"[" + b",\n".join(self._open) + b"]"
        self._chunks.append(gzip.compress(data, _LEVEL, mtime=0))
        self._open.clear()
