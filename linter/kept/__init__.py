"""Reports kept from one run to the next, so that calls that did not change are not linted again.

::

    with Remembering.of(Linter()) as linter:
        reports = [linter.lint(call) for call in calls]

A report is found again by the call as it was read and by everything else that it depends on
(:mod:`linter.kept.keys`). What is kept holds no turn: quotes are kept as places and read from the
call again (:mod:`linter.kept.form`).
"""

from linter.kept.by_path import RememberingByPath
from linter.kept.remembering import Remembering

__all__ = ["Remembering", "RememberingByPath"]
