"""What the scripts of a whole library say twice; each scene alone cannot know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from linter.calls.options import ReadOptions
from linter.calls.reading import script_in
from linter.calls.registry import script_suffixes
from linter.calls.scripts.marks import Legend
from linter.errors import place_text
from linter.model import Call, Line
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
            if (
                there := self._earlier.get(
                    (call.path, turn.sheet, turn.line or 0, turn.cell or turn.column or 0)
                )
            )
        }
        return replace(call, elsewhere=found) if found else call


def repeats(paths: Iterable[Path], options: ReadOptions) -> Repeats:
    """Read the script libraries among some files and find what is said twice in them.

    :param paths: in the order in which they are linted: of two lines the later one repeats.
    """
    library = Library()
    earlier: dict[Place, str] = {}
    suffixes = script_suffixes()
    for path in paths:
        if path.suffix.lower() not in suffixes or not path.is_file():
            continue
        script = script_in(path, options)
        if script is None:
            continue
        legend = Legend.of(script.legend, closed=script.closed)
        for scene in script.scenes:
            for line in scene.lines:
                called = _called(path, line)
                there = library.before(substance(line.text, legend), called)
                # A line that is anchored and used again stands in one place.
                if there and there != called:
                    earlier[str(path), line.sheet, line.line, line.cell or line.column] = there
    return Repeats(earlier)


def _called(path: Path, line: Line) -> str:
    return place_text(str(path), line.line, line.column, line.sheet, line.cell)
