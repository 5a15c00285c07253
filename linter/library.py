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

    :ivar earlier: as :class:`Repeats` takes it.
    """

    def __init__(self) -> None:
        self._library = Library()
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
    if new is None:
        for call in _scenes(paths, options):
            search.take(call)
        return Repeats(search.earlier)
    scenes = [*_scenes(paths, options)]
    for call in scenes:
        search.take(call, lambda call, turn: not new(call, turn))
    for call in scenes:
        search.take(call, new)
    return Repeats(search.earlier)


def _scenes(paths: Iterable[Path], options: ReadOptions) -> Iterator[Call]:
    suffixes = script_suffixes()
    for path in paths:
        if path.suffix.lower() not in suffixes or not path.is_file():
            continue
        script = script_in(path, options)
        yield from as_calls(script) if script else ()


def noted_within(scenes: Iterable[Call]) -> tuple[Call, ...]:
    """The scenes of one library, each with what another one said before."""
    search = _Search()
    calls = tuple(scenes)
    for call in calls:
        search.take(call)
    return tuple(map(Repeats(search.earlier).noted, calls))


def _place(call: Call, turn: Turn) -> Place:
    return call.path, turn.sheet, turn.line or 0, turn.cell or turn.column or 0
