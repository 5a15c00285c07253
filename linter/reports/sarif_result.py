"""One finding as a SARIF result."""

from __future__ import annotations

from typing import Any

from linter import lazy
from linter.model import Call, Evidence, Finding, Turn
from linter.reports.checkout import Checkout
from linter.reports.message import message
from linter.reports.options import Lang
from linter.reports.places import evidence_line
from linter.reports.regions import Region, region
from linter.reports.sarif_rules import LEVELS
from linter.reports.selection import chain
from linter.reports.words import words

ROOT = "%SRCROOT%"
"""What relative URIs are relative to, by the name that code scanning tools agree on."""

_RANKS = {"error": 90.0, "warning": 60.0, "info": 30.0}
_NOWHERE = Region(1, 1, 1, 2, exact=False)
"""GitHub leaves out what has no region; a workbook's or a subtitle's has to stand somewhere."""
_LINK = lazy.pattern(r"\[(?=[^\[\]]*\]\()")


def result_object(
    finding: Finding, call: Call, index: int | None, lang: Lang, checkout: Checkout
) -> dict[str, Any]:
    """One ``result`` but for what tells it from its equals.

    What needs a person's look is of the kind ``review``, whose level has to be ``none`` (SARIF
    2.1.0, 3.27.9 and 3.27.10); it ranks half as high.

    :param index: the rule's place among those described, when it is there.
    """
    certain = finding.certainty == "certain"
    rank = _RANKS[finding.severity]
    fixed = words(lang)
    related = [
        {
            "id": number,
            **_location(call, item, checkout),
            "message": {"text": plain(evidence_line(call, item, fixed))},
        }
        for number, item in enumerate(chain(finding.evidence), 1)
    ]
    return {
        "ruleId": finding.rule,
        **({} if index is None else {"ruleIndex": index}),
        "kind": "fail" if certain else "review",
        "level": LEVELS[finding.severity] if certain else "none",
        "rank": rank if certain else rank / 2,
        "message": {"text": plain(message(finding, call, fixed).text)},
        "locations": [_location(call, finding, checkout)],
        **({"relatedLocations": related} if related else {}),
        "properties": {
            "category": finding.category,
            "aspect": finding.aspect,
            "severity": finding.severity,
            "certainty": finding.certainty,
            "call": finding.call,
            "turn": finding.turn,
        },
    }


def artifact(path: str, checkout: Checkout) -> dict[str, Any]:
    """An ``artifactLocation``."""
    uri, relative = checkout.uri(path)
    return {"uri": uri, "uriBaseId": ROOT} if relative else {"uri": uri}


def plain(text: str) -> str:
    """A message in which nothing is taken for a link (SARIF 2.1.0, 3.11.6)."""
    return _LINK.sub(r"\\[", text)


def _location(call: Call, spot: Finding | Evidence, checkout: Checkout) -> dict[str, Any]:
    turn = call.turns[spot.turn]
    found = region(turn, spot.start, spot.end) or _NOWHERE
    return {
        "physicalLocation": {
            "artifactLocation": artifact(call.path, checkout),
            "region": _region(found, spot.quote),
        },
        "logicalLocations": [_logical(call, turn, spot.turn)],
    }


def _region(found: Region, quote: str) -> dict[str, Any]:
    lines = {
        "startLine": found.line,
        "startColumn": found.column,
        "endLine": found.end_line,
        "endColumn": found.end_column,
    }
    # A snippet is what stands in the region; where columns are not known, that is not the quote.
    return {**lines, "snippet": {"text": quote}} if found.exact and quote else lines


def _logical(call: Call, turn: Turn, number: int) -> dict[str, Any]:
    if turn.cell:
        full = "!".join(filter(None, (turn.sheet, turn.cell)))
        return {"name": turn.cell, "fullyQualifiedName": full, "kind": "cell"}
    return {"name": f"#{number}", "fullyQualifiedName": f"{call.id}#{number}", "kind": "turn"}
