"""What is measured of a speaking turn, and which turns are hits for it."""

from __future__ import annotations

import pytest

from linter.model import Call
from linter.rulebook.types import MeasureOf, TurnMeasure
from linter.signals.measures import Meter, characters, passes
from linter.text.turns import speaking_turns

from .timed import Said, hits, timed, view_of

EIGHT = "甲乙丙丁戊己庚辛"


def values(heard: Call, of: MeasureOf) -> list[int | str | None]:
    """The measure of each substantive turn; ``no times`` where it cannot be told."""
    turns = speaking_turns(heard)
    meter = Meter(heard, turns)
    found: list[int | str | None] = []
    for turn in turns:
        if turn.substantive:
            try:
                one = meter.measured(turn, of)
                found.append(one and one.value)
            except LookupError:
                found.append("no times")
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("请稍等。", 3),
        ("请，稍 等！！", 3),
        ("呃请嗯稍等", 3),
        ("我我我查一下", 4),
        ("查WiFi账号12号", 10),
        ("價格３８元", 5),
    ],
)
def test_characters(words: str, expected: int) -> None:
    (turn,) = speaking_turns(timed(("a", words, 0, 1)))
    assert characters(turn) == expected
    assert values(timed(("a", words, None, None)), "characters") == [expected]


def test_characters_of_a_turn_in_pieces() -> None:
    heard = timed(("a", "我查一下", 0, 1), ("c", "嗯", 1, 2), ("a", "请稍等", 2, 3))
    assert values(heard, "characters") == [7]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("a", EIGHT, 0, 2)], [240]),
        ([("a", EIGHT, 0, 7)], [69]),
        ([("a", EIGHT[:7], 0, 1)], [None]),
        ([("a", EIGHT[:7], None, None)], [None]),
        ([("a", EIGHT, 3, 3)], ["no times"]),
        ([("a", EIGHT, 3, 2)], ["no times"]),
        ([("a", EIGHT, None, 2)], ["no times"]),
        ([("a", EIGHT, 3, None)], ["no times"]),
        ([("a", EIGHT, -4, -2)], [240]),
        ([("a", EIGHT[:4], 0, 1), ("a", EIGHT[4:], 9, 10)], [240]),
        ([("a", EIGHT[:4], 0, 1), ("a", EIGHT[4:], None, 10)], ["no times"]),
        ([("a", EIGHT[:4], 1, 0), ("a", EIGHT[4:], 9, 10)], ["no times"]),
    ],
)
def test_rate(said: list[Said], expected: list[int | str | None]) -> None:
    assert values(timed(*said), "rate") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("a", "请讲", 1, 3.5)], [2500]),
        ([("a", "请讲", 1, 1)], [0]),
        ([("a", "请讲", 1, 0.5)], ["no times"]),
        ([("a", "请讲", 1, None)], ["no times"]),
        ([("a", "请讲", 1, 2), ("a", "我在听", 5, 7)], [3000]),
        ([("a", "请讲", 1, 2), ("c", "嗯", 2, 5), ("a", "我在听", 5, 7)], [3000]),
        ([("a1", "请讲", 1, 2), ("a2", "我在听", 5, 7)], [1000, 2000]),
    ],
)
def test_duration(said: list[Said], expected: list[int | str | None]) -> None:
    assert values(timed(*said), "duration") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("a", "您好啊", 4, 5)], [None]),
        ([("a", "您好啊", 0, 1), ("c", "查话费", 3.5, 5)], [None, 2500]),
        ([("a", "您好啊", 0, 4), ("c", "查话费", 3, 5)], [None, 0]),
        ([("a", "您好啊", 0, 1), ("c", "嗯", 2, 3), ("c", "查话费", 4, 5)], [None, 1000]),
        ([("b", "请按一", 0, 3), ("c", "查话费", 4, 5)], [1000]),
        ([("a", "您好啊", 0, 9), ("c", "嗯", 1, 2), ("c", "查话费", 10, 11)], [None, 1000]),
        ([("a", "您好啊", 0, 1), ("c", "查话费", None, 5)], [None, "no times"]),
        ([("a", "您好啊", 0, None), ("c", "查话费", 3, 5)], [None, "no times"]),
        (
            [("a", "您好啊", 3, 1), ("c", "查话费", 3, 5), ("a", "好查到了", 7, 8)],
            [None, "no times", "no times"],
        ),
        ([("s", "接通", None, None), ("a", "您好啊", 3, 4)], [None]),
        ([("a", "您好啊", 0, 1), ("s", "转接", None, None), ("c", "查话费", 3, 5)], [None, 2000]),
        ([("a", "您好啊", 0, 1), ("s", "音乐", 1, 4), ("c", "查话费", 6, 7)], [None, 2000]),
        ([("a", "您好啊", -5, -3), ("c", "查话费", -1, 0)], [None, 2000]),
        # Who asked for a moment goes on in the same turn.
        ([("a", "请稍等", 0, 2), ("c", "嗯", 2, 3), ("a", "查到了", 33, 35)], [30_000]),
        ([("c", "快点", 0, 1), ("a", "请稍等", 4, 5), ("a", "查到了", 6, 7)], [None, 3000]),
        (
            [("c", "快点", 0, 1), ("a", "请稍等", 4, 5), ("a", "查到了", None, 7)],
            [None, "no times"],
        ),
    ],
)
def test_silence(said: list[Said], expected: list[int | str | None]) -> None:
    assert values(timed(*said), "silence") == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("a", "您好啊", 0, 5)], [0]),
        ([("c", "查话费", 0, 5), ("a", "您好啊", 3, 9)], [0, 2000]),
        ([("c", "查话费", 0, 5), ("a", "您好啊", 5, 9)], [0, 0]),
        ([("c", "查话费", 0, 30), ("a", "我知道", 5, 6)], [0, 1000]),
        ([("c", "查话费", 0, 30), ("a", "我知道", 5, 6), ("a", "我查", 28, 33)], [0, 3000]),
        (
            [("c", "查话费", 0, 5), ("a", "我知道", 4, 6), ("c", "嗯", 6, 9), ("a", "我查", 7, 9)],
            [0, 1000],
        ),
        ([("a1", "您好啊", 0, 5), ("a2", "我来讲", 3, 9)], [0, 0]),
        ([("b", "请按一", 0, 5), ("c", "转人工", 4, 6)], [1000]),
        ([("c", "查话费", 0, None), ("a", "您好啊", 3, 9)], ["no times", "no times"]),
        ([("c", "查话费", 0, 5), ("a", "您好啊", 3, None)], [0, "no times"]),
        ([("c", "查话费", 0, 5), ("a", "您好啊", 4, 3)], [0, "no times"]),
        ([("s", "接通", None, None), ("a", "您好啊", 3, 4)], [0]),
    ],
)
def test_overlap(said: list[Said], expected: list[int | str | None]) -> None:
    assert values(timed(*said), "overlap") == expected


SENTENCE = "您的订单明天送到"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("a", SENTENCE)], [None]),
        ([("a", SENTENCE), ("c", "真的？"), ("a", SENTENCE)], [None, None, 100]),
        ([("a", SENTENCE), ("c", "真的？"), ("a", f"{SENTENCE}。")], [None, None, 100]),
        ([("a", SENTENCE), ("c", "真的？"), ("a", "您的订单后天送到")], [None, None, 87]),
        ([("a", SENTENCE), ("c", SENTENCE)], [None, None]),
        ([("a1", SENTENCE), ("a2", SENTENCE)], [None, 100]),
        ([("a", "明天送到"), ("c", "真的？"), ("a", "明天送到")], [None, None, None]),
        ([("a", "明天送到家"), ("c", "真的？"), ("a", "明天送到家里")], [None, None, 90]),
    ],
)
def test_repetition(said: list[tuple[str, str]], expected: list[int | None]) -> None:
    heard = timed(*[(who, words, None, None) for who, words in said])
    assert values(heard, "repetition") == expected


@pytest.mark.parametrize(("between", "expected"), [(5, 100), (6, 0)])
def test_repetition_looks_six_own_turns_back(between: int, expected: int) -> None:
    said: list[Said] = [("a", SENTENCE, None, None)]
    for number in range(between):
        said += [("c", "什么？", None, None), ("a", "甲乙丙丁戊己庚辛壬癸"[number] * 2, None, None)]
    said += [("c", "什么？", None, None), ("a", "嗯", None, None), ("a", SENTENCE, None, None)]
    assert values(timed(*said), "repetition")[-1] == expected


@pytest.mark.parametrize(
    ("over", "under", "hit"),
    [
        (10, None, [11, 12]),
        (None, 10, [8, 9]),
        (11, 9, [8, 12]),
        (None, None, []),
    ],
)
def test_limits_are_passed_only_beyond_them(
    over: int | None, under: int | None, hit: list[int]
) -> None:
    limit = TurnMeasure("characters", over, under)
    assert [value for value in range(8, 13) if passes(limit, value)] == hit


def signal(said: str, who: str = "agent") -> str:
    return f"signals: {{量: {{who: {who}, measure: {{{said}}}}}}}"


TALK = timed(
    ("a", "您好。", 0, 1),
    ("c", "我想查一下上个月的话费。", 2, 5),
    ("a", "嗯，", 5, 5.5),
    ("a", "  好的先生，我给您看看。稍等！", 8, 11),
    ("c", "快一点。", 10, 12),
)


@pytest.mark.parametrize(
    ("said", "who", "expected"),
    [
        ("of: characters, over: 3", "agent", [(3, "好的先生，我给您看看。稍等！", "11 字")]),
        ("of: characters, under: 4", "customer", [(4, "快一点。", "3 字")]),
        (
            "of: characters, over: 10",
            "any",
            [
                (1, "我想查一下上个月的话费。", "11 字"),
                (3, "好的先生，我给您看看。稍等！", "11 字"),
            ],
        ),
        ("of: characters, over: 11", "any", []),
        (
            "of: rate, over: 219",
            "any",
            [
                (1, "我想查一下上个月的话费。", "220 字/分"),
                (3, "好的先生，我给您看看。稍等！", "220 字/分"),
            ],
        ),
        (
            "of: rate, under: 9999",
            "any",
            [
                (1, "我想查一下上个月的话费。", "220 字/分"),
                (3, "好的先生，我给您看看。稍等！", "220 字/分"),
            ],
        ),
        ("of: duration, over: 2", "agent", [(3, "好的先生，我给您看看。稍等！", "3 秒")]),
        ("of: duration, over: 3", "agent", []),
        ("of: silence, over: 2", "agent", [(3, "好的先生，我给您看看。稍等！", "2.5 秒")]),
        (
            "of: silence, under: 9",
            "any",
            [
                (1, "我想查一下上个月的话费。", "1 秒"),
                (3, "好的先生，我给您看看。稍等！", "2.5 秒"),
                (4, "快一点。", "0 秒"),
            ],
        ),
        ("of: overlap, over: 0", "any", [(4, "快一点。", "1 秒")]),
        ("of: overlap, over: 1", "any", []),
        ("of: repetition, over: 14", "agent", [(3, "好的先生，我给您看看。稍等！", "15 %")]),
        ("of: repetition, over: 15", "agent", []),
    ],
)
def test_turns_beyond_a_limit(said: str, who: str, expected: list[tuple[int, str, str]]) -> None:
    view = view_of(signal(said, who), TALK)
    found = view.seen.get("量", ())
    assert [
        (turn, words, seen.hit.note)
        for (turn, words), seen in zip(hits(view, "量"), found, strict=True)
    ] == expected
    (of,) = {seen.hit.pattern for seen in found} or {f"measure: {said.split()[1][:-1]}"}
    assert of == f"measure: {said.split()[1][:-1]}"
    assert {seen.hit.certainty for seen in found} <= {"certain"}
    assert view.unjudged == {}


def test_a_turn_in_pieces_is_quoted_up_to_the_first_cut() -> None:
    heard = timed(
        ("a", "呃，我来 查。", 0, 1),
        ("c", "嗯", 1, 1),
        ("a", "您等一下。", 1, 2),
        ("c", "行吧", 2, 3),
    )
    assert hits(view_of(signal("of: characters, over: 6"), heard), "量") == [(0, "我来 查。")]


def test_a_silence_is_shown_where_it_ends() -> None:
    heard = timed(
        ("c", "快点", 0, 1),
        ("a", "请稍等。", 2, 3),
        ("c", "嗯", 3, 4),
        ("a", " 查到了。", 34, 35),
        ("a", "您听好", 65, 66),
    )
    view = view_of(signal("of: silence, over: 20"), heard)
    assert hits(view, "量") == [(3, "查到了。")]
    (only,) = view.seen["量"]
    assert view.turns[only.speaking].text[only.start : only.end] == "查到了。"
    assert only.hit.note == "30 秒"


def test_turns_that_say_nothing_are_not_measured() -> None:
    heard = timed(
        ("a", "", 0, 9), ("a", "嗯嗯", 9, 20), ("s", "请等候接听", 0, 30), ("b", "请讲话", 0, 9)
    )
    assert hits(view_of(signal("of: duration, over: 1", "any"), heard), "量") == []
    assert hits(view_of(signal("of: characters, under: 9", "any"), heard), "量") == []


@pytest.mark.parametrize("of", ["rate", "duration", "silence", "overlap"])
def test_without_times_nothing_is_said(of: str) -> None:
    said: list[Said] = [("c", EIGHT, None, None), ("a", EIGHT, None, None)]
    view = view_of(signal(f"of: {of}, under: 9999"), timed(*said))
    assert (view.seen, view.unjudged) == ({}, {"量": "没有说话的时间"})


@pytest.mark.parametrize("of", ["characters", "repetition"])
def test_what_needs_no_times(of: str) -> None:
    said: list[Said] = [
        ("a", EIGHT, None, None),
        ("c", "真的？", None, None),
        ("a", EIGHT, None, None),
    ]
    view = view_of(signal(f"of: {of}, over: 7"), timed(*said))
    assert hits(view, "量")[-1] == (2, EIGHT)
    assert view.unjudged == {}


def test_only_the_times_of_its_own_side_matter() -> None:
    said: list[Said] = [("c", EIGHT, None, None), ("a", EIGHT, 0, 9)]
    view = view_of(signal("of: duration, over: 1"), timed(*said))
    assert (hits(view, "量"), view.unjudged) == ([(1, EIGHT)], {})
    assert view_of(signal("of: duration, over: 1", "customer"), timed(*said)).unjudged


def test_a_turn_without_times_does_not_hide_the_others() -> None:
    said: list[Said] = [("a", EIGHT, 0, 9), ("c", "真的？", 9, 10), ("a", EIGHT, None, None)]
    view = view_of(signal("of: duration, over: 1"), timed(*said))
    assert (hits(view, "量"), view.unjudged) == ([(0, EIGHT)], {"量": "没有说话的时间"})


@pytest.mark.parametrize(
    "exception",
    [
        "over: 我给您看看",
        "not_if_turn: 稍等",
        "near_turn: 再见",
        "only_when: [假设]",
        "not_when: [查]",
    ],
)
def test_exceptions_apply_to_what_is_measured(exception: str) -> None:
    conditions = "conditions: {假设: {clause: [如果]}, 查: {clause: [看看]}}\n"
    rules = f"signals: {{量: {{measure: {{of: characters, over: 3}}, {exception}}}}}"
    view = view_of(conditions + rules, TALK)
    assert hits(view, "量") == []
    assert len(view.taken_back["量"]) == 1


def test_the_exceptions_of_a_group_apply_to_what_is_measured() -> None:
    rules = signal("of: characters, over: 3")[:-1] + ", 组: {of: 量, not_if_turn: 稍等}}"
    view = view_of(rules, TALK)
    assert (len(hits(view, "量")), hits(view, "组")) == (1, [])
