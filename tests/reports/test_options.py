from __future__ import annotations

import pytest

from linter.errors import UsageError
from linter.reports import MIN_WIDTH, Options


def test_too_narrow_a_page_is_refused():
    with pytest.raises(UsageError) as caught:
        Options(width=39)
    assert str(caught.value) == "宽度 39 太小，报告排不下; 请给出不小于 40 的宽度"
    assert Options(width=MIN_WIDTH).width == 40
