from __future__ import annotations

from linter.impact.model import CallImpact
from linter.impact.tally import Counts, Tally

from .samples import impacts


def tally() -> Tally:
    found = Tally()
    for impact in impacts():
        found.add(impact)
    return found


def test_counts():
    counts = Counts(1, 2, 4, 8)
    assert (counts.old, counts.new, counts.differs) == (14, 13, True)
    assert not Counts(same=1).differs
    assert counts.plus(Counts(1, 1, 1, 1)) == Counts(2, 3, 5, 9)


def test_what_was_counted():
    found = tally()
    assert (found.calls, found.agent_turns, found.labelled, found.affected) == (4, 7, 3, 3)
    assert found.rules == {
        "rude": Counts(gained=1, same=1),
        "shirks": Counts(changed=1),
        "careless": Counts(lost=2),
        "icy": Counts(same=1),
    }
    assert found.categories["shirking"] == Counts(changed=1)
    assert found.total == Counts(1, 2, 1, 2)
    assert found.keys == {"severity": 1}


def test_labels_and_verdicts():
    found = tally()
    assert found.labels == {
        ("gained", "found"): 1,
        ("changed", "found"): 1,
        ("lost", "missed"): 1,
    }
    assert found.verdicts == {
        ("rude", "met", "violated"): 1,
        ("careless", "violated", "met"): 2,
    }


def test_rates():
    assert tally().per_thousand(7) == 1000
    assert Tally().per_thousand(0) is None


def test_scenes_are_counted_beside_calls():
    tally = Tally()
    tally.add(CallImpact(2, {}, ()))
    tally.add(CallImpact(2, {}, (), is_scene=True))
    assert (tally.calls, tally.scenes) == (2, 1)
