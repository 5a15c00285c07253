"""Patterns of paths, as in ``.gitignore`` (https://git-scm.com/docs/gitignore#_pattern_format).

==============  ==================================================================================
``*.bak``       a name without ``/``: files and folders of that name, however deep
``archive/``    only folders; with a folder goes everything in it
``a/b``, ``/a`` with a ``/`` before its end: from the folder of the configuration on
``*  ?  [ab]``  within a name; ``[!ab]``, ``[^ab]`` none of these
``**``          any number of folders, also none
==============  ==================================================================================

Other than there, nothing can be taken back with ``!``.
"""

from __future__ import annotations

import os
import re
from functools import cache

from linter.frozen import dataclass

_ABSOLUTE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Globs:
    """Patterns, any of which will do."""

    patterns: tuple[str, ...]

    def matching(self, path: str, *, is_folder: bool = False) -> int | None:
        """The number of the first pattern for a path or for a folder it lies in.

        :param path: from the folder that the patterns are about, with ``/``.
        """
        asked = f"{path}/" if is_folder else path
        for number, pattern in enumerate(self.patterns):
            if _expression(pattern).fullmatch(asked):
                return number
        return None


def fault(pattern: str) -> str:
    """Why a pattern is none; empty when it is one."""
    parts = pattern.strip("/").split("/")
    if pattern.startswith("!"):
        return "不能用 ! 取消排除；把要排除的写窄些"
    if _ABSOLUTE.match(pattern) or pattern.startswith("~"):
        return "要从配置文件所在的文件夹写起"
    if "\\" in pattern:
        return "分隔文件夹用 /，不用 \\"
    if ".." in parts or "." in parts:
        return "不能有 . 和 ..；从配置文件所在的文件夹写起"
    if not all(parts):
        return "两个 / 之间没有名字" if pattern.strip("/") else "没有名字"
    if any("**" in part and part != "**" for part in parts):
        return "** 要独占一段，如 a/**/b；段内用 *"
    if any("[" in _CLASS.sub("", part) for part in parts):
        return "[ 没有配对的 ]"
    return ""


_CLASS = re.compile(r"\[([!^]?)(\]?[^\]]*)\]")


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    """For a path, of which folders end in ``/``."""
    folders_only = pattern.endswith("/")
    anchored = "/" in pattern.rstrip("/")
    parts = pattern.strip("/").split("/")
    said = "" if anchored else "(?:.*/)?"
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        if part == "**":
            # At the end it is everything in the folder, but not the folder.
            said += ".+" if last else "(?:.*/)?"
        else:
            said += _part(part) + ("" if last else "/")
    return re.compile(said + ("/.*" if folders_only else "(?:/.*)?"), re.DOTALL)


def _part(part: str) -> str:
    said, at = "", 0
    while at < len(part):
        found = _CLASS.match(part, at)
        if found:
            said += f"[{'^/' if found[1] else ''}{re.escape(found[2]).replace(chr(92) + '-', '-')}]"
            at = found.end()
            continue
        said += {"*": "[^/]*", "?": "[^/]"}.get(part[at], re.escape(part[at]))
        at += 1
    return said


def below(folder: str, path: str) -> str | None:
    """A path from a folder on, with ``/``; ``None`` when it does not lie in it.

    :param folder: absolute.
    """
    for known in (os.path.abspath(path), os.path.realpath(path)):
        try:
            found = os.path.relpath(known, folder)
        except ValueError:  # another drive
            continue
        parts = found.split(os.sep)
        if parts[0] != os.pardir:
            return "/".join(parts)
    return None
