"""Company and context that a hit has to have, and exceptions of groups."""

from __future__ import annotations

import pytest

from linter.signals.exceptions import READ_BACK

from .helpers import call, view
from .timed import gone, hits, view_of

CONDITIONS = """
conditions:
  否定: {before: [(不|没)], distance: 2}
  假设: {clause: [如果]}
  引用: {quoted: true}
"""


def judged(said: str, *lines: tuple[str, str]) -> tuple[list[tuple[int, str]], list[str]]:
    """The hits, and what took the others back."""
    seen = view_of(f"{CONDITIONS}signals: {{试: {{who: any, {said}}}}}", call(*lines))
    return hits(seen, "试"), [_key(why) for *_, why in gone(seen, "试")]


def _key(why: str) -> str:
    """What took a hit back, without the words that showed it."""
    return why.split("（")[0]


def one(said: str, text: str) -> str:
    """What took the only hit of a turn back; empty when it stands."""
    standing, gone_by = judged(said, ("a", text))
    assert len(standing) + len(gone_by) == 1
    return "".join(gone_by)


@pytest.mark.parametrize(
    ("said", "text", "why"),
    [
        ("any: [退], only_when: [否定]", "不给退", ""),
        ("any: [退], only_when: [否定]", "给退", "only_when: 否定"),
        ("any: [退], only_when: [否定]", "不。退", "only_when: 否定"),
        ("any: [退], only_when: [否定]", "不要马上退", "only_when: 否定"),
        ("any: [退], only_when: [假设]", "如果要，就给退", ""),
        ("any: [退], only_when: [假设]", "如果要。就给退", "only_when: 假设"),
        ("any: [退], only_when: [引用]", "您说“退”吗", ""),
        ("any: [退], only_when: [引用]", "您说退吗", "only_when: 引用"),
        # All of them have to hold.
        ("any: [退], only_when: [否定, 假设]", "如果不退", ""),
        ("any: [退], only_when: [否定, 假设]", "不退", "only_when: 假设"),
        ("any: [退], only_when: [否定], not_when: [假设]", "如果不退", "not_when: 假设"),
        ("any: [退], near_turn: [订单]", "查到订单了。可以退", ""),
        ("any: [退], near_turn: [订单]", "可以退", "near_turn"),
        ("any: [退], near_turn: [订单, 货]", "货。可以退", ""),
        ("any: [退], near_turn: [订单], near: [钱]", "退钱", "near_turn"),
        ("any: [退], near_turn: [订单], near: [钱]", "订单。退", "near"),
        ("regex: ['退.?款'], near_turn: [订单]", "退货款", "near_turn"),
        ("like: [您的款退给您了], near_turn: [订单]", "您的款退给您了", "near_turn"),
        ("any: [退款], heard: same, only_when: [否定]", "不腿款", ""),
        ("any: [退款], heard: same, only_when: [否定]", "腿款", "only_when: 否定"),
    ],
)
def test_what_a_hit_has_to_have(said: str, text: str, why: str) -> None:
    assert one(said, text) == why


def test_near_turn_is_the_speaking_turn() -> None:
    said = "any: [退], near_turn: [订单]"
    assert judged(said, ("a", "订单"), ("c", "嗯"), ("a", "退")) == ([(2, "退")], [])
    assert judged(said, ("a", "退"), ("c", "嗯"), ("a", "订单")) == ([(0, "退")], [])
    assert judged(said, ("c", "订单"), ("a", "退")) == ([], ["near_turn"])
    assert judged(said, ("a", "订单"), ("c", "什么"), ("a", "退")) == ([], ["near_turn"])


def test_reading_back_is_quoting_for_only_when_too() -> None:
    said = "any: [投诉你们的快递], only_when: [引用]"
    lines = (("c", "我要投诉你们的快递员"), ("a", "要投诉你们的快递员是吧"))
    assert judged(said, *lines)[0] == [(1, "投诉你们的快递")]


# --- exceptions of a group


MEMBERS = """
  甲: {who: any, any: [退], over: [退出]}
  乙: {who: any, any: [换], not_if: [不用]}
"""


def grouped(said: str, text: str) -> tuple[list[str], list[tuple[str, str]]]:
    seen = view_of(
        f"{CONDITIONS}signals:\n  组: {{of: [甲, 乙], {said}}}{MEMBERS}", call(("a", text))
    )
    return [words for _, words in hits(seen, "组")], [
        (words, _key(why)) for _, words, why in gone(seen, "组")
    ]


@pytest.mark.parametrize(
    ("said", "text", "standing", "why"),
    [
        ("who: any", "退，换", ["退", "换"], []),
        ("over: [退税]", "退税，退，换", ["退", "换"], [("退", "over: 退税")]),
        ("not_if: [怎么]", "怎么退。换", ["换"], [("退", "not_if: 怎么")]),
        (
            "not_if_turn: [怎么]",
            "怎么退。换",
            [],
            [("退", "not_if_turn: 怎么"), ("换", "not_if_turn: 怎么")],
        ),
        ("near: [钱]", "退钱。换", ["退"], [("换", "near")]),
        ("near_turn: [钱]", "退。换", [], [("退", "near_turn"), ("换", "near_turn")]),
        ("near_turn: [钱]", "退。换。钱", ["退", "换"], []),
        ("not_when: [否定]", "不退，换", ["换"], [("退", "not_when: 否定")]),
        ("only_when: [否定]", "不退，换", ["退"], [("换", "only_when: 否定")]),
        # What took the member's own hit back comes first.
        ("not_if: [怎么]", "怎么退出", [], [("退", "over: 退出")]),
        ("not_if: [怎么]", "不用换", [], [("换", "not_if: 不用")]),
    ],
)
def test_exceptions_of_a_group(
    said: str, text: str, standing: list[str], why: list[tuple[str, str]]
) -> None:
    assert grouped(said, text) == (standing, why)


def test_the_members_do_not_feel_their_group_s_exceptions() -> None:
    seen = view_of(
        f"signals:\n  组: {{of: [甲, 乙], not_if: [怎么]}}{MEMBERS}", call(("a", "怎么退"))
    )
    assert (hits(seen, "甲"), hits(seen, "组")) == ([(0, "退")], [])


def test_a_group_of_groups_feels_the_exceptions_of_all() -> None:
    rules = f"""
signals:
  外: {{of: [组], not_if: [先]}}
  组: {{of: [甲, 乙], not_if: [怎么]}}{MEMBERS}"""
    seen = view_of(rules, call(("a", "怎么退。先换。退吧")))
    assert hits(seen, "外") == [(0, "退")]
    assert gone(seen, "外") == [(0, "退", "not_if: 怎么"), (0, "换", "not_if: 先")]
    assert {s.hit.signal for s in (*seen.seen["外"], *seen.taken_back["外"])} == {"外"}


def test_what_a_group_s_side_reads_back() -> None:
    rules = """
conditions: {引用: {quoted: true}}
signals:
  组: {of: 甲, not_when: [引用]}
  甲: {who: any, any: [投诉你们的快递]}
"""
    seen = view(rules, ("c", "我要投诉你们的快递员"), ("a", "您说要投诉你们的快递员是吧"))
    assert hits(seen, "甲") == [(0, "投诉你们的快递"), (1, "投诉你们的快递")]
    assert gone(seen, "组") == [(1, "投诉你们的快递", f"not_when: {READ_BACK}")]
