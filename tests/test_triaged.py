from __future__ import annotations

import pickle
from dataclasses import replace

from judging.helpers import call, linter
from triage.helpers import (
    TODAY,
    baseline_of,
    exemption,
    script,
    shown,
    small,
    taken,
    traces,
    triaged,
)

from linter import Linter, Selection
from linter.triage.exceptions import Exemption
from linter.triaged import Triaged

LINE = "# 甲\n- 您别喊。 <!-- huashu: ignore scolding why=念过 by=王敏 -->\n"
RISE = (
    "{forbid: 训人, id: scolding, category: tone, severity: error}",
    "{rise: {after: tone, signal: 情绪}, id: rise, category: rise, deduct: false}",
)
HOT = call("客户：真烦。", "坐席：您别喊。", "客户：气人。")


def test_nothing_to_triage_is_what_the_linter_says():
    (scene,) = script("# 甲\n- 您别喊。\n")
    assert triaged().lint(scene) == small().lint(scene)


def test_a_comment_takes_its_finding_out():
    reports = [triaged().lint(scene) for scene in script(LINE)]
    assert (shown(reports), taken(reports)) == ([], [("scolding", "inline")])


def test_a_comment_goes_before_an_exception_and_that_before_a_baseline():
    (scene,) = script(LINE)
    (bare,) = script("# 甲\n- 您别喊。\n")
    both = triaged([exemption("scolding", phrase="您别喊")], baseline_of([bare]))
    assert taken([both.lint(scene)]) == [("scolding", "inline")]
    assert taken([both.lint(bare)]) == [("scolding", "exception")]


def test_an_exception_costs_nothing_and_a_baseline_does():
    (scene,) = script("# 甲\n- 您别喊。\n")
    assert small().lint(scene).scores["总分"] == 95
    excepted = triaged([exemption("scolding", phrase="您别喊")]).lint(scene)
    assert excepted.scores == {"总分": 100}
    assert triaged(baseline=baseline_of([scene])).lint(scene).scores["总分"] == 95


def test_what_is_not_justified_is_missing_in_no_diagnosis():
    wrapped = Triaged(linter(*RISE[:1]), TODAY, [exemption("scolding", call="c1")])
    hot = replace(HOT, id="c1")
    assert linter(*RISE[:1]).lint(hot).diagnosis[1].status == "缺失"
    assert wrapped.lint(hot).diagnosis[1].status != "缺失"


def test_what_is_not_shown_still_feeds_the_second_layer_and_is_marked():
    wrapped = Triaged(linter(*RISE), TODAY, [exemption("scolding", phrase="您别喊")])
    (rise,) = wrapped.lint(HOT).findings
    assert rise.rule == "rise"
    assert [(e.label, e.rule) for e in rise.evidence if e.as_ == "cause"] == [
        ("说明（已忽略）", "scolding")
    ]
    plain = next(found for found in linter(*RISE).lint(HOT).findings if found.rule == "rise")
    assert [(e.label, e.rule) for e in plain.evidence if e.as_ == "cause"] == [("说明", "scolding")]


def test_over_is_over():
    (scene,) = script("# 甲\n- 您别喊。\n")
    one = exemption("scolding", until="2026-01-05", phrase="您别喊")
    assert shown([triaged([one]).lint(scene)]) == []
    late = triaged([one], today="2026-01-06").lint(scene)
    assert shown([late]) == [("scolding", "别喊")]
    assert [*late.traces.used] == [one.entry]


def test_what_a_run_does_not_show_makes_no_entry_idle():
    (scene,) = script("# 甲\n- 您别喊。\n")
    one = exemption("scolding", phrase="您别喊")
    baseline = baseline_of([scene])
    for entry, wrapped in (
        (one.entry, Triaged(_severe(), TODAY, [one])),
        (baseline.entries[0].entry, Triaged(_severe(), TODAY, (), baseline)),
    ):
        report = wrapped.lint(scene)
        assert (report.findings, report.suppressed) == ((), ())
        assert [*report.traces.used] == [entry]


def _severe() -> Linter:
    return Linter(small().book, Selection(min_severity="error"))


def test_entries_of_other_rules_are_not_met():
    (scene,) = script("# 甲\n- 您别喊。\n")
    report = triaged([exemption("backtalk", phrase="您别喊")]).lint(scene)
    assert traces([report]).met == set()


def test_praise_is_in_no_baseline():
    linted = Linter(small().book, Selection(praise=True))
    (scene,) = script("# 甲\n- 您坐。\n")
    assert Triaged(linted, TODAY, (), baseline_of([scene])).lint(scene).suppressed == ()


def test_it_goes_to_other_processes():
    (scene,) = script("# 甲\n- 您别喊。\n")
    here = triaged([exemption("wait", phrase="稍等")], baseline_of([scene]))
    there = pickle.loads(pickle.dumps(here))
    assert there.lint(scene) == here.lint(scene)
    assert there.book.rules == here.book.rules
    assert isinstance(there.exemptions[0], Exemption)
