from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.coaching.examples.formats.offsets import span_units, units


@given(st.text("a好😀𠮷\n", max_size=20), st.data())
def test_as_a_browser_counts(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = span_units(text, start, end)
    assert text.encode("utf-16-le")[2 * low : 2 * high].decode("utf-16-le") == text[start:end]
    assert units(text) * 2 == len(text.encode("utf-16-le"))
