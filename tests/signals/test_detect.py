"""Signals in a turn: whose, how strong, with what slots, in whose name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model import Call, Turn
from linter.signals.detect import Detector
from linter.text.fold import fold
from linter.text.normal import BOUNDARIES
from linter.text.turns import speaking_turns

from .helpers import book, call, seen, standing, view

HEAT = """
signals:
  情绪:
    who: customer
    levels:
      1: [着急, 生气]
      2: [气死, 太气人]
      3: [滚, 气死我了]
"""


@pytest.mark.parametrize(
    ("who", "roles"),
    [("agent", "a"), ("customer", "c"), ("any", "acbsu")],
)
def test_whose_turn(who: str, roles: str) -> None:
    rules = f"signals:\n  甲: {{who: {who}, any: [你好]}}"
    assert [role for role in "acbsu" if standing(rules, "你好", role)] == list(roles)


def test_a_signal_is_the_agent_s_unless_it_says_so() -> None:
    assert standing("signals:\n  甲: {any: [你好]}", "你好", "a") == ["你好"]
    assert standing("signals:\n  甲: {any: [你好]}", "你好", "c") == []


def test_signals_of_both_sides_stand_in_any_order() -> None:
    rules = "signals:\n  甲: {any: [一]}\n  乙: {who: customer, any: [二]}\n  丙: {any: [三]}"
    assert standing(rules, "一二三", "a") == ["一", "三"]
    assert standing(rules, "一二三", "c") == ["二"]


def test_a_hit_says_where_it_is_and_what_found_it() -> None:
    (found,) = seen("signals:\n  道歉: {any: [(很|)抱歉, 对不起]}", "嗯，很 抱歉！")
    hit = found.hit
    assert (hit.signal, hit.turn, hit.level, hit.slots) == ("道歉", 0, 0, ())
    assert (hit.start, hit.end, hit.pattern, hit.certainty) == (4, 6, "(很|)抱歉", "certain")
    assert (found.speaking, found.start, found.end) == (0, 2, 4)


def test_slots_are_captured() -> None:
    rules = """
classes:
  信息: {电话: [手机号, 电话], 地址: [住哪]}
signals:
  索要: {any: [报…<信息 as 项>]}
"""
    assert [s.hit.slots for s in seen(rules, "报手机号，报一下住哪")] == [
        (("项", "电话"),),
        (("项", "地址"),),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("我着急", [("着急", 1)]),
        ("气死了", [("气死", 2)]),
        ("气死我了", [("气死我了", 3)]),
        ("着急，气死，滚", [("着急", 1), ("气死", 2), ("滚", 3)]),
        ("我高兴", []),
    ],
)
def test_levels(words: str, expected: list[tuple[str, int]]) -> None:
    hits = [s.hit for s in seen(HEAT, words, "c")]
    assert [(words[hit.start : hit.end], hit.level) for hit in hits] == expected


def test_maybe_is_only_worth_a_look() -> None:
    rules = "signals:\n  甲: {any: [不行], maybe: [够呛, 行吧]}"
    assert [(s.hit.pattern, s.hit.certainty) for s in seen(rules, "不行，够呛")] == [
        ("不行", "certain"),
        ("够呛", "review"),
    ]


def test_of_overlapping_hits_the_certain_one_is_kept() -> None:
    rules = "signals:\n  甲: {any: [行吧], maybe: [不行, 不行吧]}"
    assert [s.hit.pattern for s in seen(rules, "不行吧")] == ["行吧"]


def test_of_overlapping_hits_the_standing_one_is_kept() -> None:
    rules = "signals:\n  甲: {any: [不行], levels: {2: [行吧]}, over: [好行吧]}"
    assert [(s.hit.pattern, s.taken_back) for s in seen(rules, "不好行吧")] == [
        ("行吧", "over: 好行吧")
    ]
    rules = "signals:\n  甲: {any: [不行, 行吧], over: [行吧了]}"
    assert [(s.hit.pattern, s.taken_back) for s in seen(rules, "不行吧了")] == [
        ("不行", "over: 行吧了")
    ]


def test_of_overlapping_hits_the_earlier_then_the_longer_is_kept() -> None:
    rules = "signals:\n  甲: {any: [乙丙, 甲乙, 丙丁戊, 丙丁]}"
    assert [s.hit.pattern for s in seen(rules, "甲乙丙丁戊")] == ["甲乙", "丙丁戊"]


MEMBERS = """
signals:
  全部: {who: customer, of: [中间, 丙]}
  中间: {who: customer, of: [甲, 乙], any: [戊]}
  旁边: {who: customer, of: [甲]}
  甲: {who: customer, any: [甲], not_if: [假]}
  乙: {who: customer, levels: {2: [乙]}}
  丙: {who: customer, maybe: [丙]}
"""


def named(words: str) -> list[tuple[str, str]]:
    seen = view(MEMBERS, ("c", words)).seen
    return sorted((s.hit.signal, s.hit.pattern) for hits in seen.values() for s in hits)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("甲", {"甲", "中间", "全部", "旁边"}),
        ("乙", {"乙", "中间", "全部"}),
        ("丙", {"丙", "全部"}),
        ("戊", {"中间", "全部"}),
        ("丁", set()),
    ],
)
def test_a_member_s_hits_are_the_group_s(words: str, expected: set[str]) -> None:
    assert named(words) == sorted((name, words) for name in expected)


def test_a_member_s_hit_keeps_its_level_certainty_and_fate() -> None:
    (group,) = view(MEMBERS, ("c", "乙")).seen["全部"]
    assert group.hit.level == 2
    (group,) = view(MEMBERS, ("c", "丙")).seen["全部"]
    assert group.hit.certainty == "review"
    found = view(MEMBERS, ("c", "甲，假"))
    assert not found.seen
    assert {s.taken_back for hits in found.taken_back.values() for s in hits} == {"not_if: 假"}
    assert set(found.taken_back) == {"甲", "中间", "全部", "旁边"}


def test_a_group_reached_in_two_ways_has_a_hit_once() -> None:
    rules = """
signals:
  顶: {of: [左, 右]}
  左: {of: [底]}
  右: {of: [底]}
  底: {any: [话]}
"""
    seen = view(rules, ("a", "话")).seen
    assert {name: len(hits) for name, hits in seen.items()} == dict.fromkeys("顶左右底", 1)


def test_a_hit_over_a_cut_is_quoted_up_to_the_cut() -> None:
    rules = Detector(book("signals:\n  甲: {any: [我……投诉]}"))
    said = call(("a", "是我要的，"), ("c", "嗯"), ("a", "投诉吧"))
    (found,) = rules.seen(speaking_turns(said)[0])
    assert (found.hit.turn, found.hit.start, found.hit.end) == (0, 1, 5)
    assert (found.start, found.end) == (1, 7)


def test_a_hit_after_a_cut_is_in_its_own_turn() -> None:
    rules = Detector(book("signals:\n  甲: {any: [投诉]}"))
    (found,) = rules.seen(speaking_turns(call(("a", "您要"), ("c", "嗯"), ("a", "投诉吧")))[0])
    assert (found.hit.turn, found.hit.start, found.hit.end) == (2, 0, 2)


@pytest.mark.parametrize("written", ["家宽", "家寬"])
def test_words_of_a_book_are_its_own(written: str) -> None:
    rules = "signals:\n  甲: {any: [「家宽」]}"
    assert standing(rules, "用沃家宽") == []
    assert standing(f"words: [{written}]\n{rules}", "用沃家宽") == ["家宽"]
    assert standing(rules, "用沃家宽") == []


RULES = """
classes:
  信息: {电话: [手机号, 电话], 地址: [住哪, 地址]}
conditions:
  否定: {before: [不, 没], distance: 2, quoted: true}
signals:
  甲:
    who: any
    any: [您……好, 「电话」, <信息 as 项>, <数字 3+>, 好$, ^我, 一…二]
    maybe: [不…行]
    over: [电话簿]
    not_when: [否定]
"""
PIECES = st.sampled_from(
    [*"您好我一二不没行，。！ “”嗯呃", "电话", "手机号", "住哪", "电话簿", "12", "３４", "㎏", "臺"]
)
texts = st.lists(PIECES, max_size=25).map("".join) | st.text(
    st.characters(codec=None, exclude_categories=[]), max_size=12
)
DETECTOR = Detector(book(RULES))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["agent", "customer"]), texts), max_size=4))
def test_every_hit_is_an_exact_slice_of_its_turn(said: list[tuple[str, str]]) -> None:
    conversation = Call("c", tuple(Turn(role, words) for role, words in said))  # type: ignore[arg-type]
    for spoken in speaking_turns(conversation):
        found = sorted(DETECTOR.seen(spoken), key=lambda s: s.start)
        assert all(left.end <= right.start for left, right in pairwise(found))
        for s in found:
            original = conversation.turns[s.hit.turn].text
            assert 0 <= s.hit.start < s.hit.end <= len(original)
            assert 0 <= s.start < s.end <= len(spoken.text)
            quote = fold(original[s.hit.start : s.hit.end]).text
            assert spoken.text[s.start] in quote
            piece = next(piece for piece in spoken.pieces if piece.turn == s.hit.turn)
            last = min(s.end, piece.offset + len(piece.normal.text)) - 1
            assert spoken.text[last] in quote or spoken.text[last] in BOUNDARIES
