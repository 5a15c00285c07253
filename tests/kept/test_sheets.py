"""Score sheets in a report that is kept."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from linter import Call, Turn
from linter.kept import Remembering
from linter.kept.keys import identity
from linter.kept.sheets import packed_sheet, unpacked_sheet
from linter.linting import Linter

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"
SCHEME = """\
scheme: 试
full: 100
deduct: 7.25
dimensions: [{name: 态度, axis: attitude, full: 100, aspects: [态度]}]
others: unscored
bonus: {each: 1, cap: 2}
bands: [{name: 优, from: 90}, {name: 差, from: 0}]
"""
CALL = Call(
    "c", (Turn("customer", "灯不亮。"), Turn("agent", "快点说，不归我管，我来办。")), "a.txt"
)


@pytest.fixture
def linter(tmp_path) -> Linter:
    path = tmp_path / "表.yml"
    path.write_text(SCHEME, encoding="utf-8")
    return Linter(SHOP, scheme=path)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_a_sheet_comes_out_as_it_was(linter) -> None:
    sheet = linter.lint(CALL).sheet
    assert sheet is not None
    assert sheet.total == sheet.steps[0].points + 1
    assert unpacked_sheet(packed_sheet(sheet)) == sheet


@pytest.mark.parametrize("data", [b"", b"\xc0", b"\x90"])
def test_damaged_ones_are_refused(data) -> None:
    with pytest.raises(msgspec.MsgspecError):
        unpacked_sheet(data)


def test_a_remembered_report_has_its_sheet(linter, monkeypatch) -> None:
    with Remembering(linter) as first:
        report = first.lint(CALL)
    assert report.sheet is not None
    monkeypatch.setattr(Linter, "lint", None)  # whoever asks it now has forgotten
    with Remembering(linter) as second:
        assert second.lint(CALL) == report


def test_another_scheme_is_another_result(linter, tmp_path) -> None:
    other = tmp_path / "别的.yml"
    other.write_text(SCHEME.replace("7.25", "8"), encoding="utf-8")
    known = {identity(linter), identity(Linter(SHOP)), identity(Linter(SHOP, scheme=other))}
    assert len(known) == 3


def test_a_scheme_nobody_knows_by_its_text_is_not_kept(linter) -> None:
    from dataclasses import replace

    assert linter.scheme is not None
    assert identity(Linter(SHOP, scheme=replace(linter.scheme, digest=""))) == b""
