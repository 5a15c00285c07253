"""Linting on several cores: shares of the input go to processes, reports come back in order.

::

    work = Work(linter, "jsonl", options)
    for event in lint_shared(paths, work, jobs=4):
        ...

Nothing here prints; what is said of the calls comes as pieces for the reporter of the same
format (:meth:`linter.reports.Reporter.add`).
"""

from linter.batch.cores import usable_cores
from linter.batch.cutting import Input, Stream
from linter.batch.results import Done, End, Lost
from linter.batch.sharing import Event, lint_shared
from linter.batch.work import Work

__all__ = ["Done", "End", "Event", "Input", "Lost", "Stream", "Work", "lint_shared", "usable_cores"]
