import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from linter.text.fold import Folded, fold

# Everything with a rule of its own, often enough to meet each other.
TROUBLE = (
    *"&nbsp;ＮＢＳＰ＆；",
    *"！，。｡…︙㎏①½ﬃİΣẞÅ臺灣話於",
    *"\u00a0\u3000\u2028\u200b\u200d\ufe0f\ufeff\u00ad\u3164\x00\r\n\t\x85",
    *"\ud800\udfff\u0301\uac01\u1100👍\U0001f3fd\U000e0061",
)
anything = st.text(
    st.one_of(st.sampled_from(TROUBLE), st.characters(codec=None, exclude_categories=[]))
)
texts = st.lists(st.one_of(anything, st.sampled_from(["&nbsp;", "您好", "abc"]))).map("".join)

# Every character whose folding is not trivial lies in these planes.
ALL_CHARACTERS = "".join(map(chr, (*range(0x30000), *range(0xE0000, 0xE1000))))


def straddles(left: str, right: str) -> bool:
    entity = "&nbsp;"
    return any(
        left.endswith(entity[:cut]) and right.startswith(entity[cut:])
        for cut in range(1, len(entity))
    )


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("！？，；：（）", "!?,;:()"),
        ("您好。请问、稍等", "您好。请问、稍等"),
        ("好的｡", "好的。"),
        ("那个…这个……", "那个…这个……"),
        ("⑴㎏①ﬁ", "(1)kg1fi"),
        ("OK", "ok"),
        ("Σ", "σ"),
        ("Straße", "straße"),
        ("臺灣的電話，甚麼時候開通", "台湾的电话,甚么时候开通"),
        ("著名的乾隆，哪吒", "著名的乾隆,哪吒"),
        ("⾦\uf90a", "金金"),
        ("a\u00a0b\u3000c\u2009d\u2028e", "a b c d e"),
        ("您\u200b好\u200d\u200c\ufeff吗\u00ad", "您好吗"),
        ("\u202e您\u2066好\u061c", "您好"),
        ("您\u3164好\uffa0吗\u115f", "您好吗"),
        ("❤\ufe0f葛\U000e0100", "❤葛"),
        ("a\x00b\x1bc\rd\x85e\x7f", "a b c d e "),
        ("一\n二\t三", "一\n二\t三"),
        ("您&nbsp;好&nbsp;&nbsp;", "您 好  "),
        ("&nbsp", "&nbsp"),
        ("&amp;&lt;", "&amp;&lt;"),
        ("", ""),
    ],
)
def test_folds_to(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_unchanged_and_one_to_one_texts_keep_no_map() -> None:
    assert fold("您好，臺灣ＡＢＣ") == Folded("您好,台湾abc")


def test_balanced_removal_and_expansion_are_not_taken_for_one_to_one() -> None:
    folded = fold("\u200b㎏好")
    assert folded.text == "kg好"
    assert folded.original(0, 2) == (1, 2)
    assert folded.original(2, 3) == (2, 3)


def test_the_entity_maps_to_its_six_characters() -> None:
    folded = fold("您&nbsp;好")
    assert folded.original(1, 2) == (1, 7)
    assert folded.original(2, 3) == (7, 8)
    assert [folded.origin(index) for index in range(4)] == [0, 1, 7, 8]


def test_a_disguised_entity_is_one_too() -> None:
    text = "x＆Ｎ\u200bＢＳＰ；y"
    folded = fold(text)
    assert folded.text == "x y"
    assert folded.original(1, 2) == (1, 8)


def test_parts_of_one_character_map_to_all_of_it() -> None:
    folded = fold("重㎏")
    assert folded.text == "重kg"
    assert folded.original(1, 2) == folded.original(2, 3) == folded.original(1, 3) == (1, 2)


def test_removed_characters_count_inside_a_span_but_not_at_its_edges() -> None:
    folded = fold("\u200b您\u200b好\u200b")
    assert folded.original(0, 2) == (1, 4)
    assert folded.original(0, 1) == (1, 2)
    assert folded.original(1, 2) == (3, 4)


def test_empty_spans_are_positions() -> None:
    folded = fold("\u200b您&nbsp;")
    assert folded.original(0, 0) == (1, 1)
    assert folded.original(1, 1) == (2, 2)
    assert folded.original(2, 2) == (8, 8)
    assert fold("\u200b").original(0, 0) == (1, 1)
    assert fold("您好").original(2, 2) == (2, 2)


@pytest.mark.parametrize("text", ["您好", "&nbsp;&nbsp;"])
@pytest.mark.parametrize(("start", "end"), [(-1, 1), (1, 3), (2, 1), (-2, -1)])
def test_spans_outside_the_text_are_refused(text: str, start: int, end: int) -> None:
    with pytest.raises(IndexError, match="outside a text of 2"):
        fold(text).original(start, end)


@pytest.mark.parametrize("text", ["您好", "&nbsp;&nbsp;"])
@pytest.mark.parametrize("index", [-1, 3])
def test_positions_outside_the_text_are_refused(text: str, index: int) -> None:
    with pytest.raises(IndexError, match="outside a text of 2"):
        fold(text).origin(index)


def test_folding_every_folded_character_changes_nothing() -> None:
    folded = fold(ALL_CHARACTERS).text
    assert fold(folded).text == folded


@given(texts)
@example("&nb&nbsp;sp;")
@example("&&nbsp;nbsp;")
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = fold(text).text
    assert fold(folded).text == folded


@given(texts, texts)
def test_a_concatenation_folds_to_the_concatenated_foldings(left: str, right: str) -> None:
    assume(not straddles(fold(left).text, fold(right).text))
    assert fold(left + right).text == fold(left).text + fold(right).text


@given(texts)
def test_the_map_is_monotone_and_in_range(text: str) -> None:
    folded = fold(text)
    size = len(folded.text)
    origins = [folded.origin(index) for index in range(size + 1)]
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins[:-1])
    assert origins[-1] == len(text)
    ends = [folded.original(index, index + 1)[1] for index in range(size)]
    assert ends == sorted(ends)
    assert all(start < end <= len(text) for start, end in zip(origins, ends, strict=False))


@given(texts)
def test_the_whole_folded_text_covers_all_that_was_not_removed(text: str) -> None:
    folded = fold(text)
    start, end = folded.original(0, len(folded.text))
    assert fold(text[:start]).text == ""
    assert fold(text[end:]).text == ""
    assert fold(text[start:end]).text == folded.text


@given(texts, st.data())
def test_what_a_span_came_from_folds_to_that_span(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    size = len(folded.text)
    start = data.draw(st.integers(0, size), "start")
    end = data.draw(st.integers(start, size), "end")
    first, last = folded.original(start, end)
    again = fold(text[first:last]).text
    assert folded.text[start:end] in again
    # Equal as soon as no character that became several is cut apart.
    cuts_start = 0 < start < size and folded.origin(start) == folded.origin(start - 1)
    cuts_end = 0 < end < size and folded.origin(end) == folded.origin(end - 1)
    if not (cuts_start or cuts_end):
        assert again == folded.text[start:end]
