from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from linter.impact.html import HtmlFormat

from .samples import OLD, call, result

VOID = {"meta", "rect"}


class Page(HTMLParser):
    """Reads a page; what is opened and not closed stays in ``open``."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def text(found, lang="zh"):
    return "".join(HtmlFormat(lang).text(found))


def test_the_page_is_well_formed_and_needs_nothing_else():
    page = Page(text(result()))
    assert page.open == []
    assert "script" not in page.tags
    assert not {"src", "href"} & set(page.attributes)
    assert page.tags.count("details") == 4
    assert page.tags.count("svg") == 2


def test_what_it_says():
    said = text(result())
    assert "<title>规则改动的影响：old.yml → new.yml</title>" in said
    assert "<li>改动 shirks  severity warning → error</li>" in said
    assert (
        "<details><summary>多报  c1 #1  错误  确定  标注有 "
        '<span class="small">calls.jsonl</span></summary>\n<p>坐席在催客户。</p>\n'
        '<p class="turn">#0 客户：我想想。</p>\n'
        '<p class="turn own">#1 坐席：<mark>赶紧</mark>。</p>\n'
        '<p class="turn">#2 客户：灯不亮。</p>\n'
        '<p class="small">旧规则：没有问题</p>\n'
        '<p class="small">指纹：f43e3bd758eec636</p>\n</details>\n'
    ) in said
    assert "<p>severity warning → error</p>" in said
    assert "prefers-color-scheme: dark" in said


def test_nothing_changed():
    page = Page(text(result(new=OLD)))
    assert (page.open, page.tags.count("details"), page.tags.count("table")) == ([], 0, 0)


def test_words_are_escaped():
    one = call("<c>", "<script>alert(1)</script> 赶紧<img/src=x>\u202e")
    said = text(replace(result([one]), skipped=(("<a>", "<b>"),)))
    for word in ("<script", "<img", "<c>", "<a>", "<b>", "\u202e"):
        assert word not in said
    assert Page(said).open == []


def test_what_is_left_out():
    assert "……少报还有 1 处" in text(result(limit=1))
    assert "... 1 more lost; see --limit" in text(result(limit=1), "en")
