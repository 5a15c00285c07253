"""doccano 1.8: JSON Lines for a project of sequence labelling.

One example a line, ``{"text": ..., "label": [[start, end, label], ...]}``, as its importer reads
it (``backend/data_import/pipeline`` in https://github.com/doccano/doccano); whatever other keys
there are it keeps as the example's metadata. Every line has the same keys: it reads them as a
table, and what is missing would become no number (NaN). It throws away spans that overlap, so
there are none: the words in question come first. Lines are turns, so a text is split nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.coaching.examples import saying
from linter.coaching.examples.formats.base import Format
from linter.coaching.examples.formats.facts import facts
from linter.coaching.examples.formats.offsets import units
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.model import Example, Pair, Span
from linter.reports import Lang, category_name
from linter.reports.objects import dumps
from linter.wording import pick

Label = tuple[int, int, str]

IN_QUESTION = ("focus", "missing")
"""The parts that words play in a turn that it is about."""


class DoccanoFormat(Format):
    """For people who check or label what the rules found."""

    def text(self, made: ExampleSet) -> Iterable[str]:
        """A line for each example."""
        for example in made.examples:
            yield dumps(self._record(example, made.pairs.get(example.id))) + "\n"

    def _record(self, example: Example, pair: Pair | None) -> dict[str, object]:
        text, labels = labelled(example, self.lang)
        return {
            "text": text,
            "label": labels,
            "example": example.id,
            "kind": "good" if example.good else "bad",
            **facts(example),
            "pair": "" if pair is None else pair.good.said if pair.good else example.suggestion,
        }


def labelled(example: Example, lang: Lang) -> tuple[str, list[Label]]:
    """The dialogue as one text, and what is labelled in it, in UTF-16 code units."""
    text = ""
    spans: list[tuple[bool, int, int, str]] = []
    for number, turn in enumerate(example.turns):
        skipped = saying.skipped_text(turn, number == 0, lang)
        text += f"{skipped}\n" if skipped else ""
        text += pick(lang, "{}：", "{}: ").format(saying.role_name(turn, lang))
        # As long as it was, so that spans hold.
        said = "".join(
            " " if char in "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029" else char for char in turn.text
        )
        spans += [
            (
                span.as_ not in IN_QUESTION,
                len(text) + span.start,
                len(text) + span.end,
                label_of(example, span, lang),
            )
            for span in turn.spans
        ]
        text += f"{said}\n"
    return text.rstrip("\n"), _apart(text, spans)


def label_of(example: Example, span: Span, lang: Lang) -> str:
    """What words are labelled."""
    if span.as_ not in IN_QUESTION:
        return (
            pick(lang, "起因", "cause") if span.as_ == "trigger" else pick(lang, "依据", "evidence")
        )
    kind = pick(lang, "好", "good") if example.good else pick(lang, "坏", "bad")
    return f"{kind}：{category_name(example.category, lang)}"


def _apart(text: str, spans: Sequence[tuple[bool, int, int, str]]) -> list[Label]:
    chosen: list[tuple[int, int, str]] = []
    for _, start, end, label in sorted(spans):
        if all(end <= other[0] or other[1] <= start for other in chosen):
            chosen.append((start, end, label))
    return [(units(text[:a]), units(text[:b]), label) for a, b, label in sorted(chosen)]
