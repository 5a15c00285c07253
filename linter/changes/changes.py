"""The files of a repository that changed, each with its lines."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from linter.changes.lines import WHOLE, Touched
from linter.errors import UsageError
from linter.model import Call, Turn


class Changes:
    """What changed in a repository's working tree.

    It can be pickled.

    :param top: the repository's folder.
    :param files: each file's name below ``top``, with ``/`` between folders. A name that ends
        with ``/`` is a folder git does not look into: everything in it counts as new.
    :param base: what the user compares with, for messages.
    """

    def __init__(self, top: str, files: Mapping[str, Touched], base: str = "") -> None:
        self._top = os.path.realpath(top)
        self._files = dict(files)
        self.base = base
        self._found: dict[str, Touched | None] = {}

    def has(self, path: Path | str) -> bool:
        """Whether a file changed.

        :raises UsageError: for a file that is not in the repository.
        """
        return self.of(path) is not None

    def of(self, path: Path | str) -> Touched | None:
        """What became of a file's lines; ``None`` when it is as it was.

        :param path: as the user named it, relative to the current folder.
        :raises UsageError: for a file that is not in the repository.
        """
        key = str(path)
        if key not in self._found:
            self._found[key] = self._look_up(key)
        return self._found[key]

    def has_turn(self, call: Call, turn: Turn) -> bool:
        """Whether the line changed on which a turn begins; of a file that is not in the
        repository, no line did."""
        try:
            touched = self.of(call.path)
        except UsageError:
            return False
        if touched is None or turn.line is None:
            return touched is not None
        return touched.lines(turn.line, turn.line)

    def _look_up(self, path: str) -> Touched | None:
        found = self._under(os.path.realpath(path), path)
        if found is None and os.path.islink(path):
            # The link itself may lead elsewhere than it did.
            folder, name = os.path.split(path)
            place = os.path.join(os.path.realpath(folder), name)
            found = WHOLE if self._is_inside(place) and self._named(self._below(place)) else None
        if found is not None and not found.whole and _has_lone_returns(path):
            # Git counts no line where huashu does.
            return WHOLE
        return found

    def _under(self, real: str, path: str) -> Touched | None:
        if not self._is_inside(real):
            raise UsageError(
                "不在当前文件夹的 git 仓库里，没有可比的",
                path=path,
                hint="在文件所在的仓库里运行，或不用 --diff",
            )
        return self._named(self._below(real))

    def _named(self, name: str) -> Touched | None:
        if name in self._files:
            return self._files[name]
        while name := name.rpartition("/")[0]:
            if f"{name}/" in self._files:
                return WHOLE
        return None

    def _is_inside(self, real: str) -> bool:
        return real.startswith(os.path.join(self._top, ""))

    def _below(self, real: str) -> str:
        return os.path.relpath(real, self._top).replace(os.sep, "/")


def _has_lone_returns(path: str) -> bool:
    try:
        data = Path(path).read_bytes()
    except OSError:  # whoever reads it says so
        return False
    return data.count(b"\r") != data.count(b"\r\n")
