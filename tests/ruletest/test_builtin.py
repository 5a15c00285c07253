"""The built-in packs' tests notice when something in the rules is changed."""

from __future__ import annotations

from linter.linting import Linter
from linter.rulebook.load import load_builtin
from linter.ruletest import read_cases
from linter.ruletest.mutants import mutants
from linter.ruletest.mutation import try_mutants

NOTICED = 90
"""Percent. The others are mostly steps that may share a turn with one of the other side."""


def test_nine_of_ten_changes_are_noticed() -> None:
    book = load_builtin()
    trials = list(try_mutants(Linter(book), read_cases(book.rules), mutants(book)))
    survivors = [
        f"{trial.mutant.subject}: {trial.mutant.change}" for trial in trials if not trial.killer
    ]
    assert len(trials) > 300
    assert len(survivors) * 100 <= (100 - NOTICED) * len(trials), "\n".join(survivors)
