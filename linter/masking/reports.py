"""Masking everything that is said of a call."""

from __future__ import annotations

from linter.judged import Report
from linter.masking.calls import MaskedCall
from linter.model import Call


def mask_call(call: Call) -> Call:
    """The call as it may be written down; all spans hold.

    Turns, and every field that is written: the agent's name, file name, id, what the input had
    beside. An id that was made of the content is made anew of the masked content.
    """
    return MaskedCall(call).call


def mask_report(report: Report) -> Report:
    """The report of a masked call: every quote is what the masked turn says there."""
    from linter.masking.findings import masked_report

    return masked_report(report, MaskedCall(report.call))
