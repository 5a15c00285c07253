from __future__ import annotations

import pytest

from linter.judging.engine import judge
from linter.model import Call, Turn

from .helpers import ANGRY, ASK, SCOLD, SORRY, TELL, call, findings, judged, linter, one, verdict

FORBID = "{forbid: 训人}"
REQUIRE = "{when: 投诉诉求, require: 致歉安抚, within: 2, credit: 0}"
OPENING = "{require: 问候, at: opening}"
STEPS = "{sequence: [{诉求: 投诉诉求}, {训: 训人}]}"
REPEAT = "{repeat: {similar: 80, chars: 4, within: 3}}"
MEASURE = "{measure: {of: unbroken, limit: 30}}"
RISE = "{rise: {after: [tone], signal: 情绪}, category: rise}"
EVERY = (FORBID, REQUIRE, OPENING, STEPS, REPEAT, MEASURE, RISE)


# --- whether a rule is judged at all


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("未知：我要投诉。", "未知：您别喊。"), "不知道谁是坐席、谁是客户"),
        ((SCOLD, ASK), "只有坐席的话"),
        ((ANGRY, TELL), "只有客户的话"),
        ((ANGRY, "机器人：您别喊。", "系统：通话开始。"), "只有客户的话"),
        ((), "不知道谁是坐席、谁是客户"),
    ],
)
def test_without_an_agent_and_a_customer_no_rule_is_evaluated(
    lines: tuple[str, ...], reason: str
) -> None:
    made = judged(EVERY, *lines)
    assert made.findings == made.hidden == ()
    assert [v.status for v in made.verdicts] == ["not_evaluated"] * len(EVERY)
    assert {v.reason for v in made.verdicts} == {reason}


def test_every_rule_has_one_verdict_in_the_books_order() -> None:
    made = judged((RISE, *EVERY[:-1]), ANGRY, SCOLD)
    assert [v.rule for v in made.verdicts] == [f"r{n}" for n in range(1, 8)]
    assert [v.status for v in made.verdicts] == [
        "met",
        "violated",
        "violated",
        "violated",
        "violated",
        "met",
        "met",
    ]


def test_rules_that_need_the_customer_do_not_apply_to_scripts() -> None:
    made = judged(EVERY, SCOLD, ASK, kind="script")
    statuses = [v.status for v in made.verdicts]
    no = "not_applicable"
    assert statuses == ["violated", no, no, no, no, "met", no]
    assert {v.reason for v in made.verdicts if v.status == no} == {"话术库没有客户的话"}


def test_a_rule_may_be_for_scripts_only_or_say_it_is_for_both() -> None:
    scripts = "{forbid: 训人, applies: {kind: script}}"
    assert verdict(scripts, SCOLD, kind="script").status == "violated"
    said = verdict(scripts, TELL, SCOLD)
    assert (said.status, said.reason) == ("not_applicable", "只用于话术库")
    calls = "{forbid: 训人, applies: {kind: call}}"
    said = verdict(calls, SCOLD, kind="script")
    assert (said.status, said.reason) == ("not_applicable", "只用于通话")
    both = "{require: 问候, at: anywhere, applies: {kind: [call, script]}}"
    assert verdict(both, ASK, kind="script").status == "violated"


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("channel", "phone", "violated"),
        ("channel", "chat", "not_applicable"),
        ("channel", "", "violated"),
        ("direction", "out", "not_applicable"),
        ("scene", "退款", "not_applicable"),
        ("business", "宽带", "not_applicable"),
    ],
)
def test_rules_say_where_they_apply(field: str, value: str, status: str) -> None:
    wanted = {"channel": "[phone, 热线]", "direction": "in", "scene": "装机", "business": "手机"}
    rule = f"{{forbid: 训人, applies: {{{field}: {wanted[field]}}}}}"
    said = verdict(rule, TELL, SCOLD, **{field: value})
    assert said.status == status
    assert bool(said.reason) == (status == "not_applicable")


def test_the_second_layer_says_where_it_applies_too() -> None:
    rise = RISE.replace("category: rise", "category: rise, applies: {channel: chat}")
    lines = (TELL, SCOLD, "客户：真烦。")
    assert judged((FORBID, rise), *lines, channel="phone").verdicts[1].status == "not_applicable"
    assert judged((FORBID, rise), *lines, channel="chat").verdicts[1].status == "violated"


# --- what a finding carries


def test_finding_carries_its_rule_and_its_call() -> None:
    rule = """{forbid: 训人, id: tone-x, category: tone_policing, aspect: 话术, severity: error,
               say: 别管嗓门, why: 他在说事, instead: 我马上办, praise: true, deduct: false}"""
    found = one(rule, TELL, SCOLD, id="c9", path="calls/a.txt")
    assert (found.call, found.path, found.rule) == ("c9", "calls/a.txt", "tone-x")
    assert (found.category, found.aspect, found.severity) == ("tone_policing", "话术", "error")
    assert (found.message, found.why, found.suggestion) == ("别管嗓门", "他在说事", "我马上办")
    assert (found.role, found.praise, found.deduct) == ("agent", True, False)
    assert (found.line, found.column) == (None, None)


@pytest.mark.parametrize(
    ("text", "line", "column", "expected"),
    [
        ("先生，您别喊。", 7, 4, (7, 8)),
        ("先生，\n您别喊。", 7, 4, (8, 2)),
        ("先生，\n\n 您\n别喊。", 7, 4, (10, 1)),
        ("先生，\n您别喊。", 7, None, (7, None)),
        ("先生，您别喊。", None, None, (None, None)),
        ("先生，您别喊。", None, 4, (None, None)),
    ],
)
def test_line_and_column_are_those_of_the_quote(
    text: str, line: int | None, column: int | None, expected: tuple[int | None, int | None]
) -> None:
    made = linter(FORBID)
    turns = (Turn("customer", "宽带的事情。"), Turn("agent", text, line=line, column=column))
    (found,) = judge(made.book, made.view(Call("c", turns))).findings
    assert (found.line, found.column) == expected


def test_findings_stand_in_the_order_of_the_call() -> None:
    rules = ("{forbid: 骂人}", "{forbid: 训人}", "{forbid: 稍等}")
    lines = (TELL, "坐席：别喊，有病。", TELL, "坐席：请稍等，", "客户：嗯。", "坐席：别喊，有病。")
    assert [(f.turn, f.rule) for f in findings(rules, *lines)] == [
        (1, "r2"),
        (1, "r1"),
        (3, "r3"),
        (5, "r2"),
        (5, "r1"),
    ]


def test_every_quote_is_the_slice_it_says() -> None:
    lines = (
        "客户：　我要，呃，投诉！我要投诉",
        "坐席： 您，您别喊 ",
        "客户：嗯",
        "坐席：「别喊」～～請稍等。",
        "客户：真烦",
        "坐席：ＡＢ 别喊",
    )
    spoken = call(*lines)
    made = judged(EVERY, *lines)
    assert len(made.findings) >= 5
    for found in made.findings:
        for piece in (found, *found.evidence):
            assert piece.quote == spoken.turns[piece.turn].text[piece.start : piece.end]
        assert found.quote
        order = [(e.turn, e.start, e.end) for e in found.evidence]
        assert order == sorted(order)


# --- acts


def _acts(rules: tuple[str, ...], *lines: str, **fields: str) -> list[str]:
    return [found.act for found in findings(rules, *lines, **fields)]


def test_same_turn_and_same_aspect_are_one_act() -> None:
    rules = (FORBID, "{forbid: 骂人}", "{forbid: 稍等, aspect: 职责}")
    first, second, other = _acts(rules, TELL, "坐席：别喊，有病，请稍等。")
    assert first == second != other


def test_fragments_of_one_turn_are_one_act() -> None:
    first, second = _acts((FORBID, "{forbid: 骂人}"), TELL, SCOLD, "客户：嗯。", "坐席：有病。")
    assert first == second


def test_other_turns_and_other_calls_are_other_acts() -> None:
    first, second = _acts((FORBID,), TELL, SCOLD, TELL, SCOLD)
    assert first != second
    assert _acts((FORBID,), TELL, SCOLD, id="a") != _acts((FORBID,), TELL, SCOLD, id="b")


# --- fingerprints


def _prints(*lines: str, **fields: str) -> list[str]:
    return [found.fingerprint for found in findings((FORBID, STEPS), *lines, **fields)]


def test_fingerprint_survives_turns_put_in_and_files_moved() -> None:
    plain = _prints(TELL, SCOLD, path="a.txt", id="a")
    assert _prints("坐席：您好。", TELL, ASK, TELL, SCOLD, TELL, path="b/c.txt", id="b") == plain
    assert _prints(TELL, "坐席：先生，您别喊了好吗。") == plain


def test_equal_quotes_are_told_apart_by_their_order() -> None:
    first, second = _prints(TELL, SCOLD, TELL, SCOLD)
    assert first != second
    assert _prints(TELL, SCOLD) == [first]


def test_fingerprint_tells_rules_and_words_apart() -> None:
    assert len(set(_prints(ANGRY, SCOLD, TELL, "坐席：小声点。"))) == 4


def test_what_is_hidden_changes_no_fingerprint() -> None:
    plain = ("{forbid: 训人}", "{forbid: 骂人}")
    giving_way = ("{forbid: 训人, yields_to: r2}", "{forbid: 骂人}")
    lines = (TELL, "坐席：别喊，有病。", TELL, SCOLD)
    last = findings(plain, *lines)[-1]
    assert findings(giving_way, *lines)[-1].fingerprint == last.fingerprint
    made = judged(giving_way, *lines)
    both = [found.fingerprint for found in (*made.findings, *made.hidden)]
    assert len(set(both)) == 3


# --- doing it again


def test_judging_twice_is_the_same() -> None:
    lines = (ANGRY, SCOLD, "客户：真烦。", SCOLD, TELL, SORRY)
    assert judged(EVERY, *lines) == judged(EVERY, *lines)


def test_off_rules_are_judged_and_hidden() -> None:
    made = linter(FORBID, RISE)
    view = made.view(call(TELL, SCOLD, "客户：真烦。"))
    on, off = judge(made.book, view), judge(made.book, view, off={"r1"})
    assert [f.rule for f in on.findings] == ["r1", "r2"]
    assert ([f.rule for f in off.findings], [f.rule for f in off.hidden]) == (["r2"], ["r1"])
    assert on.verdicts == off.verdicts
