"""Signals that could not be looked for: no silent pass, and no finding of what is missing."""

from __future__ import annotations

import pytest

from .clocked import judged, places, said

SIGNALS = """
pack: words
slots: {电话: {answer: <数字 7+>, volunteered: 电话是<数字 7+>}}
classes: {信息: {电话: [电话]}}
signals:
  久等: {measure: {of: silence, over: 10}}
  快嘴: {measure: {of: rate, over: 300}}
  客久: {who: customer, measure: {of: silence, over: 10}}
  久组: {of: 久等}
  开头问好: {any: 您好, at: first 10s}
  结尾: {any: 再见, at: last 10s}
  致歉: {any: 抱歉}
  查询: {any: 查一下}
  训人: {any: 别喊}
  索要: {any: 报<信息 as 项>}
  火气: {who: customer, levels: {1: 真烦, 2: 气人}}
  客尾: {who: customer, any: 气人, at: last 10s}
  通话结束: {who: any, any: 再见}
"""
NO_TIMES = ("not_evaluated", "没有说话的时间")

TELL = "客户：真烦，网断了。"
CHECK = "坐席：我给您查一下网络的情况。"
SCOLD = "坐席：您先别喊。"
SORRY = "坐席：实在抱歉。"
HELLO = "坐席：您好。"
BYE = "坐席：再见。"


def verdict(rule: str, *lines: str) -> tuple[str, str]:
    return said(rule, *lines, signals=SIGNALS)


def found(rule: str, *lines: str) -> list[tuple[int, str]]:
    return places(rule, *lines, signals=SIGNALS)


@pytest.mark.parametrize(
    "rule",
    [
        "{forbid: 久等}",
        "{forbid: 快嘴}",
        "{forbid: 久组}",
        "{forbid: 开头问好}",
        "{forbid: 结尾}",
        "{forbid: [致歉, 久等]}",
        "{forbid: 训人, when: 客久, within: 2}",
        "{forbid: 久等, when: 火气, within: 2}",
        "{require: 结尾, at: anywhere}",
        "{require: 开头问好, at: opening}",
        "{require: {all: [查询, 开头问好]}, at: opening}",
        "{require: 致歉, when: 久等, within: 2}",
        "{require: 久等, when: 火气, within: 2}",
        "{require: 致歉, when: 火气, within: 2, settled: 结尾}",
        "{require: 致歉, when: 火气, within: 2, nearly: 结尾}",
        "{require: 开头问好, when: 查询, before: 1}",
        "{require: 致歉, when: 久等, before: 1}",
        "{sequence: [{一: 火气}, {二: 久等}]}",
        "{sequence: [{一: 久等}, {二: 查询}]}",
        "{sequence: [{一: 久等}, {二: 查询}], order: any}",
        "{measure: {of: count, signals: 久等, limit: 1}}",
        "{measure: {of: count, signals: [结尾, 致歉], limit: 1}}",
        "{measure: {of: mixed, signals: [结尾, 致歉]}}",
        "{repeat: {when: 客久}}",
        "{measure: {of: talk_share, limit: 60}}",
    ],
)
def test_without_times_there_is_no_verdict(rule: str) -> None:
    lines = (HELLO, TELL, CHECK, "客户：没人管吗？", "坐席：马上就好，再见。")
    assert found(rule, *lines) == []
    assert verdict(rule, *lines) == NO_TIMES


def test_what_is_nowhere_in_the_words_needs_no_times() -> None:
    assert verdict("{forbid: 结尾}", TELL, CHECK) == ("met", "")
    assert verdict("{require: 结尾, at: anywhere}", TELL, CHECK) == ("violated", "")
    assert verdict("{require: 致歉, when: 结尾, within: 2}", TELL, CHECK)[0] == "not_applicable"


TIMED = (
    "客户 0~5：真烦，网断了。",
    "坐席 6~9：我给您查一下网络的情况。",
    "客户 9~10：快一点吧。",
    "坐席 30~32：查到了您听我说。",
    "客户 33~34：讲吧讲吧你。",
)


def test_with_times_there_is_a_verdict() -> None:
    assert found("{forbid: 久等}", *TIMED) == [(3, "查到了您听我说。")]
    assert found("{forbid: 久组}", *TIMED) == [(3, "查到了您听我说。")]
    assert found("{require: 致歉, when: 久等, before: 1}", *TIMED) == [(3, "查到了您听我说。")]
    assert verdict("{forbid: 快嘴}", *TIMED) == ("met", "")
    assert verdict("{forbid: 开头问好}", *TIMED) == ("met", "")


def test_the_measure_is_evidence() -> None:
    (only,) = judged("{forbid: 久等}", *TIMED, signals=SIGNALS).findings
    assert [(e.as_, e.label, e.quote) for e in only.evidence] == [
        ("note", "久等（20 秒）", "查到了您听我说。")
    ]


def partly(*missing: int) -> tuple[str, ...]:
    """The call with some turns' times left out."""
    return tuple(
        line if n not in missing else f"{line.split(' ')[0]}：{line.split('：')[1]}"
        for n, line in enumerate(TIMED)
    )


def test_what_could_be_measured_is_a_fault_whatever_could_not() -> None:
    lines = (*TIMED, "坐席：那我先处理一下。")
    assert found("{forbid: 久等}", *lines) == [(3, "查到了您听我说。")]
    assert verdict("{forbid: 久等}", *lines)[0] == "violated"


def test_where_nothing_measured_is_a_fault_the_rest_proves_nothing() -> None:
    assert verdict("{forbid: 久等}", *partly(3)) == NO_TIMES
    assert verdict("{forbid: 快嘴}", *partly(1)) == NO_TIMES


def test_a_missing_thing_is_never_reported_on_half_the_times() -> None:
    rule = "{require: 久等, when: 火气, within: 1}"
    assert (found(rule, *TIMED), verdict(rule, *TIMED)[0]) == (
        [(1, "我给您查一下网络的情况。")],
        "violated",
    )
    assert (found(rule, *partly(1)), verdict(rule, *partly(1))) == ([], NO_TIMES)
    # The turn whose times are missing is another: still nobody knows.
    assert (found(rule, *partly(3)), verdict(rule, *partly(3))) == ([], NO_TIMES)


@pytest.mark.parametrize("broken", ["坐席 32~30：查到了您听我说。", "坐席 ?~32：查到了您听我说。"])
def test_times_that_run_backwards_are_none(broken: str) -> None:
    lines = (*TIMED[:3], broken, TIMED[4])
    assert verdict("{forbid: 久等}", *lines) == NO_TIMES


def test_other_rules_of_the_call_are_judged() -> None:
    answer = judged(("{forbid: 久等}", "{forbid: 训人}"), TELL, SCOLD, signals=SIGNALS)
    assert [v.status for v in answer.verdicts] == ["not_evaluated", "violated"]
    assert [f.rule for f in answer.findings] == ["r2"]


def test_where_it_does_not_apply_times_do_not_matter() -> None:
    rule = "{forbid: 久等, applies: {kind: script}}"
    assert verdict(rule, TELL, CHECK)[0] == "not_applicable"
    assert verdict("{forbid: 久等}", "未知：喂您好吗。") == (
        "not_evaluated",
        "不知道谁是坐席、谁是客户",
    )


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        # Nobody knows whether the excuse, the end or the barred step was there.
        ("{forbid: 训人, unless: [{same_turn: 久等}]}", (TELL, SCOLD)),
        (
            "{forbid: 训人, when: 火气, within: 3, until: 结尾}",
            (TELL, "坐席：先再见。", "客户：别走，网断了。", SCOLD),
        ),
        ("{sequence: [{一: 火气}, {无 二: 久等}, {三: 训人}]}", (TELL, CHECK, "客户：快。", SCOLD)),
        ("{sequence: [{一: 火气}, {三: 训人}], unless_between: 久等}", (TELL, SCOLD)),
        ("{sequence: [{一: 火气}, {三: 训人}], unless_turn: 久等}", (TELL, SCOLD)),
        (
            "{repeat: {over: 快嘴}}",
            ("坐席：我给您好好查一下看。", TELL, "坐席：我给您好好查一下看。"),
        ),
    ],
)
def test_an_excuse_that_could_not_be_looked_for(rule: str, lines: tuple[str, ...]) -> None:
    assert (found(rule, *lines), verdict(rule, *lines)) == ([], NO_TIMES)


def test_a_rise_of_what_could_not_be_looked_for() -> None:
    rules = ("{rise: {after: [tone], signal: 客尾}}", "{forbid: 训人}")
    lines = ("客户：网断了。", SCOLD, "客户：你真气人。")
    assert said(rules, *lines, signals=SIGNALS) == NO_TIMES


def test_a_severity_that_could_not_be_told_is_the_default() -> None:
    rule = "{forbid: 训人, severity: {default: warning, after 客久: error}}"
    (only,) = judged(rule, TELL, SCOLD, signals=SIGNALS).findings
    assert (only.severity, verdict(rule, TELL, SCOLD)[0]) == ("warning", "violated")


def test_what_was_required_and_heard_is_met_without_times() -> None:
    rule = "{require: [致歉, 结尾], at: anywhere}"
    assert verdict(rule, TELL, SORRY) == ("met", "")
    assert verdict(rule, TELL, BYE) == NO_TIMES
