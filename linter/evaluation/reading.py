"""Labelled data from files, folders and globs: calls and sentences, told apart line by line."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from linter.calls import find_inputs
from linter.calls.place import Place
from linter.calls.source import Source, seekable
from linter.calls.strict_json import decode_json
from linter.calls.unique import UniqueNames
from linter.errors import HuashuError, InputError, UsageError
from linter.evaluation.labelled import read_item
from linter.evaluation.model import Item

SUFFIXES = frozenset({".jsonl", ".ndjson"})
"""What is read of a folder: only JSON Lines can carry labels."""


def find_labelled(pattern: str) -> Iterator[Path]:
    """The files that a pattern names.

    A file that is named is read whatever its suffix; of folders and globs, JSON Lines are.

    :raises UsageError: when it names nothing that could be read.
    :raises InputError: for a folder that cannot be listed.
    """
    found = False
    for path in find_inputs([pattern]):
        if os.path.isfile(pattern) or path.suffix.lower() in SUFFIXES:
            found = True
            yield path
    if not found:
        hint = "带标注的通话和话术句写在 .jsonl 里"
        raise UsageError("没有能评测的文件", path=pattern, hint=hint)


MOST_TOLD = 10
"""Errors of one input that are told line by line: a file of another kind has one in each."""


class Reader:
    """Reads labelled data; what is wrong is told line by line, and reading goes on.

    Ids are made different from one another over the whole run.

    :param known: the categories a label may name.
    :param failed: is told the errors, of each input the first :data:`MOST_TOLD`.
    :ivar errors: how many there were.
    :ivar inputs: how many files and streams were begun.
    """

    def __init__(self, known: Collection[str], failed: Callable[[HuashuError], None]) -> None:
        self._known = known
        self._failed = failed
        self._ids = UniqueNames()
        self._seen: set[str] = set()
        self.errors = self.inputs = 0

    def files(self, pattern: str) -> Iterator[Item]:
        """The items of a file, folder or glob, as they are read; no file is read twice."""
        try:
            for path in find_labelled(pattern):
                if (real := os.path.realpath(path)) not in self._seen:
                    self._seen.add(real)
                    yield from self._file(path)
        except (InputError, UsageError) as error:
            self._note(error)

    def stream(self, data: BinaryIO, name: str) -> Iterator[Item]:
        """The items of an open binary stream.

        :param name: what errors and items call it.
        """
        self.inputs += 1
        before = self.errors
        try:
            with seekable(data) as text:
                for number, line in Source(text, name).byte_lines():
                    place = Place(name, number)
                    try:
                        item = self._line(line, place)
                    except InputError as error:
                        self._note(error, told=self.errors < before + MOST_TOLD)
                    else:
                        if item is not None:
                            yield item
        except InputError as error:
            self._note(error)
        if (untold := self.errors - before - MOST_TOLD) > 0:
            self._failed(InputError(f"还有 {untold} 行不对", path=name, hint="检查是不是这种文件"))

    def _file(self, path: Path) -> Iterator[Item]:
        try:
            with open(path, "rb") as data:
                yield from self.stream(data, str(path))
        except OSError as error:
            reason = f"读不了：{error.strerror or error}"
            self._note(InputError(reason, path=str(path), hint="检查路径和权限"))

    def _line(self, line: bytes, place: Place) -> Item | None:
        text = line.decode().removeprefix("\ufeff")
        if not text.strip():
            return None
        item = read_item(decode_json(text, place), place, self._known)
        return replace(item, call=replace(item.call, id=self._ids.take(item.call.id)))

    def _note(self, error: HuashuError, *, told: bool = True) -> None:
        self.errors += 1
        if told:
            self._failed(error)
