from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from linter.coaching.examples.formats.html import HtmlFormat

from ..making import BAD, GOOD, made

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Checks that elements are closed in order, and collects what a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag, attrs):
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.seen.append(data)


def page(*examples, lang="zh") -> tuple[str, Page]:
    text = "".join(HtmlFormat(lang).text(made(*examples)))
    parsed = Page()
    parsed.feed(text)
    parsed.close()
    assert parsed.open == []
    return text, parsed


def test_questions_first_and_answers_at_the_end():
    text, _ = page(BAD, GOOD)
    asked, answered = text.split('<h1 class="answers">答案</h1>')
    assert asked.count('<section class="card"') == answered.count('<section class="answer') == 2
    assert "坏例" not in asked
    assert "<mark>" not in asked
    assert "抱歉，<mark>快点</mark>说" in answered
    assert '<tr class="focus"><th>坐席</th><td>抱歉，快点说😀好不</td></tr>' in asked


def test_what_was_said_is_escaped():
    evil = replace(BAD, message="<script>alert(1)</script>", rule="a<b>&", why='"')
    text, parsed = page(evil)
    assert "<script" not in text
    assert "<b>" not in text
    assert "<b>|你 催谁" in parsed.seen
    assert "<script>alert(1)</script>" in parsed.seen


def test_it_needs_nothing_else():
    _, parsed = page(BAD, GOOD)
    places = [value for name, value in parsed.attributes if name in ("src", "href")]
    assert all(value and value.startswith("#") for value in places)


def test_both_languages():
    assert "Data card" in page(BAD, lang="en")[0]
    assert "数据卡" in page(BAD)[0]
