"""What holds for a file: what is said of all, and then each entry of ``per_path`` it belongs to.

``ignore`` is added to, mappings are key by key, and anything else takes the place of what was
said before. What the command line says holds for all files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from linter.calls.options import ReadOptions, parse_columns, parse_roles
from linter.config.globs import below
from linter.config.model import Config, Entry, Pairs, Setting
from linter.model import Severity
from linter.triage.select import Selection

_NO_PATHS = ("", "<stdin>")


class Layers:
    """A configuration, asked about files. It is the :class:`linter.calls.options.ByPath` of a run.

    :param given: keys that do not count: the command line has said something of them.
    :param excludes: whether files are left out.
    """

    def __init__(
        self, config: Config, given: Collection[str] = (), *, excludes: bool = True
    ) -> None:
        self.config = config
        self.given = frozenset(given)
        self._excludes = excludes

    def numbers(self, path: str) -> tuple[int, ...]:
        """The entries that a file belongs to."""
        known = self.config.entries
        at = below(self.config.folder, path) if known and path not in _NO_PATHS else None
        if at is None:
            return ()
        return tuple(n for n, entry in enumerate(known) if entry.paths.matching(at) is not None)

    def excluding(self, path: str, *, is_folder: bool = False) -> int | None:
        """The number of the pattern that leaves a file out."""
        exclude = self.config.exclude
        at = below(self.config.folder, path) if exclude.patterns else None
        return None if at is None else exclude.matching(at, is_folder=is_folder)

    def leaves_out(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether a file is left out, or all of a folder."""
        return self._excludes and self.excluding(str(path), is_folder=is_folder) is not None

    def options(self, name: str, options: ReadOptions) -> ReadOptions:
        """How an input is to be read."""
        for entry in self._entries(self.numbers(name)):
            options = _read(options, _said(entry, self.given))
        return options

    def selection(self, base: Selection, numbers: tuple[int, ...]) -> Selection:
        """What is shown of the files of these entries.

        :param base: what is shown of all files, but for severities.
        """
        top = self.config.settings.get("severity")
        layers = [top.pairs] if top and "severity" not in self.given else []
        for entry in self._entries(numbers):
            said = _said(entry, self.given)
            base = _selected(base, said)
            layers += [said["severity"].pairs] if "severity" in said else []
        return replace(base, severities=tuple(layers))

    def profiles(self, numbers: tuple[int, ...]) -> tuple[str, ...] | None:
        """The profiles in force in the files of these entries; ``None`` for those of all."""
        found = None
        for entry in self._entries(numbers):
            said = _said(entry, self.given).get("profile")
            found = said.words if said else found
        return found

    def _entries(self, numbers: tuple[int, ...]) -> Iterator[Entry]:
        return (self.config.entries[number] for number in numbers)


def _said(entry: Entry, given: Collection[str]) -> dict[str, Setting]:
    return {name: setting for name, setting in entry.settings.items() if name not in given}


def _selected(base: Selection, said: dict[str, Setting]) -> Selection:
    if "select" in said:
        base = replace(base, select=frozenset(said["select"].words))
    if "ignore" in said:
        base = replace(base, ignore=base.ignore | {*said["ignore"].words})
    if "min_severity" in said:
        base = replace(base, min_severity=cast(Severity, said["min_severity"].value))
    if "certain_only" in said:
        base = replace(base, certain_only=said["certain_only"].value is True)
    return base


def _read(options: ReadOptions, said: dict[str, Setting]) -> ReadOptions:
    if "from" in said:
        options = replace(options, source=str(said["from"].value))
    if "agent_channel" in said:
        options = replace(options, agent_channel=str(said["agent_channel"].value))
    if "sheet" in said:
        options = replace(options, sheet=str(said["sheet"].value))
    if "roles" in said:
        roles = dict([*options.roles, *parse_roles(written(said["roles"].pairs))])
        options = replace(options, roles=tuple(roles.items()))
    if "columns" in said:
        columns = dict([*options.columns, *parse_columns(written(said["columns"].pairs))])
        options = replace(options, columns=tuple(columns.items()))
    return options


def written(pairs: Pairs) -> tuple[str, ...]:
    """Pairs as the command line writes them."""
    return tuple(f"{word}={said}" for word, said in pairs)
