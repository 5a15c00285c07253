"""Text in XML 1.0, which some characters cannot be in, escaped or not."""

from __future__ import annotations

from linter import lazy

# https://www.w3.org/TR/xml/#charsets
_ILLEGAL = lazy.pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_IN_TEXT = str.maketrans({**_ENTITIES, "\r": "&#13;"})
# Unescaped, these would all be read as spaces.
_IN_ATTRIBUTE = str.maketrans({**_ENTITIES, "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def text(value: str) -> str:
    """The value as content of an element."""
    return _ILLEGAL.sub(_REPLACEMENT, value).translate(_IN_TEXT)


def attributes(values: dict[str, str | int]) -> str:
    """``name="value"`` for each, with a space before it."""
    return "".join(
        f' {name}="{_ILLEGAL.sub(_REPLACEMENT, str(value)).translate(_IN_ATTRIBUTE)}"'
        for name, value in values.items()
    )
