"""A baseline: what was found before, so that only what is new is shown.

It knows a finding by what is said, not by where: lines and scenes may move about in their file.

* In a script library by the rule, the words and the line they stand in, letters and digits only: a
  line of other words is another finding, even if the words found in it are the same.
  A finding that is all of a line is known by what the line says, as duplicates are.
* What is missing from a scene has no words: it is known by the scene's title or, where that was
  changed, by all its lines, in whatever order.
* In a transcript by the call's id and the finding's fingerprint: what customers and agents said is
  nobody's business in a file that is passed around.

A file that was moved goes on with the entries of one that is gone and had the same name.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from linter.frozen import dataclass
from linter.judged import Entry
from linter.model import Call, Finding
from linter.text.alike import substance

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a finding is known by; what does not apply is empty."""

    rule: str
    call: str = ""
    fingerprint: str = ""
    quote: str = ""
    line: str = ""
    scene: str = ""
    lines: str = ""

    @staticmethod
    def of(finding: Finding, call: Call) -> Mark:
        """The mark of a finding in a call."""
        if call.kind != "script":
            return Mark(finding.rule, call=call.id, fingerprint=finding.fingerprint)
        if finding.window:
            return Mark(finding.rule, scene=call.id, lines=_digest(call))
        return Mark(finding.rule, quote=finding.quote, line=call.turns[finding.turn].text)

    @property
    def keys(self) -> Iterator[Key]:
        """What to look it up by, the best first."""
        if self.fingerprint:
            yield "call", self.rule, self.call, self.fingerprint
        elif self.lines:
            yield "scene", self.rule, self.scene
            yield "lines", self.rule, self.lines
        else:
            yield "words", self.rule, _folded(self.quote), _folded(self.line)
            # Of two lines that say the same the later one is found: either may come to be it.
            if self.quote == self.line.strip() and (said := substance(self.line)):
                yield "line", self.rule, said


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of a baseline.

    :ivar path: of the file, from the baseline's folder, with ``/``.
    :ivar count: how many findings of this mark the file had.
    :ivar added: the day, ``YYYY-MM-DD``.
    """

    path: str
    mark: Mark
    count: int
    added: str
    entry: Entry


class Baseline:
    """The entries of a baseline, by file.

    :param path: the baseline file; paths are meant from its folder.
    """

    def __init__(self, path: str, entries: Iterable[Known] = ()) -> None:
        self.path = path
        self.entries = tuple(entries)
        self._folder = os.path.dirname(os.path.abspath(path))
        self._groups: dict[str, list[Known]] = {}
        for known in self.entries:
            self._groups.setdefault(known.path, []).append(known)
        self._gone: dict[str, list[str]] | None = None

    def name(self, path: str) -> str:
        """What the baseline calls a file."""
        if path.startswith("<"):
            return path
        try:
            found = os.path.relpath(os.path.abspath(path), self._folder)
        except ValueError:
            # Another drive of Windows.
            found = os.path.abspath(path)
        return found.replace(os.sep, "/")

    def place(self, name: str) -> str:
        """Where a file is that the baseline calls so."""
        return os.path.abspath(os.path.join(self._folder, name))

    def home(self, path: str) -> str:
        """The name under which the entries for a file stand, which may have been moved."""
        name = self.name(path)
        if name in self._groups:
            return name
        if self._gone is None:
            self._gone = {}
            for listed in self._groups:
                if not os.path.exists(os.path.join(self._folder, listed)):
                    self._gone.setdefault(os.path.basename(listed), []).append(listed)
        moved = self._gone.get(os.path.basename(name), [])
        return moved[0] if len(moved) == 1 else name

    def left(self, home: str) -> Left:
        """The entries of a file, none of them used yet."""
        return Left(self._groups.get(home, ()))

    def of(self, home: str) -> Iterable[Known]:
        """The entries of a file."""
        return self._groups.get(home, ())


class Left:
    """The entries of one file, as they are used up: of two findings that look the same, as many
    are known as there were."""

    def __init__(self, entries: Iterable[Known]) -> None:
        self._left: dict[int, int] = {}
        self._by_key: dict[Key, list[tuple[int, Known]]] = {}
        for number, known in enumerate(entries):
            self._left[number] = known.count
            for key in known.mark.keys:
                self._by_key.setdefault(key, []).append((number, known))

    def take(self, mark: Mark) -> Known | None:
        """The entry of a finding, used once more; ``None`` when it is new."""
        for number, known in self._all(mark):
            if self._left[number]:
                self._left[number] -= 1
                return known
        return None

    def has(self, mark: Mark) -> Known | None:
        """The entry of a finding, used or not."""
        return next((known for _, known in self._all(mark)), None)

    def _all(self, mark: Mark) -> Iterator[tuple[int, Known]]:
        for key in mark.keys:
            yield from self._by_key.get(key, ())


class Record:
    """What becomes of a baseline as calls are linted.

    :param baseline: the one that was in force; an empty one to begin with.
    """

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._by_entry = {known.entry: known for known in baseline.entries}
        self._counts: dict[Known, int] = {}
        self._homes: set[str] = set()
        self._roots: tuple[str, ...] = ()

    def linted(self, path: str) -> None:
        """Note that a file is linted: its entries are those that are recorded from now on."""
        self._homes |= {self._baseline.home(path), self._baseline.name(path)}

    def searched(self, folders: Iterable[str]) -> None:
        """Note which folders were linted: entries for files that are there no more are over."""
        self._roots = tuple(os.path.join(os.path.abspath(folder), "") for folder in folders)

    def keep(self, finding: Finding, call: Call, entry: Entry) -> None:
        """Note that an entry was of use; it says from now on what is there now."""
        self._add(
            replace(self._by_entry[entry], path=self._name(call), mark=Mark.of(finding, call))
        )

    def add(self, finding: Finding, call: Call, day: str, entry: Entry) -> None:
        """Take over a new finding."""
        entry = entry._replace(rule=finding.rule)
        self._add(Known(self._name(call), Mark.of(finding, call), 0, day, entry))

    def _name(self, call: Call) -> str:
        return self._baseline.name(call.path)

    def _add(self, known: Known) -> None:
        # Where an entry stood in the old file must not part two of the same.
        plain = known.entry._replace(path="", line=None, column=None)
        same = replace(known, count=0, entry=plain)
        self._counts[same] = self._counts.get(same, 0) + 1

    def entries(self) -> tuple[Known, ...]:
        """All entries from now on: those of files that were not linted are as they were."""
        others = [
            known
            for known in self._baseline.entries
            if known.path not in self._homes and not self._is_over(known.path)
        ]
        linted = [replace(known, count=count) for known, count in self._counts.items()]
        return tuple(sorted((*others, *linted), key=_order))

    def _is_over(self, name: str) -> bool:
        place = self._baseline.place(name)
        return place.startswith(self._roots) and not os.path.exists(place)

    @property
    def counts(self) -> Mapping[Known, int]:
        """What was noted so far, and how often."""
        return self._counts


def _order(known: Known) -> tuple[str, ...]:
    mark, entry = known.mark, known.entry
    words = (mark.call, mark.rule, mark.scene, mark.line, mark.quote, mark.fingerprint, mark.lines)
    return known.path, *words, known.added, entry.why, entry.by, entry.until


def _folded(text: str) -> str:
    """Letters and digits: punctuation and spaces come and go without a word being changed.

    What has none of them is taken as it stands.
    """
    return "".join(char for char in text if char.isalnum()) or text


def _digest(call: Call) -> str:
    """The same for the same lines in whatever order."""
    lines = sorted(_folded(turn.text) for turn in call.turns)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]
