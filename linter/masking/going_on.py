"""What goes on after a break: 后面的我看不清，四一三."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter import lazy
from linter.masking.mentions import Kind, Mention
from linter.masking.runs import is_amount, runs

_NO_NUMBERS: tuple[Kind, ...] = ("email", "address", "name")
_GOES_ON = lazy.pattern(r"后[面头边]|剩下|还有|接[着下]|最[后末]|末尾|尾[巴上]|中间|前[面头]|继续")
_STARTED_OVER = lazy.pattern(r"另一|别的|价|钱|元")
_LEAST, _FAR = 3, 28


def going_on(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """The rest of numbers that were broken off in the same turn of plain text.

    :param found: the numbers that are known, in any order.
    """
    known = sorted((m for m in found if m.kind not in _NO_NUMBERS), key=lambda m: m.end)
    if not known or not _GOES_ON.search(text, known[0].end):
        return
    for run in runs(text):
        before = [m for m in known if m.end <= run.start]
        if not before or len(run.digits) < _LEAST or is_amount(text, run.start, run.end):
            continue
        if "a" <= text[run.start - 1] <= "z":
            continue
        between = text[before[-1].end : run.start]
        if (
            len(between) <= _FAR
            and _GOES_ON.search(between)
            and not _STARTED_OVER.search(between)
            and not any(m.start <= run.start < m.end for m in known)
        ):
            yield Mention(before[-1].kind, run.start, run.end, "前面那个号码的后一段", run.digits)
