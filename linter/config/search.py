"""Which file configures a run: the nearest one, upward from a folder."""

from __future__ import annotations

import os

from linter import lazy
from linter.frozen import dataclass
from linter.rulebook.files import CONFIGURATION

SETUP = "setup.cfg"
"""A file that other tools share; ours is its section ``[huashu]``."""
TOP = ".git"
"""What stands in the uppermost folder of a project: beyond it nobody is asked."""

HEADER = lazy.pattern(r"(?m)^\[huashu\][ \t]*\r?$")
BROKEN_HEADER = lazy.pattern(r"(?m)^\[[ \t]*huashu(?![\w:.\-])[^\n]*$")
"""A line that is meant for it, and may be wrong: ``[huashu`` without its end."""


@dataclass(frozen=True, slots=True)
class Found:
    """A configuration that was found.

    :ivar path: the file, from the folder where the search began.
    :ivar unused: another one in the same folder that does not count.
    """

    path: str
    unused: str = ""


def find(start: str) -> Found | None:
    """Look in a folder and in those above it, up to the top of the project.

    There is one configuration: what folders further up say is not merged into it.

    :param start: an absolute path.
    """
    folder = start
    while True:
        found = [name for name in (CONFIGURATION, SETUP) if _configures(os.path.join(folder, name))]
        if found:
            paths = [os.path.relpath(os.path.join(folder, name), start) for name in found]
            return Found(*paths)
        above = os.path.dirname(folder)
        # In a work tree that was added, and in a submodule, .git is a file.
        if above == folder or os.path.lexists(os.path.join(folder, TOP)):
            return None
        folder = above


def _configures(path: str) -> bool:
    if not os.path.isfile(path):
        return False
    return not path.endswith(SETUP) or _has_section(path)


def _has_section(path: str) -> bool:
    """Whether there is one, or one that is written wrongly and so would be passed over in silence.

    A file that cannot be read is other tools' business.
    """
    try:
        with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
            return bool(BROKEN_HEADER.search(file.read()))
    except OSError:
        return False
