from __future__ import annotations

import pickle

from linter.coaching.examples.collecting import Collector
from linter.coaching.examples.work import CollectWork
from linter.library import Repeats
from linter.reports import Tally

from .making import call, collected, linter

TEXT = "客户：气死了\n坐席：快点"


def test_a_call_gives_the_same_in_another_process():
    work = pickle.loads(pickle.dumps(CollectWork(Collector(linter()), linter(), Repeats())))
    tally = Tally()
    assert work.piece(call(TEXT), tally) == collected(TEXT)
    assert tally.calls == 1
