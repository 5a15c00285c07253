from __future__ import annotations

import io

import openpyxl

from linter.coaching.examples.formats.xlsx import XlsxFormat

from ..making import BAD, GOOD, made


def test_a_workbook():
    data = b"".join(XlsxFormat("zh").text(made(BAD, GOOD)))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["样例", "数据卡"]
    head, bad, good = book["样例"].values
    assert dict(zip(head, bad, strict=True))["配的答法"] == "对不起，是我们不好。"
    assert good[0] == "good1"
    card = dict(list(book["数据卡"].values)[1:])
    assert card["许可"] == "由公司自己定"
    assert card["行业：banking"] == "通话 1，坏 1，好 1"


def test_the_same_set_makes_the_same_file():
    files = {b"".join(XlsxFormat("zh").text(made(BAD))) for _ in range(2)}
    assert len(files) == 1
