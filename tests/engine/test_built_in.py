"""The engine says with the built-in packs what the plain interpreter says, with every profile."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import pytest

from linter.calls import find_inputs, read_path
from linter.linting import Linter
from linter.model import Call
from linter.rulebook.load import load_builtin
from linter.ruletest.cases import read_cases

from .differences import Oracle, compare
from .pairs import A_PROCESS, PAIRS

CORPUS = Path(__file__).parent.parent.parent / "corpus"
BOOK = load_builtin()
PROFILES = tuple(profile.name for profile in BOOK.profiles)


@cache
def pairs() -> tuple[tuple[Oracle, Linter], ...]:
    """Both of them without a profile, and with each."""
    plain = Oracle(BOOK)
    made = [(plain, Linter(BOOK))]
    for name in PROFILES:
        linter = Linter(BOOK, profiles=[name])
        made.append((Oracle(linter.book, like=plain), linter))
    return tuple(made)


def differing(call: Call, profiles: Collection[str]) -> list[str]:
    found = []
    for name, (oracle, linter) in zip(("", *PROFILES), pairs(), strict=True):
        if name in profiles:
            _, differences = compare(oracle, linter, call)
            found += [f"{call.id} {name}: {line}" for line in differences]
    # Another call has other words.
    pairs()[0][0].patterns.forget()
    return found


def corpus() -> Iterator[Call]:
    for path in find_inputs([str(CORPUS / "calls"), str(CORPUS / "scripts")]):
        yield from read_path(path)


THOROUGH = PAIRS > A_PROCESS
"""With all profiles each call takes twice as long, and there are some three thousand: otherwise
it is every thirteenth call, without a profile and with one."""
CALLS = tuple(corpus())[:: 1 if THOROUGH else 13]


@pytest.mark.parametrize("number", range(len(CALLS)), ids=lambda number: str(CALLS[number].id))
def test_the_corpus(number: int) -> None:
    profiles = PROFILES if THOROUGH else [PROFILES[number % len(PROFILES)]]
    assert differing(CALLS[number], ["", *profiles]) == []


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: str(rule.id))
def test_the_calls_of_the_rules_own_tests(rule: object) -> None:
    cases = tuple(read_cases([rule]))  # type: ignore[list-item]
    for case in cases[:: 1 if THOROUGH else 3]:
        assert differing(case.call, profiles=[""]) == []


def test_every_profile_has_an_oracle_of_its_own() -> None:
    assert len(PROFILES) >= 10
    assert len({oracle.book.version for oracle, _ in pairs()}) == len(PROFILES) + 1
