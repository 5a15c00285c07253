"""The page about report formats leaves none out."""

from __future__ import annotations

import re

import pytest
from consoles import ROOT, Shown, commands

from linter.reports import FORMATS

PAGE = (ROOT / "docs/output-formats.md").read_text(encoding="utf-8")


SHOWN = [shown for shown in commands() if shown.page == "docs/output-formats.md"]


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.command)
def test_commands_complain_of_nothing(shown: Shown) -> None:
    done = shown.run()
    assert (done.code in (0, 1), done.err) == (True, "")


def test_every_format_is_in_the_table() -> None:
    rows = re.findall(r"^\| (`[^|]+)\|", PAGE.partition("\n## ")[0], re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([a-z-]+)`", row)} == set(FORMATS)
