"""Numbers that are somebody's: by their form, by a word that says so, or because they were asked
for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter import lazy
from linter.masking.labels import Labels
from linter.masking.mentions import Kind, Mention
from linter.masking.plain import DIGITS, HIDDEN
from linter.masking.runs import Chain, Run, chains, is_amount
from linter.masking.shapes import strong
from linter.masking.stretches import Stretch

_N = rf" ?[{DIGITS}十]{{1,3}} ?"
_TIMES = lazy.pattern(
    r"(?<![0-9])(?:19|20)\d\d ?(?:[-/.] ?\d{1,2} ?[-/.] ?\d{1,2}"
    rf"|年(?:{_N}月(?:{_N}[日号])?)?)(?![0-9])"
    r"(?:[ t]{0,2}\d{1,2}[:点]\d{1,2}(?::\d{1,2})?)?"
    rf"|[{DIGITS}]{{4}}年(?:{_N}月)?"
    rf"|(?<![{DIGITS}])[{DIGITS}十]{{1,3}} ?月{_N}[日号](?!楼)"
    r"|(?<![0-9])\d{1,2}:\d{2}(?::\d{2})?(?![0-9:])"
    r"|(?<![0-9.])\d{1,3}(?:\.\d{1,3}){2,3}(?![0-9.])"
    r"|(?<![0-9])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![0-9])"
)
"""Days, hours, versions and sums that are written so that they look like pieces of a number."""

_MOST_COUNTED = 12
"""Digits of what is counted or paid; nothing has a longer price."""


def number_mentions(text: str, labels: Labels, asked: Kind | None = None) -> list[Mention]:
    """The numbers of a plain text that are somebody's.

    :param asked: what the other side has just asked for: pieces of it count, too.
    """
    text = _TIMES.sub(lambda found: HIDDEN * len(found[0]), text)
    found: list[Mention] = []
    for chain in chains(text):
        for part in _without_amounts(text, chain):
            found += Stretch(text, labels, asked).of(part)
    return found


def _without_amounts(text: str, chain: Chain) -> Iterator[Sequence[Run]]:
    """The stretches of a chain between runs that count something."""
    row: list[Run] = []
    for run in chain.runs:
        if _counts(text, run):
            if row:
                yield row
            row = []
        else:
            row.append(run)
    if row:
        yield row


def _counts(text: str, run: Run) -> bool:
    if len(run.digits) > _MOST_COUNTED or strong(run.digits):
        return False
    return is_amount(text, run.start, run.end)
