"""What all formats have in common: blocks, names, and that nothing breaks them."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from wcwidth import wcswidth

from linter.coaching.exemplars.formats import FORMATS
from linter.coaching.exemplars.language import FEW_AGENTS, FEW_EXEMPLARS
from linter.coaching.exemplars.naming import named

from .results import PATTERN, QUOTE, RESULT, TEXT, UPSET, WORDS

ALL = list(FORMATS)
READ = [name for name in FORMATS if name != "json"]


def text(name, result=RESULT, lang="zh"):
    return "\n".join(FORMATS[name](lang).lines(result))


def with_upset(**changes):
    return replace(RESULT, situations=(replace(UPSET, **changes),))


@pytest.mark.parametrize("name", READ)
def test_everything_is_told(name):
    said = text(name)
    for wanted in (
        "1000 通通话，14 位坐席",
        "7 处情境",
        "5 通没有写",
        "1 个输入",
        "客户着急",
        "客户夸奖",
    ):
        assert wanted in said
    for wanted in ("55/60", "82–97%", "60%", "88%", "20/30", "288/480", "321", "3/4", "120/240"):
        assert wanted in said
    assert "15" in said
    assert said.index("客户着急") < said.index("结束")


@pytest.mark.parametrize("name", READ)
def test_in_english_the_fixed_words_are_english(name):
    said = text(name, lang="en")
    assert "1000 calls, 14 agents" in said
    assert "Upset" in said
    assert "客户着急" not in said
    assert "坐席" not in said


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize(
    ("missing", "why"),
    [(FEW_EXEMPLARS, "三位标兵以上"), (FEW_AGENTS, "坐席太少"), ("", "没有一个是")],
)
def test_why_there_are_no_words(name, missing, why):
    assert why in text(name, with_upset(patterns=(), missing=missing))


@pytest.mark.parametrize("name", READ)
def test_nothing_at_all_is_said_so(name):
    nothing = replace(RESULT, situations=(), small=(), skipped=(), nobody=0)
    assert "没有可以比较的情境，所以什么也不说" in text(name, nothing)
    assert "哪种情境的数据都不够" in text(name, replace(RESULT, situations=()))


@pytest.mark.parametrize("name", READ)
def test_words_the_rules_ask_for_are_told_apart(name):
    assert "规则本来就要求" in text(name)
    new = with_upset(patterns=(replace(PATTERN, wanted=0.2),))
    assert "规则本来就要求" not in text(name, new)


@pytest.mark.parametrize("name", ALL)
def test_agents_have_other_names_everywhere(name):
    said = text(name, named(RESULT, lambda agent: {"a|1": "坐席01"}[agent]))
    assert "坐席01" in said
    assert "a|1" not in said
    assert "\ue000" not in said


def test_names_go_into_ids_and_paths():
    (upset, _) = named(RESULT, lambda _: "坐席01").situations
    quote = upset.patterns[0].quotes[0]
    assert (quote.agent, quote.call, quote.path) == ("坐席01", "c-坐席01", "坐席01/t.jsonl")


def test_markdown_takes_nothing_for_markup():
    said = text("markdown")
    assert "<b>*催" not in said
    assert "&lt;b&gt;\\*催\\*\\|\\`网点\\`" in said
    assert "&#64;王丽 https&#58;//x" in said
    rows = [line for line in said.splitlines() if line.startswith("| a")]
    assert rows
    assert all(row.replace("\\|", "").count("|") == 9 for row in rows)


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.tags, self.marked = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def test_html_is_one_sound_page_that_fetches_nothing():
    page = Page()
    page.feed(text("html"))
    assert page.open == []
    assert page.marked == [WORDS, WORDS]
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "b"}
    assert not any("src" in attrs or "href" in attrs for _, attrs in page.tags)


def test_html_is_made_for_the_dark_and_for_paper():
    said = text("html")
    assert "prefers-color-scheme: dark" in said
    assert "@media print" in said


def test_json_has_everything():
    found = json.loads(text("json"))
    assert (found["format"], found["version"]) == ("huashu-exemplars", 1)
    assert found["calls_without_agent"] == 5
    upset, closing = found["situations"]
    assert upset["exemplars"][0]["well"] == {"k": 55, "n": 60}
    assert upset["exemplars"][0]["q"] == 0.0012
    assert upset["patterns"][0]["text"] == WORDS
    quote = upset["patterns"][0]["quotes"][0]
    assert quote["text"][quote["start"] : quote["end"]] == WORDS
    assert (quote["text"], quote["asked"]) == (TEXT, QUOTE.asked)
    assert closing["exemplars"] == []
    assert [one["situation"] for one in found["too_little_data"]] == ["thanks"]
    assert json.loads(text("json", replace(RESULT, situations=(), small=())))["situations"] == []


def test_text_aligns_its_tables():
    lines = text("text").splitlines()
    head = next(line for line in lines if "95% 区间" in line)
    row = next(line for line in lines if "55/60" in line)
    assert wcswidth(head) == wcswidth(row)
    assert f"【{WORDS}】" in text("text")
