import random

import pytest

from linter.text import jieba_data
from linter.text.lexicon import Lexicon

from . import jieba_itself


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(jieba_data.load())


@pytest.fixture(scope="module")
def some() -> list[str]:
    """Words and beginnings of words, as jieba has them, and characters of all kinds."""
    known = random.Random(1).sample(sorted(jieba_itself.cutter().FREQ), 4000)
    return [*known, *map(chr, range(0x20, 0x7F)), *map(chr, range(0x4E00, 0x9FD6, 7))]


def test_frequencies_are_those_of_jieba(lexicon: Lexicon, some: list[str]) -> None:
    jieba = jieba_itself.cutter()
    assert lexicon.total == jieba.total
    for text in (*some, *(text + "卡" for text in some), "\ud800", "\U0010ffff", "我\ud800"):
        assert lexicon.frequency(text) == jieba.FREQ.get(text)


def test_entries_are_words_only(lexicon: Lexicon, some: list[str]) -> None:
    frequencies = jieba_itself.cutter().FREQ
    for text in some:
        assert (lexicon.entry(text) is not None) == bool(frequencies.get(text))


def test_tags_are_those_of_the_dictionary(lexicon: Lexicon) -> None:
    for line in jieba_itself.dictionary().decode().splitlines()[::50]:
        word, _, tag = line.split(" ")
        assert lexicon.tag(word) == tag
    assert [lexicon.tag(text) for text in ("橙享卡", "，", "\ud800", "中华人")] == [""] * 4


def test_an_added_word_is_found(lexicon: Lexicon) -> None:
    own = Lexicon(jieba_data.load())
    own.add("橙享卡", 7)
    entry = own.entry("橙享卡")
    assert entry is not None
    assert (entry.frequency, entry.tag) == (7, "")
    assert own.frequency("橙享") == 0
    assert own.total == lexicon.total + 7
    assert lexicon.entry("橙享卡") is None


def test_an_added_word_of_jieba_keeps_its_part_of_speech() -> None:
    own = Lexicon(jieba_data.load())
    tag = own.tag("投诉")
    own.add("投诉", 9)
    assert (own.frequency("投诉"), own.tag("投诉")) == (9, tag) != (9, "")
    assert own.tag("投") == Lexicon(jieba_data.load()).tag("投")


def test_a_word_begins_with_what_its_lines_do_not_show() -> None:
    own = Lexicon(jieba_data.load())
    assert own.frequency("\u3400") is None
    own.add("\u3400丁", 3)
    assert own.frequency("\u3400") == 0


def test_a_word_with_a_space_in_it_is_counted_and_never_found() -> None:
    own = Lexicon(jieba_data.load())
    before, total = own.entry("我"), own.total
    own.add("我 们", 5)
    assert own.entry("我") == before
    assert list(own.starting("我 们", 0))[1:] == []
    assert own.total == total + 5


def test_words_that_begin_at_a_place_come_shortest_first(lexicon: Lexicon) -> None:
    text = "去中华人民共和国"
    found = [text[1:end] for end, _ in lexicon.starting(text, 1)]
    assert found == ["中", "中华", "中华人民", "中华人民共和国"]
    assert [end for end, _ in lexicon.starting(text, len(text) - 1)] == [len(text)]
