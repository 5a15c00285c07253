"""What is counted over all calls, as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from linter.desk.choices import PROBLEMS
from linter.desk.scores import Score, score_of
from linter.judged import Report, Status

Kind = tuple[str, str, bool]
"""Category, aspect, and whether it is certain."""


class Counted(NamedTuple):
    """What is counted of one call; small, as it may come from another process.

    ``found`` counts findings that are no praise; ``certain`` names the categories of certain
    errors and warnings. ``verdicts`` has the rules that were asked for by status.
    """

    found: Mapping[Kind, int]
    certain: frozenset[str]
    verdicts: Mapping[Status, tuple[str, ...]]
    score: Score | None
    scheme: str = ""


def counted(report: Report) -> Counted:
    """What is counted of a call."""
    problems = [one for one in report.findings if not one.praise]
    verdicts: dict[Status, list[str]] = {}
    for verdict in report.verdicts:
        if verdict.rule not in report.off:
            verdicts.setdefault(verdict.status, []).append(verdict.rule)
    return Counted(
        dict(Counter((one.category, one.aspect, one.certainty == "certain") for one in problems)),
        frozenset(
            one.category
            for one in problems
            if one.certainty == "certain" and one.severity in PROBLEMS
        ),
        {status: tuple(rules) for status, rules in verdicts.items()},
        score_of(report),
        report.sheet.scheme if report.sheet else "",
    )


class Group:
    """The calls of a team, an agent, a day or all of them.

    :ivar problems: calls with a certain error or warning.
    :ivar certain: certain findings; ``review`` those to be reviewed.
    :ivar load: turns in which the customer abuses the agent.
    """

    __slots__ = ("calls", "certain", "load", "praise", "problems", "review", "scores")

    def __init__(self) -> None:
        self.calls = self.problems = self.certain = self.review = self.load = self.praise = 0
        self.scores: list[float] = []

    def add(self, row: Mapping[str, Any], call: Counted) -> None:
        """Count one more call."""
        self.calls += 1
        self.problems += bool(call.certain)
        self.certain += sum(row["certain"].values())
        self.review += row["review"]
        self.load += row["load"]
        self.praise += row["praise"]
        if call.score is not None:
            self.scores.append(call.score.points)

    def include(self, other: Group) -> None:
        """Count the calls of another group, too."""
        for name in self.__slots__:
            mine = getattr(self, name)
            mine += getattr(other, name)
            # Numbers are replaced by their sum, lists are what they were.
            setattr(self, name, mine)


class Figures:
    """Counts over the calls of a run; a scene of a script library is no call.

    :ivar found: findings by category, aspect and certainty.
    :ivar within: calls in which a category was found, in whatever certainty.
    :ivar certain: calls in which it was found as a certain error or warning.
    :ivar verdicts: for each status the calls by rule.
    :ivar days: calls by the day on which they began, ``YYYY-MM-DD``; empty when it is not known.
    :ivar full: the full score, of the first call that has one.
    :ivar scenes: the same over the scenes of script libraries; ``None`` where there are none, and
        of them.
    """

    def __init__(self) -> None:
        self.all = Group()
        self.found: Counter[Kind] = Counter()
        self.within: Counter[str] = Counter()
        self.certain: Counter[str] = Counter()
        self.verdicts: dict[str, Counter[str]] = {}
        self.groups: dict[str, Group] = {}
        self.days: dict[str, Group] = {}
        self.full: float | None = None
        self.scheme = ""
        self.scenes: Figures | None = None

    @property
    def charted(self) -> Figures:
        """What charts are drawn of: the calls, or the scenes of a run that has no call."""
        return self if self.all.calls or self.scenes is None else self.scenes

    def add(self, row: Mapping[str, Any], call: Counted, group: str, day: str) -> None:
        """Count one more call, or scene.

        :param group: the team or the agent; empty when it is not known.
        """
        if row["kind"] == "call":
            self._count(row, call)
            self.groups.setdefault(group, Group()).add(row, call)
            self.days.setdefault(day, Group()).add(row, call)
            return
        if self.scenes is None:
            self.scenes = Figures()
        self.scenes._count(row, call)  # of its own kind

    def _count(self, row: Mapping[str, Any], call: Counted) -> None:
        self.all.add(row, call)
        self.found.update(call.found)
        self.within.update({category for category, _, _ in call.found})
        self.certain.update(call.certain)
        for status, rules in call.verdicts.items():
            self.verdicts.setdefault(status, Counter()).update(rules)
        if call.score is not None and self.full is None:
            self.full = call.score.full
            self.scheme = call.scheme

    def of(self, status: str) -> Counter[str]:
        """Calls by rule for which a rule says this."""
        return self.verdicts.get(status, Counter())


def known(groups: Iterable[str]) -> list[str]:
    """The groups that have a name, in the order of these."""
    return sorted(filter(None, groups))
