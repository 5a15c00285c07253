"""What the workbook needs of one call; it goes from process to process."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from linter.reports.sheets.cells import Value

Row = tuple[Value, ...]

AGENT = "\U0010fffd"
"""Stands for the agent's pseudonym until it is known which of a run's agents this is."""

TEAM = "\U0010fffc"
"""Stands for the team's name until it is known which other teams there are."""
_MARK = re.compile(f"[{AGENT}{TEAM}]")


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
    :param team: the team's name, and ``team_key`` what tells it from others while the rows say
        :data:`TEAM`.
    :param scored: what the call got where: columns that depend on how calls are scored.
    :param full: what a call can get.
    """

    agent: str
    team: str
    team_key: str
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


def named(row: Row, name: str, team: str) -> Row:
    """The row with an agent's and a team's name in their places."""
    names = {AGENT: name, TEAM: team}
    return tuple(_MARK.sub(lambda m: names[m[0]], v) if isinstance(v, str) else v for v in row)
