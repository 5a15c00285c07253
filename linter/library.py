"""What the scripts of a whole library say twice; each scene alone cannot know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from linter.calls.options import ReadOptions
from linter.calls.reading import script_in
from linter.calls.registry import script_suffixes
from linter.calls.scripts.adapt import as_calls, legend_of
from linter.errors import place_text
from linter.model import Call, Turn
from linter.text.alike import Library, substance

Place = tuple[str, str, int, int | str]
"""File, sheet, line, and column or cell."""


class Repeats:
    """Which lines say what another line of the library has said before.

    :param earlier: place of a line to the place of the first that says the same.
    """

    def __init__(self, earlier: Mapping[Place, str] | None = None) -> None:
        self._earlier = earlier or {}

    def noted(self, call: Call) -> Call:
        """A script's scene with what is said elsewhere; other calls as they are."""
        if call.kind != "script" or not self._earlier:
            return call
        found = {
            number: there
            for number, turn in enumerate(call.turns)
            if (there := self._earlier.get(_place(call, turn)))
        }
        return replace(call, elsewhere=found) if found else call


class _Search:
    """Finds what scripts say twice.

    :param said: substances that are said elsewhere, each with its place.
    :ivar earlier: as :class:`Repeats` takes it.
    """

    def __init__(self, said: Iterable[tuple[str, str]] = ()) -> None:
        self._library = Library()
        for substance_, place in said:
            self._library.before(substance_, place)
        self.earlier: dict[Place, str] = {}

    def take(self, call: Call, among: Callable[[Call, Turn], bool] | None = None) -> None:
        """Look at the lines of a scene; of two lines the later one repeats.

        :param among: which lines to look at; all by default.
        """
        legend = legend_of(call)
        for turn in call.turns:
            if among is not None and not among(call, turn):
                continue
            called = place_text(call.path, turn.line, turn.column, turn.sheet, turn.cell)
            there = self._library.before(substance(turn.text, legend), called)
            # A line that is anchored and used again stands in one place.
            if there and there != called:
                self.earlier[_place(call, turn)] = there


def repeats(
    paths: Iterable[Path],
    options: ReadOptions,
    new: Callable[[Call, Turn], bool] | None = None,
) -> Repeats:
    """Read the script libraries among some files and find what is said twice in them.

    :param paths: in the order in which they are linted.
    :param new: lines that repeat what others say, wherever those stand: who has written one of
        two lines now wants to be told of this one.
    """
    search = _Search()
    scenes = (call for _, calls in _libraries(paths, options) for call in calls)
    if new is None:
        for call in scenes:
            search.take(call)
        return Repeats(search.earlier)
    known = [*scenes]
    for call in known:
        search.take(call, lambda call, turn: not new(call, turn))
    for call in known:
        search.take(call, new)
    return Repeats(search.earlier)


class Neighbours:
    """What each of some script libraries says, for who changes one of them.

    :param paths: of all of them; they are read when it is first asked for.
    """

    def __init__(self, paths: Iterable[Path] = (), options: ReadOptions | None = None) -> None:
        self._paths = paths
        self._options = options or ReadOptions()
        self._said: dict[str, tuple[tuple[str, str], ...]] | None = None

    def besides(self, path: str) -> tuple[tuple[str, str], ...]:
        """The substance and the place of every line that the others have."""
        if self._said is None:
            found = _libraries(self._paths, self._options)
            self._said = {str(name): tuple(_said(scenes)) for name, scenes in found}
        return tuple(line for name, lines in self._said.items() if name != path for line in lines)

    def changed(self, path: str, scenes: Iterable[Call]) -> None:
        """Take note of what a library says now.

        What it said stays: a line that was like one of its own is to be allowed to follow it.
        """
        if self._said is not None:
            self._said[path] = (*self._said.get(path, ()), *_said(scenes))


def _said(scenes: Iterable[Call]) -> Iterator[tuple[str, str]]:
    for call in scenes:
        legend = legend_of(call)
        for turn in call.turns:
            place = place_text(call.path, turn.line, turn.column, turn.sheet, turn.cell)
            yield substance(turn.text, legend), place


def _libraries(
    paths: Iterable[Path], options: ReadOptions
) -> Iterator[tuple[Path, tuple[Call, ...]]]:
    """The script libraries among some files; others are not even opened."""
    suffixes = script_suffixes()
    for path in paths:
        if path.suffix.lower() in suffixes and path.is_file():
            script = script_in(path, options)
            if script:
                yield path, tuple(as_calls(script))


def noted_within(
    scenes: Iterable[Call], others: Iterable[tuple[str, str]] = ()
) -> tuple[Call, ...]:
    """The scenes of one library, each with what another one said before.

    :param others: what other libraries say, as of :meth:`Neighbours.besides`.
    """
    search = _Search(others)
    calls = tuple(scenes)
    for call in calls:
        search.take(call)
    return tuple(map(Repeats(search.earlier).noted, calls))


def _place(call: Call, turn: Turn) -> Place:
    return call.path, turn.sheet, turn.line or 0, turn.cell or turn.column or 0
