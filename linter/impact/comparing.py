"""One call, linted by two books, finding by finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from linter.evaluation.outcomes import around
from linter.impact.labels import Labels, labels_of, told
from linter.impact.matching import Pair, differing, matched
from linter.impact.model import CallImpact, Change, Counterpart, VerdictOr
from linter.judged import Report, Verdict
from linter.linting import Lints
from linter.model import Call, Finding


class Comparer:
    """Lints calls with two books and says what differs. It can be pickled.

    :param old: and ``new``: what lints with the one book and the other.
    :param rules: the rules of each book that were asked for, by their own names.
    :param renamed: old name of a rule → new one, where they differ.
    """

    def __init__(
        self,
        old: Lints,
        new: Lints,
        rules: tuple[frozenset[str], frozenset[str]],
        renamed: Mapping[str, str],
    ) -> None:
        self._old = old
        self._new = new
        self._rules = rules
        self._renamed = dict(renamed)
        self._former = {new: old for old, new in renamed.items()}

    def compare(self, call: Call) -> CallImpact:
        """What the two books make of one call."""
        old, new = self._old.lint(call), self._new.lint(call)
        labels = labels_of(call)
        same: Counter[tuple[str, str]] = Counter()
        changes: list[Change] = []
        for pair in matched(old.findings, new.findings, self._new_name):
            if pair.old and pair.new and not differing(pair.old, pair.new):
                same[pair.new.rule, pair.new.category] += 1
            else:
                changes.append(self._change(pair, old, new, labels))
        turns = sum(turn.role == "agent" for turn in new.call.turns)
        verdicts = tuple(self._verdicts(old, new))
        is_scene = new.call.kind == "script"
        return CallImpact(turns, dict(same), tuple(changes), verdicts, labels is not None, is_scene)

    def _new_name(self, rule: str) -> str:
        return self._renamed.get(rule, rule)

    def _former_name(self, rule: str) -> str:
        return self._former.get(rule, rule)

    def _change(self, pair: Pair, old: Report, new: Report, labels: Labels | None) -> Change:
        found = pair.new or pair.old
        assert found is not None
        said = around(new.call, found.turn)
        label = told(found, labels)
        if pair.old is None:
            other = self._counterpart(self._former_name(found.rule), found, old, 0)
            return Change("gained", found.rule, None, found, (), label, said, other)
        if pair.new is None:
            name = self._new_name(found.rule)
            other = self._counterpart(name, found, new, 1)
            return Change("lost", name, found, None, (), label, said, other)
        keys = differing(pair.old, pair.new)
        return Change("changed", found.rule, pair.old, pair.new, keys, label, said)

    def _counterpart(self, rule: str, found: Finding, report: Report, side: int) -> Counterpart:
        """What the other side has in place of a finding.

        :param rule: the name it goes by there.
        :param side: 0 for the old book, 1 for the new.
        """
        if rule not in self._rules[side]:
            return Counterpart()
        verdict = next((v for v in report.verdicts if v.rule == rule), None)
        if verdict is None:
            return Counterpart("off")
        return Counterpart(verdict.status, verdict.reason, _winners(rule, found.turn, report))

    def _verdicts(self, old: Report, new: Report) -> Iterator[tuple[str, VerdictOr, VerdictOr]]:
        """Of the rules that both books have, those that say something else of the call."""
        was = {self._new_name(v.rule): v for v in old.verdicts}
        now = {v.rule: v for v in new.verdicts}
        both = {self._new_name(rule) for rule in self._rules[0]} & self._rules[1]
        for rule in sorted(both):
            before, after = _status(was.get(rule)), _status(now.get(rule))
            if before != after:
                yield rule, before, after


def _status(verdict: Verdict | None) -> VerdictOr:
    return verdict.status if verdict else "off"


def _winners(rule: str, turn: int, report: Report) -> tuple[str, ...]:
    """The rules that took the place of a rule's finding in a turn."""
    if not any(hidden.rule == rule and hidden.turn == turn for hidden in report.hidden):
        return ()
    return tuple(
        dict.fromkeys(
            found.rule
            for found in report.findings
            for place in found.evidence
            if place.as_ == "yielded" and place.rule == rule and place.turn == turn
        )
    )
