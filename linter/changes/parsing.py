"""What ``git diff`` prints, as values; nothing here runs git.

The formats: https://git-scm.com/docs/diff-format and https://git-scm.com/docs/git-diff (raw,
``--numstat`` and ``-z``); POSIX has the hunk headers of unified diffs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from linter.changes.lines import NOWHERE, WHOLE, Touched

_HUNK = re.compile(rb"@@ -\d+(?:,(?P<old>\d+))? \+(?P<start>\d+)(?:,(?P<new>\d+))? @@")
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_CONTROL = dict(
    zip((b"a", b"b", b"t", b"n", b"v", b"f", b"r"), map(bytes, zip(range(7, 14))), strict=True)
)
"""What a letter behind a backslash stands for; anything else stands for itself."""
_SUBMODULE = b"160000"


def changed_files(listed: bytes, patch: bytes, untracked: bytes) -> dict[str, Touched]:
    """Every file that is new or not as it was, and where; files that are gone are left out.

    :param listed: of ``git diff --raw --numstat -z``.
    :param patch: of ``git diff -U0 -z`` with the prefixes ``a/`` and ``b/``.
    :param untracked: of ``git ls-files --others -z``.
    """
    hunks = dict(patched(patch))
    found: dict[str, Touched] = {}
    for name, certain in _listed(listed):
        found[name] = certain or hunks.get(name, WHOLE)
    for raw in filter(None, untracked.split(b"\0")):
        found[os.fsdecode(raw)] = WHOLE
    return found


def _listed(listed: bytes) -> Iterator[tuple[str, Touched | None]]:
    """Each file, and what is known of it without looking at its lines."""
    fields = iter(listed.split(b"\0"))
    kinds: dict[bytes, tuple[bytes, bytes]] = {}
    counts: dict[bytes, tuple[bytes, bytes]] = {}
    for field in fields:
        if field.startswith(b":"):
            _, mode, _, _, status = field.split(b" ")
            if status[:1] in b"RC":
                next(fields)
            kinds[next(fields)] = status[:1], mode
        elif field:
            added, removed, name = field.split(b"\t", 2)
            if not name:  # a renamed file's two names follow
                next(fields)
                name = next(fields)
            counts[name] = added, removed
    for name, (kind, mode) in kinds.items():
        if kind != b"D":
            # As a submodule, it is a folder to everybody else.
            end = "/" if mode == _SUBMODULE else ""
            yield os.fsdecode(name) + end, _certain(kind, counts.get(name))


def _certain(kind: bytes, counts: tuple[bytes, bytes] | None) -> Touched | None:
    if kind not in (b"M", b"R", b"C") or counts is None or b"-" in counts:
        return WHOLE
    return NOWHERE if counts == (b"0", b"0") else None


def patched(patch: bytes) -> Iterator[tuple[str, Touched]]:
    """Each file that has hunks in a patch without context, and its lines."""
    name: str | None = None
    ranges: list[tuple[int, int]] = []
    gaps: list[int] = []
    lines = iter(patch.split(b"\n"))
    for line in lines:
        if line.startswith(b"+++ "):
            if name is not None:
                yield name, Touched(tuple(ranges), tuple(gaps))
            name, ranges, gaps = _name(line), [], []
        elif hunk := _HUNK.match(line):
            start, new = int(hunk["start"]), int(hunk["new"] or 1)
            if new:
                ranges.append((start, start + new - 1))
            else:
                gaps.append(start)
            _skip(lines, int(hunk["old"] or 1) + new)
    if name is not None:
        yield name, Touched(tuple(ranges), tuple(gaps))


def _name(line: bytes) -> str:
    # Git ends a name that has spaces in it with a tab, for the sake of older programs, and puts one
    # with quotes, backslashes or control characters between quotes, -z or not.
    name = line.removeprefix(b"+++ ").removesuffix(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPED.sub(_unescaped, name[1:-1])
    return os.fsdecode(name.removeprefix(b"b/"))


def _unescaped(found: re.Match[bytes]) -> bytes:
    said = found[1]
    return _CONTROL.get(said) or (bytes([int(said, 8)]) if said.isdigit() else said)


def _skip(lines: Iterator[bytes], count: int) -> None:
    """Pass over a hunk's own lines, which may look like anything."""
    for line in lines:
        count -= not line.startswith(b"\\")
        if not count:
            return
