from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from linter import Linter, Selection
from linter.evaluation.base import Wanted
from linter.evaluation.comparing import Comparison
from linter.evaluation.html import HtmlFormat
from linter.evaluation.model import Said
from linter.evaluation.result import Lists, Result

from .samples import LATE, SHOP, records, result

VOID = {"meta", "circle", "line", "rect"}


class Page(HTMLParser):
    """Reads a page, and sees to it that what is opened is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page_of(
    made: Result, lists: Lists, comparison: Comparison | None = None, lang: str = "zh"
) -> tuple[Page, str]:
    wanted = Wanted("en") if lang == "en" else Wanted()
    text = "".join(HtmlFormat(wanted).text(made, lists, comparison))
    return Page(text), text


def test_the_page_is_whole_and_needs_nothing_else(tmp_path: Path) -> None:
    made, lists, _ = result(tmp_path)
    page, text = page_of(made, lists)
    assert page.open == []
    assert not {"script", "link", "img", "iframe", "a"} & set(page.tags)
    assert not {"src", "href", "srcset", "data"} & {name for name, _ in page.attributes}
    assert not re.search(r"https?:|url\(|@import", text)
    assert page.tags.count("svg") == 2 * 5 + 2 + 2


def test_all_tables_are_there(tmp_path: Path) -> None:
    made, lists, _ = result(tmp_path)
    page, text = page_of(made, lists)
    # Total, six dimensions and two crossed, three sources, the rules; sentences are of no part.
    assert page.tags.count("table") == 12 + 11
    assert "<td>80.0%</td><td>38–96</td><td>66.7%</td><td>30–90</td><td>0.73</td>" in text
    # Rules that reported nothing are in the table too.
    assert '<td class="word">no-sorry</td>' in text


def test_misses_and_false_alarms_can_be_read_with_the_dialogue(tmp_path: Path) -> None:
    made, lists, _ = result(tmp_path)
    page, text = page_of(made, lists)
    assert page.tags.count("details") == 2 + 1 + 3 + 1
    assert (
        "<details><summary>c3 #3  cold_refusal 生硬拒绝  cold  错误  需复核  clean "
        '<span class="small">data.jsonl:3</span></summary>\n'
        "<p>坐席可能在打发人。</p>\n"
        '<p class="turn">#1 坐席：随便吧。</p>\n'
        '<p class="turn">#2 客户：写的什么？</p>\n'
        '<p class="turn own">#3 坐席：你<mark>自己看</mark>。</p>\n'
        "</details>\n"
    ) in text


def test_what_is_said_is_text_and_nothing_else(tmp_path: Path) -> None:
    made, lists, _ = result(tmp_path)
    miss = lists.misses["missed"][0]
    said = (Said(1, "agent", "<script>alert('&')</script>"),)
    lists.misses["missed"][0] = replace(
        miss,
        record=replace(miss.record, id='<b id="x">'),
        label=replace(miss.label, around=said),
    )
    page, text = page_of(made, lists)
    assert "&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;" in text
    assert "script" not in page.tags
    assert "b" not in page.tags
    assert page.open == []


def test_what_is_not_listed_is_counted(tmp_path: Path) -> None:
    made, _, records = result(tmp_path)
    lists = Lists(1)
    for record in records:
        lists.add(record)
    _, text = page_of(made, lists)
    assert "<h2>误报 3</h2>\n" + '<p class="small">有 2 条没有列出</p>' in text


def test_a_comparison(tmp_path: Path) -> None:
    made, lists, records = result(tmp_path)
    _, _, before = result(tmp_path, Linter(SHOP, Selection(ignore=frozenset({"cold"}))))
    comparison = Comparison({(record.kind, record.id): record for record in before})
    for record in records:
        comparison.add(record)
    page, text = page_of(made, lists, comparison)
    assert page.open == []
    assert "<h2>与之前相比 (8)</h2><ul>" in text
    assert "<li>通话  查全 60.0% → 80.0%  查准 75.0% → 66.7%  误报 1 → 2</li>" in text
    assert "<h3>多找到的标注 1</h3>\n<details><summary>c1 #5" in text
    assert "<h3>新的误报 2</h3>" in text
    assert "<h3>没有了的误报 0</h3>" in text


def test_in_english_the_fixed_words_are_english(tmp_path: Path) -> None:
    made, _, _ = result(tmp_path)
    page, _ = page_of(made, Lists(), Comparison({}), lang="en")
    texts = "".join(text for text in page.texts if "font" not in text)
    assert not [char for char in texts if "\u4e00" <= char <= "\u9fff" and char not in "甲乙"]
    assert "Recall by category" in texts


def test_a_false_alarm_says_what_it_rests_on(tmp_path: Path) -> None:
    made, _, _ = result(tmp_path)
    lists = Lists()
    for record in records([LATE], tmp_path):
        lists.add(record)
    _, text = page_of(made, lists)
    assert (
        '<p class="turn own">#1 坐席：<mark>等着。</mark></p>\n'
        '<p class="turn small">依据 #0 抱怨：太慢了</p>\n</details>\n'
    ) in text
