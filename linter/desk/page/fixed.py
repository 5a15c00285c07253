"""The fixed words that the page has in common with the other reports."""

from __future__ import annotations

from typing import Any

from linter.reports.options import Lang
from linter.reports.words import words


def fixed_words(lang: Lang) -> dict[str, Any]:
    """Roles, severities and their like by what they are called in the data."""
    said = words(lang)
    return {
        "roles": dict(said.roles),
        "channels": dict(said.channels),
        "severities": dict(said.severities),
        "aspects": dict(said.aspects),
        "statuses": dict(said.statuses),
        "kinds": dict(said.evidence_kinds),
        "reasons": dict(said.reasons),
        "sources": dict(said.sources),
    }
