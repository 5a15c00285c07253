from __future__ import annotations

from linter.judged import Part
from linter.judging.diagnosis import PARTS, diagnose
from linter.judging.engine import judge

from .helpers import ANGRY, ASK, SCOLD, SORRY, TELL, call, linter

RULES = (
    "{when: 投诉诉求, require: 致歉安抚, within: 2, late: 2, aspect: 话术, say: 没道歉}",
    "{forbid: 训人, aspect: 态度, severity: error, say: 训了人, instead: 我来办}",
    "{when: 投诉诉求, require: 受理动作, within: 2, credit: 0, aspect: 职责, say: 没受理}",
    "{forbid: 索要, when: 拒答或叫停, within: 1, aspect: 适时结束, say: 还在问}",
    "{forbid: 骂人, aspect: 态度, severity: error, yields_to: r2}",
    "{forbid: [受理动作, 复述核对], aspect: 职责, praise: true, severity: info}",
)
BYE = "坐席：请慢走。"


def _parts(*lines: str, **fields: str) -> dict[str, Part]:
    made = linter(*RULES)
    view = made.view(call(*lines, **fields))
    parts = diagnose(made.book, view, judge(made.book, view))
    assert tuple(part.name for part in parts) == PARTS
    return {part.name: part for part in parts}


def _statuses(*lines: str, **fields: str) -> list[str]:
    return [part.status for part in _parts(*lines, **fields).values()]


def test_nobody_wants_anything_or_is_upset() -> None:
    assert _statuses(TELL, SCOLD) == ["不适用"] * 4


def test_unknown_roles_are_not_judged() -> None:
    assert _statuses("未知：我要投诉。", "未知：您别喊。") == ["未评"] * 4


def test_scripts_have_no_customer() -> None:
    assert _statuses(SCOLD, kind="script") == ["不适用"] * 4


def test_all_four_missing() -> None:
    lines = (ANGRY, "坐席：报一下号码。", "客户：别问了。", "坐席：别喊，报一下号码。")
    assert _statuses(*lines, "客户：混账。") == ["缺失"] * 4


def test_all_four_done() -> None:
    parts = _parts(ANGRY, "坐席：非常抱歉，我来处理。", TELL, BYE)
    assert [part.status for part in parts.values()] == ["做到"] * 4
    assert [(part.turn, part.quote) for part in parts.values()] == [
        (1, "抱歉"),
        (1, "我来处理"),
        (1, "我来处理"),
        (3, "请慢走"),
    ]
    assert [(e.turn, e.as_, e.quote) for e in parts["话术"].chain] == [
        (0, "trigger", "我要投诉"),
        (1, "shown", "抱歉"),
    ]


def test_calm_anger_is_a_trigger_too() -> None:
    assert _statuses("客户：真烦。", SORRY, TELL, BYE) == ["做到", "做到", "不适用", "做到"]


def test_missing_names_the_worst_and_what_to_say() -> None:
    part = _parts(ANGRY, "坐席：非常抱歉，我来处理。", TELL, SCOLD, TELL, BYE)["态度"]
    assert (part.status, part.turn, part.quote) == ("缺失", 3, "别喊")
    assert (part.reason, part.suggestion) == ("训了人", "我来办")
    assert [(e.turn, e.as_) for e in part.chain] == [(0, "trigger"), (3, "finding")]


def test_hidden_findings_are_in_the_chain() -> None:
    part = _parts(ANGRY, "坐席：抱歉，有病，别喊。", TELL, BYE)["态度"]
    assert [(e.turn, e.quote, e.label, e.rule) for e in part.chain][1:] == [
        (1, "有病", "说明", "r5"),
        (1, "别喊", "训了人", "r2"),
    ]


def test_late_is_not_missing() -> None:
    part = _parts(ANGRY, ASK, TELL, ASK, TELL, SORRY)["话术"]
    assert (part.status, part.turn) == ("做到", 5)


def test_words_of_the_turn_before_are_credited() -> None:
    part = _parts(SORRY, ANGRY, "坐席：我来处理。", TELL, BYE)["话术"]
    assert (part.status, part.turn) == ("做到", 0)
    assert [(e.turn, e.as_) for e in part.chain] == [(0, "shown"), (1, "trigger")]


def test_words_of_two_turns_before_are_not() -> None:
    assert _parts(SORRY, TELL, ASK, "客户：真烦。", ASK)["话术"].status == "不适用"


def test_closing_words_before_the_trigger_are_not() -> None:
    assert _parts(BYE, ANGRY, SORRY)["适时结束"].status == "不适用"


def test_first_apology_and_last_goodbye_are_named() -> None:
    assert _parts(ANGRY, SORRY, TELL, SORRY)["话术"].turn == 1
    assert _parts(ANGRY, SORRY, TELL, BYE, TELL, BYE)["适时结束"].turn == 5


def test_nothing_said_after_the_trigger_is_not_judged() -> None:
    parts = _parts(ASK, ANGRY)
    assert [part.status for part in parts.values()] == ["未评"] * 4
    assert "截断" in parts["话术"].reason


def test_cut_off_call_leaves_the_ending_open() -> None:
    assert _statuses(ANGRY, SORRY, TELL)[3] == "未评"
    assert _statuses(ANGRY, SORRY)[3] == "不适用"
    assert _statuses("客户：真烦。", ASK, TELL) == ["不适用", "做到", "不适用", "未评"]


def test_no_word_against_the_customer_is_attitude_done() -> None:
    part = _parts("客户：真烦。", ASK)["态度"]
    assert (part.status, part.turn, part.quote) == ("做到", 1, "请接着讲。")


def test_decent_turn_is_one_nobody_found_fault_with() -> None:
    part = _parts(ANGRY, "坐席：报一下号码。", "客户：别问了。", "坐席：报一下号码。", TELL, ASK)[
        "态度"
    ]
    assert (part.status, part.turn) == ("做到", 5)
    part = _parts(ANGRY, "坐席：报一下号码。")["态度"]
    assert (part.status, part.turn, part.quote) == ("做到", None, "")
    assert part.reason == "没有针对人的话"
    assert _parts("客户：真烦。", "坐席：跟您核对。", TELL, ASK)["态度"].turn == 1


def test_praise_is_not_missing() -> None:
    assert _parts(ANGRY, "坐席：非常抱歉，我来处理。")["职责"].status == "做到"
