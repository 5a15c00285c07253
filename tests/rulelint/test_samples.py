"""Texts made of patterns: each is matched, and each option is in one of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.rulebook import notation
from linter.rulelint.samples import FILLER, MOST, Sampler, in_contexts, spread
from linter.signals.finder import Compiler
from linter.signals.matcher import Context
from linter.text.normal import normalise
from linter.text.tokens import default_tokenizer

CLASSES = {
    "货": {"鞋": (notation.parse("鞋"),), "帽": (notation.parse("帽(子|)"),)},
    "外": {"": (notation.parse("<货>店"),)},
}
CONTEXT = Context(edges=default_tokenizer().edges)


def texts(pattern: str) -> tuple[str, ...]:
    return Sampler(CLASSES).texts(notation.parse(pattern))


def test_all_combinations_of_options() -> None:
    assert set(texts("(甲|乙)(丙|)丁")) == {"甲丙丁", "甲丁", "乙丙丁", "乙丁"}


def test_gaps_are_empty_full_and_over_a_comma() -> None:
    assert texts("甲…3乙") == ("甲乙", f"甲{FILLER[:3]}乙")
    assert texts("甲……3乙") == ("甲乙", "甲，乙", f"甲{FILLER[0]}，{FILLER[1]}乙")


def test_classes_and_numbers() -> None:
    assert texts("<外>") == ("鞋店", "帽子店", "帽店")
    assert texts("<数字 3+>") == ("333", "八八八")


def test_what_cannot_be_made_up() -> None:
    assert texts("甲<词性 nr>") == ()
    assert Sampler({}).texts(notation.Regex("a+")) == ()


def test_edges_and_what_must_not_be_there_are_no_words() -> None:
    assert texts("^「滚」(后无 动)$") == ("滚",)


def test_each_option_comes_though_not_all_combinations_do() -> None:
    options = list(FILLER)
    pattern = f"({'|'.join(options)})…({'|'.join(options)})"
    found = texts(pattern)
    assert len(found) <= MOST
    assert {text[0] for text in found} == {text[-1] for text in found} == set(options)


def test_nothing_in_a_gap_is_taken_for_something_else() -> None:
    assert len(set(FILLER)) == len(FILLER) == notation.MAX_GAP
    assert normalise(FILLER).text == FILLER


def test_contexts_put_words_and_commas_around() -> None:
    assert "快点" in in_contexts("快点")
    assert any("，快点" in text for text in in_contexts("快点"))
    assert any("快点，" in text for text in in_contexts("快点"))


def test_spread_takes_evenly() -> None:
    assert spread(("a", "b", "c", "d", "e"), 3) == ("a", "c", "e")
    assert spread(("a", "b"), 3) == ("a", "b")


_PIECES = st.sampled_from(["甲", "乙丙", "(丁|戊|)", "…", "……4", "<货>", "<外>", "<数字 2+>号"])


@given(st.lists(_PIECES, min_size=1, max_size=6, unique=True))
def test_a_pattern_matches_its_samples(pieces: list[str]) -> None:
    node = notation.parse("己" + "".join(pieces) + "己")
    finder = Compiler(CLASSES).finder(node)
    for text in Sampler(CLASSES).texts(node)[:20]:
        assert finder.find(text, CONTEXT)
