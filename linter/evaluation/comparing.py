"""Two evaluations of the same calls: which labels and false alarms came and went.

Only items that are the same in both (id, words, labels) are compared, so that every difference
comes from the rules.
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.evaluation.model import OUTCOMES, Found, Kind, Labelled, Record
from linter.evaluation.result import Alarm
from linter.evaluation.tally import Tally
from linter.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A label that has another outcome than before.

    :ivar before: the label as it came out in the earlier evaluation.
    """

    record: Record
    before: Labelled
    after: Labelled

    @property
    def gained(self) -> bool:
        """Whether it came out better."""
        return OUTCOMES.index(self.after.outcome) > OUTCOMES.index(self.before.outcome)


class Comparison:
    """Compares records, as they come, with those of an earlier evaluation.

    :param old: the earlier records; each is let go when it has been compared.
    :ivar changes: labels with another outcome.
    :ivar came: false alarms that were not there before.
    :ivar went: false alarms that are there no more.
    :ivar before: the counts of the earlier evaluation, of compared items alone.
    :ivar after: those of this one.
    :ivar different: items of both whose words or labels are not the same.
    :ivar new: items that the earlier evaluation had not.
    """

    def __init__(self, old: Mapping[tuple[Kind, str], Record]) -> None:
        self._old = dict(old)
        self.changes: list[Change] = []
        self.came: list[Alarm] = []
        self.went: list[Alarm] = []
        self.before: dict[Kind, Tally] = {}
        self.after: dict[Kind, Tally] = {}
        self.compared = self.different = self.new = 0

    @property
    def gone(self) -> int:
        """How many items only the earlier evaluation has, once all records have come."""
        return len(self._old)

    def add(self, record: Record) -> None:
        """Compare one more record."""
        old = self._old.pop((record.kind, record.id), None)
        if old is None:
            self.new += 1
            return
        if old.digest != record.digest:
            self.different += 1
            return
        self.compared += 1
        self.before.setdefault(record.kind, Tally()).add(old)
        self.after.setdefault(record.kind, Tally()).add(record)
        before = {(label.category, label.turn): label for label in old.labels}
        for label in record.labels:
            earlier = before[label.category, label.turn]
            if earlier.outcome != label.outcome:
                self.changes.append(Change(record, earlier, label))
        was, now = _alarms(old), _alarms(record)
        self.came += [Alarm(record, now[key]) for key in now if key not in was]
        self.went += [Alarm(record, was[key]) for key in was if key not in now]


def _alarms(record: Record) -> dict[str, Found]:
    """False alarms by what tells them apart in their call."""
    return {
        found.fingerprint: found
        for found in record.findings
        if found.counted and found.outcome == "missed"
    }
