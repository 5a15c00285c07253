"""What the workbook needs of one call; it goes from process to process."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from linter.reports.sheets.cells import Value

Row = tuple[Value, ...]

AGENT = "\U0010fffd"
"""Stands for the agent's pseudonym until it is known which of a run's agents this is."""


class Counts(NamedTuple):
    """Of one call or of many: findings by how sure they are, praise, what was not shown."""

    certain: int = 0
    review: int = 0
    praise: int = 0
    suppressed: int = 0
    abuse: int = 0
    """Places where the customer abuses the agent."""


class Piece(NamedTuple):
    """A call as rows.

    :param agent: what tells the agent from others while the rows say :data:`AGENT`; else empty.
    :param scored: what the call got where: columns that depend on how calls are scored.
    :param full: what a call can get.
    """

    agent: str
    team: str
    head: Row
    scored: Mapping[str, Value]
    tail: Row
    findings: tuple[Row, ...]
    steps: tuple[Row, ...]
    unjudged: tuple[Row, ...]
    counts: Counts
    scheme: str
    total: int | Decimal | None
    full: Decimal | int
    band: str


def named(row: Row, name: str) -> Row:
    """The row with an agent's name in its place."""
    return tuple(v.replace(AGENT, name) if isinstance(v, str) and AGENT in v else v for v in row)
