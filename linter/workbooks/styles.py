"""The number formats of a workbook's cells, which make a date of a number.

openpyxl refuses whole workbooks for a colour or a border it does not understand; nobody asks for
these here.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from linter import lazy

_GENERAL = "General"
_ASIDE = lazy.pattern(r'"[^"]*"|\\.|\[(?![hmsHMS]+\])[^\]]*\]')
_MOMENT = lazy.pattern(r"[ymdhsYMDHS]")

# ECMA-376-1, 18.8.30: those for all languages, and those that mean something else in Chinese.
_BUILT_IN: Mapping[int, str] = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00"},
    **{14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM"},
    **{19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm"},
    **{27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m-d-yy", 31: "yyyy年m月d日"},
    **{32: "h时mm分", 33: "h时mm分ss秒", 34: "h时mm分", 35: "h时mm分ss秒", 36: "yyyy年m月"},
    **{45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 50: "yyyy年m月", 51: "m月d日"},
    **{52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 55: "h时mm分", 56: "h时mm分ss秒"},
    **{57: "yyyy年m月", 58: "m月d日"},
}


def is_moment(number_format: str) -> bool:
    """Whether numbers of a format are dates or times."""
    return _MOMENT.search(_ASIDE.sub("", number_format.split(";")[0])) is not None


def number_formats(styles: bytes) -> tuple[str, ...]:
    """The number format of each style of cells.

    :param styles: the part of the workbook with its styles.
    :raises ParseError: a ``SyntaxError``, for what is no XML.
    """
    codes = dict(_BUILT_IN)
    own: list[str] = []
    for element in ElementTree.fromstring(styles):
        name = element.tag.rpartition("}")[2]
        if name == "numFmts":
            codes |= {int(e.get("numFmtId", 0)): e.get("formatCode", _GENERAL) for e in element}
        elif name == "cellXfs":
            own = [e.get("numFmtId", "0") for e in element]
    return tuple(codes.get(int(number), _GENERAL) for number in own)
