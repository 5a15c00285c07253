"""A finding that yields to another on the same turn becomes evidence of it."""

from __future__ import annotations

import pytest

from .helpers import chain, judged
from .marked import rules

WINNER = "{forbid: 骂人}"
LOSER = "{forbid: 训人, yields_to: r1}"
CASE = rules(WINNER, LOSER)
HIDDEN = "r2 hidden"


def evidence(rule_texts: tuple[str, ...], spoken: str) -> list[tuple[int, str, str]]:
    """The evidence of the first finding that is shown."""
    return chain(judged(rule_texts, *spoken.split(" / ")).findings[0])


# --- the same turn


@pytest.mark.parametrize(
    ("spoken", "winner", "loser"),
    [
        ("坐席：有病，您别喊。", 0, 0),
        ("坐席：您别喊，有病。", 0, 0),
        ("坐席：有病， / 坐席：您别喊。", 0, 1),
        ("坐席：您别喊， / 坐席：有病。", 1, 0),
        ("坐席：您别喊， / 客户：嗯。 / 坐席：有病。", 2, 0),
        ("坐席：您别喊， / 客户：好的。 / 坐席：有病。", 2, 0),
        ("坐席：您别喊， / 坐席：嗯。 / 坐席：有病。", 2, 0),
        ("坐席：您别喊， / 坐席2：嗯。 / 坐席：有病。", 2, 0),
        ("坐席：您别喊， / 系统：保持。 / 坐席：有病。", 2, 0),
        ("坐席：您别喊， / 坐席： / 坐席：有病。", 2, 0),
    ],
)
@pytest.mark.parametrize(
    "frame",
    ["客户：快点。 / {}", "{} / 客户：快点。", "坐席2：请讲。 / 客户：喂。 / {} / 客户：嗯。"],
)
def test_on_one_turn_the_loser_is_hidden_and_evidence(
    spoken: str, winner: int, loser: int, frame: str
) -> None:
    turns = spoken.split(" / ")
    marked = [f"{turn} ← {_marks(at, winner, loser)}" for at, turn in enumerate(turns)]
    CASE.says(f"{frame.format(' / '.join(marked)).replace('← none', '')} / = violated; violated")
    before = frame.split("{}")[0].count("：")
    expected = [(before + loser, "yielded", "别喊")]
    assert evidence((WINNER, LOSER), frame.format(spoken)) == expected


def _marks(turn: int, winner: int, loser: int) -> str:
    marks = ["r1"] * (turn == winner) + [HIDDEN] * (turn == loser)
    return "; ".join(marks) or "none"


@pytest.mark.parametrize(
    "spoken",
    [
        "坐席：您别喊。 ← r2 / 客户：快点。 / 坐席：有病。 ← r1",
        "坐席：有病。 ← r1 / 客户：快点。 / 坐席：您别喊。 ← r2",
        "坐席：您别喊。 ← r2 / 坐席2：有病。 ← r1",
        "坐席1：您别喊。 ← r2 / 坐席2：有病。 ← r1",
        "坐席：您别喊。 ← r2 / 机器人：请稍候。 / 坐席：有病。 ← r1",
        "坐席：您别喊。 ← r2 / 未知：他说呢。 / 坐席：有病。 ← r1",
    ],
)
def test_on_two_turns_both_are_shown(spoken: str) -> None:
    CASE.says(f"客户：快点。 / {spoken} / = violated; violated")
    plain = " / ".join(turn.partition(" ←")[0] for turn in spoken.split(" / "))
    for found in judged((WINNER, LOSER), "客户：快点。", *plain.split(" / ")).findings:
        assert found.evidence == ()


@pytest.mark.parametrize("speaker", ["客户", "机器人", "系统", "未知"])
def test_words_of_others_win_nothing(speaker: str) -> None:
    CASE.says(
        f"客户：快点。 / 坐席：您别喊， ← r2 / {speaker}：有病。 / 坐席：嗯。 / = met; violated"
    )


# --- any kind yields to any kind

MISSING = "{when: 投诉诉求, require: 致歉安抚, within: 1, credit: 0, yields_to: r1}"
STEPS = "{sequence: [{诉求: 投诉诉求}, {训: 训人}], yields_to: r1}"
LONG = "{measure: {of: unbroken, limit: 5}, yields_to: r1}"
RISE = "{rise: {after: [tone], signal: 情绪}, category: heat, yields_to: r1}"
REPEAT = "{repeat: {similar: 80, chars: 4}, yields_to: r1}"


@pytest.mark.parametrize(
    ("loser", "spoken"),
    [
        (MISSING, "坐席：有病。 ← r1; r2 hidden / 客户：快点。 / 坐席：请讲。"),
        (
            MISSING,
            "坐席：请讲， ← r2 hidden / 客户：嗯。 / 坐席：有病。 ← r1 / 坐席2：请讲。",
        ),
        (STEPS, "坐席：有病，您别喊。 ← r1; r2 hidden"),
        (LONG, "坐席：有病，一二三四五六。 ← r1; r2 hidden"),
        (RISE, "坐席：有病。 ← r1; r2 hidden / 客户：气人。"),
        (
            REPEAT,
            "坐席：您再讲一遍。 / 客户：快点。 / 坐席：有病。您再讲一遍。 ← r1; r2 hidden",
        ),
    ],
)
def test_every_kind_of_finding_may_give_way(loser: str, spoken: str) -> None:
    rules(WINNER, loser).says(f"客户：我要投诉。 / {spoken} / = violated; violated")


def test_a_finding_may_give_way_to_a_missing_thing() -> None:
    wins = "{when: 投诉诉求, require: 致歉安抚, within: 1, credit: 0}"
    rules(wins, LOSER).says("""
        客户：我要投诉。
        坐席：您别喊。             ← r1; r2 hidden
        客户：快点。 / 坐席：请讲。
        = violated; violated
    """)


# --- certainty, and who is left


def test_what_is_certain_does_not_give_way_to_what_is_only_worth_a_look() -> None:
    doubtful = rules("{forbid: 骂人, certainty: review}", LOSER)
    doubtful.says("客户：快点。 / 坐席：有病，您别喊。 ← r1 review; r2 / = violated; violated")
    doubtful.says("""
        客户：快点。
        坐席：有病，小声点。       ← r1 review; r2 review hidden
        = violated; violated
    """)


def test_the_one_that_stands_in_the_end_has_the_evidence_of_all() -> None:
    first = "{forbid: 稍等}"
    second, third = "{forbid: 骂人, yields_to: r1}", "{forbid: 训人, yields_to: r2}"
    rules(first, second, third).says("""
        客户：快点。
        坐席：请稍等，有病，别喊。 ← r1; r2 hidden; r3 hidden
        = violated; violated; violated
    """)
    assert evidence((first, second, third), "客户：快点。 / 坐席：请稍等，有病，别喊。") == [
        (1, "yielded", "有病"),
        (1, "yielded", "别喊"),
    ]


def test_what_gave_way_still_feeds_the_second_layer() -> None:
    loser = "{forbid: 训人, category: scold, yields_to: r1}"
    rises = "{rise: {after: [scold], signal: 情绪}, category: heat}"
    rules("{forbid: 骂人, category: rude}", loser, rises).says("""
        客户：快点。
        坐席：有病，您别喊。       ← r1; r2 hidden; r3
        客户：真烦。
        = violated; violated; violated
    """)
