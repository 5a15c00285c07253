"""How far a run has come, on a terminal and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

SECONDS = 0.1
"""The line is drawn anew no sooner than after this time."""

_CLEAR = "\r\x1b[K"


class Progress:
    """One line that is drawn over, and taken away before anything else is written.

    :param stream: standard error; nothing is written when it is no terminal.
    :param clock: seconds that only grow.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._shown = stream.isatty()
        self._due = clock() + SECONDS
        self._drawn = False

    def show(self, files: int, calls: int) -> None:
        """Say how many files are done, and how many calls."""
        if not self._shown or self._clock() < self._due:
            return
        self._stream.write(f"{_CLEAR}{files} 个文件，{calls} 通通话…")
        self._stream.flush()
        self._due = self._clock() + SECONDS
        self._drawn = True

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._drawn = False
