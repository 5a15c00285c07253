"""What Markdown does not mean as words: front matter, fenced code and comments, masked out.

Masked characters become spaces and masked lines ``None``, so that every line number and
column stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.calls.place import Place

_FENCE = re.compile(r"\s*(?P<mark>`{3,}|~{3,})(?P<info>.*)")
_FRONT_END = re.compile(r"(?:---|\.\.\.)\s*")


def visible_lines(lines: list[str], path: str) -> Iterator[tuple[int, str | None]]:
    """Number the lines from 1 and mask what is no text; ``None`` for a line of code.

    :raises InputError: for a fence or comment that is never closed: it would hide the rest of
        the file.
    """
    fence = ""
    opened = 0
    in_comment = False
    skipped = _front_matter(lines)
    for number, line in enumerate(lines[skipped:], start=skipped + 1):
        if fence:
            found = _FENCE.fullmatch(line)
            if found and found["mark"].startswith(fence) and not found["info"].strip():
                fence = ""
            yield number, None
            continue
        was_in_comment = in_comment
        line, in_comment = _mask_comments(line, in_comment)
        if in_comment and not was_in_comment:
            opened = number
        found = _FENCE.fullmatch(line)
        # `` ```x``` `` on one line is inline code.
        if found and "`" not in found["info"]:
            fence, opened = found["mark"], number
            yield number, None
        else:
            yield number, line
    if fence or in_comment:
        what = "代码块" if fence else "注释 <!--"
        close = fence if fence else "-->"
        raise Place(path, opened).error(f"{what}没有结束，后面的话术都读不到", f"补上 {close}")


def _front_matter(lines: list[str]) -> int:
    """How many lines at the top are YAML front matter, its two fences included."""
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], start=2):
        if _FRONT_END.fullmatch(line):
            return number
    return 0


def _mask_comments(line: str, inside: bool) -> tuple[str, bool]:
    kept: list[str] = []
    at = 0
    while at < len(line):
        found = line.find("-->" if inside else "<!--", at)
        if found < 0:
            kept.append(" " * (len(line) - at) if inside else line[at:])
            break
        stop = found + 3 if inside else found
        kept.append(" " * (stop - at) if inside else line[at:stop])
        at, inside = stop, not inside
    return "".join(kept), inside
