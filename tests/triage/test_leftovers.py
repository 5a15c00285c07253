from __future__ import annotations

from linter.judged import Entry
from linter.triage.leftovers import leftovers
from linter.triage.traces import Traces

from .helpers import WORDS, baseline_of, script

EXCEPTION = Entry("exception", "scolding", "看过", "王敏", "2026-01-04", "ex.yml", 3, 5)
COMMENT = Entry("inline", "wait", "念过", "王敏", "", "a.md", 7, 1)
CALLS = [*script("# 甲\n- 您别喊。\n- 请稍等。\n"), *script("# 甲\n- 有病。\n", "b.md")]


def told(traces, baseline=None, holds=True, unread=(), rules=WORDS):
    return [*leftovers(traces, lambda entry: holds, rules, baseline, unread)]


def test_over():
    assert told(Traces([EXCEPTION], [EXCEPTION]), holds=False) == [
        (
            "ex.yml:3:5",
            "例外 2026-01-04 到期，scolding 又报出来了（看过，王敏）；改掉话术，或重新批准",
        )
    ]


def test_of_no_use():
    assert told(Traces([], [EXCEPTION, COMMENT])) == [
        ("a.md:7:1", "忽略注释没有用上：wait；去掉它，或检查写得对不对"),
        ("ex.yml:3:5", "例外没有用上：scolding；去掉它，或检查写得对不对"),
    ]


def test_of_use():
    assert told(Traces([EXCEPTION], [EXCEPTION])) == []


def test_one_word_for_each_file_of_a_baseline_that_was_linted():
    baseline = baseline_of(CALLS)
    first = baseline.entries[0]
    assert told(Traces((), (), [("a.md", "a.md")]), baseline) == [
        (
            f"huashu-baseline.json:{first.entry.line}:1",
            "基线里 a.md 有 2 处已经没有了；用 huashu baseline prune 去掉",
        )
    ]
    assert told(Traces([k.entry for k in baseline.entries], (), [("a.md", "a.md")]), baseline) == []
    assert told(Traces(), baseline) == []


def test_nothing_is_said_of_files_that_could_not_be_read_and_of_other_rules():
    baseline = baseline_of(CALLS)
    linted = Traces((), (), [("b.md", "x/b.md")])
    assert len(told(linted, baseline)) == 1
    assert told(linted, baseline, unread=["x/b.md:3"]) == []
    assert told(linted, baseline, rules=["other"]) == []
