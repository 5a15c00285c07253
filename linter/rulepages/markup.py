"""Markdown that says the same to GitHub and to MkDocs.

They differ (CommonMark 0.31 and Python-Markdown): in which characters a backslash takes the
meaning from, and in whether ``**`` beside a Chinese quotation mark is bold. So text is escaped
with character references, and what is bold is HTML.
"""

from __future__ import annotations

import re

from linter.reports.cells import visible

MARK = "<!-- huashu rules docs -->"
"""The last line of every page."""
INDEX = "index.md"

_SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~]")


def page_name(rule: str) -> str:
    """The file of a rule's page; no other rule has it, and the index does not."""
    # No id ends with a hyphen.
    return f"{rule}-.md" if rule == "index" else f"{rule}.md"


def link(rule: str) -> str:
    """A link from page to page."""
    return f"[{rule}]({page_name(rule)})"


def escaped(text: str) -> str:
    """A text on one line in which nothing is markup."""
    return _SPECIAL.sub(_reference, visible(" ".join(text.split())))


def strong(text: str) -> str:
    """A text that stands out."""
    return f"<strong>{escaped(text)}</strong>"


def row(*cells: str) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"


def _reference(special: re.Match[str]) -> str:
    return f"&#{ord(special[0])};"
