"""How good the rules are on labelled calls and sentences.

An application on top of the public API. What is measured, and how, stands in
``docs/evaluation.md``. From labelled data to figures::

    linter, tally, errors = Linter(), Tally(), []
    evaluator = Evaluator(linter)
    for item in Reader(label_categories(linter.book), errors.append).files("corpus/calls"):
        tally.add(evaluator.record(item))
    print(tally.score("call", "all").recall.value)
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.evaluation.base import Format, Wanted
from linter.lazy import Imports

FORMATS: Mapping[str, type[Format]] = Imports(
    {
        "text": "linter.evaluation.text:TextFormat",
        "json": "linter.evaluation.json_:JsonFormat",
        "html": "linter.evaluation.html:HtmlFormat",
        "markdown": "linter.evaluation.markdown:MarkdownFormat",
    }
)
"""The formats by their names; one instance serves one run."""

__all__ = ["FORMATS", "Format", "Wanted"]
