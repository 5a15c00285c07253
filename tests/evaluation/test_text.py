from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from linter import Linter, Selection
from linter.evaluation.base import Wanted
from linter.evaluation.comparing import Comparison
from linter.evaluation.result import Lists
from linter.evaluation.text import TextFormat

from .samples import CALLS, LATE, SHOP, records, result

REPORT = Path(__file__).with_name("report.txt")
"""The report of all calls and sentences, its figures checked by hand in ``test_tally``."""


def test_the_whole_report(tmp_path: Path) -> None:
    made, lists, _ = result(tmp_path)
    text = "".join(TextFormat(Wanted(misses=True, alarms=True)).text(made, lists, None))
    assert text == REPORT.read_text(encoding="utf-8")


def test_lists_are_there_only_when_asked_for(tmp_path: Path) -> None:
    made, lists, _ = result(tmp_path)
    text = "".join(TextFormat(Wanted()).text(made, lists, None))
    before, _, after = REPORT.read_text(encoding="utf-8").partition("漏报：2\n")
    assert text == before + after[after.index("规则：shop") :]


def test_in_english_the_fixed_words_are_english(tmp_path: Path) -> None:
    made, _, _ = result(tmp_path)
    wanted = Wanted("en", misses=True, alarms=True)
    text = "".join(TextFormat(wanted).text(made, Lists(), Comparison({})))
    assert not [char for char in text if "\u4e00" <= char <= "\u9fff" and char not in "甲乙"]
    assert "calls, with review       5   80.0%  38–96" in text


@pytest.mark.parametrize("limit", [0, 1])
def test_no_more_is_listed_than_wanted(tmp_path: Path, limit: int) -> None:
    made, _, records = result(tmp_path)
    lists = Lists(limit)
    for record in records:
        lists.add(record)
    text = "".join(TextFormat(Wanted(misses=True)).text(made, lists, None))
    listed = text[text.index("漏报：2\n") : text.index("报了，但不在这一轮")]
    assert listed.count("shirking") == limit
    assert f"……还有 {2 - limit} 条，--limit 可以多列\n" in listed


def test_a_comparison(tmp_path: Path) -> None:
    made, lists, now = result(tmp_path)
    _, _, before = result(tmp_path, Linter(SHOP, Selection(ignore=frozenset({"rude", "cold"}))))
    calls = [record for record in before if record.kind == "call"]
    comparison = Comparison({(record.kind, record.id): record for record in calls})
    for record in now:
        comparison.add(record)
    text = "".join(TextFormat(Wanted()).text(made, lists, comparison))
    assert text[text.index("与之前相比") :] == (
        f"""与之前相比（同样的 {len(CALLS)} 通/句）
  通话  查全 20.0% → 80.0%  查准 50.0% → 66.7%  误报 1 → 2
  impatience 不耐烦  查全 0.0% → 100.0%  查准 — → 100.0%  误报 0 → 0
  cold_refusal 生硬拒绝  查全 0.0% → 100.0%  查准 — → 50.0%  误报 0 → 1
  everyday 日常  查全 33.3% → 100.0%  查准 100.0% → 100.0%  误报 0 → 0
  indirect 委婉  查全 0.0% → 50.0%  查准 — → 100.0%  误报 0 → 0
  clean 没有违规  查全 — → —  查准 0.0% → 0.0%  误报 1 → 2
多找到的标注：3
c1 #1  impatience 不耐烦  没报 → 报了  everyday  data.jsonl:1
    #0 客户：我想想。
    #1 坐席：快点说。
c1 #5  cold_refusal 生硬拒绝  没报 → 报了  everyday  data.jsonl:1
    #4 客户：写的什么？
    #5 坐席：你自己看。
c2 #5  impatience 不耐烦  没报 → 报在别的轮次  indirect  data.jsonl:2
    #4 客户：那我说了。
    #5 坐席：抱歉。
少找到的标注：0
新的误报：1
c3 #3  cold_refusal 生硬拒绝  cold  错误  需复核  clean  data.jsonl:3
    引文：自己看
    #2 客户：写的什么？
    #3 坐席：你自己看。
没有了的误报：0

规则：shop 0.1.0 abc；门槛：info 及以上
"""
    )


def test_nothing_hidden_reaches_the_terminal(tmp_path: Path) -> None:
    made, lists, _ = result(tmp_path)
    miss = lists.misses["missed"][0]
    lists.misses["missed"] = [replace(miss, record=replace(miss.record, id="c\x1b[31m1"))]
    text = "".join(TextFormat(Wanted(misses=True)).text(made, lists, None))
    assert "\x1b" not in text
    assert "c␛[31m1 #1" in text


def test_a_false_alarm_says_what_it_rests_on(tmp_path: Path) -> None:
    made, _, _ = result(tmp_path)
    lists = Lists()
    for record in records([LATE], tmp_path):
        lists.add(record)
    text = "".join(TextFormat(Wanted(alarms=True)).text(made, lists, None))
    assert (
        "误报：1\n"
        "late #1  missing_apology 缺少致歉安抚  no-sorry  警告  确定  data.jsonl:1\n"
        "    引文：等着。\n"
        "    依据 #0 抱怨：太慢了\n"
        "    #0 客户：太慢了。\n"
        "    #1 坐席：等着。\n"
    ) in text
