"""Ids of rules that came from a table: the same ones wherever a row moves to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from linter.rulebook.sheets.cells import Cell, Complaints
from linter.rulebook.sheets.samples import Phrase
from linter.rulebook.sheets.values import said
from linter.text.fold import fold

HASH_DIGITS = 10
"""Of 50,000 phrases two have the same ten digits once in about nine hundred tables."""

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[0-9]+(?:-[a-z0-9]+)*")
_FILLING = re.compile(r"[\s_./-]+")
_OWN_PREFIX = "term"
"""What ids begin with when the category has no letters."""


class Ids:
    """Names the rules of one file; what is there twice is an error at the second cell."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints
        self._given: dict[str, Cell] = {}
        self._phrases: dict[str, Cell] = {}

    def of(self, cell: Cell | None, category: str, phrase: Phrase) -> str:
        """The id that was given, or the category and a hash of the row's first phrase."""
        prefix = _slug(category)
        if not _ID.fullmatch(prefix):
            prefix = _OWN_PREFIX
        given = said(cell, self._complaints)
        if not cell or not given:
            digest = hashlib.sha256(key(phrase).encode("utf-8", "surrogatepass")).hexdigest()
            return f"{prefix}-{digest[:HASH_DIGITS]}"
        name = _slug(given)
        if _NUMBER.fullmatch(name):
            name = f"{prefix}-{name}"
        if not _ID.fullmatch(name):
            hint = "用字母、数字和连字符，如 T001；或不写"
            self._complaints.at(cell, f"编号 {given!r} 不能用", hint)
        first = self._given.setdefault(name, cell)
        if first is not cell:
            message = f"编号 {name!r} 和 {_seen_from(first, cell)} 重复"
            self._complaints.at(cell, message, "换一个编号")
        return name

    def refuse_repeated(self, phrases: Sequence[Phrase], cell: Cell) -> None:
        """Note phrases of a cell that an earlier one has."""
        for phrase in phrases:
            first = self._phrases.setdefault(key(phrase), cell)
            if first is not cell:
                message = f"短语 {phrase.text!r} 和 {_seen_from(first, cell)} 重复"
                self._complaints.at(cell, message, "删掉一行，或把两行合成一行")


def key(phrase: Phrase) -> str:
    """What makes two phrases the same."""
    return "".join(fold(phrase.text).text.split())


def _slug(name: str) -> str:
    return _FILLING.sub("-", fold(name).text.strip()).strip("-")


def _seen_from(cell: Cell, other: Cell) -> str:
    """What a cell is called in an error at another one."""
    return cell.name if cell.sheet == other.sheet else cell.where
