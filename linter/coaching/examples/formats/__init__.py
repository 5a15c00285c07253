"""The formats of an example set, by name; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from linter.coaching.examples.formats.base import Format
from linter.lazy import Imports

FORMATS: Mapping[str, type[Format]] = Imports(
    {
        "jsonl": "linter.coaching.examples.formats.jsonl:JsonlFormat",
        "csv": "linter.coaching.examples.formats.csv_:CsvFormat",
        "xlsx": "linter.coaching.examples.formats.xlsx:XlsxFormat",
        "markdown": "linter.coaching.examples.formats.markdown:MarkdownFormat",
        "html": "linter.coaching.examples.formats.html:HtmlFormat",
        "label-studio": "linter.coaching.examples.formats.label_studio:LabelStudioFormat",
        "label-studio-config": "linter.coaching.examples.formats.label_studio:ConfigFormat",
        "doccano": "linter.coaching.examples.formats.doccano:DoccanoFormat",
        "card": "linter.coaching.examples.formats.card:CardFormat",
    }
)
"""The name of a format → what writes it."""

__all__ = ["FORMATS", "Format"]
