"""Linting on several cores: shares of the input go to processes, reports come back in order.

::

    work = Work(linter, [("jsonl", options)])
    for event in lint_shared(paths, work, jobs=4):
        ...

Nothing here prints; of each call comes a piece for the reporter of every format, in the order
of the formats (:meth:`linter.reports.Reporter.add`).
"""

from linter.batch.cores import usable_cores
from linter.batch.cutting import Input, Stream
from linter.batch.results import Done, End, Lost
from linter.batch.sharing import Event, lint_shared
from linter.batch.work import Work

__all__ = ["Done", "End", "Event", "Input", "Lost", "Stream", "Work", "lint_shared", "usable_cores"]
