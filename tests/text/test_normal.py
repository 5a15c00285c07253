"""The matching form: what it keeps, what it drops, and where each of its characters came from."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text import normal
from linter.text.dialect import standard
from linter.text.fold import fold
from linter.text.normal import BOUNDARIES, Normal, normalise

# Everything the form treats in its own way, often enough to meet each other.
PIECES = (
    *"我您那个就是呃嗯唔啊看谢等的了不一零八，。！？、；：…,.;:!?/~ \n\t\r",
    *"“”‘’\"'「」『』《》`()（）[]<>|\\",
    *("那个", "就是说", "然后", "因为", "看看", "谢谢", "12:30", "3.5", "&nbsp;", "don't"),
    *("㎏", "臺灣", "ﬁ", "１２", "…", "——", "\u200b", "\ufeff", "\ud800", "\U0001f600", "\u0301"),
)
anything = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.text(st.characters(codec=None, exclude_categories=[]), max_size=30),
)


def form(text: str) -> str:
    return normalise(text).text


def quoted(text: str) -> list[str]:
    done = normalise(text)
    return [done.text[start:end] for start, end in done.quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("您好", "您好"),
        ("您好，请问、有什么 事", "您好，请问，有什么，事"),
        ("好。行；不是！真的？\n走", "好。行。不是！真的？走"),
        ("好.那我走", "好。那我走"),
        ("ＶＩＰ客戶", "vip客户"),
        ("甲：乙（丙）丁…戊——己~庚/辛|壬\\癸", "甲，乙，丙，丁，戊，己，庚，辛，壬，癸"),
        ("“您好”《规定》「行」", "您好规定行"),
        ("好的\r\n再见", "好的。再见"),
        ("&nbsp;您好&nbsp;&nbsp;请讲", "您好，请讲"),
    ],
)
def test_reduces_to_two_kinds_of_boundary(text: str, expected: str) -> None:
    assert form(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("，，，您好", "您好"),
        ("。您好", "您好"),
        ("您好，，请讲", "您好，请讲"),
        ("您好，。请讲", "您好。请讲"),
        ("您好。，请讲", "您好。请讲"),
        ("您好！？", "您好！"),
        ("您好 。 请讲", "您好。请讲"),
    ],
)
def test_runs_of_boundaries_are_one_and_the_hard_one_wins(text: str, expected: str) -> None:
    assert form(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.5元", "3.5元"),
        ("３．５元", "3.5元"),
        ("12:30到", "12:30到"),
        ("12：30到", "12:30到"),
        ("3/5号", "3/5号"),
        ("www.a.cn", "www.a.cn"),
        ("号码是12345.请问", "号码是12345。请问"),
        ("ok.我走了", "ok。我走了"),
        ("在12:请看", "在12，请看"),
        ("甲/乙", "甲，乙"),
        ("5.", "5。"),
        (".5", "5"),
    ],
)
def test_numbers_are_not_cut(text: str, expected: str) -> None:
    assert form(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我呃想问一下", "我想问一下"),
        ("嗯，您好", "您好"),
        ("您好，嗯，请讲", "您好，请讲"),
        ("您好，那个，请讲", "您好，请讲"),
        ("您好。就是说，请讲", "您好。请讲"),
        ("您好，就是。请讲", "您好。请讲"),
        ("请讲，然后呢", "请讲，"),
        ("那个那个，请讲", "请讲"),
        ("那那个，我想问", "我想问"),
        ("嗯嗯，呃", ""),
        ("唔，您好", "您好"),
    ],
)
def test_fillers_go(text: str, expected: str) -> None:
    assert form(text) == expected


@pytest.mark.parametrize(
    "text",
    ["那个号码", "就是它", "额度不够", "我啊", "这个月", "的话费", "反正都"],
)
def test_fillers_stay_where_they_say_something(text: str) -> None:
    assert form(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我我想问", "我想问"),
        ("您您您可能记错了", "您可能记错了"),
        ("我，我想问", "我想问"),
        ("因为因为是这样的", "因为是这样的"),
        ("这个是这个是您买的", "这个是您买的"),
        ("帮您查您查一下", "帮您查一下"),
        ("我，那个，我想问", "我想问"),
        ("我呃我想问", "我想问"),
        ("谢谢谢谢", "谢谢"),
        ("没有，没有收到", "没有收到"),
        ("我帮我帮我帮您查", "我帮您查"),
    ],
)
def test_stutters_go(text: str, expected: str) -> None:
    assert form(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "看看",
        "谢谢",
        "等等",
        "慢慢说",
        "能不能不说",
        "一个一个来",
        "好了好了",
        "有的有的",
        "三点三十分",
        "我。我想问",
        "一三八零零零零八八八八",
        "零八零八幺幺",
        "三百三百",
    ],
)
def test_doubled_by_grammar_or_in_a_number_stays(text: str) -> None:
    assert form(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("您说“没用”是吧", ["没用"]),
        ("您说「没用」是吧", ["没用"]),
        ('您说"没用"是吧', ["没用"]),
        ("按《规定》办，“不退”", ["规定", "不退"]),
        ("他说“你说‘没用’吧”", ["你说没用吧", "没用"]),
        ("他说“没用。再见”吧", ["没用。再见"]),
        ("don't 说“没用”", ["没用"]),
        ("'没用'", ["没用"]),
        ("it's 没用 don't", []),
        ("don't 'x' y", ["x"]),
        ("甲“，。乙”", ["。乙"]),
        ("他说“没用", []),
        ("他说”没用", []),
        ("他说“嗯”吧", []),
        ("“”", []),
        ("他说“呃没用”", ["没用"]),
        ("我我“我想”", ["我想"]),
    ],
)
def test_quotes_are_recorded(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_stutter_is_quoted_as_it_was_said() -> None:
    text = "好，帮您查您查一下"
    done = normalise(text)
    start = done.text.index("帮您查一下")
    begin, end = done.original(start, start + 5)
    assert text[begin:end] == "帮您查您查一下"


def test_what_one_character_became_is_quoted_whole() -> None:
    done = normalise("重5㎏吗")
    at = done.text.index("g")
    assert done.original(at, at + 1) == (2, 3)


@pytest.mark.parametrize(
    ("span", "expected"), [((0, 0), (1, 1)), ((1, 1), (2, 2)), ((3, 3), (4, 4)), ((4, 4), (5, 5))]
)
def test_an_empty_span_has_a_place(span: tuple[int, int], expected: tuple[int, int]) -> None:
    assert normalise("，甲乙，丙").original(*span) == expected


def test_an_empty_form_has_a_place() -> None:
    assert normalise("").original(0, 0) == (0, 0)


@given(anything)
def test_every_character_is_mapped_into_the_original(text: str) -> None:
    done = normalise(text)
    assert len(done.starts) == len(done.ends) == len(done.text)
    assert list(done.starts) == sorted(done.starts)
    assert list(done.ends) == sorted(done.ends)
    for start, end in zip(done.starts, done.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(anything)
def test_every_character_says_the_same_as_the_original(text: str) -> None:
    done = normalise(text)
    for index, char in enumerate(done.text):
        start, end = done.original(index, index + 1)
        if char not in BOUNDARIES:
            assert char in standard(fold(text[start:end]).text)
        else:
            assert char in form(f"甲{text[start:end]}乙")


@given(anything)
def test_boundaries_are_single_and_never_first(text: str) -> None:
    done = form(text)
    assert done[:1] not in BOUNDARIES
    assert not any(left in BOUNDARIES and right in BOUNDARIES for left, right in pairwise(done))


@given(anything)
def test_quotes_are_spans_of_the_form(text: str) -> None:
    done = normalise(text)
    assert list(done.quoted) == sorted(done.quoted)
    assert all(0 <= start < end <= len(done.text) for start, end in done.quoted)


@given(anything)
def test_nothing_is_left_to_drop(text: str) -> None:
    once = form(text)
    assert form(once) == once


def test_passes_over_a_long_text_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    passes = 0
    drop = normal._drop_stutters

    def counted(chars: list[normal._Char]) -> list[normal._Char]:
        nonlocal passes
        passes += 1
        return drop(chars)

    monkeypatch.setattr(normal, "_drop_stutters", counted)
    assert form("我" * 20_000) == "我"
    assert passes <= 3
    passes = 0
    assert form("甲乙" * 10_000) == "甲乙"
    assert passes <= 3


@given(anything)
def test_any_text_has_a_form(text: str) -> None:
    assert isinstance(normalise(text), Normal)
