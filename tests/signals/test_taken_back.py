"""What takes a hit back: longer phrases, excuses nearby, context conditions."""

from __future__ import annotations

import pytest

from linter.signals.detect import Detector
from linter.signals.exceptions import NEAR
from linter.signals.finder import Finder
from linter.text.turns import speaking_turns

from .helpers import book, call, seen, standing, turn

# No character twice: nothing here is a stutter.
FILLING = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"


def taken_back(rules: str, words: str, role: str = "a") -> dict[str, str]:
    """The words of what was taken back, and by what."""
    return {
        words[s.hit.start : s.hit.end]: s.taken_back
        for s in seen(rules, words, role)
        if s.taken_back
    }


def one(extra: str) -> str:
    """A rule book whose only signal says 投诉, with ``extra`` keys."""
    return f"""
conditions:
  否定: {{before: [不, 没有, 不是要], distance: 3}}
  问句: {{after: [(吗|么)$], distance: 4}}
  假设: {{clause: [如果]}}
  引用: {{quoted: true}}
  复述: {{before: [您说], distance: 0, quoted: true}}
signals:
  投诉: {{who: any, any: [投诉], {extra}}}
"""


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("投诉", ""),
        ("投诉电话", "over: 投诉(电话|热线)"),
        ("您投诉热线", "over: 投诉(电话|热线)"),
        ("投诉，电话", ""),
        ("电话投诉", ""),
        ("不用投诉", "over: 用投诉"),
        ("投诉热线，投诉", ""),
    ],
)
def test_over_a_longer_phrase(words: str, by: str) -> None:
    found = seen(one('over: ["投诉(电话|热线)", 用投诉]'), words)
    assert found[-1].taken_back == by


@pytest.mark.parametrize(
    ("over", "stands"),
    [("您投", False), ("诉站", False), ("您", True), ("站", True), ("他投诉", True)],
)
def test_over_has_to_share_a_character(over: str, stands: bool) -> None:
    assert bool(standing(one(f"over: [{over}]"), "您投诉站长")) is stands


def test_over_of_the_very_same_words_takes_nothing_back() -> None:
    assert standing(one("over: [投诉]"), "投诉") == ["投诉"]


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("投诉是吧，我来登记", False),
        ("我来登记，您要投诉", False),
        ("登记投诉", False),
        ("投诉。我来登记", True),
        ("我来登记！投诉", True),
        ("投诉" + FILLING[: NEAR - 2] + "登记", False),
        ("投诉" + FILLING[: NEAR - 1] + "登记", True),
        ("登记" + FILLING[: NEAR - 2] + "投诉", False),
        ("登记" + FILLING[: NEAR - 1] + "投诉", True),
    ],
)
def test_not_if_in_the_same_sentence(words: str, stands: bool) -> None:
    assert bool(standing(one("not_if: [登记]"), words)) is stands
    assert stands or set(taken_back(one("not_if: [登记]"), words).values()) == {"not_if: 登记"}


@pytest.mark.parametrize(("words", "stands"), [("投诉。好。我来登记", False), ("投诉。好", True)])
def test_not_if_turn_anywhere_in_the_turn(words: str, stands: bool) -> None:
    rules = one("not_if_turn: [登记]")
    assert bool(standing(rules, words)) is stands
    assert stands or taken_back(rules, words) == {"投诉": "not_if_turn: 登记"}


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("投诉", False),
        ("嗯，投诉！投诉！", False),
        ("投诉啊，登记", False),
        ("投诉他", True),
        ("投诉。还没修好", True),
        ("别登记，投诉", True),
    ],
)
def test_not_if_only_where_the_turn_says_nothing_else(words: str, stands: bool) -> None:
    rules = one("not_if_only: [投诉, 登记]")
    assert bool(standing(rules, words)) is stands
    assert stands or set(taken_back(rules, words).values()) == {"not_if_only"}


def test_not_if_only_reads_the_whole_speaking_turn() -> None:
    rules = Detector(book(one("not_if_only: [投诉]")))
    alone, with_more = (
        call(("a", "投诉。"), ("c", "嗯"), ("a", "投诉")),
        call(("a", "投诉。"), ("c", "嗯"), ("a", "钱没到")),
    )
    assert {s.taken_back for s in rules.seen(speaking_turns(alone)[0])} == {"not_if_only"}
    assert [s.taken_back for s in rules.seen(speaking_turns(with_more)[0])] == [""]


def test_not_if_turn_in_another_piece_of_the_speaking_turn() -> None:
    rules = Detector(book(one("not_if_turn: [登记]")))
    turns = speaking_turns(call(("a", "投诉。"), ("c", "嗯"), ("a", "我来登记")))
    assert [s.taken_back for s in rules.seen(turns[0])] == ["not_if_turn: 登记"]


@pytest.mark.parametrize(
    ("words", "stands"),
    [("您投诉", True), ("投诉，您", True), ("投诉", False), ("投诉。您", False)],
)
def test_near_has_to_be_there(words: str, stands: bool) -> None:
    rules = one("near: [您, 你]")
    assert bool(standing(rules, words)) is stands
    assert stands or taken_back(rules, words) == {"投诉": "near"}


@pytest.mark.parametrize(
    ("condition", "words", "stands"),
    [
        ("否定", "不投诉", False),
        ("否定", "不想去投诉", False),
        ("否定", "不想去您投诉", False),
        ("否定", "不想去您那投诉", True),
        ("否定", "不，投诉", True),
        ("否定", "投诉不", True),
        ("否定", "没有投诉", False),
        ("否定", "不是要投诉", False),
        ("问句", "投诉吗", False),
        ("问句", "投诉我们吗", False),
        ("问句", "投诉我们的人吗", False),
        ("问句", "投诉我们的人事吗", True),
        ("问句", "投诉，是吗", True),
        ("问句", "投诉吗我", True),
        ("问句", "吗投诉", True),
        ("假设", "投诉，如果", False),
        ("假设", "如果天黑，您投诉", False),
        ("假设", "如果。投诉", True),
        ("引用", "您说“投诉”", False),
        ("引用", "“我要投诉”", False),
        ("引用", "您说投诉", True),
        ("引用", "“您”投诉", True),
        ("复述", "您说投诉", False),
        ("复述", "您说要投诉", True),
        ("复述", "“投诉”", False),
    ],
)
def test_not_when(condition: str, words: str, stands: bool) -> None:
    rules = one(f"not_when: [{condition}]")
    assert bool(standing(rules, words)) is stands
    assert stands or taken_back(rules, words) == {"投诉": f"not_when: {condition}"}


def test_a_quote_over_part_of_a_hit_is_enough() -> None:
    rules = """
conditions: {引用: {quoted: true}}
signals:
  甲: {any: [我…投诉], not_when: 引用}
"""
    assert taken_back(rules, "我“投诉”") == {"我“投诉": "not_when: 引用"}


def test_exceptions_are_asked_in_their_order() -> None:
    rules = one("over: [投诉电话], not_if: [登记], not_if_turn: [登记], near: [他]")
    assert taken_back(rules, "投诉电话，登记") == {"投诉": "over: 投诉电话"}
    assert taken_back(rules, "投诉，登记") == {"投诉": "not_if: 登记"}
    assert taken_back(rules, "投诉。登记") == {"投诉": "not_if_turn: 登记"}


def test_what_is_taken_back_leaves_the_others_standing() -> None:
    assert standing(one("not_when: [否定]"), "不投诉，我投诉") == ["投诉"]


def test_conditions_see_only_the_hit_s_own_sentence() -> None:
    assert standing(one("not_when: [假设]"), "如果。投诉，如果！投诉") == ["投诉"]


def test_a_turn_is_searched_once_for_each_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    searches = 0
    find = Finder.find

    def counted(self: Finder, *args: object) -> object:
        nonlocal searches
        searches += 1
        return find(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Finder, "find", counted)
    rules = Detector(
        book(one("over: [投诉站], not_if: [登记], not_if_turn: [报备], not_when: [否定, 假设]"))
    )
    hits = list(rules.seen(turn("".join(f"我投诉{n}，" for n in range(2_000)))))
    assert len(hits) == 2_000
    assert searches <= 10
