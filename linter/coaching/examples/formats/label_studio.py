"""Label Studio: tasks whose dialogues are labelled beforehand, and the interface to label with.

Tasks as https://labelstud.io/guide/tasks has them: ``data`` with what the interface names, and
``predictions`` (not annotations: a person has yet to say so). A region of a dialogue is of type
``paragraphlabels``, and its label stands under ``paragraphlabels``, never ``labels``
(https://github.com/HumanSignal/label-studio/issues/6122); ``start`` and ``end`` are numbers of
paragraphs, written as strings, as Label Studio itself writes them; the offsets count UTF-16 code
units of the paragraph's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from linter.coaching.examples import saying
from linter.coaching.examples.formats.base import Format
from linter.coaching.examples.formats.doccano import label_of
from linter.coaching.examples.formats.facts import facts
from linter.coaching.examples.formats.offsets import span_units
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.model import Example, ExampleTurn, Pair
from linter.reports import Lang
from linter.reports.objects import dumps
from linter.wording import pick

DIALOGUE, SPANS, KIND, COMMENT = "dialogue", "spans", "kind", "comment"
"""The names of the interface's tags."""


class LabelStudioFormat(Format):
    """A list of tasks."""

    def text(self, made: ExampleSet) -> Iterable[str]:
        """One task a line, so that two sets can be compared."""
        yield "["
        for number, example in enumerate(made.examples):
            yield ",\n" if number else "\n"
            yield dumps(self._task(made, example))
        yield "\n]\n"

    def _task(self, made: ExampleSet, example: Example) -> dict[str, Any]:
        pair = made.pairs.get(example.id)
        data = {
            DIALOGUE: [self._paragraph(turn, n) for n, turn in enumerate(example.turns)],
            "better": _better(example, pair),
            "example": example.id,
            **facts(example),
        }
        version = f"huashu {made.card.rules.version} {made.card.rules.hash[:12]}"
        result = list(self._regions(example))
        return {"data": data, "predictions": [{"model_version": version, "result": result}]}

    def _paragraph(self, turn: ExampleTurn, number: int) -> dict[str, str]:
        skipped = saying.skipped_text(turn, number == 0, self.lang)
        author = saying.role_name(turn, self.lang) + skipped
        return {"author": author, "text": turn.text}

    def _regions(self, example: Example) -> Iterator[dict[str, Any]]:
        for number, turn in enumerate(example.turns):
            for nth, span in enumerate(turn.spans):
                start, end = span_units(turn.text, span.start, span.end)
                yield {
                    "id": f"{example.id}-{number}-{nth}",
                    "from_name": SPANS,
                    "to_name": DIALOGUE,
                    "type": "paragraphlabels",
                    "value": {
                        "start": str(number),
                        "end": str(number),
                        "startOffset": start,
                        "endOffset": end,
                        "text": turn.text[span.start : span.end],
                        "paragraphlabels": [label_of(example, span, self.lang)],
                    },
                }
        yield {
            "id": f"{example.id}-{KIND}",
            "from_name": KIND,
            "to_name": DIALOGUE,
            "type": "choices",
            "value": {"choices": [_kinds(self.lang)[example.good]]},
        }


class ConfigFormat(Format):
    """The interface with which these tasks are labelled (Settings → Labeling Interface → Code)."""

    def text(self, made: ExampleSet) -> Iterable[str]:
        """The XML."""
        yield "<View>\n"
        yield f'  <ParagraphLabels name="{SPANS}" toName="{DIALOGUE}">\n'
        for label in _labels(made, self.lang):
            yield f'    <Label value="{escape(label)}"/>\n'
        yield "  </ParagraphLabels>\n"
        yield (
            f'  <Paragraphs name="{DIALOGUE}" value="${DIALOGUE}" layout="dialogue"'
            ' nameKey="author" textKey="text"/>\n'
        )
        yield f'  <Choices name="{KIND}" toName="{DIALOGUE}" choice="single" showInline="true">\n'
        for kind in (*_kinds(self.lang), pick(self.lang, "说不准", "not sure")):
            yield f'    <Choice value="{escape(kind)}"/>\n'
        yield "  </Choices>\n"
        yield '  <Text name="better" value="$better"/>\n'
        yield f'  <TextArea name="{COMMENT}" toName="{DIALOGUE}"/>\n'
        yield "</View>\n"


def _labels(made: ExampleSet, lang: Lang) -> list[str]:
    """All labels of a set, each once."""
    return sorted(
        {
            label_of(example, span, lang)
            for example in made.examples
            for turn in example.turns
            for span in turn.spans
        }
    )


def _kinds(lang: Lang) -> tuple[str, str]:
    return pick(lang, "坏", "bad"), pick(lang, "好", "good")


def _better(example: Example, pair: Pair | None) -> str:
    if pair is None:
        return "—"
    return pair.good.said if pair.good is not None else example.suggestion
