from __future__ import annotations

import pytest

from linter.workbooks.styles import is_moment, number_formats

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize("number_format", ["h:mm", "yyyy年m月", "[h]:mm", "[$-804]m月d日", "SS"])
def test_moments(number_format: str) -> None:
    assert is_moment(number_format)


@pytest.mark.parametrize("number_format", ["General", "0.00", '0"days"', "[Red]0", "0;ss", r"0\s"])
def test_other_numbers(number_format: str) -> None:
    assert not is_moment(number_format)


def test_own_and_built_in_formats_of_styles() -> None:
    formats = '<numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts>'
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 164, 21, 31, 999))
    xml = f'<styleSheet xmlns="{SPACE}">{formats}<cellXfs>{styles}</cellXfs></styleSheet>'
    expected = ("General", "000", "h:mm:ss", "yyyy年m月d日", "General")
    assert number_formats(xml.encode()) == expected
