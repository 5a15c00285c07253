"""Texts of calls inside other texts: on one line, and never taken for markup."""

from __future__ import annotations

import re

from linter.reports.cells import visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>&#|~!])")


def one_line(text: str) -> str:
    """A text on one line, with controls spelled out; it cannot end a fence of backquotes."""
    return visible(" ".join(text.split())).replace("```", "'''")


def escaped(text: str) -> str:
    """A text on one line in which nothing is Markdown."""
    return _SPECIAL.sub(r"\\\1", visible(" ".join(text.split())))
