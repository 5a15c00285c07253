import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.text import jieba_data
from linter.text.cutting import Cutter, cut_with

from . import jieba_itself
from .jieba_itself import HAN, MIXED, ODD, texts


@pytest.fixture(scope="module")
def cutter() -> Cutter:
    return Cutter(jieba_data.load())


def cut(cutter: Cutter, text: str) -> list[str]:
    return cut_with(cutter.cut_block, text)


@settings(max_examples=400, deadline=None)
@given(text=texts)
def test_cuts_as_jieba_does(cutter: Cutter, text: str) -> None:
    assert cut(cutter, text) == list(jieba_itself.cutter().cut(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "我",
        "\ud800我\udfff要",
        "\r\n\r \n",
        "1.5.25%.5%%",
        "a.b-c_d+e#f&g",
        "T恤T",
        "c++c+",
        "丂丄丅丌",  # no emission of the HMM knows these
        "我要投诉你们经理" * 400,
        "丂丄" * 900,
        "3.14" * 500,
        "結巴電話嗎",
    ],
)
def test_cuts_what_is_out_of_the_ordinary_as_jieba_does(cutter: Cutter, text: str) -> None:
    assert cut(cutter, text) == list(jieba_itself.cutter().cut(text))


def test_blocks_are_what_jieba_looks_for_words_in() -> None:
    blocks = []

    def whole(block: str) -> list[str]:
        blocks.append(block)
        return [block]

    assert cut_with(whole, "我a1,+#&._%- \r\n\u9fd6") == [
        *("我a1", ",", "+#&._%-", " ", "\r\n", "\u9fd6")
    ]
    assert blocks == ["我a1", "+#&._%-"]


added = st.lists(
    st.one_of(
        st.text(st.sampled_from(HAN), min_size=1, max_size=4),
        st.text(st.sampled_from(HAN + "aA+ c,\ud800"), min_size=1, max_size=3),
        st.sampled_from([*MIXED, "AA", "AT", "滚动", "投诉", "要投"]),
    ).filter(str.strip),
    min_size=1,
    max_size=4,
    unique=True,
)


@settings(max_examples=60, deadline=None)
@given(words=added, data=st.data())
def test_added_words_are_cut_as_jieba_does(words: list[str], data: st.DataObject) -> None:
    jieba = jieba_itself.with_words(words)
    cutter = Cutter(jieba_data.load())
    for word in words:
        cutter.add_word(word)
    assert cutter.lexicon.total == jieba.total
    pieces = st.one_of(st.sampled_from(words), st.text(st.sampled_from(HAN + ODD), max_size=3))
    for text in data.draw(st.lists(st.lists(pieces, max_size=5).map("".join), max_size=20)):
        assert cut(cutter, text) == list(jieba.cut(text))
