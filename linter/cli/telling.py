"""What a run says on standard error while it reads."""

from __future__ import annotations

import sys

from linter.cli.common import complain, warn
from linter.cli.masking import Mask
from linter.cli.progress import Progress
from linter.errors import HuashuError


class Telling:
    """Says how far a run has come, and what is wrong and odd about inputs.

    :param mask: masks what is said.
    :param strict: whether what is odd about an input is a failure.
    """

    def __init__(self, mask: Mask | None = None, *, strict: bool = False) -> None:
        self._mask = mask or Mask()
        self._strict = strict
        self._progress = Progress(sys.stderr)
        self.show = self._progress.show
        self.clear = self._progress.clear

    def failed(self, error: HuashuError) -> None:
        """Say that an input cannot be read."""
        self.clear()
        complain(self._mask.error(error))

    def warned(self, where: str, text: str) -> None:
        """Say what is odd about one that is read all the same."""
        self.clear()
        warn(self._mask.place(where), self._mask.text(text), strict=self._strict)
