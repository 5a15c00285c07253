"""One table decides which findings are shown.

===========  ==============================================================================
select       when given, only these rules, categories or packs
ignore       not these; stronger than select
severities   what rules are given in place of their own; ``off`` is ignored
severity     at least this
certain      not the ones that are only worth a look
praise       praise only when asked for
===========  ==============================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.errors import UsageError
from linter.frozen import dataclass
from linter.model import SEVERITY_RANK, Finding, Severity
from linter.rulebook.types import RuleBook
from linter.triage.severities import OFF, Levels, level_of


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user wants to see.

    :ivar select: rule ids, categories or packs; empty for all.
    :ivar ignore: the same, to leave out.
    :ivar severities: what rules are given in place of their own severity; see
        :mod:`linter.triage.severities`.
    :ivar load: whether a report also says where the customer abuses the agent.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    min_severity: Severity = "info"
    certain_only: bool = False
    praise: bool = False
    severities: Levels = ()
    load: bool = False

    def covers(self, rule: str, category: str, pack: str) -> bool:
        """Whether a rule was selected and not ignored."""
        if self.severities and level_of(self.severities, rule, category) == OFF:
            return False
        names = {rule, category, pack}
        return not names & self.ignore and (not self.select or bool(names & self.select))

    def shows(self, finding: Finding, pack: str) -> bool:
        """Whether a finding is shown; ``pack`` is its rule's."""
        if finding.praise and not self.praise:
            return False
        if not self.covers(finding.rule, finding.category, pack):
            return False
        if self.certain_only and finding.certainty != "certain":
            return False
        return finding.praise or (
            SEVERITY_RANK[finding.severity] >= SEVERITY_RANK[self.min_severity]
        )


def check_names(book: RuleBook, names: Iterable[str]) -> None:
    """Refuse a name that is no rule, category or pack.

    :raises UsageError: naming the nearest ones.
    """
    known = known_names(book)
    for name in names:
        if name not in known:
            # It reads YAML too, which a run without mistakes does not need.
            from linter.rulebook.source import suggestion

            raise UsageError(f"没有叫 {name!r} 的规则、类别或规则包", hint=suggestion(name, known))


def known_names(book: RuleBook) -> frozenset[str]:
    """Everything that ``--select`` and ``--ignore`` understand."""
    return frozenset([*book.packs, *book.categories, *(rule.id for rule in book.rules)])


def split(
    findings: Iterable[Finding], selection: Selection, packs: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings that are shown, and the others.

    :param packs: rule id → pack.
    """
    shown: list[Finding] = []
    hidden: list[Finding] = []
    for finding in findings:
        (shown if selection.shows(finding, packs[finding.rule]) else hidden).append(finding)
    return tuple(shown), tuple(hidden)
