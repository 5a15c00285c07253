"""Fixing one script library: edits that can be made, made again until there are no more.

An edit is made only when the file says the very words at the very place, when every line then
reads as it was meant to, and when nothing is reported that was not reported before.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from linter.calls.options import ReadOptions
from linter.calls.reading import read_stream
from linter.errors import InputError
from linter.fixing.edits import Edit
from linter.frozen import dataclass
from linter.linting import Linter
from linter.model import Call, Finding

_ROUNDS = 10
"""How often a file is looked through: a line with ten faults of one rule shows one at a time."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a file.

    :ivar data: its bytes afterwards.
    :ivar made: the edits, in the order in which they were made.
    :ivar left: edits that were not made, and why.
    """

    data: bytes
    made: tuple[Edit, ...]
    left: tuple[tuple[Edit, str], ...]


class Editable(Protocol):
    """A file that words can be changed in."""

    @property
    def data(self) -> bytes:
        """Its bytes."""

    def changed_by(self, edits: Sequence[Edit]) -> Editable:
        """The file with the edits."""

    def refusal(self, edit: Edit) -> str:
        """Why an edit cannot be made; empty when it can."""


def fix_file(file: Editable, name: str, linter: Linter, options: ReadOptions) -> Fixed:
    """Make all edits that the rules know for a script library.

    :param file: as it stands.
    :param name: its path, which tells its format.
    :raises InputError: when it cannot be read.
    """
    made: list[Edit] = []
    refused: dict[tuple[str, int, int, str], tuple[Edit, str]] = {}
    for _ in range(_ROUNDS):
        before = _scenes(file.data, name, options)
        found = [finding for call in before for finding in linter.lint(call).findings]
        edits = [e for e in _edits(before, found, linter) if _key(e) not in refused]
        chosen: list[Edit] = []
        for edit in edits:
            why = file.refusal(edit)
            if why:
                refused[_key(edit)] = edit, why
            elif not _overlaps(edit, chosen):
                chosen.append(edit)
        if not chosen:
            break
        after, kept = _tried(file, before, found, chosen, name, linter, options, refused)
        file = after
        made += kept
    return Fixed(file.data, tuple(made), tuple(refused.values()))


def _tried(
    file: Editable,
    before: Sequence[Call],
    found: Sequence[Finding],
    chosen: Sequence[Edit],
    name: str,
    linter: Linter,
    options: ReadOptions,
    refused: dict[tuple[str, int, int, str], tuple[Edit, str]],
) -> tuple[Editable, Sequence[Edit]]:
    """The file with all edits, or else with those that do no harm by themselves."""
    if not (why := _harm(file, before, found, chosen, name, linter, options)):
        return file.changed_by(chosen), chosen
    kept: list[Edit] = []
    for edit in chosen:
        why = _harm(file, before, found, [*kept, edit], name, linter, options)
        if why:
            refused[_key(edit)] = edit, why
        else:
            kept.append(edit)
    return (file.changed_by(kept) if kept else file), kept


def _harm(
    file: Editable,
    before: Sequence[Call],
    found: Sequence[Finding],
    edits: Sequence[Edit],
    name: str,
    linter: Linter,
    options: ReadOptions,
) -> str:
    """What is wrong with edits; empty when they do what they should and nothing else."""
    try:
        after = _scenes(file.changed_by(edits).data, name, options)
    except (InputError, UnicodeEncodeError):
        return "改了就读不出来了"
    if _words(after) != _expected(before, edits):
        return "这里的写法（转义、引号）改不准，请手工改"
    reported = Counter(finding.rule for finding in found)
    now = Counter(finding.rule for call in after for finding in linter.lint(call).findings)
    if more := sorted(rule for rule, count in now.items() if count > reported[rule]):
        return f"改了会引出别的问题：{'、'.join(more)}"
    return ""


def _scenes(data: bytes, name: str, options: ReadOptions) -> list[Call]:
    calls = read_stream(io.BytesIO(data), name=name, options=options)
    return [call for call in calls if call.kind == "script"]


def _edits(calls: Sequence[Call], found: Sequence[Finding], linter: Linter) -> Iterator[Edit]:
    """The edits that the rules know, each place once: an anchored line stands in many scenes."""
    rules = {rule.id: rule for rule in linter.book.rules}
    seen: set[tuple[str, int, int, str]] = set()
    for finding in found:
        new = rules[finding.rule].better(finding.quote)
        if new is None:
            continue
        turns = next(call.turns for call in calls if call.id == finding.call)
        edit = Edit(finding, turns[finding.turn].text, new)
        if _key(edit) not in seen:
            seen.add(_key(edit))
            yield edit


def _key(edit: Edit) -> tuple[str, int, int, str]:
    place = edit.finding
    return f"{place.sheet}!{place.cell}", place.line or 0, place.column or place.start, place.rule


def _overlaps(edit: Edit, others: Sequence[Edit]) -> bool:
    one = edit.finding
    return any(
        one.call == other.finding.call
        and one.turn == other.finding.turn
        and one.start < other.finding.end
        and other.finding.start < one.end
        for other in others
    )


def _words(calls: Sequence[Call]) -> list[list[str]]:
    return [[turn.text for turn in call.turns] for call in calls]


def _expected(calls: Sequence[Call], edits: Sequence[Edit]) -> list[list[str]]:
    """The lines as the edits mean them to read; an edit changes its place wherever it is used."""
    wanted: dict[tuple[object, ...], list[tuple[int, int, str]]] = {}
    for edit in edits:
        found = edit.finding
        call = next(call for call in calls if call.id == found.call)
        place = _place(call, found.turn)
        wanted.setdefault(place, []).append((found.start, found.end, edit.new))
    lines: list[list[str]] = []
    for call in calls:
        texts = []
        for number, turn in enumerate(call.turns):
            text = turn.text
            for start, end, new in sorted(wanted.get(_place(call, number), ()), reverse=True):
                text = text[:start] + new + text[end:]
            texts.append(text)
        lines.append(texts)
    return lines


def _place(call: Call, number: int) -> tuple[object, ...]:
    turn = call.turns[number]
    return turn.line, turn.column, turn.sheet, turn.cell
