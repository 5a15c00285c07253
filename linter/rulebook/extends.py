"""What packs stand on: the files that ``extends`` names, each read once, and their order."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from typing import NamedTuple

from linter.frozen import dataclass
from linter.rulebook.sheets.reading import SheetPack
from linter.rulebook.source import Errors, Value, read_source

PACK_KEYS = (
    *("pack", "extends", "words", "classes", "conditions", "slots", "signals", "rules"),
    *("change", "profiles"),
)


class File(NamedTuple):
    """A rule file; one without a text could not be read, which has been noted."""

    path: str
    text: str | None
    sheet: SheetPack | None = None


@dataclass(frozen=True, eq=False)
class Pack:
    """One file that was read.

    :ivar bases: where it names what it stands on, and the text of that.
    """

    top: Value
    sections: dict[str, Value]
    bases: list[tuple[Value, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its content, which is its identity: wherever it was found, it is read once."""
        return self.top.source.text


class Packs:
    """All files of a rule book.

    :param files: those that were asked for.
    :param errors: what is wrong is noted here.
    :param find: the files that one name in ``extends`` stands for; none after noting why.
    :ivar packs: the files that could be read, in order: those asked for, then what they stand on.
    :ivar complete: whether all could be read.
    :ivar order: path and sheet → the place of its errors among those of all files.
    """

    def __init__(
        self, files: Iterable[File], errors: Errors, find: Callable[[Value], Iterable[File]]
    ) -> None:
        self.packs: list[Pack] = []
        # A row with an error may hold names that others use.
        self.complete = not errors.found
        self.order: dict[tuple[str, str], int] = {}
        self.sheets: dict[str, SheetPack] = {}
        self._pending = list(files)
        self._given = {os.path.normpath(file.path): file for file in self._pending}
        known = {file.text or file.path for file in self._pending}
        while self._pending:
            pack = self._read(self._pending.pop(0), errors)
            for name in _extended(pack) if pack else ():
                for base in self._found(name, find):
                    if pack and base.text is not None:
                        pack.bases.append((name, base.text))
                    if (base.text or base.path) not in known:
                        known.add(base.text or base.path)
                        self._pending.append(base)
        self._check_circles()

    @property
    def version(self) -> str:
        """A hash of the content of all files."""
        digest = hashlib.sha256()
        for pack in self.packs:
            digest.update(pack.text.encode("utf-8"))
        return digest.hexdigest()[:12]

    @property
    def bases_first(self) -> tuple[Pack, ...]:
        """All files, each after those that it stands on, otherwise in their order."""
        found: dict[Pack, None] = {}
        by_text = {pack.text: pack for pack in reversed(self.packs)}
        seen: set[Pack] = set()

        def visit(pack: Pack) -> None:
            if pack not in seen:
                seen.add(pack)
                for _, base in pack.bases:
                    if base in by_text:
                        visit(by_text[base])
                found[pack] = None

        for pack in self.packs:
            visit(pack)
        return tuple(found)

    @property
    def stands_on(self) -> dict[str, frozenset[str]]:
        """The text of each file → the texts of all files that it stands on, however far below."""
        direct = self._direct
        found: dict[str, frozenset[str]] = {}
        for text in direct:
            below, front = set[str](), [text]
            while front:
                fresh = set(direct.get(front.pop(), ())) - below
                below |= fresh
                front += fresh
            found[text] = frozenset(below)
        return found

    @property
    def _direct(self) -> dict[str, list[str]]:
        """The text of each file → the texts of those that it names itself."""
        leads_to: dict[str, list[str]] = {}
        for pack in self.packs:
            leads_to.setdefault(pack.text, []).extend(base for _, base in pack.bases)
        return leads_to

    def _read(self, file: File, errors: Errors) -> Pack | None:
        for part in ("", *(file.sheet.sheets if file.sheet else ())):
            self.order.setdefault((file.path, part), len(self.order))
        if file.sheet:
            self.sheets[file.path] = file.sheet
        top = read_source(file.text, file.path, errors) if file.text is not None else None
        if top is None:
            self.complete = False
            return None
        sections = top.mapping(PACK_KEYS, "规则文件")
        if top.is_mapping and "pack" not in sections:
            top.complain("规则文件缺少 pack", hint="第一行写 pack: 名字")
        pack = Pack(top, sections)
        self.packs.append(pack)
        return pack

    def _found(self, name: Value, find: Callable[[Value], Iterable[File]]) -> Iterable[File]:
        given = self._given.get(beside(name.path, name.text("extends")))
        return (given,) if given else find(name)

    def _check_circles(self) -> None:
        leads_to = self._direct
        paths = {pack.text: pack.top.path for pack in reversed(self.packs)}
        for pack in self.packs:
            for name, base in pack.bases:
                way = _way(base, pack.text, leads_to)
                if way:
                    circle = " → ".join([pack.top.path, *(paths[text] for text in way)])
                    name.complain(f"extends 绕回了自己：{circle}", hint="去掉其中一个")


def beside(path: str, name: str) -> str:
    """The path that a file means by a name: from its own folder."""
    return os.path.normpath(os.path.join(os.path.dirname(path), name))


def _extended(pack: Pack) -> Iterator[Value]:
    if "extends" in pack.sections:
        yield from pack.sections["extends"].items()


def _way(start: str, end: str, leads_to: dict[str, list[str]]) -> list[str]:
    """From one to the other, both named; empty when there is no way."""
    before: dict[str, str] = {start: ""}
    front = [start]
    while front:
        at = front.pop(0)
        if at == end:
            way = [at]
            while before[way[0]]:
                way.insert(0, before[way[0]])
            return way
        for then in leads_to.get(at, ()):
            if then not in before:
                before[then] = at
                front.append(then)
    return []
