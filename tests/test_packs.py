"""The built-in packs say nothing in vain: no check has anything to say of them."""

from __future__ import annotations

from functools import cache

import pytest

from linter.rulebook.load import BUILTIN, files_of, load_builtin
from linter.rulebook.source import Errors
from linter.rulelint import CHECKS, Warned, check

MENDING = ("shadowed-pattern", "contradiction")
"""Checks that still find something in the packs."""


@cache
def warned() -> tuple[Warned, ...]:
    return check(load_builtin(), files_of([BUILTIN], Errors()))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(strict=False) if name in MENDING else ())
        for name in CHECKS
    ],
)
def test_the_checks_find_nothing(name: str) -> None:
    assert [str(one) for one in warned() if one.check == name] == []
