"""Telling findings apart that have the same fingerprint, without line numbers."""

from __future__ import annotations

import hashlib
from collections import Counter


class Ordinals:
    """Makes of fingerprints, which are unique in a call, such as are unique in a run.

    Calls of one file have to come one after the other, as they do in a run: only what is known of
    the current file is kept.
    """

    def __init__(self) -> None:
        self._path = ""
        self._seen: Counter[str] = Counter()

    def unique(self, path: str, fingerprint: str) -> str:
        """A hash of the path, the fingerprint and its number among equals in the file.

        :return: 32 hexadecimal digits.
        """
        if path != self._path:
            self._path = path
            self._seen.clear()
        self._seen[fingerprint] += 1
        text = "\x1f".join((path, fingerprint, str(self._seen[fingerprint])))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
