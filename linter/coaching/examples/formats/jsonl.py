"""JSON Lines: the card first, then one example a line."""

from __future__ import annotations

from collections.abc import Iterable

from linter.coaching.examples.formats.base import Format
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.objects import card_object, example_object
from linter.reports.objects import dumps


class JsonlFormat(Format):
    """For programs, drills among them: nothing in it depends on the language."""

    def text(self, made: ExampleSet) -> Iterable[str]:
        """A line for each record."""
        yield dumps(card_object(made)) + "\n"
        for example in made.examples:
            yield dumps(example_object(example, made.pairs.get(example.id))) + "\n"
