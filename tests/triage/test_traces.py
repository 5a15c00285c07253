from __future__ import annotations

import pickle

from linter.judged import Entry
from linter.triage.traces import Mistake, Traces

ONE, OTHER = (Entry("inline", rule, "看过", "王") for rule in ("one", "other"))
WRONG = Mistake("a.md", 1, 1, "错", "改")


def test_traces_add_up():
    found = Traces([ONE, ONE], [ONE, OTHER], [("a", "b")])
    found += Traces([ONE, OTHER], [OTHER], [("a", "b"), ("c", "d")], [WRONG])
    assert found.used == {ONE: 3, OTHER: 1}
    assert found.met == {ONE, OTHER}
    assert found.paths == {("a", "b"), ("c", "d")}
    assert found.mistakes == {WRONG}


def test_traces_come_from_other_processes():
    found = pickle.loads(pickle.dumps(Traces([ONE], [OTHER], [("a", "b")], [WRONG])))
    assert (found.used, found.met, found.mistakes) == ({ONE: 1}, {OTHER}, {WRONG})
