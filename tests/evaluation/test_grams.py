from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import Linter
from linter.evaluation.grams import book_grams, grams_of, pattern_grams, turn_grams
from linter.rulebook import notation
from linter.rulebook.load import load_texts
from linter.rulebook.notation import parse

from .samples import SHOP


def test_only_stretches_of_chinese_characters_have_grams() -> None:
    assert grams_of("投诉电话，好ab的吧") == {"投诉电", "诉电话"}


def test_a_turn_is_read_in_its_matching_form() -> None:
    # Traditional characters and stutters are as patterns see them.
    assert turn_grams("您、您投訴去") == {"您投诉", "投诉去"}


@pytest.mark.parametrize(
    ("pattern", "grams"),
    [
        ("投诉去", {"投诉去"}),
        ("投诉", set()),
        ("你(去|别去)投诉", {"你去投", "去投诉", "你别去", "别去投"}),
        ("你(去|)投", {"你去投"}),
        ("你…投诉去", {"投诉去"}),
        ("你好…投诉", set()),
        ("(你…|)去投诉", {"去投诉"}),
        ("你<词>诉", {"你投诉", "你上告", "上告诉"}),
        ("「投诉」去$", {"投诉去"}),
        ("投(后无 标)诉去", {"投诉去"}),
        ("投诉<数字 3+>去那边", {"去那边"}),
        ("投诉<词性 nr>去", set()),
    ],
)
def test_the_grams_of_a_pattern(pattern: str, grams: set[str]) -> None:
    classes = {"词": {"词": (parse("投"), parse("上告"))}}
    assert pattern_grams(parse(pattern), classes) == grams


def test_regional_forms_count() -> None:
    assert {"么态度", "啥态度"} <= pattern_grams(parse("什么态度"), {})


def written_out(node: notation.Node) -> set[str]:
    """All that a pattern without gaps matches: the plain way."""
    match node:
        case notation.Literal(text):
            return {text}
        case notation.Either(options):
            return set().union(*map(written_out, options))
        case notation.Sequence(items):
            found = {""}
            for item in items:
                found = {one + other for one in found for other in written_out(item)}
            return found
    raise AssertionError(node)


nodes = st.recursive(
    st.text("天地人", max_size=4).map(notation.Literal),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(tuple).map(notation.Either)
        | st.lists(inner, max_size=4).map(tuple).map(notation.Sequence)
    ),
    max_leaves=8,
)


@given(nodes)
def test_they_are_those_of_all_that_it_matches(node: notation.Node) -> None:
    expected = frozenset[str]().union(*map(grams_of, written_out(node)))
    assert pattern_grams(node, {}) == expected


def test_of_a_book_the_agents_side_counts_without_exceptions(tmp_path: Path) -> None:
    pack = """
pack: grams
signals:
  坐席说: {any: [去投诉吧], over: [别去投诉], not_if: [开玩笑]}
  两边说: {who: any, maybe: [随便你]}
  例句: {like: [您自己看着办]}
  客户说: {who: customer, any: [要投诉你]}
rules:
  - {id: one, category: backtalk, aspect: 态度, severity: warning, say: 说, why: 因, instead: 改,
     forbid: [坐席说, 两边说, 例句], unless: [{earlier: 客户说}],
     tests: [{flag: "坐席：【去投诉吧】。"}, {pass: "坐席：好。"}]}
"""
    expected = {"去投诉", "投诉吧", "随便你", "您自己", "自己看", "己看着", "看着办"}
    assert book_grams(load_texts([("grams.yml", pack)])) == expected


def test_the_shop_has_few() -> None:
    assert {"快点说", "归我管", "自己看"} <= book_grams(Linter(SHOP).book)
