"""What a stream can show."""

from __future__ import annotations

import pytest

from linter.cli.screen import FILE_WIDTH, MOST_WIDTH, has_colors, width_of
from linter.reports import MIN_WIDTH

from .conftest import Stream


@pytest.mark.parametrize(
    ("columns", "width"), [("5", MIN_WIDTH), ("100", 100), ("999", MOST_WIDTH)]
)
def test_lines_are_as_wide_as_the_terminal_within_reason(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    assert width_of(Stream(terminal=True)) == width
    assert width_of(Stream()) == FILE_WIDTH


@pytest.mark.parametrize(
    ("name", "value", "colors"),
    [("NO_COLOR", "", True), ("NO_COLOR", "1", False), ("TERM", "dumb", False)],
)
def test_colors_are_for_terminals_that_want_them(monkeypatch, name, value, colors):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    assert has_colors(Stream(terminal=True)) is colors
    assert not has_colors(Stream())
