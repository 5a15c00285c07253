from __future__ import annotations

import pickle
from pathlib import Path

from linter import Linter
from linter.desk.choices import Choices
from linter.desk.reporter import DeskReporter
from linter.desk.work import DeskWork
from linter.library import Repeats
from linter.reports import Options, Tally
from tests.reports.samples import CALL

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"


def test_a_process_makes_what_one_alone_makes() -> None:
    linter, choices = Linter(SHOP), Choices(Options(lang="en", show_praise=True))
    work = pickle.loads(pickle.dumps(DeskWork(linter, choices, Repeats())))
    tally = Tally()
    assert work.piece(CALL, tally) == DeskReporter(choices).render(linter.lint(CALL))
    assert tally.calls == 1
