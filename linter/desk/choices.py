"""What the reader of a report may choose about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from linter.frozen import dataclass
from linter.model import SEVERITIES
from linter.reports import Options
from linter.reports.rule_info import RuleInfo


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices; they can be sent to another process.

    :param options: those that all reports have.
    :param by_agent: whether figures are given by agent, not by team.
    :param mask: whether whatever could tell who somebody is is hidden.
    :param fatal: the rules that decide a call whatever else there is (一票否决).
    :param praise: the rules that find what was done well.
    :param rules: all rules, those included.
    :param scheme: what the scoring scheme says of itself; ``None`` without one.
    """

    options: Options = field(default_factory=lambda: Options(show_praise=True))
    by_agent: bool = False
    mask: bool = False
    title: str = ""
    fatal: frozenset[str] = frozenset()
    praise: frozenset[str] = frozenset()
    rules: tuple[RuleInfo, ...] = ()
    scheme: Mapping[str, Any] | None = None


PROBLEMS = SEVERITIES[:2]
"""What a certain finding is of to count as a problem in rates: no mere hints."""
