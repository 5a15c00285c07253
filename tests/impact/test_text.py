from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from linter.impact.text import TextFormat

from .samples import OLD, call, result

REPORT = Path(__file__).with_name("report.txt")


def text(found, lang="zh"):
    return "".join(TextFormat(lang).text(found))


def test_the_whole_report():
    assert text(result()) == REPORT.read_text(encoding="utf-8")


def test_nothing_changed():
    assert text(result(new=OLD)) == (
        "规则改动的影响：old.yml → new.yml\n"
        "old.yml：6 条规则，hash-of-old\n"
        "new.yml：6 条规则，hash-of-new\n"
        "4 通通话，坐席 7 轮；0 通有变化。\n"
        "发现 5 → 5：多报 0，少报 0，变了 0，不变 5。\n"
    )


def test_what_is_left_out_and_what_was_not_read():
    said = text(replace(result(limit=1), skipped=(("a.txt:1", "坏了"),)))
    assert "不变 2。\n没有读到底的输入 1 个：\n  a.txt:1  坏了\n\n规则\n" in said
    assert "  ……少报还有 1 处，--limit 可以多列\n" in said


def test_in_english():
    said = text(result(), "en")
    assert said.startswith("What a change to the rules does: old.yml → new.yml\n")
    assert "Findings 5 → 4: 1 gained, 2 lost, 1 changed, 2 the same.\n" in said
    assert "rude  impatience: gained 1\n  gained  c1 #1  error  certain  labelled  calls" in said


def test_what_calls_say_stays_on_its_line():
    hostile = "我想想。 赶紧\x1b[31m\u202e"
    said = text(result([call("c\n1", hostile)]))
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "c␊1 #1" in said


def test_scenes_are_no_calls():
    made = result()
    made.tally.scenes = 1
    assert "\n3 通通话，1 个场景，坐席 7 轮；" in text(made)
    assert "\n3 call(s), 1 scene(s), 7 agent turn(s); " in text(made, "en")
    made.tally.scenes = made.tally.calls
    assert "\n4 个场景，坐席 7 轮；" in text(made)
    assert " 个有变化。" in text(made)
