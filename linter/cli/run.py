"""One run of the linter over all inputs, up to its exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from linter.calls import ReadOptions
from linter.cli.common import FAILURE, FINDINGS, note, table
from linter.cli.inputs import ALL_EXCLUDED, Inputs
from linter.cli.masking import Mask
from linter.cli.outputs import Output
from linter.cli.telling import Telling
from linter.library import Repeats, repeats
from linter.linting import Lints
from linter.model import SEVERITY_RANK
from linter.reports import Lang, Tally, category_name
from linter.rulebook.types import RuleBook

if TYPE_CHECKING:  # only who asks for it needs it
    from linter.changes import Changes

NEVER = "never"


class Run:
    """One run: reads, lints, writes, and remembers what the exit code depends on.

    :param outputs: the reports to write, at least one; a call is linted once for all of them.
    :param fail_on: the least severity that makes the run fail, or :data:`NEVER`.
    :param jobs: processes that lint; 1 for this one alone.
    :param strict: whether what is odd about an input makes the run fail.
    :param changes: when given, only files that changed are linted.
    :param mask: masks what is said of inputs; the linter masks what is said of calls.
    :ivar tally: what was found so far.
    :ivar files: how many inputs were read, or could not be.
    :ivar unread: where inputs could not be read.
    """

    def __init__(
        self,
        linter: Lints,
        outputs: Sequence[Output],
        fail_on: str,
        jobs: int = 1,
        strict: bool = False,
        changes: Changes | None = None,
        mask: Mask | None = None,
    ) -> None:
        self._linter = linter
        self._outputs = outputs
        self._fail_on = fail_on
        self._jobs = jobs
        self._strict = strict
        self._changes = changes
        self._mask = mask or Mask()
        self._telling = Telling(self._mask, strict=strict)
        self.tally = Tally()
        self.files = 0
        self.unread: list[str] = []

    def over(self, paths: tuple[str, ...], reading: ReadOptions, apart: Iterable[str] = ()) -> int:
        """Lint all inputs and return the exit code; a failure is never masked by findings.

        :param apart: files that say something of the run and are no inputs.
        """
        changes = self._changes
        inputs = Inputs(
            paths,
            reading,
            output=[output.target.path for output in self._outputs if output.target.path],
            apart=apart,
            failed=self._telling.failed,
            warned=self._telling.warned,
            wanted=changes.has if changes else None,
        )
        try:
            for output in self._outputs:
                self._write(output, output.reporter.begin())
            twice = repeats(inputs.files_named(), reading, changes.has_turn if changes else None)
            if self._jobs == 1:
                self._alone(inputs, twice)
            else:
                self._shared(inputs, twice)
            summary = self._mask.summary(
                self.tally.summary(
                    inputs.files,
                    inputs.skipped,
                    self._outputs[0].options.rules_identity,
                    inputs.left_out,
                    inputs.warnings,
                    inputs.failures,
                )
            )
            self.unread = [where for where, _ in inputs.skipped]
            for output in self._outputs:
                self._write(output, output.reporter.end(summary))
        finally:
            self._telling.clear()
        if inputs.all_excluded:
            note(ALL_EXCLUDED)
        self.files = inputs.files + len(inputs.skipped)
        if inputs.fails(strict=self._strict):
            return FAILURE
        return FINDINGS if fails(self.tally, self._fail_on) else 0

    def _alone(self, inputs: Inputs, twice: Repeats) -> None:
        for call in inputs.calls():
            report = self._linter.lint(twice.noted(call))
            self.tally.count(report)
            for output in self._outputs:
                self._write(output, output.reporter.call(report))
            self._telling.show(inputs.files, self.tally.calls)

    def _shared(self, inputs: Inputs, twice: Repeats) -> None:
        # Not at the top: who lints alone needs none of it.
        from linter.batch import Work
        from linter.cli.shared import lint_inputs

        formats = [(output.target.format, output.options) for output in self._outputs]
        work = Work(self._linter, formats, twice)
        with closing(lint_inputs(inputs, work, self._jobs)) as results:
            for done in results:
                self.tally.add(done.tally)
                for pieces in done.pieces:
                    for output, piece in zip(self._outputs, pieces, strict=True):
                        self._write(output, output.reporter.add(piece))
                self._telling.show(inputs.files, self.tally.calls)

    def _write(self, output: Output, pieces: Iterable[str | bytes]) -> None:
        for piece in pieces:
            self._telling.clear()
            output.write(piece)


def fails(tally: Tally, fail_on: str) -> bool:
    """Whether findings make the run fail; what needs a person's look and praise never do."""
    return fail_on != NEVER and any(
        count and SEVERITY_RANK[severity] >= SEVERITY_RANK[fail_on]
        for severity, count in tally.certain.items()
    )


def count_lines(by_rule: Counter[str], book: RuleBook, lang: Lang) -> Iterator[str]:
    """How many findings each rule has, most first."""
    yield "按规则计数：" if lang == "zh" else "By rule:"
    categories = {rule.id: rule.category for rule in book.rules}
    yield from table(
        (f"{count:>6}", rule, category_name(categories[rule], lang))
        for rule, count in sorted(by_rule.items(), key=lambda item: (-item[1], item[0]))
    )
