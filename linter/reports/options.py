"""What a reader may choose about a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Literal

from linter.errors import UsageError
from linter.frozen import dataclass
from linter.reports.summary import RulesIdentity

if TYPE_CHECKING:
    from linter.reports.rule_info import RuleInfo

Lang = Literal["zh", "en"]
Agents = Literal["pseudonyms", "names", "hidden"]

MIN_WIDTH = 40
"""Columns: below this the diagnosis table has no room for its words."""


@dataclass(frozen=True, slots=True)
class Options:
    """The choices, the same for every format; a format ignores what it has no use for.

    :param lang: language of the fixed words; what rules say stays as they say it.
    :param width: columns no line of the text report exceeds, at least :data:`MIN_WIDTH`.
    :param color: whether the text report uses ANSI colours.
    :param show_praise: whether findings of praise are shown.
    :param diagnosis: whether the four-part diagnosis is shown.
    :param rules_identity: which rules judged, for formats that say so at their beginning.
    :param categories: rule id → category, so that snippets can file a rule that was met and
        in this run never broken.
    :param rules: the rules, for reporters that describe them.
    :param fail_on: the least severity that makes the run fail, or ``never``, for formats that
        tell what failed from what is only said.
    :param show_suppressed: whether what exceptions, comments and a baseline took out is listed.
    :param agents: how formats that name agents name them.
    :raises UsageError: when ``width`` is too small.
    """

    lang: Lang = "zh"
    width: int = 80
    color: bool = False
    show_praise: bool = False
    diagnosis: bool = True
    rules_identity: RulesIdentity = field(default_factory=RulesIdentity)
    categories: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[RuleInfo, ...] = ()
    fail_on: str = "error"
    show_suppressed: bool = False
    agents: Agents = "pseudonyms"

    def __post_init__(self) -> None:
        if self.width < MIN_WIDTH:
            raise UsageError(
                f"宽度 {self.width} 太小，报告排不下",
                hint=f"请给出不小于 {MIN_WIDTH} 的宽度",
            )
