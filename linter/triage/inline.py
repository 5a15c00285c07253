"""The comments of a script library, as they hold for the lines of one scene."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from linter.judged import Entry
from linter.model import Call, Finding, Ignore, Turn
from linter.triage.traces import Mistake


class Comments:
    """What the comments in a call's file say.

    :param known: for the name of a rule all names there are, to look it up in.
    :ivar entries: one for each rule of each comment that holds.
    :ivar mistakes: what is wrong with the others.
    """

    def __init__(self, call: Call, known: Callable[[str], Collection[str]]) -> None:
        self._call = call
        self._held: list[tuple[Ignore, Entry]] = []
        self.mistakes: list[Mistake] = []
        for ignore in call.ignores:
            if ignore.wrong:
                self._complain(ignore, ignore.wrong, ignore.hint)
                continue
            for rule in ignore.rules:
                if rule in (names := known(rule)):
                    self._held.append((ignore, _entry(ignore, rule, call.path)))
                else:
                    self._complain(ignore, f"没有叫 {rule!r} 的规则", _near(rule, names))

    @property
    def entries(self) -> list[Entry]:
        """One for each rule of each comment that holds."""
        return [entry for _, entry in self._held]

    def of(self, finding: Finding) -> Iterator[Entry]:
        """The entries that speak of a finding."""
        if not self._held:
            return
        first, last = _span(self._call.turns[finding.turn])
        for ignore, entry in self._held:
            if entry.rule == finding.rule and ignore.first <= last and first <= ignore.last:
                yield entry

    def _complain(self, ignore: Ignore, wrong: str, hint: str) -> None:
        place = self._call.path, ignore.line, ignore.column
        self.mistakes.append(Mistake(*place, f"huashu 注释：{wrong}", hint))


def _entry(ignore: Ignore, rule: str, path: str) -> Entry:
    said = ignore.why, ignore.by, ignore.until
    return Entry("inline", rule, *said, path, ignore.line, ignore.column)


def _span(turn: Turn) -> tuple[int, int]:
    """The lines a turn stands on."""
    first = turn.line or 0
    return first, first + turn.text.count("\n")


def _near(rule: str, names: Collection[str]) -> str:
    # It reads YAML too, which a run without mistakes does not need.
    from linter.rulebook.source import suggestion

    return suggestion(rule, names)
