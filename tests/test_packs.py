"""The built-in packs say nothing in vain: no check has anything to say of them."""

from __future__ import annotations

from functools import cache

import pytest

from linter.rulebook.load import BUILTIN, files_of, load_builtin
from linter.rulebook.source import Errors
from linter.rulelint import CHECKS, Warned, check


@cache
def warned() -> tuple[Warned, ...]:
    return check(load_builtin(), files_of([BUILTIN], Errors()))


@pytest.mark.parametrize("name", CHECKS)
def test_the_checks_find_nothing(name: str) -> None:
    assert [str(one) for one in warned() if one.check == name] == []
