"""Paths as continuous integration wants them: seen from the folder the run was started in."""

from __future__ import annotations

import os
from pathlib import PurePath

_STDIN = "<stdin>"


class Checkout:
    """The folder that paths are told from, which in CI is the root of the repository.

    :param root: the folder; the current one by default.
    """

    def __init__(self, root: str | None = None) -> None:
        self._root = os.getcwd() if root is None else root

    def path(self, path: str) -> str:
        """The path from here with forward slashes; one that leads out of here is absolute."""
        inside = self._inside(path)
        return self._absolute(path).as_posix() if inside is None else inside.as_posix()

    def uri(self, path: str) -> tuple[str, bool]:
        """The path as a URI (RFC 3986), and whether it is relative to this folder."""
        from urllib.parse import quote

        inside = self._inside(path)
        if inside is None:
            return self._absolute(path).as_uri(), False
        return quote(inside.as_posix(), errors="surrogateescape"), True

    def _inside(self, path: str) -> PurePath | None:
        if not path or path == _STDIN:
            return PurePath(path or _STDIN)
        # As it is written first: a link that leads out of here was checked in here all the same.
        pairs = (
            (self._absolute(path), PurePath(self._root)),
            (PurePath(os.path.realpath(path)), PurePath(os.path.realpath(self._root))),
        )
        return next((p.relative_to(root) for p, root in pairs if p.is_relative_to(root)), None)

    def _absolute(self, path: str) -> PurePath:
        return PurePath(os.path.normpath(os.path.join(self._root, path)))
