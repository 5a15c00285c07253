from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, cast

import pytest

from linter import Linter
from linter.calls import read_path
from linter.rulebook.load import load_paths
from linter.rulebook.types import RuleBook
from linter.ruletest import read_cases, run_cases
from tools.bench.calls import write_calls
from tools.bench.pack import Pack, full, idle_rules
from tools.bench.phrases import LONGEST, idle, of_theme, take
from tools.bench.themes import THEMES

PHRASES, RULES = 1500, 300


@pytest.fixture(scope="module")
def pack() -> Pack:
    return full(PHRASES, RULES)


@pytest.fixture(scope="module")
def path(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pack") / "pack.yml"
    pack.write(path)
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> RuleBook:
    return load_paths([path])


def rules_of(pack: Pack) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], pack.content["rules"])


def test_it_has_the_rules_and_phrases_that_were_asked_for(pack: Pack, book: RuleBook) -> None:
    assert len(book.rules) == RULES
    assert pack.phrases == PHRASES


def test_ten_thousand_phrases_are_there() -> None:
    assert full().phrases == 10_000


def test_too_few_for_every_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="every kind takes"):
        full(PHRASES, 100)


@pytest.mark.parametrize("kind", ["forbid", "require", "sequence", "repeat", "measure", "rise"])
def test_there_are_five_of_each_kind_at_least(pack: Pack, kind: str) -> None:
    assert sum(kind in rule for rule in rules_of(pack)) >= 5


@pytest.mark.parametrize("key", ["unless", "when", "until", "which", "settled", "nearly", "praise"])
def test_there_are_five_rules_with_each_refinement(pack: Pack, key: str) -> None:
    assert sum(key in rule for rule in rules_of(pack)) >= 5


def test_most_rules_forbid(pack: Pack) -> None:
    kinds = Counter("forbid" in rule for rule in rules_of(pack))
    assert kinds[True] > kinds[False]


def test_its_rules_do_what_their_tests_say(book: RuleBook) -> None:
    cases = read_cases(book.rules)
    assert len(cases) == 2 * RULES
    wrong = [result for result in run_cases(Linter(book), cases) if result.outcome != "passed"]
    assert not wrong


def test_what_is_planted_is_found(pack: Pack, path: Path, tmp_path: Path) -> None:
    calls = tmp_path / "calls.jsonl"
    write_calls(calls, 40, plant=pack.planter())
    linter = Linter([path])
    found = [linter.lint(call).findings for call in read_path(calls)]
    planted = sum(any(finding.rule.startswith("plain-") for finding in one) for one in found)
    assert 4 <= planted <= 20
    assert sum(map(bool, found)) < 30


def test_the_idle_pack_finds_nothing(tmp_path: Path) -> None:
    calls, rules = tmp_path / "calls.jsonl", tmp_path / "pack.yml"
    write_calls(calls, 20, plant=full(PHRASES, RULES).planter())
    idle_rules(30, 3000).write(rules)
    linter = Linter([rules])
    assert len(linter.book.rules) == 30
    assert not any(linter.lint(call).findings for call in read_path(calls))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
def test_phrases_are_short_and_each_comes_once(theme: Any) -> None:
    phrases = list(of_theme(theme))
    assert len({phrase.pattern for phrase in phrases}) == len(phrases) > 400
    plain = [phrase.pattern for phrase in phrases if phrase.pattern == phrase.said]
    assert len(plain) > len(phrases) / 2
    assert all(2 <= len(words) <= LONGEST for words in plain)


def test_a_text_search_is_given_what_agents_are_made_to_say(pack: Pack) -> None:
    searched = pack.literals()
    assert all(any(words in said for words in searched) for said in pack.said)
    assert len(set(searched)) == len(searched) > PHRASES


def test_a_hundred_thousand_phrases_that_nobody_says_are_all_different() -> None:
    assert len({phrase.pattern for phrase in take(idle(), 100_000)}) == 100_000
