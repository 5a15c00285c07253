"""The report's formats, by name."""

from __future__ import annotations

from linter.coaching.exemplars.base import Format
from linter.lazy import Imports

_HERE = "linter.coaching.exemplars"

FORMATS: Imports[type[Format]] = Imports(
    {
        "text": f"{_HERE}.text:TextFormat",
        "markdown": f"{_HERE}.markdown:MarkdownFormat",
        "html": f"{_HERE}.html:HtmlFormat",
        "json": f"{_HERE}.json_:JsonFormat",
    }
)
"""Imported when they are asked for."""
