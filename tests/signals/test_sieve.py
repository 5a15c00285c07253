"""The scan over a call misses nothing, and says where there is nothing to be looked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from engine.books import book as random_book
from engine.calls import call as random_call
from engine.pairs import Spoken, headers, load, signals, spoken
from engine.scorer import HashedScorer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.calls import read_path
from linter.judged import Report
from linter.linting import Linter
from linter.model import Call
from linter.rulebook.load import load_builtin
from linter.rulebook.types import RuleBook
from linter.signals import scanner
from linter.signals.detect import Detector, Seen
from linter.signals.scanner import KINDS, Scanner
from linter.signals.sieve import Patterns
from linter.text.turns import speaking_turns

from .helpers import book, call

CORPUS = Path(__file__).parents[2] / "corpus" / "calls"
SLOW = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))

books = st.tuples(headers, st.lists(signals, min_size=1, max_size=6)).map(
    lambda drawn: load(random_book(*drawn, []))
)


@SLOW
@given(books, spoken, st.integers(0, 20), st.integers(0, 20))
def test_no_hit_is_missed(made: RuleBook, said: Spoken, first: int, size: int) -> None:
    detector = Detector(made, scorer=HashedScorer())  # type: ignore[arg-type]
    turns = speaking_turns(random_call(made, *said))
    spots = detector.sieve.spots(turns)
    opinions = detector.opinions(turns)

    def hits(name: str, number: int, patterns: Patterns | None) -> list[Seen]:
        search = detector.search(turns[number], turns[:number])
        return detector.hits(made.signals[name], search, opinions, patterns)

    for name, spec in made.signals.items():
        own = {turn.number for turn in turns if spec.who in ("any", turn.role)}
        everywhere = range(len(turns))
        there = list(spots.patterns_in_turns(spec, everywhere))
        assert [number for number, _ in there] == sorted({number for number, _ in there} & own)
        assert name in spots.signals or not there
        scored = [*opinions.beyond(spec.learned, spec.who, everywhere)] if spec.learned else []
        assert name in spots.signals or not scored
        for number in own:
            patterns = dict(there).get(number, {} if number in scored else None)
            tried = [] if patterns is None else hits(name, number, patterns)
            assert tried == hits(name, number, None)
        part = range(first, min(first + size, len(turns)))
        assert list(spots.patterns_in_turns(spec, part)) == [
            (number, patterns) for number, patterns in there if number in part
        ]


KINDS_OF_SIGNALS = """
signals:
  词: {who: any, any: [投诉, 我要退…款]}
  坐席: {who: agent, any: [投诉]}
  客户: {who: customer, any: [投诉]}
  听: {who: agent, any: [投诉], heard: same}
  像: {who: any, like: [请您耐心等待处理结果], similar: 80}
  数: {who: customer, any: ['<数字 3+>']}
  表: {who: any, regex: ['退.款']}
  无: {who: agent, none: [您好]}
  量: {who: agent, measure: {of: characters, over: 30}}
  应: {who: customer, backchannel: true}
  组: {who: any, of: [坐席, 客户]}
"""
EVERYWHERE = {"数", "表", "无", "量", "应"}
"""Of these nothing is known before they are looked for."""


def spotted(*said: tuple[str, str]) -> set[str]:
    turns = speaking_turns(call(*said))
    return {*Detector(book(KINDS_OF_SIGNALS)).sieve.spots(turns).signals} - EVERYWHERE


def test_signals_that_may_be_anywhere() -> None:
    made = Detector(book(KINDS_OF_SIGNALS)).sieve
    assert made.everywhere == made.spots(()).signals == EVERYWHERE


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], set()),
        ([("a", "您好"), ("c", "你好")], set()),
        ([("a", "投诉吗")], {"词", "坐席", "听"}),
        ([("c", "投诉吗")], {"词", "客户"}),
        ([("b", "投诉吗")], {"词"}),
        ([("a", "您好"), ("c", "嗯"), ("a", "好"), ("u", "投诉")], {"词"}),
        ([("a", "头素")], {"听"}),
        ([("c", "头素")], set()),
        ([("a", "我要退钱")], {"词"}),
        ([("a", "请您耐心点")], {"像"}),
        # Neither turn has the word, though it runs over the cut.
        ([("a", "投"), ("c", "诉")], set()),
        ([("a", "投"), ("a", "诉")], set()),
        ([("a", "我呃投诉")], {"词", "坐席", "听"}),
        ([("a", "投呃诉")], {"词", "坐席", "听"}),
    ],
)
def test_signals(said: list[tuple[str, str]], expected: set[str]) -> None:
    assert spotted(*said) == expected


def patterns_of(name: str, *said: tuple[str, str]) -> list[tuple[int, Patterns]]:
    detector = Detector(book(KINDS_OF_SIGNALS))
    turns = speaking_turns(call(*said))
    found = detector.sieve.spots(turns).patterns_in_turns(detector.signals[name], range(len(turns)))
    return list(found)


def test_where_the_words_stand_in_their_turns() -> None:
    said = (("a", "您好"), ("c", "投诉，我要退，投诉"), ("a", "我要投诉"), ("c", "您好"))
    assert patterns_of("词", *said) == [(1, {0: [0, 7], 1: [3]}), (2, {0: [2]})]
    assert patterns_of("坐席", *said) == [(2, {0: [2]})]
    assert patterns_of("组", *said) == []


def test_patterns_by_sound_and_examples_have_numbers_of_their_own() -> None:
    assert patterns_of("听", ("a", "头素，投诉")) == [(0, {0: [3], 1: [0, 3]})]
    assert patterns_of("像", ("a", "请您耐心等待处理结果"))[0][1].keys() == {0}


def test_patterns_without_words_are_tried_in_every_turn_of_their_side() -> None:
    said = (("a", "您好"), ("c", "您好"), ("a", "退了款"), ("s", "转接"))
    assert patterns_of("表", *said) == [(number, {0: None}) for number in range(4)]
    assert patterns_of("数", *said) == [(1, {0: None})]
    assert patterns_of("无", *said) == [(0, {}), (2, {})]


def test_words_of_which_one_contains_another_stand_in_order_too() -> None:
    # So many are not compared with one another.
    many = [chr(0x5000 + n) * 2 for n in range(0, 600, 2)]
    words = ", ".join(["甲乙丙丁戊", "丙", *many])
    made = f"classes: {{大: [{words}]}}\nsignals: {{词: {{who: any, any: <大>}}}}"
    detector = Detector(book(made))
    turns = speaking_turns(call(("a", "您好，甲乙丙丁戊")))
    spots = detector.sieve.spots(turns)
    assert list(spots.patterns_in_turns(detector.signals["词"], range(1))) == [(0, {0: [3, 5]})]


@cache
def some_calls() -> tuple[Call, ...]:
    """A few of the corpus."""
    paths = sorted(CORPUS.glob("*.jsonl"))
    return tuple(found for path in paths for found in [*read_path(path)][:1])


@cache
def reports() -> tuple[Report, ...]:
    linter = Linter(load_builtin())
    return tuple(map(linter.lint, some_calls()))


@pytest.mark.parametrize("kind", KINDS[1:])
def test_it_is_all_the_same_by_whichever_library(
    kind: type[Scanner], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = reports()
    assert sum(len(report.findings) for report in wanted) > 5
    monkeypatch.setattr(scanner, "KINDS", (kind,))
    # Loaded rules are compiled anew.
    linter = Linter(load_builtin())
    assert tuple(map(linter.lint, some_calls())) == wanted
