"""The shared texts of a workbook: Excel writes each text once and lets the cells point to it."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable
from functools import lru_cache
from typing import BinaryIO, cast

_REMEMBERED = 1 << 10
"""Texts that are kept at hand: role words and the like are asked for again and again."""
_SHORT = 64
_BUFFER = 1 << 13


class Strings:
    """Texts by their numbers, on disk: a million different ones would take 150 MB.

    :param texts: all of them, in order.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        # Not a spooled one: stopped while it is being made, it prints a traceback when it goes.
        self._file = cast(BinaryIO, tempfile.TemporaryFile(buffering=_BUFFER))  # noqa: SIM115
        self._ends = array("Q")
        try:
            self._write(texts)
        except BaseException:
            self._file.close()
            raise
        self._short = lru_cache(maxsize=_REMEMBERED)(self._read)

    def _write(self, texts: Iterable[str]) -> None:
        end = 0
        for text in texts:
            end += self._file.write(text.encode("utf-8", "surrogatepass"))
            self._ends.append(end)
        self._file.flush()

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: int) -> str:
        if number < 0:
            raise IndexError(number)
        end = self._ends[number]
        begin = self._ends[number - 1] if number else 0
        return self._short(begin, end) if end - begin <= _SHORT else self._read(begin, end)

    def _read(self, begin: int, end: int) -> str:
        self._file.seek(begin)
        return self._file.read(end - begin).decode("utf-8", "surrogatepass")

    def close(self) -> None:
        """Forget them."""
        self._short.cache_clear()
        self._file.close()
