"""Patterns looked for by sound: what a recogniser wrote in place of the words that were said."""

from __future__ import annotations

import pytest

from linter.model import Hit

from .helpers import call
from .timed import gone, hits, view_of


def found(said: str, *lines: tuple[str, str]) -> list[Hit]:
    rules = f"classes: {{信息: {{电话: [电话], 地址: [地址]}}}}\nsignals: {{试: {{{said}}}}}"
    return [seen.hit for seen in view_of(rules, call(*lines)).seen.get("试", ())]


def heard(said: str, text: str) -> list[tuple[str, str, str]]:
    """Words, what they were heard as, and how sure that is."""
    return [(text[h.start : h.end], h.note, h.certainty) for h in found(said, ("a", text))]


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ("any: [抱歉], heard: same", "抱歉啊", [("抱歉", "", "certain")]),
        ("any: [抱歉], heard: same", "报欠啊", [("报欠", "听作“抱歉”", "review")]),
        ("any: [抱歉]", "报欠啊", []),
        ("any: [抱歉], heard: same", "抱怨", []),
        ("any: [支付], heard: same", "自付一下", []),
        ("any: [支付], heard: near", "自付一下", [("自付", "听作“支付”", "review")]),
        ("any: [支付], heard: [z-zh]", "自付一下", [("自付", "听作“支付”", "review")]),
        ("any: [支付], heard: [n-l]", "自付一下", []),
        ("any: [南宁], heard: [n-l, in-ing]", "兰林", [("兰林", "听作“南宁”", "review")]),
        # Both in one turn: the very words are certain, the others are not.
        (
            "any: [抱歉], heard: same",
            "抱歉，报欠",
            [("抱歉", "", "certain"), ("报欠", "听作“抱歉”", "review")],
        ),
        # Fillers, spaces and width do not keep the sounds apart.
        ("any: [抱歉], heard: same", "报呃欠", [("报呃欠", "听作“抱歉”", "review")]),
        ("any: [对不起], heard: same", "对 不启", []),
        ("any: [抱歉], heard: same", "報欠", [("報欠", "听作“抱歉”", "review")]),
        # A single character is taken as written.
        ("any: [退], heard: near", "推", []),
        ("any: [退], heard: near", "退", [("退", "", "certain")]),
        ("any: [(退|抱歉)], heard: same", "推，报欠", [("报欠", "听作“抱歉”", "review")]),
        # Only the words that were misheard are named.
        (
            "any: [给您…登记], heard: same",
            "给您马上等级",
            [("给您马上等级", "听作“登记”", "review")],
        ),
        (
            "any: [非常…抱歉], heard: same",
            "飞长的报欠",
            [("飞长的报欠", "听作“非常抱歉”", "review")],
        ),
        ("any: [^抱歉$], heard: same", "报欠，真的报欠", [("报欠", "听作“抱歉”", "review")]),
        ("any: [(前无 别)抱歉], heard: same", "别报欠。报欠", [("报欠", "听作“抱歉”", "review")]),
        ("any: [(前无 别说)抱歉], heard: same", "憋说报欠", [("报欠", "听作“抱歉”", "review")]),
        ("maybe: [抱歉], heard: same", "抱歉", [("抱歉", "", "review")]),
        ("maybe: [抱歉], heard: same", "报欠", [("报欠", "听作“抱歉”", "review")]),
        ("any: ['<数字 3+>号'], heard: same", "一二三号", [("一二三号", "", "certain")]),
        ("any: [抱歉], regex: ['a{2}'], heard: same", "aa", [("aa", "", "certain")]),
        ("any: [抱歉], heard: same", "", []),
    ],
)
def test_by_sound(said: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert heard(said, text) == expected


def test_levels_and_slots_are_those_of_what_was_meant() -> None:
    (levelled,) = found("levels: {2: [投诉]}, heard: same", ("a", "头诉"))
    assert (levelled.level, levelled.certainty, levelled.pattern) == (2, "review", "投诉")
    (slotted,) = found("any: ['报<信息 as 项>'], heard: same", ("a", "报低质"))
    assert (slotted.slots, slotted.note) == ((("项", "地址"),), "听作“地址”")


def test_where_both_overlap_the_very_words_are_kept() -> None:
    assert heard("any: [付款, 支付宽], heard: same", "支付款") == [("付款", "", "certain")]
    assert heard("any: [支付宽], heard: same", "支付款") == [("支付款", "听作“支付宽”", "review")]


def test_of_two_sound_alikes_in_one_place_there_is_one() -> None:
    assert heard("any: [抱歉, 报千], heard: same", "包前") == [("包前", "听作“抱歉”", "review")]


def test_a_sound_alike_over_a_cut() -> None:
    (only,) = found("any: [给您……登记], heard: same", ("a", "给您"), ("c", "嗯"), ("a", "等级"))
    assert (only.turn, only.start, only.end, only.note) == (0, 0, 2, "听作“登记”")
    assert found("any: [登记], heard: same", ("a", "等"), ("c", "嗯"), ("a", "级")) == []


def test_exceptions_hold_for_sound_alikes() -> None:
    view = view_of(
        "signals: {试: {any: [抱歉], heard: same, over: [报欠条], not_if: [不用]}}",
        call(("a", "报欠条"), ("c", "啥"), ("a", "不用报欠"), ("c", "啥"), ("a", "报欠")),
    )
    assert gone(view, "试") == [(0, "报欠", "over: 报欠条"), (2, "报欠", "not_if: 不用")]
    assert hits(view, "试") == [(4, "报欠")]


def test_exceptions_are_not_looked_for_by_sound() -> None:
    assert heard("any: [抱歉], heard: same, not_if: [不用]", "步用，抱歉") == [
        ("抱歉", "", "certain")
    ]


def test_members_keep_their_notes_in_a_group() -> None:
    view = view_of("signals: {组: {of: 试}, 试: {any: [抱歉], heard: same}}", call(("a", "报欠")))
    (only,) = view.seen["组"]
    assert (only.hit.note, only.hit.certainty) == ("听作“抱歉”", "review")


def test_all_may_be_heard() -> None:
    said = "all: [抱歉, 登记], heard: same"
    assert [(text, note) for text, note, _ in heard(said, "报欠，等级一下")] == [
        ("报欠", "听作“抱歉”"),
        ("等级", "听作“登记”"),
    ]
    assert heard(said, "报欠") == []
