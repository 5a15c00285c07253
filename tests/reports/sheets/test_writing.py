from __future__ import annotations

import sys

import pytest
from xlsxwriter.exceptions import FileCreateError

from linter.errors import UsageError
from linter.reports.sheets.writing import require, writing


def test_the_way_to_the_library(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError) as caught:
        require()
    assert caught.value.hint == 'pip install "huashu[xlsx]"，或用 --format csv'


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, "No space left on device"),
        FileCreateError(OSError(28, "No space left on device")),
    ],
)
def test_no_room(error, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", "/t")
    with pytest.raises(UsageError) as caught, writing():
        raise error
    assert str(caught.value) == (
        "/t: 临时文件写不了：No space left on device; 检查剩余空间，或用环境变量 TMPDIR 换个文件夹"
    )
