from __future__ import annotations

import pytest

from linter.reports import FORMATS, Options, Summary

from .samples import REPORT, rendered


def test_the_names_of_the_formats():
    assert list(FORMATS) == [
        "text",
        "json",
        "jsonl",
        "csv",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "snippets",
        "snippets-jsonl",
        "xlsx",
    ]


TEXTS = [name for name in FORMATS if not FORMATS[name].binary]


def test_the_formats_that_no_terminal_can_show():
    assert set(FORMATS) - set(TEXTS) == {"xlsx"}


@pytest.mark.parametrize("name", TEXTS)
def test_a_second_run_says_the_same(name):
    assert rendered(name, [REPORT, REPORT]) == rendered(name, [REPORT, REPORT])


@pytest.mark.parametrize("name", TEXTS)
def test_output_is_whole_lines(name):
    assert rendered(name, [REPORT]).endswith("\n")


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_printed(name, capsys):
    reporter = FORMATS[name](Options())
    "".join([*reporter.begin(), *reporter.call(REPORT), *reporter.end(Summary())])
    assert capsys.readouterr() == ("", "")
