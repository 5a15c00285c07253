"""Markdown: the card, then category by category the bad and the good, the bad with its better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from linter.coaching.examples import saying
from linter.coaching.examples.card_text import card_lines
from linter.coaching.examples.formats.base import Format
from linter.coaching.examples.formats.plain import escaped, one_line
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.model import Example, ExampleTurn, Pair
from linter.reports import category_name
from linter.wording import pick


class MarkdownFormat(Format):
    """To read, and to paste into course material."""

    def text(self, made: ExampleSet) -> Iterable[str]:
        """The document's lines."""
        for line in self._lines(made):
            yield line + "\n"

    def _lines(self, made: ExampleSet) -> Iterator[str]:
        yield f"# {pick(self.lang, '培训样例集', 'Example set')}"
        yield ""
        for category, several in groupby(made.examples, key=lambda one: one.category):
            yield f"## {category_name(category, self.lang)} `{category}`"
            yield ""
            for example in several:
                yield from self._example(example, made.pairs.get(example.id))
        yield from card_lines(made, self.lang)

    def _example(self, example: Example, pair: Pair | None) -> Iterator[str]:
        kind = saying.kind_name(example, self.lang)
        yield f"### {kind} {saying.grade_text(example, self.lang)} `{example.id}`"
        yield ""
        yield from self._dialogue(example.turns, example.focus)
        for title, text in saying.remarks(example, self.lang):
            yield f"- {title}：{escaped(text)}"
        yield ""
        if pair is not None:
            yield from self._pair(example, pair)

    def _pair(self, bad: Example, pair: Pair) -> Iterator[str]:
        if pair.good is None:
            return
        yield f"{saying.pair_title(pair, self.lang)} `{pair.good.id}`"
        yield ""
        yield from self._dialogue(pair.good.turns, pair.good.focus)

    def _dialogue(self, turns: Sequence[ExampleTurn], focus: int) -> Iterator[str]:
        yield "```text"
        for number, turn in enumerate(turns):
            skipped = saying.skipped_text(turn, number == 0, self.lang)
            if skipped:
                yield skipped
            said = saying.marked(turn, number == focus)
            yield f"{saying.role_name(turn, self.lang)}：{one_line(said)}"
        yield "```"
        yield ""
