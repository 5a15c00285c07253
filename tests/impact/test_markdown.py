from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from linter.impact.markdown import MOST, MarkdownFormat, length
from linter.impact.model import Side

from .samples import CALLS, OLD, call, renamed, result

REPORT = Path(__file__).with_name("report.md")


def text(found, lang="zh"):
    return "".join(MarkdownFormat(lang).text(found))


def test_the_whole_comment():
    assert text(result()) == REPORT.read_text(encoding="utf-8")


def test_nothing_changed():
    assert text(result(new=OLD)) == (
        "### 规则改动的影响\n\n`old.yml` → `new.yml`\n\n"
        "4 通通话，坐席 7 轮；0 通有变化。发现 5 → 5：多报 0，少报 0，变了 0，不变 5。\n"
    )


@pytest.mark.parametrize("word", ["。", "😀"])
def test_it_fits_into_a_comment(word):
    calls = [call(f"{n}", f"我想想{word * 300} 赶紧{word * 300}") for n in range(100)]
    said = text(result(calls))
    assert MOST * 0.9 < length(said) <= MOST
    assert len(said.encode("utf-16-le")) // 2 == length(said)
    assert said.count("<details>") == said.count("</details>")
    assert said.count("```text\n") == said.count("\n```\n")
    left = int(re.search(r"还有 (\d+) 处没有列出", said)[1])
    assert left + said.count("\n多报  ") == 100


def test_a_line_that_would_take_a_whole_comment_is_cut():
    said = text(result([call("c", f"我想想{'。' * 70_000} 赶紧")]))
    assert length(said) < 5_000
    assert "…\n    #1 坐席：赶紧\n" in said


def test_many_rules_are_summed_up():
    found = result()
    counts = found.tally.rules["rude"]
    found.tally.rules.update({f"rule-{n:02}": counts for n in range(40)})
    said = text(found)
    assert "| `其他 18 条规则` | 18 | 35 | 17 | 0 | 1 | 17 |" in said
    assert "| **所有规则** | 45 | 84 | 41 |" in said


def test_nothing_that_calls_or_files_say_is_markup():
    words = "<b>@someone</b>|#12 赶紧```</details>`@x"
    one = call("c|<i>`@y", words)
    found = replace(result([one]), old=Side("a|`@z<b>", "h", 1))
    said = text(found)
    outside = re.sub(r"(`{3,})text\n.*?\n\1\n", "", said, flags=re.DOTALL)
    outside = re.sub(r"`[^`\n]*`", "", outside)
    assert "@" not in outside
    assert "<b>" not in outside
    assert outside.count("</details>") == outside.count("<details>")
    assert "````text\n" in said


def test_each_call_once_is_shown_of_many():
    said = text(result([renamed(CALLS[0], n) for n in range(9)], limit=2))
    assert said.count("多报  c1-") == 2
    assert "……多报还有 7 处，--limit 可以多列\n" in said
