"""A reporter keeps nothing of the calls it has written, and renders each without the others."""

from __future__ import annotations

import pickle

import pytest

from linter.reports import FORMATS, Options

from .samples import CLEAN, REPORT

KEEPS_NOTHING = sorted(set(FORMATS) - {"snippets", "junit", "xlsx"})
"""Of the others, one sorts its examples by category before it writes the first, one says how
many test cases a file has, and one is a workbook, whose rows are in temporary files."""


@pytest.mark.parametrize("format_", KEEPS_NOTHING)
def test_it_does_not_grow(format_):
    reporter = FORMATS[format_](Options())
    sizes = []
    for _ in range(3):
        list(reporter.call(REPORT))
        sizes.append(len(pickle.dumps(reporter)))
    assert sizes[1:] == sizes[:-1]


@pytest.mark.parametrize("format_", FORMATS)
def test_rendering_leaves_no_trace(format_):
    reporter = FORMATS[format_](Options(show_praise=True))
    before = pickle.dumps(reporter)
    piece = reporter.render(REPORT)
    assert pickle.dumps(reporter) == before
    assert pickle.loads(pickle.dumps(piece)) == piece
    assert reporter.render(CLEAN) != piece


@pytest.mark.parametrize("format_", FORMATS)
def test_pieces_of_another_reporter_are_as_good(format_):
    """As when another process has rendered them."""
    options = Options(show_praise=True)
    here, there, alone = (FORMATS[format_](options) for _ in range(3))
    reports = (CLEAN, REPORT, CLEAN, REPORT)
    pieces = [pickle.loads(pickle.dumps(there.render(report))) for report in reports]
    together = [text for piece in pieces for text in here.add(piece)]
    assert together == [text for report in reports for text in alone.call(report)]
