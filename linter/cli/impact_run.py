"""One comparison over all inputs, alone or with several processes."""

from __future__ import annotations

from collections.abc import Iterator

from linter.calls import ReadOptions
from linter.cli.impact_sides import asked_rules
from linter.cli.inputs import Inputs
from linter.cli.masking import Mask
from linter.cli.telling import Telling
from linter.impact.books import compare_books
from linter.impact.choosing import Chosen
from linter.impact.comparing import Comparer
from linter.impact.model import CallImpact, Side
from linter.impact.result import Result
from linter.impact.tally import Tally
from linter.library import Repeats, repeats
from linter.linting import Linter


class ImpactRun:
    """Lints every call with both books and remembers what differs.

    :param old: and ``new``: what lints with the one book and the other.
    :param jobs: processes that lint; 1 for this one alone.
    :param mask: masks what is said of calls and of inputs.
    """

    def __init__(self, old: Linter, new: Linter, chosen: Chosen, jobs: int, mask: Mask) -> None:
        self._new = new
        self._jobs = jobs
        self._rules = compare_books(old.book, new.book)
        renamed = {pair.old: pair.new for pair in self._rules.renamed}
        rules = asked_rules(old), asked_rules(new)
        self._comparer = Comparer(mask.around(old), mask.around(new), rules, renamed)
        self._chosen = chosen
        self._tally = Tally()
        self._mask = mask
        self._telling = Telling(mask)

    def over(
        self,
        paths: tuple[str, ...],
        reading: ReadOptions,
        output: str | None,
        sides: tuple[Side, Side],
    ) -> Result:
        """Compare on all inputs; those that cannot be read are told and left out."""
        inputs = Inputs(
            paths, reading, output=output, failed=self._telling.failed, warned=self._telling.warned
        )
        try:
            twice = repeats(inputs.files_named(), reading)
            impacts = self._alone if self._jobs == 1 else self._shared
            for impact in impacts(inputs, twice):
                self._tally.add(impact)
                self._chosen.add(impact.changes)
                self._telling.show(inputs.files, self._tally.calls)
        finally:
            self._telling.clear()
        skipped = tuple(
            (self._mask.place(where), self._mask.text(why)) for where, why in inputs.skipped
        )
        return Result(*sides, self._rules, self._tally, self._chosen, skipped)

    def _alone(self, inputs: Inputs, twice: Repeats) -> Iterator[CallImpact]:
        return (self._comparer.compare(twice.noted(call)) for call in inputs.calls())

    def _shared(self, inputs: Inputs, twice: Repeats) -> Iterator[CallImpact]:
        from linter.cli.shared import pieces
        from linter.impact.work import CompareWork

        work = CompareWork(self._comparer, self._new, twice)
        return pieces(inputs, work, self._jobs)
