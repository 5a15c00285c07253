"""The built-in packs say nothing in vain: no check has anything to say of them."""

from __future__ import annotations

import builtin
import pytest

from linter.rulelint import CHECKS


@pytest.mark.parametrize("name", CHECKS)
def test_the_checks_find_nothing(name: str) -> None:
    assert [str(one) for one in builtin.warned() if one.check == name] == []
