"""Snippets as a Markdown document (CommonMark 0.31)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.reports.categories import category_name, category_order
from linter.reports.cells import visible
from linter.reports.options import Lang
from linter.reports.snippet import Snippet
from linter.reports.words import Words, words

_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~!])")


def document_lines(snippets: Sequence[Snippet], lang: Lang) -> Iterator[str]:
    """A heading a category, its bad examples, then its good ones."""
    fixed = words(lang)
    yield f"# {fixed.snippets}"
    if not snippets:
        yield ""
        yield fixed.no_snippets
    # Examples without a category come last.
    categories = sorted({s.category for s in snippets}, key=lambda c: (not c, category_order(c)))
    for category in categories:
        yield ""
        yield f"## {_group_title(category, fixed, lang)}"
        for good, title in ((False, fixed.bad), (True, fixed.good)):
            group = [s for s in snippets if s.category == category and s.good == good]
            if group:
                yield ""
                yield f"### {title}"
            for snippet in group:
                yield ""
                yield from _snippet_lines(snippet, fixed)


def _group_title(category: str, fixed: Words, lang: Lang) -> str:
    if not category:
        return fixed.other
    name = category_name(category, lang)
    return f"`{category}`" if name == category else f"{name} `{category}`"


def _snippet_lines(snippet: Snippet, fixed: Words) -> Iterator[str]:
    rule = f"**{_escaped(snippet.rule)}**"
    title = fixed.met.format(rule=rule) if snippet.good else rule
    review = [fixed.review] if snippet.certainty == "review" else []
    where = f"{fixed.call} {_escaped(snippet.call)} #{snippet.turn}"
    yield " ".join([title, *review, where])
    yield ""
    # In a code block masked digits stay what they are, and so does all that was said.
    yield "```text"
    yield from _spoken_lines(snippet, fixed)
    yield "```"
    prose = [
        ("", snippet.message),
        (fixed.why, snippet.why),
        (fixed.instead, snippet.suggestion),
    ]
    items = [f"- {label}{_escaped(text)}" for label, text in prose if text]
    if items:
        yield ""
        yield from items


def _spoken_lines(snippet: Snippet, fixed: Words) -> Iterator[str]:
    previous = snippet.turns[0].number
    for turn in snippet.turns:
        if turn.number > previous + 1:
            yield "…"
        speaker = f"{fixed.roles[turn.role]} #{turn.number}"
        yield fixed.pair.format(first=speaker, second=visible(turn.text))
        previous = turn.number


def _escaped(text: str) -> str:
    """A text on one line in which nothing is markup."""
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))
