"""The page about report formats leaves none out."""

from __future__ import annotations

import re

from consoles import ROOT

from linter.reports import FORMATS

PAGE = (ROOT / "docs/output-formats.md").read_text(encoding="utf-8")


def test_every_format_is_in_the_table() -> None:
    rows = re.findall(r"^\| (`[^|]+)\|", PAGE.partition("\n## ")[0], re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([a-z-]+)`", row)} == set(FORMATS)
