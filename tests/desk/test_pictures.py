"""The pictures of the report's page in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.pictures import PICTURES, ROOT, WHAT

PAGE = ROOT / "docs" / "report.md"
TAKEN = [PICTURES / f"{name}.png" for name, *_ in WHAT]
MOST = 150_000
"""Bytes of a picture: a page loads several."""


def test_every_picture_is_shown_and_there_is_no_other() -> None:
    shown = re.findall(r"!\[[^\]]+\]\((img/report-[^)]+)\)", PAGE.read_text(encoding="utf-8"))
    assert sorted(PAGE.parent / one for one in shown) == sorted(TAKEN)
    assert sorted(PICTURES.glob("report-*.png")) == sorted(TAKEN)


@pytest.mark.parametrize("picture", TAKEN, ids=lambda path: path.stem)
def test_a_picture_is_small(picture: Path) -> None:
    assert picture.stat().st_size < MOST
