"""One page to print: cards without answers first, the answers and the data card at the end.

It needs nothing but a browser: no script, no font and no picture from elsewhere. Whatever was
said in a call is escaped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from linter.coaching.examples import saying
from linter.coaching.examples.card_text import facts, limits, missing_lines, tables
from linter.coaching.examples.formats.base import Format
from linter.coaching.examples.formats.html_style import STYLE
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.model import Example, ExampleTurn, Pair
from linter.reports.cells import visible
from linter.wording import pick


class HtmlFormat(Format):
    """For a class: the good and the bad stand mixed, and a number leads to the answer."""

    def text(self, made: ExampleSet) -> Iterable[str]:
        """The page's lines."""
        for line in self._lines(made):
            yield line + "\n"

    def _t(self, zh: str, en: str) -> str:
        return pick(self.lang, zh, en)

    def _lines(self, made: ExampleSet) -> Iterator[str]:
        title = self._t("培训样例集", "Example set")
        yield "<!DOCTYPE html>"
        yield f'<html lang="{self._t("zh-CN", "en")}"><head><meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{title}</title><style>{STYLE}</style></head><body>"
        yield f"<h1>{title}</h1>"
        asked = self._t(
            "坐席有底纹的那一轮，说得好不好？为什么？换了您怎么说？答案在后面。",
            "Is the shaded turn good or bad, and why? What would you say? Answers at the end.",
        )
        yield f"<p>{asked}</p>"
        mixed = _mixed(made)
        for number, example in enumerate(mixed, 1):
            yield from self._question(number, example)
        yield f'<h1 class="answers">{self._t("答案", "Answers")}</h1>'
        for number, example in enumerate(mixed, 1):
            yield from self._answer(number, example, made.pairs.get(example.id))
        yield from self._card(made)
        yield "</body></html>"

    def _question(self, number: int, example: Example) -> Iterator[str]:
        yield f'<section class="card" id="q{number}">'
        stars = "★" * example.grade
        yield f'<h2>{number} <small>{stars}</small> <a href="#a{number}">→</a></h2>'
        yield from self._dialogue(example.turns, example.focus, marks=False)
        yield '<p class="lines"></p></section>'

    def _answer(self, number: int, example: Example, pair: Pair | None) -> Iterator[str]:
        kind = "good" if example.good else "bad"
        name = saying.kind_name(example, self.lang)
        yield f'<section class="answer {kind}" id="a{number}">'
        yield (
            f'<h2><a href="#q{number}">{number}</a> {name} '
            f"{_text(saying.titled_category(example, self.lang))} "
            f"<small>{_text(saying.grade_text(example, self.lang))}</small></h2>"
        )
        focus = example.turns[example.focus]
        yield f"<p>{self._said(focus, True)}</p><dl>"
        for title, text in saying.remarks(example, self.lang):
            yield f"<dt>{title}</dt><dd>{_text(text)}</dd>"
        yield "</dl>"
        if pair is not None and pair.good is not None:
            yield f"<h3>{saying.pair_title(pair, self.lang)}</h3>"
            yield from self._dialogue(pair.good.turns, pair.good.focus, marks=True)
        yield f'<p class="id">{example.id} {_text(example.rule)}</p></section>'

    def _dialogue(self, turns: Sequence[ExampleTurn], focus: int, *, marks: bool) -> Iterator[str]:
        yield '<table class="dialogue">'
        for number, turn in enumerate(turns):
            if skipped := saying.skipped_text(turn, number == 0, self.lang):
                yield f'<tr class="skipped"><td></td><td>{skipped}</td></tr>'
            shade = ' class="focus"' if number == focus else ""
            who = saying.role_name(turn, self.lang)
            said = self._said(turn, marks and number == focus)
            yield f"<tr{shade}><th>{who}</th><td>{said}</td></tr>"
        yield "</table>"

    def _said(self, turn: ExampleTurn, marks: bool) -> str:
        parts: list[str] = []
        last = 0
        for span in sorted(turn.spans) if marks else ():
            if span.as_ == "focus" and span.start >= last:
                parts.append(_text(turn.text[last : span.start]))
                parts.append(f"<mark>{_text(turn.text[span.start : span.end])}</mark>")
                last = span.end
        return "".join(parts) + _text(turn.text[last:])

    def _card(self, made: ExampleSet) -> Iterator[str]:
        yield f'<h1 class="answers">{self._t("数据卡", "Data card")}</h1><dl>'
        for title, said in facts(made, self.lang):
            yield f"<dt>{title}</dt><dd>{_text(said)}</dd>"
        yield "</dl>"
        for title, rows in tables(made, self.lang):
            yield f"<h3>{title}</h3>"
            yield from _table(rows)
        lists = (
            (
                self._t("没有凑够的", "What could not be filled"),
                list(missing_lines(made, self.lang)),
            ),
            (self._t("局限", "Known limits"), limits(self.lang)),
        )
        for title, lines in lists:
            if lines:
                yield f"<h3>{title}</h3><ul>"
                yield from (f"<li>{_text(line)}</li>" for line in lines)
                yield "</ul>"


def _mixed(made: ExampleSet) -> list[Example]:
    """The examples in an order that gives no answer away."""
    seed = made.card.asked.seed

    def lot(example: Example) -> str:
        return hashlib.sha256(f"{seed}\x1fcards\x1f{example.id}".encode()).hexdigest()

    return sorted(made.examples, key=lot)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    first, *rest = rows
    yield '<table class="counts"><tr>'
    yield "".join(f"<th>{_text(cell)}</th>" for cell in first) + "</tr>"
    for row in rest:
        yield "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>"
    yield "</table>"


def _text(text: str) -> str:
    return escape(visible(" ".join(text.split())))
