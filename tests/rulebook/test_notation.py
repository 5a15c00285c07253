"""The pattern notation: the tree of each construct, and what is said of mistakes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.rulebook.notation import (
    DEFAULT_GAP,
    DEFAULT_WIDE_GAP,
    MAX_DEPTH,
    MAX_GAP,
    Anchor,
    ClassRef,
    Digits,
    Either,
    Gap,
    Literal,
    Node,
    Not,
    NotationError,
    Sequence,
    Words,
    classes_in,
    parse,
)

EMPTY = Sequence(())


@pytest.mark.parametrize(
    ("pattern", "node"),
    [
        ("抱歉", Literal("抱歉")),
        ("  抱歉 ", Literal("抱歉")),
        ("抱 歉", Literal("抱歉")),
        ("抱\u3000歉\t呢", Literal("抱歉呢")),
        ("ＶＩＰ臺灣", Literal("vip台湾")),
        ("12:30", Literal("12:30")),
        ("3.5", Literal("3.5")),
        ("(a|b)", Either((Literal("a"), Literal("b")))),
        ("(a|)", Either((Literal("a"), EMPTY))),
        ("(|a)", Either((EMPTY, Literal("a")))),
        ("(a)", Literal("a")),
        ("()", EMPTY),
        ("a(b|c)", Sequence((Literal("a"), Either((Literal("b"), Literal("c")))))),
        ("((a|b)|c)", Either((Either((Literal("a"), Literal("b"))), Literal("c")))),
        ("…", Gap(DEFAULT_GAP, wide=False)),
        ("…12", Gap(12, wide=False)),
        ("…１２", Gap(12, wide=False)),
        ("……", Gap(DEFAULT_WIDE_GAP, wide=True)),
        ("……20", Gap(20, wide=True)),
        (f"…{MAX_GAP}", Gap(MAX_GAP, wide=False)),
        ("…8a", Sequence((Gap(8, wide=False), Literal("a")))),
        ("<类>", ClassRef("类", "", 0)),
        ("< 类 >", ClassRef("类", "", 0)),
        ("a<信息 as 项>", Sequence((Literal("a"), ClassRef("信息", "项", 1)))),
        (" a<类>", Sequence((Literal("a"), ClassRef("类", "", 2)))),
        ("<数字>", ClassRef("数字", "", 0)),
        ("<数字 7+>", Digits(7)),
        ("<数字 40+>", Digits(40)),
        ("「滚」", Words(Literal("滚"))),
        ("「a|b」", Words(Either((Literal("a"), Literal("b"))))),
        ("^", Anchor("^")),
        ("$", Anchor("$")),
        ("^^", Anchor("^^")),
        ("$$", Anchor("$$")),
        ("^^^", Sequence((Anchor("^^"), Anchor("^")))),
        ("$^$$", Sequence((Anchor("$"), Anchor("^"), Anchor("$$")))),
        ("(前无 a)", Not(Literal("a"), behind=True)),
        ("(后无 a|b)", Not(Either((Literal("a"), Literal("b"))), behind=False)),
        ("(前无\u3000a)", Not(Literal("a"), behind=True)),
    ],
)
def test_tree(pattern: str, node: Node) -> None:
    assert parse(pattern) == node


@pytest.mark.parametrize(
    ("pattern", "at", "word"),
    [
        ("", 0, "空的短语"),
        ("  ", 0, "空的短语"),
        ("a|b", 1, "括号里"),
        (" a|b", 2, "括号里"),
        ("(a|b", 4, "缺少 )"),
        ("「a", 2, "缺少 」"),
        ("(a」)", 2, "多出来的 」"),
        ("「a)」", 2, "多出来的 )"),
        ("a)", 1, "多出来的 )"),
        ("a>b", 1, "多出来的 >"),
        ("a<b", 1, "没有对应的 >"),
        ("a<>", 1, "词类写成"),
        ("<a b>", 0, "词类写成"),
        ("<a 作 b>", 0, "词类写成"),
        ("<数字 7>", 0, "词类写成"),
        ("<数字 0+>", 0, "1 到 40"),
        ("<数字 41+>", 0, "1 到 40"),
        (f"<数字 {'9' * 5000}+>", 0, "1 到 40"),
        ("a…0", 1, "1 到 40"),
        ("a…41", 1, "1 到 40"),
        (f"a……{'9' * 5000}", 1, "1 到 40"),
        ("a（b|c)", 1, "半角 ("),
        ("a(b|c）", 5, "半角 )"),
        ("a(b｜c)", 3, "半角 |"),
        ("a，b", 1, "……"),
        ("a、b", 1, "……"),
        ("a。b", 1, "句号"),
        ("a＜类>", 1, "半角 <"),
        ("<类＞", 0, "没有对应的 >"),
        ("a《类》", 1, "<类名>"),
        ("a？", 1, "(吗|)"),
        ("a?", 1, "(吗|)"),
        ("a*", 1, "…"),
        ("a！", 1, "标点"),
        ("a!", 1, "标点"),
        ("a；b", 1, "分号"),
        ("【a】", 0, "「」"),
        ("[ab]", 0, "二选一"),
        ("您a.好", 2, "停顿"),
        ("您...好", 1, "停顿"),
        ("您好:", 2, "停顿"),
        ("(好|您“好)", 4, "停顿"),
        ("a'b", 1, "停顿"),
        ("您~好", 1, "停顿"),
        ("㎏——好", 1, "停顿"),
        (" 您—好", 2, "停顿"),
    ],
)
def test_mistakes(pattern: str, at: int, word: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse(pattern)
    assert caught.value.at == at
    assert word in caught.value.message
    assert str(caught.value) == caught.value.message


@pytest.mark.parametrize(
    ("opening", "closing"), [("(", ")"), ("「", "」"), ("(前无 ", ")"), ("(后无 ", ")")]
)
def test_brackets_in_brackets_have_an_end(opening: str, closing: str) -> None:
    parse(opening * MAX_DEPTH + "a" + closing * MAX_DEPTH)
    with pytest.raises(NotationError) as caught:
        parse(opening * 5_000 + "a" + closing * 5_000)
    assert caught.value.at == len(opening) * MAX_DEPTH


def test_brackets_side_by_side_have_none() -> None:
    assert len(parse("(a|b)" * 100).items) == 100  # type: ignore[union-attr]
    deep = "(a)" * 9 + "(" * MAX_DEPTH
    parse(deep + ")" * MAX_DEPTH)
    with pytest.raises(NotationError):
        parse(deep + "(" + ")" * (MAX_DEPTH + 1))


def test_classes_of_a_pattern() -> None:
    node = parse("<一>(a|<二 as 项>「<三>」)(前无 <四>)<数字 3+>")
    assert [(ref.name, ref.slot, ref.at) for ref in classes_in(node)] == [
        ("一", "", 0),
        ("二", "项", 6),
        ("三", "", 15),
        ("四", "", 24),
    ]


letters = st.text("甲乙丙", min_size=1, max_size=3)


def written(node: Node, inside: str = "") -> str:
    """A tree in the notation again."""
    match node:
        case Literal(text):
            return text
        case Either(options):
            return f"({'|'.join(written(option) for option in options)})"
        case Sequence(items):
            return "".join(map(written, items))
        case Gap(size, wide):
            return f"{'……' if wide else '…'}{size}"
        case ClassRef(name, slot, _):
            return f"<{name} as {slot}>" if slot else f"<{name}>"
        case Digits(least):
            return f"<数字 {least}+>"
        case Anchor(kind):
            return kind
        case Words(inner):
            return f"「{written(inner)}」"
        case Not(inner, behind):
            return f"({'前无' if behind else '后无'} {written(inner)})"


pieces = st.recursive(
    st.one_of(
        letters,
        st.integers(1, 40).map("…{}甲".format),
        st.integers(1, 40).map("<数字 {}+>".format),
        st.sampled_from(["<类>", "<类 as 项>", "^^", "$", "……3"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda some: f"({'|'.join(some)})"),
        inner.map("「{}」".format),
        inner.map("(前无 {})".format),
        inner.map("(后无 {})".format),
    ),
    max_leaves=6,
)


@given(st.lists(pieces, min_size=1, max_size=4).map("".join))
def test_a_tree_says_all_that_was_written(pattern: str) -> None:
    assert written(parse(pattern)) == pattern


@given(st.text(st.sampled_from("甲a1 (|)<>…「」^$+，。（？前无后as数字"), max_size=20))
def test_any_text_is_a_pattern_or_a_mistake_in_it(text: str) -> None:
    at = 0
    try:
        parse(text)
    except NotationError as error:
        at = error.at
    assert 0 <= at <= len(text)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("行吧行吧", "匹配不到：写 行吧"),
        ("(我我要|要)投诉", "匹配不到：写 我要"),
        ("嗯", "匹配不到：不用写，它前后的字照样连得上"),
    ],
)
def test_a_phrase_that_no_transcript_has_after_cleaning(pattern: str, message: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse(pattern)
    assert caught.value.message.endswith(message)


@pytest.mark.parametrize("pattern", ["好了好了", "那个", "一个一个"])
def test_a_phrase_that_cleaning_leaves_alone(pattern: str) -> None:
    assert parse(pattern) == Literal(pattern)
