"""Calls of a run that have one id: findings, exceptions and scores of one look like the other's."""

from __future__ import annotations

from linter.calls.noticing import Told
from linter.calls.unique import UniqueNames
from linter.errors import place_text
from linter.model import Notice

_LINES = 1 << 32
"""More lines than a file has: a number says which file and which line in it."""


class SameIds:
    """Remembers where each id of a run was first, in little more than the bytes of the id."""

    def __init__(self) -> None:
        self._first = UniqueNames()
        self._files: list[str] = []

    def notice(self, told: Told) -> Notice | None:
        """What is to be said of a call, if one with its id came before."""
        if not told.id:
            return None
        if not self._files or self._files[-1] != told.path:
            self._files.append(told.path)
        place = len(self._files) * _LINES + (told.line or 0)
        before = self._first.note(told.id, place)
        if before is not None:
            return self._said(told, told.id, before, "")
        # The reader of a file has called a second c1 c1#2.
        given, _, number = told.id.rpartition("#")
        if not given or not number.isdigit():
            return None
        before = self._first.noted(given)
        if before is None or self._files[before // _LINES - 1] != told.path:
            return None
        return self._said(told, given, before, f"，这里记作 {told.id}")

    def _said(self, told: Told, given: str, before: int, renamed: str) -> Notice:
        first = place_text(self._files[before // _LINES - 1], before % _LINES or None, None)
        return Notice(
            "same-id",
            f"这通的编号 {given} 和 {first} 那通一样{renamed}",
            "是两通就改编号，是同一通就去掉一份",
            told.line,
            sheet=told.sheet,
            cell=told.cell,
        )
