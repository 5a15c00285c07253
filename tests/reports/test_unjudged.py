"""What could not be judged is said, and not taken for a pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from linter import Linter
from linter.judged import Report, Verdict
from linter.model import Call, Turn
from linter.reports import Options, Summary
from linter.rulebook.load import load_texts
from linter.triage.select import Selection

from .samples import CALL, CLEAN, TONE, rendered

TIMES = "没有说话的时间"
CUT = "录音在客户说话时截断"
GREETED = Verdict("greeting", "met", turn=0)

RULE = """\
  - {{id: {id}, category: own, aspect: 话术, severity: warning, {judge},
     say: 说明, why: 理由, instead: 建议, tests: [{{flag: 坐席：【x】}}, {{pass: 坐席：x}}]}}
"""
PACK = """\
pack: own
signals:
  再见: {any: [再见]}
  急: {who: customer, any: [等不及]}
rules:
"""
JUDGES = {
    "slow": "measure: {of: longest_silence, limit: 15}",
    "long": "measure: {of: call_duration, limit: 600}",
    "bye": "require: 再见, at: closing",
    "soon": "require: 再见, when: 急, within: 2",
}
CUT_OFF = Call("c", (Turn("agent", "您好。"), Turn("customer", "我等不及了。")))
UNKNOWN = replace(CUT_OFF, turns=(Turn("unknown", "您好。"), Turn("unknown", "我等不及了。")))


def linted(*names: str, call: Call = CUT_OFF, **wanted: frozenset[str]) -> Report:
    rules = "".join(RULE.format(id=name, judge=JUDGES[name]) for name in names)
    return Linter(load_texts([("own.yml", PACK + rules)]), Selection(**wanted)).lint(call)


def of(count: int, reason: str = TIMES) -> tuple[Verdict, ...]:
    return tuple(Verdict(f"r{number}", "not_evaluated", reason) for number in range(count))


def shown(*verdicts: Verdict, lang: str = "zh", scored: bool = True) -> list[str]:
    """What is said of the call, without its heading."""
    report = replace(CLEAN, verdicts=verdicts, scores={"总分": 100} if scored else {})
    lines = rendered("text", [report], Options(lang=lang)).splitlines()
    return lines[1 : lines.index("")]


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "  没有判：1 条规则（没有说话的时间）：r0"),
        (3, "  没有判：3 条规则（没有说话的时间）：r0、r1、r2"),
        (4, "  没有判：4 条规则（没有说话的时间）：r0、r1、r2 等"),
    ],
)
def test_three_rules_are_named_at_most(count: int, expected: str) -> None:
    assert shown(GREETED, *of(count)) == [expected]


def test_a_line_for_each_reason() -> None:
    assert shown(GREETED, Verdict("bye", "not_evaluated", CUT), *of(2), scored=False) == [
        "  没有判：1 条规则（录音在客户说话时截断）：bye",
        "  没有判：2 条规则（没有说话的时间）：r0、r1",
    ]


def test_all_rules_for_one_reason_are_not_named() -> None:
    assert shown(*of(5), scored=False) == ["  没有判：所有规则，没有说话的时间"]
    assert shown(*of(5), lang="en", scored=False) == ["  Not judged: all rules, no speaking times"]


def test_in_english() -> None:
    assert shown(*of(4), lang="en") == ["  Not judged, rules: 4 (no speaking times): r0, r1, r2, …"]


@pytest.mark.parametrize(
    ("names", "call", "reason"),
    [
        (("slow",), CUT_OFF, "no speaking times"),
        (("slow",), UNKNOWN, "not known who is the agent and who the customer"),
        (("bye",), CUT_OFF, "recording cut off while the customer speaks"),
        (("soon",), CUT_OFF, "recording cut off after the trigger"),
    ],
)
def test_each_reason_has_its_english(names: tuple[str, ...], call: Call, reason: str) -> None:
    output = rendered("text", [linted(*names, call=call)], Options(lang="en"))
    assert f"  Not judged: all rules, {reason}\n" in output


def test_a_call_of_which_nothing_was_judged_is_not_called_clean() -> None:
    report = linted(*JUDGES, call=replace(UNKNOWN, id="c1"))
    assert rendered("text", [report], summary=Summary(files=1)) == (
        "通话 c1\n"
        "  没有判：所有规则，不知道谁是坐席、谁是客户\n"
        "\n"
        "检查了 1 个文件、1 通通话、2 轮（坐席 0 轮）。\n"
        "一条规则也没能判，不等于没有问题。\n"
        "有规则没有判的通话 1 通。\n"
    )


def test_calls_are_counted_by_what_was_judged_of_them() -> None:
    some = replace(CLEAN, verdicts=(GREETED, *of(1)))
    none = replace(CLEAN, verdicts=of(1), scores={})
    zh = rendered("text", [CLEAN, some, none])
    assert "没有发现问题。\n有规则没有判的通话 2 通，一条规则也没能判的 1 通。\n" in zh
    en = rendered("text", [CLEAN, some, none], Options(lang="en"))
    assert "Calls with rules not judged: 2; no rule judged at all: 1.\n" in en
    assert "没有判" not in rendered("text", [CLEAN])
    assert "No rule could be judged; that" in rendered("text", [none], Options(lang="en"))


def test_it_stands_under_the_findings() -> None:
    report = Report(CALL, (TONE,), of(1), scores={"总分": 80})
    output = rendered("text", [report], Options(color=True))
    said = "  \x1b[2m没有判：1 条规则（没有说话的时间）：r0\x1b[0m\n\n检查了"
    assert f"“我要投诉”\n\n{said}" in output


def test_no_number_is_explained_where_none_is_shown() -> None:
    assert "轮次从 0 数" not in rendered("text", [replace(CLEAN, verdicts=of(1))])


def test_the_diagnosis_does_not_say_again_that_nothing_is_known() -> None:
    unknown = linted("slow", call=UNKNOWN)
    assert {part.status for part in unknown.diagnosis} == {"未评"}
    assert "四项诊断" not in rendered("text", [unknown])
    assert "四项诊断" in rendered("text", [replace(unknown, scores={"总分": 100})])


def test_a_rule_nobody_asked_for_is_not_missed() -> None:
    both = linted("slow", "bye", select=frozenset({"bye"}))
    assert [v.status for v in both.verdicts] == ["not_evaluated"] * 2
    assert "  没有判：1 条规则（录音在客户说话时截断）：bye\n" in rendered("text", [both])
    assert "slow" not in rendered("text", [both])


def test_a_script_is_not_blamed_for_having_no_customer() -> None:
    script = replace(CUT_OFF, kind="script", turns=CUT_OFF.turns[:1])
    assert "没有判" not in rendered("text", [linted("soon", call=script)])
