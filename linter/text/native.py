"""rjieba: the same algorithm and dictionary in Rust, some twenty times as fast once loaded."""

from __future__ import annotations

import importlib.util
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from importlib.machinery import PathFinder
from itertools import groupby

from linter.text.cutting import Cutter, cut_latin

WORTH = 30_000
"""Characters to cut until loading rjieba (0.14 s, 30 MB) has cost less than doing without it."""

_PUNCTUATED = re.compile(r"[+#&._%\-]")
"""In blocks where rjieba may cut letters, digits and punctuation otherwise than jieba."""

_LATIN_WORD = re.compile(r"AT&T|[cC](?:#|\+\+)")
"""Those of jieba's words that have no Chinese character in them."""


class NativeCutter:
    """Cuts as ``cutter`` does, in the end by rjieba, where that is installed.

    :param cutter: knows jieba's own dictionary and no other words.
    """

    def __init__(self, cutter: Cutter) -> None:
        self._cutter = cutter
        self._until_worth = WORTH
        self._lock = threading.Lock()
        self._cut: Callable[[str], Iterable[str]] = cutter.cut_block

    def cut_block(self, block: str) -> Iterable[str]:
        """The tokens of a run of Chinese characters, letters, digits and ``+#&._%-``."""
        if self._until_worth > 0:
            self._count(len(block))
        if not _PUNCTUATED.search(block):
            return self._cut(block)
        return self._cutter.cut_block(block) if _LATIN_WORD.search(block) else self._recut(block)

    def _recut(self, block: str) -> Iterator[str]:
        """What has no Chinese character in it is no word, and is cut by jieba's rule."""
        for latin, words in groupby(self._cut(block), str.isascii):
            run = list(words)
            yield from cut_latin("".join(run)) if latin else run

    def _count(self, size: int) -> None:
        with self._lock:
            before, self._until_worth = self._until_worth, self._until_worth - size
            if self._until_worth <= 0 < before:
                self._cut = _rjieba() or self._cut


def _rjieba() -> Callable[[str], list[str]] | None:
    """The ``cut`` of a dictionary of our own; ``None`` without rjieba.

    Importing rjieba makes a dictionary that is everybody's and that anybody may add words to;
    a second one would take as long and as much again. So its compiled module is loaded alone.
    """
    package = importlib.util.find_spec("rjieba")
    if package is None:
        return None
    spec = PathFinder.find_spec("rjieba", package.submodule_search_locations)
    if spec is None or spec.loader is None:
        return None
    try:
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    except ImportError:  # built for another system
        return None
    cut: Callable[[str], list[str]] = module.Jieba().cut
    return cut
