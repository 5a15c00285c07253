"""CSV: an example a row; see :mod:`linter.reports.csv_` for how cells are kept from being formulas.

The columns are those of the XLSX format, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.coaching.examples import saying
from linter.coaching.examples.difficulty import REASONS
from linter.coaching.examples.formats.base import Format
from linter.coaching.examples.formats.plain import one_line
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.model import Example, ExampleTurn, Pair
from linter.reports import Lang, category_name
from linter.reports.csv_ import row
from linter.wording import join, pick

BOM = "\ufeff"
"""By it Excel knows UTF-8."""

HEADS = (
    ("id", "编号"),
    ("kind", "好坏"),
    ("category", "类别"),
    ("difficulty", "难度"),
    ("difficulty_why", "难在哪里"),
    ("moment", "时刻"),
    ("business", "行业"),
    ("context", "对话"),
    ("said", "坐席的话"),
    ("message", "说明"),
    ("why", "为什么"),
    ("suggestion", "怎么说"),
    ("pair_from", "配的答法出自"),
    ("pair", "配的答法"),
    ("pair_context", "配的对话"),
    ("rule", "规则"),
    ("part", "哪一半"),
)


class CsvFormat(Format):
    """For spreadsheets."""

    def text(self, made: ExampleSet) -> Iterable[str]:
        """The header, and a row for each example."""
        yield BOM + row(heads(self.lang))
        for fields in rows(made, self.lang):
            yield row(fields)


def heads(lang: Lang) -> list[str]:
    """What the columns are called."""
    return [head[lang == "zh"] for head in HEADS]


def rows(made: ExampleSet, lang: Lang) -> Iterator[list[str | int]]:
    """The cells of each example."""
    for example in made.examples:
        yield _fields(example, made.pairs.get(example.id), lang)


def _fields(example: Example, pair: Pair | None, lang: Lang) -> list[str | int]:
    reasons = [pick(lang, *REASONS[reason]) for reason in example.reasons]
    why = saying.lookalike_text(example, lang) if example.lookalike else example.why
    return [
        example.id,
        saying.kind_name(example, lang),
        category_name(example.category, lang),
        example.grade,
        join(reasons, lang),
        example.moment,
        example.business,
        dialogue(example.turns, example.focus, lang),
        one_line(example.said),
        example.message,
        why,
        "" if example.good else example.suggestion,
        *_pair(example, pair, lang),
        example.rule,
        example.part,
    ]


def _pair(bad: Example, pair: Pair | None, lang: Lang) -> Sequence[str]:
    if pair is None:
        return "", "", ""
    if pair.good is None:
        return pick(lang, "规则的建议", "the rule"), bad.suggestion, ""
    good = pair.good
    shown = dialogue(good.turns, good.focus, lang)
    return pick(lang, "真实通话", "a call"), one_line(good.said), shown


def dialogue(turns: Sequence[ExampleTurn], focus: int, lang: Lang) -> str:
    """A dialogue in one cell, a line a turn."""
    lines: list[str] = []
    for number, turn in enumerate(turns):
        lines.append(saying.skipped_text(turn, number == 0, lang))
        said = one_line(saying.marked(turn, number == focus))
        lines.append(pick(lang, "{}：{}", "{}: {}").format(saying.role_name(turn, lang), said))
    return "\n".join(filter(None, lines))
