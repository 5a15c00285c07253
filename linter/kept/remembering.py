"""A linter that remembers what it said of a call."""

from __future__ import annotations

import sys
from collections import OrderedDict
from typing import Any

from linter.judged import Report
from linter.kept.closing import Closing
from linter.kept.form import Form
from linter.kept.keys import BUCKETS, identity, key, shelf_name
from linter.kept.shelf import Shelf, tidy
from linter.linting import Linter
from linter.model import Call

_OPEN = BUCKETS + 8
"""Files that are at hand: those of a folder, and a few of the next."""


class Remembering(Closing):
    """Lints calls, and remembers from one run to the next what it said of each.

    Leave the block to have it written; a process of its own does so at its end. It can be pickled.

    :param linter: what is to be remembered of.
    """

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._identity = identity(linter)
        self._form = Form(linter.book)
        self._shelves: OrderedDict[str, Shelf] = OrderedDict()
        self._watched = False

    def lint(self, call: Call) -> Report:
        """Everything there is to say about a call, worked out now or in an earlier run."""
        found = key(call, self._identity) if self._identity else None
        if found is None:
            return self._linter.lint(call)
        shelf = self._shelf(shelf_name(call, self._identity))
        packed = shelf.get(found)
        report = None if packed is None else self._form.unpacked(packed, call)
        if report is None:
            report = self._linter.lint(call)
            # A call whose roles were told only now has another key.
            packed = self._form.packed(report) if report.call is call else None
            if packed is not None:
                shelf.put(found, packed)
        return report

    def close(self) -> None:
        """Write what is new."""
        while self._shelves:
            self._shelves.popitem()[1].save()
        tidy()

    def __reduce__(self) -> tuple[Any, ...]:
        return Remembering, (self._linter,)

    def _shelf(self, name: str) -> Shelf:
        self._watch()
        shelf = self._shelves.get(name)
        if shelf is None:
            shelf = self._shelves[name] = Shelf(name)
            if len(self._shelves) > _OPEN:
                self._shelves.popitem(last=False)[1].save()
                tidy()
        self._shelves.move_to_end(name)
        return shelf

    def _watch(self) -> None:
        """See to it that a process that was started for a part of the work writes, too."""
        if self._watched:
            return
        self._watched = True
        processes = sys.modules.get("multiprocessing.process")
        if processes is not None and processes.parent_process() is not None:
            from multiprocessing.util import Finalize

            Finalize(self, self.close, exitpriority=1)
