"""Speaking turns: what joins, what cuts, what counts, and the way back to the original turns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model import ROLES, Call, Role, Turn
from linter.text.fold import fold
from linter.text.forms import form
from linter.text.normal import BOUNDARIES, normalise
from linter.text.turns import SpeakingTurn, is_substantive, speaking_turns

A, C = "agent", "customer"

words = st.one_of(
    st.sampled_from(
        [
            "您好",
            "嗯",
            "好的",
            "没有",
            "我要投诉，",
            "“不退”。",
            "[微笑]",
            "[数字x]",
            "",
            "，",
            "😀",
        ]
    ),
    st.text(st.characters(codec=None, exclude_categories=[]), max_size=8),
)
speakers = st.sampled_from(["", "甲", "乙"])
turns = st.tuples(st.sampled_from(ROLES), words, speakers).map(lambda said: Turn(*said))
calls = st.lists(turns, max_size=8).map(lambda some: Call("c", tuple(some)))


def joined(*said: tuple[Role, str] | tuple[Role, str, str]) -> list[tuple[str, str]]:
    """Role and text of each speaking turn."""
    return [(turn.role, turn.text) for turn in spoken(*said)]


def spoken(*said: tuple[Role, str] | tuple[Role, str, str]) -> tuple[SpeakingTurn, ...]:
    return speaking_turns(Call("c", tuple(Turn(*one) for one in said)))


@pytest.mark.parametrize(
    "text",
    [
        *("嗯", "嗯嗯", "啊", "哦，好", "好的好的", "对对对", "是的是的。", "喂？", "好嘞", "ok"),
        *("明白，知道了", "这样啊", "好好好", "好的，嗯", "唔", "", "，", "。。。", "……", "！！"),
        *("那个", "就是", "[微笑]", "[微笑]。", "[微笑][抱拳]", "[微笑] [抱拳]", "#E-s[数字x]"),
        *("#E-s12", "👍", "😀😀", "好的👍", "好的[微笑]", "(^_^)", "~", "&nbsp;"),
    ],
)
def test_says_nothing(text: str) -> None:
    assert not is_substantive(form(text))


@pytest.mark.parametrize(
    "text",
    [
        *("没有", "不用", "不是", "没", "不", "可以", "行不行", "好吗", "谢谢", "三", "5", "1️⃣"),
        *(
            "[数字x]",
            "[电话x]",
            "[姓名x]。",
            "[订单x]",
            "[地址x][数字x]",
            "对不起",
            "好的呢",
            "嗯没有",
        ),
        *("#E-s[数字x]没有", "[微笑]没有", "那个号码", "👍没有", "再见"),
    ],
)
def test_says_something(text: str) -> None:
    assert is_substantive(form(text))


def test_adjacent_turns_of_a_speaker_are_one() -> None:
    assert joined((A, "请您"), (A, "稍等。"), (A, "马上"), (C, "快点")) == [
        (A, "请您，稍等。马上"),
        (C, "快点"),
    ]


@pytest.mark.parametrize("sound", ["嗯", "好的", "对", "啊？", "[微笑]", ""])
def test_a_back_channel_does_not_cut(sound: str) -> None:
    one, between = spoken((A, "请您提供"), (C, sound), (A, "一下地址"))
    assert one.text == "请您提供，一下地址"
    assert [piece.turn for piece in one.pieces] == [0, 2]
    assert (one.first, one.last) == (0, 2)
    assert (between.first, between.last, between.substantive) == (1, 1, False)


@pytest.mark.parametrize("answer", ["没有", "不用", "不是", "没", "[数字x]"])
def test_a_short_answer_cuts(answer: str) -> None:
    assert [turn.first for turn in spoken((A, "有吗"), (C, answer), (A, "那好"))] == [0, 1, 2]


def test_one_s_own_back_channel_stands_alone() -> None:
    assert joined((A, "请您稍等"), (A, "嗯"), (A, "马上")) == [(A, "请您稍等，马上"), (A, "")]


def test_another_agent_is_another_speaker() -> None:
    assert joined((A, "您好", "甲"), (A, "我来接", "乙"), (A, "请讲", "乙")) == [
        (A, "您好"),
        (A, "我来接，请讲"),
    ]


def test_a_line_of_the_system_stands_alone_and_does_not_cut() -> None:
    one, notice = spoken((C, "我要退款"), ("system", "客户已进入排队"), (C, "快点"))
    assert (one.text, one.substantive) == ("我要退款，快点", True)
    assert (notice.role, notice.substantive) == ("system", False)


def test_what_a_bot_says_cuts_and_does_not_count() -> None:
    first, bot, second = spoken((C, "我要退款"), ("bot", "请输入订单号"), (C, "8812"))
    assert (first.text, second.text) == ("我要退款", "8812")
    assert (bot.role, bot.substantive) == ("bot", False)


def test_a_bot_that_says_nothing_does_not_cut() -> None:
    assert joined((C, "我要退款"), ("bot", "……"), (C, "快点"))[0] == (C, "我要退款，快点")


def test_lines_of_a_bot_are_not_joined() -> None:
    assert [turn.text for turn in spoken(("bot", "您好"), ("bot", "请按一"))] == ["您好", "请按一"]


def test_a_hard_stop_at_a_cut_stays() -> None:
    one, *_ = spoken((A, "您好。"), (A, "请讲"))
    assert one.text == "您好。请讲"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("提供", (0, 2, 4)),
        ("地址", (2, 2, 4)),
        ("一下", (2, 0, 2)),
        ("提供，一下", (0, 2, 4)),
        ("，", (0, 4, 4)),
        ("，一下", (0, 4, 4)),
    ],
)
def test_locate(phrase: str, expected: tuple[int, int, int]) -> None:
    one, *_ = spoken((A, "请您提供"), (C, "嗯"), (A, "一下地址"))
    start = one.text.index(phrase)
    assert one.locate(start, start + len(phrase)) == expected


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("您好", True),
        ("VIP,您好?", True),
        ("“您好”", False),
        ("您好，，请问", False),
        ("嗯VIP您好", False),
        ("㎏多少", False),
        # As many characters as before: one more of folding, one less of a hesitation.
        ("㎏多少呃", False),
        ("&nbsp;您好", False),
    ],
)
def test_what_stands_where_it_stood(said: str, there: bool) -> None:
    [turn] = spoken(("agent", said))
    [piece] = turn.pieces
    assert piece.is_in_place is there
    form = normalise(said)
    assert (form.starts == tuple(range(len(said)))) is there
    for end in range(1, len(piece.form) + 1):
        assert piece.original(0, end) == form.original(0, end)


def test_quotes_of_a_later_piece() -> None:
    one, *_ = spoken((A, "您说"), (A, "是“不退”吧"))
    start = one.text.index("不退")
    assert one.quotes(start, start + 1)
    assert one.quotes(start - 1, start + 1)
    assert not one.quotes(0, start)
    assert not one.quotes(start + 2, len(one.text))


@given(calls)
def test_every_turn_is_in_exactly_one_speaking_turn(call: Call) -> None:
    found = [piece.turn for turn in speaking_turns(call) for piece in turn.pieces]
    assert sorted(found) == list(range(len(call.turns)))


@given(calls)
def test_pieces_are_of_one_speaker_and_in_order(call: Call) -> None:
    for number, turn in enumerate(speaking_turns(call)):
        assert turn.number == number
        assert [p.turn for p in turn.pieces] == sorted(p.turn for p in turn.pieces)
        assert {(call.turns[p.turn].role, call.turns[p.turn].speaker) for p in turn.pieces} == {
            (turn.role, turn.speaker)
        }
        assert turn.first == turn.pieces[0].turn
        assert turn.last == turn.pieces[-1].turn


@given(calls)
def test_speaking_turns_stand_in_the_order_they_begin(call: Call) -> None:
    firsts = [turn.first for turn in speaking_turns(call)]
    assert firsts == sorted(firsts)


@given(calls)
def test_only_what_says_something_counts(call: Call) -> None:
    for turn in speaking_turns(call):
        says = [is_substantive(piece.form) for piece in turn.pieces]
        counts = all(says) and turn.role not in ("system", "bot")
        assert turn.substantive == counts
        assert len(turn.pieces) == 1 or turn.substantive


@given(calls, st.data())
def test_locate_is_a_slice_of_one_turn(call: Call, data: st.DataObject) -> None:
    for turn in speaking_turns(call):
        start = data.draw(st.integers(0, len(turn.text)))
        end = data.draw(st.integers(start, len(turn.text)))
        number, first, last = turn.locate(start, end)
        assert number in [piece.turn for piece in turn.pieces]
        assert 0 <= first <= last <= len(call.turns[number].text)
        if start < end and turn.text[start] not in BOUNDARIES:
            assert turn.text[start] in fold(call.turns[number].text[first:last]).text


def test_no_text_is_read_in_more_ways_than_one() -> None:
    # Read in all ways, this would never end.
    sounds = "".join(f"对啊是啊{sound}啊好啊" for sound in "喂行哈呵额" * 40)
    assert not is_substantive(form(sounds))
    assert is_substantive(form(sounds + "咦"))


def test_lines_of_a_script_are_not_one_breath() -> None:
    turns = (Turn("agent", "您好，请讲。"), Turn("agent", "规定就是这样。"))
    assert len(speaking_turns(Call("s", turns, kind="script"))) == 2
    assert len(speaking_turns(Call("c", turns))) == 1
