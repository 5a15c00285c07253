"""What stands in a line of a script and is not said."""

from __future__ import annotations

from linter.calls.scripts.marks import marks


def test_words_in_doubled_quotes_as_csv_has_them() -> None:
    text = '点""确认""以后，您再等等，""好""了再来'
    quoted = [text[mark.start : mark.end] for mark in marks(text) if mark.kind == "quoted"]
    assert quoted == ['"确认"', '"好"']
