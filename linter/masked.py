"""A run that tells nobody's name: a linter with masked reports, and masked words of failures."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from linter.errors import HuashuError
from linter.judged import Report
from linter.linting import Lints
from linter.masking import mask_report, masked, masked_name
from linter.model import Call
from linter.reports import Summary


class Masked:
    """Lints as another linter does, and masks the report.

    Findings are those of the call as it is: only what is said of them is masked. It stands
    outside all other linters, and can be pickled when the inner one can.

    :param linter: what lints.
    """

    def __init__(self, linter: Lints) -> None:
        self._linter = linter

    def lint(self, call: Call) -> Report:
        """Everything there is to say about a call, masked."""
        return mask_report(self._linter.lint(call))


def masked_error(error: HuashuError) -> HuashuError:
    """The error, with its words and the file's name masked; where it stands stays."""
    again = copy(error)
    again.message = masked(error.message)
    again.hint = masked(error.hint)
    again.path = masked_name(error.path)
    again.sheet = masked_name(error.sheet)
    return again


def masked_summary(summary: Summary) -> Summary:
    """The summary, with the inputs that were skipped masked."""
    return replace(
        summary,
        skipped=tuple((masked_name(where), masked(why)) for where, why in summary.skipped),
        failures=tuple(map(masked_error, summary.failures)),
    )
