"""Signals that take several patterns (all, least), or none of them."""

from __future__ import annotations

import pytest

from .helpers import call
from .timed import gone, hits, view_of


def found(said: str, *lines: tuple[str, str], who: str = "agent") -> list[tuple[int, str]]:
    return hits(view_of(f"signals: {{试: {{who: {who}, {said}}}}}", call(*lines)), "试")


def words(said: str, text: str) -> list[str]:
    return [quote for _, quote in found(said, ("a", text))]


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ("all: [每月, (元|块)]", "每月三十元", ["每月", "元"]),
        ("all: [每月, (元|块)]", "三十元，每月", ["元", "每月"]),
        ("all: [每月, (元|块)]", "每月都有。一共三十块！", ["每月", "块"]),
        ("all: [每月, (元|块)]", "每月三十", []),
        ("all: [每月, (元|块)]", "元元块块", []),
        ("all: [每月, (元|块)]", "", []),
        ("all: [每月, (元|块), 送]", "每月三十元", []),
        ("all: [每月, (元|块), 送]", "送的，每月，元", ["送", "每月", "元"]),
        ("all: [每月]", "每月", ["每月"]),
        ("all: [每月, 每月]", "每月", ["每月"]),
        # What two patterns share is quoted once and counts for both.
        ("all: [每月三, 三十]", "每月三十", ["每月三"]),
        ("all: [每月, (元|块)], in: sentence", "每月三十，一共十元", ["每月", "元"]),
        ("all: [每月, (元|块)], in: sentence", "每月三十。一共十元", []),
        ("all: [每月, (元|块)], in: sentence", "每月。每月十元。十元", ["每月", "元"]),
        ("any: [优惠, 便宜, 名额], least: 2", "优惠，名额不多", ["优惠", "名额"]),
        ("any: [优惠, 便宜, 名额], least: 2", "优惠。优惠。优惠", []),
        ("any: [优惠, 便宜, 名额], least: 2", "优惠。便宜。优惠", ["优惠", "便宜", "优惠"]),
        ("any: [优惠, 便宜, 名额], least: 3", "优惠，便宜", []),
        ("any: [优惠, 便宜, 名额], least: 2, in: sentence", "优惠。名额！便宜？", []),
        (
            "any: [优惠, 便宜, 名额], least: 2, in: sentence",
            "优惠。名额，便宜？优惠",
            ["名额", "便宜"],
        ),
        ("any: [优惠], maybe: [便宜], least: 2", "优惠又便宜", ["优惠", "便宜"]),
        ("levels: {1: 优惠, 2: 便宜}, least: 2", "优惠又便宜", ["优惠", "便宜"]),
        ("levels: {1: 优惠, 2: 便宜}, least: 2", "优惠", []),
    ],
)
def test_enough_different_patterns(said: str, text: str, expected: list[str]) -> None:
    assert words(said, text) == expected


def test_too_few_say_so() -> None:
    view = view_of("signals: {试: {all: [每月, 元]}}", call(("a", "每月三十")))
    assert gone(view, "试") == [(0, "每月", "least: 2")]


def test_the_pieces_of_a_turn_are_counted_together_and_quoted_where_they_stand() -> None:
    said = [("a", "每月呢"), ("c", "嗯"), ("a", "三十元")]
    assert found("all: [每月, 元]", *said) == [(0, "每月"), (2, "元")]
    assert found("all: [每月, 元], in: sentence", *said) == [(0, "每月"), (2, "元")]
    assert found("all: [每月, 元]", ("a", "每月呢"), ("c", "多少钱"), ("a", "三十元")) == []


def test_each_side_counts_for_itself() -> None:
    assert found("all: [每月, 元]", ("a", "每月呢"), ("c", "三十元"), who="any") == []


def test_what_was_taken_back_does_not_count() -> None:
    said = "all: [每月, 元], over: [元旦]"
    assert words(said, "每月呢，元旦呢") == []
    assert words(said, "每月呢，元旦呢，三元") == ["每月", "元"]


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("any: [优惠], maybe: [便宜], least: 2", "优惠又便宜"),
        ("all: [抱歉, 登记], heard: same", "抱歉，等级一下"),
    ],
)
def test_enough_is_as_doubtful_as_what_it_takes(said: str, text: str) -> None:
    view = view_of(f"signals: {{试: {{{said}}}}}", call(("a", text)))
    assert [seen.hit.certainty for seen in view.seen["试"]] == ["review", "review"]


def test_what_is_read_back_does_not_count() -> None:
    rules = """
conditions: {引用: {quoted: true}}
signals: {试: {all: [我要投诉, 抱歉], not_when: [引用]}}
"""
    view = view_of(rules, call(("c", "我要投诉你们"), ("a", "抱歉，我要投诉是吧")))
    assert hits(view, "试") == []


# --- none


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请讲。", ["请讲。"]),
        ("  呃，请讲 一下吧！ ", ["请讲 一下吧！"]),
        ("您好，请讲。", []),
        ("请讲。先生。您好", []),
        ("嗯", []),
        ("", []),
        ("……", []),
        ("#e-s1", []),
    ],
)
def test_a_turn_with_none_of_them(text: str, expected: list[str]) -> None:
    assert words("none: [您好, (早上|下午)好]", text) == expected


def test_none_is_asked_of_every_piece_together() -> None:
    assert found("none: [您好]", ("a", "请讲"), ("c", "嗯"), ("a", "您好"), ("c", "查")) == []
    assert found("none: [您好]", ("a", "请讲。"), ("c", "嗯"), ("a", "我听着")) == [(0, "请讲。")]


def test_whose_turn_has_none() -> None:
    said = [("c", "查话费"), ("a", "请讲"), ("b", "请按一"), ("s", "接通"), ("u", "谁")]
    assert found("none: [您好]", *said) == [(1, "请讲")]
    assert found("none: [您好]", *said, who="customer") == [(0, "查话费")]
    assert found("none: [您好]", *said, who="any") == [(0, "查话费"), (1, "请讲"), (4, "谁")]


def test_none_is_certain_and_names_no_pattern() -> None:
    (only,) = view_of("signals: {试: {none: [您好]}}", call(("a", "请讲"))).seen["试"]
    assert (only.hit.certainty, only.hit.pattern, only.hit.note) == ("certain", "none", "")


@pytest.mark.parametrize(
    ("more", "text", "stands"),
    [
        ("not_if_turn: [稍等]", "请讲。稍等", False),
        ("not_if_turn: [稍等]", "请讲", True),
        ("near_turn: [先生]", "请讲", False),
        ("near_turn: [先生]", "请讲。先生", True),
        ("over: [转接]", "转接一下", False),
        ("at: first 1", "请讲", True),
    ],
)
def test_exceptions_of_none(more: str, text: str, stands: bool) -> None:
    assert bool(words(f"none: [您好], {more}", text)) is stands
