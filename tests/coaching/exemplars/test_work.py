from __future__ import annotations

import pickle

from linter.coaching.exemplars import Moments
from linter.coaching.exemplars.work import MomentsWork
from linter.linting import Linter
from linter.model import Call, Turn
from linter.reports import Tally


def test_what_goes_back_of_a_call_is_its_moments(tmp_path):
    linter = Linter()
    moments = Moments(linter)
    call = Call(
        "c",
        (Turn("customer", "急死我了！"), Turn("agent", "对不起，我马上给您登记。")),
        agent_id="1",
    )
    work = pickle.loads(pickle.dumps(MomentsWork(moments, linter)))
    tally = Tally()
    assert work.piece(call, tally) == moments.of(call)
    assert tally.calls == 1
