"""Fixing one script library: edits that can be made, made again until there are no more.

An edit is made only when the file says the very words at the very place, when everything then
reads as it was meant to, and when nothing is reported that was not reported before.
"""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from linter.calls.options import ReadOptions
from linter.calls.reading import read_stream
from linter.errors import InputError
from linter.fixing.edits import UNREADABLE, UNSURE, Edit, Editable, Reason, harmful
from linter.fixing.files import TextFile
from linter.fixing.fitting import unfit
from linter.fixing.workbooks import WorkbookFile
from linter.frozen import dataclass
from linter.judging.outcome import in_file
from linter.library import Neighbours, noted_within
from linter.linting import Linter
from linter.model import Call, Finding, Turn
from linter.triaged import Triaged

_ROUNDS = 1000
"""Far more than any file takes: edits that undo one another in turn end here."""

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a file.

    :ivar data: its bytes afterwards.
    :ivar made: the edits, in the order in which they were made.
    :ivar left: edits that were not made, and why.
    """

    data: bytes
    made: tuple[Edit, ...] = ()
    left: tuple[tuple[Edit, Reason], ...] = ()


@dataclass(frozen=True, slots=True)
class _State:
    """A file, its scenes, and what is reported of each."""

    file: Editable
    scenes: tuple[Call, ...]
    found: tuple[tuple[Finding, ...], ...]


def fix_file(
    data: bytes,
    name: str,
    linter: Linter | Triaged,
    options: ReadOptions,
    neighbours: Neighbours | None = None,
) -> Fixed:
    """Make all edits that the rules know for a script library; transcripts stay as they are.

    :param data: the file as it stands.
    :param name: its path, which helps to tell its format.
    :param neighbours: what else is linted with it, for no line may come to say what another
        library says; is told what becomes of this one.
    :raises InputError: when it cannot be read.
    """
    return _Fixer(name, linter, options, neighbours or Neighbours()).fixed(data)


class _Fixer:
    """Fixes one file."""

    def __init__(
        self, name: str, linter: Linter | Triaged, options: ReadOptions, neighbours: Neighbours
    ) -> None:
        self._name = name
        self._neighbours = neighbours
        self._others: tuple[tuple[str, str], ...] = ()
        self._linter = linter
        self._options = options
        self._rules = {rule.id: rule for rule in linter.book.rules}
        self._refused: dict[_Key, tuple[Edit, Reason]] = {}
        """Of the file as it stands, for a place moves when something before it is changed."""

    def fixed(self, data: bytes) -> Fixed:
        scenes = self._scenes(data)
        if not scenes:
            return Fixed(data)
        # No text begins as a workbook does, and yet is read as text.
        is_cells = any(turn.cell for call in scenes for turn in call.turns)
        file = WorkbookFile(data, self._name) if is_cells else TextFile(data, self._name)
        state = self._seen(file, scenes)
        if any(self._known(state)):
            # Dear, and nothing is changed in most files.
            self._others = self._neighbours.besides(self._name)
            state = self._seen(file, self._scenes(data), state)
        made: list[Edit] = []
        for _ in range(_ROUNDS):
            self._refused.clear()
            state, kept = self._tried(state, self._chosen(state))
            made += kept
            if not kept:
                break
        if made:
            self._neighbours.changed(self._name, state.scenes)
        return Fixed(state.file.data, tuple(made), tuple(self._refused.values()))

    def _scenes(self, data: bytes) -> tuple[Call, ...]:
        calls = read_stream(io.BytesIO(data), name=self._name, options=self._options)
        return noted_within((call for call in calls if call.kind == "script"), self._others)

    def _seen(
        self, file: Editable, scenes: tuple[Call, ...], before: _State | None = None
    ) -> _State:
        """What is reported of a file; scenes that are as before are not looked at again."""
        found: list[tuple[Finding, ...]] = []
        for number, call in enumerate(scenes):
            old = before.scenes[number] if before else None
            if before and old == call and old.elsewhere == call.elsewhere:
                found.append(before.found[number])
            else:
                found.append(self._linter.lint(call).findings)
        return _State(file, scenes, tuple(found))

    def _chosen(self, state: _State) -> list[Edit]:
        """The edits of a round; no two of them overlap."""
        edits = [*self._known(state)]
        chosen: list[Edit] = []
        taken: defaultdict[_Key, list[Edit]] = defaultdict(list)
        for edit, why in zip(edits, state.file.refusals(edits), strict=True):
            if why := unfit(edit) or why:
                self._refused[_key(edit)] = edit, why
                continue
            others = taken[_place(edit.turn)]
            if not any(_overlap(edit.finding, other.finding) for other in others):
                others.append(edit)
                chosen.append(edit)
        return chosen

    def _known(self, state: _State) -> Iterator[Edit]:
        """The edits that the rules know, each place once: an anchor stands in many scenes."""
        seen: set[_Key] = set()
        for call, findings in zip(state.scenes, state.found, strict=True):
            for finding in findings:
                for edit in self._of_finding(finding, call.turns[finding.turn]):
                    if _key(edit) not in seen:
                        seen.add(_key(edit))
                        yield edit

    def _of_finding(self, finding: Finding, turn: Turn) -> Iterator[Edit]:
        """The edits for a finding, and for what else of its kind stands in the same line."""
        rule = self._rules[finding.rule]
        again = [(e.start, e.end) for e in finding.evidence if e.as_ == "again"]
        for start, end in ((finding.start, finding.end), *again):
            quote = turn.text[start:end]
            new = rule.better(quote)
            if new is not None:
                line, column = in_file(turn, start)
                here = replace(finding, start=start, end=end, quote=quote, line=line, column=column)
                yield Edit(here, turn, new)

    def _tried(self, state: _State, edits: Sequence[Edit]) -> tuple[_State, Sequence[Edit]]:
        """The file with all edits that do no harm, and these."""
        if not edits:
            return state, ()
        after = self._after(state, edits)
        if isinstance(after, _State):
            return after, edits
        kept = self._harmless(state, [], edits, after)
        if not kept:
            return state, ()
        after = self._after(state, kept)
        assert isinstance(after, _State)
        return after, kept

    def _harmless(
        self, state: _State, kept: list[Edit], edits: Sequence[Edit], why: Reason
    ) -> list[Edit]:
        """Of edits of which some do harm those that do none beside the ones that are kept.

        They are halved until the bad ones stand alone, so that few of them cost little.
        """
        if len(edits) == 1:
            self._refused[_key(edits[0])] = edits[0], why
            return kept
        middle = len(edits) // 2
        for half in (edits[:middle], edits[middle:]):
            after = self._after(state, [*kept, *half])
            if isinstance(after, _State):
                kept = [*kept, *half]
            else:
                kept = self._harmless(state, kept, half, after)
        return kept

    def _after(self, state: _State, edits: Sequence[Edit]) -> _State | Reason:
        """The file with edits, or what is wrong with them."""
        try:
            file = state.file.changed_by(edits)
            scenes = self._scenes(file.data)
        except (InputError, UnicodeEncodeError):
            return UNREADABLE
        wanted = _lines(edits)
        if not _as_expected(state.scenes, scenes, wanted):
            return UNSURE
        after = self._seen(file, scenes, state)
        more = sorted(_more(state, after) | _in_new_words(state, after, wanted))
        return harmful(more) if more else after


_Lines = dict[_Key, list[Edit]]
"""The edits of each line of the file, in the order of the line."""


def _lines(edits: Sequence[Edit]) -> _Lines:
    lines: defaultdict[_Key, list[Edit]] = defaultdict(list)
    for edit in sorted(edits, key=lambda one: one.finding.start):
        lines[_place(edit.turn)].append(edit)
    return lines


def _as_expected(before: Sequence[Call], after: Sequence[Call], wanted: _Lines) -> bool:
    """Whether all lines read as the edits mean them to, and all else as it did.

    An edit changes its line wherever that is used.
    """
    if len(before) != len(after):
        return False
    return all(
        (one.id, one.scene, one.meta, [notice.left_out for notice in one.notices])
        == (two.id, two.scene, two.meta, [notice.left_out for notice in two.notices])
        and [_edited(turn, wanted.get(_place(turn), ())) for turn in one.turns]
        == [turn.text for turn in two.turns]
        for one, two in zip(before, after, strict=True)
    )


def _edited(turn: Turn, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    end = 0
    for edit in edits:
        pieces += [turn.text[end : edit.finding.start], edit.new]
        end = edit.finding.end
    return "".join([*pieces, turn.text[end:]])


def _more(before: _State, after: _State) -> set[str]:
    """The rules that report more of a line than they did."""
    more: set[str] = set()
    for old, new in zip(before.found, after.found, strict=True):
        if old is new:
            continue
        more |= {rule for rule, _ in _counted(new) - _counted(old)}
    return more


def _counted(findings: Sequence[Finding]) -> Counter[tuple[str, int]]:
    return Counter((finding.rule, finding.turn) for finding in findings)


def _in_new_words(before: _State, after: _State, wanted: _Lines) -> set[str]:
    """The rules that report the very words that were written: they would be fixed for ever."""
    rules: set[str] = set()
    for call, findings in zip(before.scenes, after.found, strict=True):
        for finding in findings:
            edits = wanted.get(_place(call.turns[finding.turn]), ())
            if any(a <= finding.start < finding.end <= b for a, b in _written(edits)):
                rules.add(finding.rule)
    return rules


def _written(edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """Where the new words of a line stand in it afterwards."""
    shift = 0
    for edit in edits:
        start = edit.finding.start + shift
        yield start, start + len(edit.new)
        shift += len(edit.new) - len(edit.finding.quote)


def _key(edit: Edit) -> _Key:
    found = edit.finding
    return (*_place(edit.turn), found.start, found.rule, found.quote)


def _place(turn: Turn) -> _Key:
    return turn.line, turn.column, turn.sheet, turn.cell


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end
