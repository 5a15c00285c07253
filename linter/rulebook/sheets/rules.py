"""Rows of a reviewer's table as rules, still in the author's words; errors name the cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from linter.frozen import dataclass
from linter.model import Aspect, Severity
from linter.rulebook.notation import NotationError
from linter.rulebook.sheets.cells import Cell, Complaints, Row, Table
from linter.rulebook.sheets.columns import Header, check_header, nameless, title
from linter.rulebook.sheets.examples import (
    Example,
    Subject,
    given_flags,
    given_passes,
    made_flags,
    made_passes,
    unmarked,
)
from linter.rulebook.sheets.ids import Ids, key
from linter.rulebook.sheets.phrases import read_phrase, split_phrases
from linter.rulebook.sheets.samples import Phrase, find, sample, wording
from linter.rulebook.sheets.values import (
    Side,
    read_applies,
    read_aspect,
    read_category,
    read_severity,
    read_side,
    said,
)
from linter.rulebook.sheets.wording import message_of, one_line, reason_of, shown, suggestion_of
from linter.text.fold import folded


@dataclass(frozen=True, slots=True)
class SheetRule:
    """One row, ready to be written down as a signal and a rule.

    :ivar over: exceptions that hold a phrase; ``not_if``: those that stand beside one.
    :ivar cells: where each part came from; what was made up came from the phrase's cell.
    """

    id: str
    category: str
    aspect: Aspect
    severity: Severity
    side: Side
    phrases: tuple[str, ...]
    over: tuple[str, ...]
    not_if: tuple[str, ...]
    say: str
    why: str
    instead: str
    fix: tuple[tuple[str, str], ...]
    applies: Mapping[str, tuple[str, ...]]
    script: bool
    examples: tuple[Example, ...]
    cells: Mapping[str, Cell]


class _Values(NamedTuple):
    category: str
    aspect: Aspect
    severity: Severity
    side: Side
    applies: Mapping[str, tuple[str, ...]]

    @property
    def is_script(self) -> bool:
        """Whether the rule is for script libraries only."""
        return self.applies.get("kind") == ("script",)


class RuleRows:
    """Reads the rows of all sheets of one file.

    :param complaints: errors are added here; a row that has one gives no rule.
    """

    def __init__(self, complaints: Complaints) -> None:
        self.complaints = complaints
        self._ids = Ids(complaints)

    def read(self, table: Table, header: Header) -> Iterator[SheetRule]:
        """The rules of one sheet."""
        check_header(header, self.complaints)
        stray = nameless(header, table)
        if stray:
            hint = f"在第 {header.row.number} 行写上列名，给人看的写“备注”"
            self.complaints.at(stray, "这一列没有列名", hint)
        for row in table.rows:
            if row.number > header.row.number:
                before = len(self.complaints.errors)
                rule = self._rule(row, header)
                if rule and len(self.complaints.errors) == before:
                    yield rule

    def _rule(self, row: Row, header: Header) -> SheetRule | None:
        own = {k: row.cells[c] for k, c in header.columns.items() if c in row.cells}
        if not own:
            return None
        home = own.get("phrase")
        if home is None:
            self._no_phrase(row, header, own)
            return None
        lent = {k: row.lent[c] for k, c in header.columns.items() if c in row.lent}
        cells = {**lent, **own}
        phrases = self._patterns(home, self.complaints.text(home))
        self._ids.refuse_repeated(phrases, home)
        other = cells.get("exceptions")
        exceptions = self._patterns(other, said(other, self.complaints))
        # Read in any case: the errors of what is there are wanted.
        values = self._values(cells)
        return self._whole(values, cells, phrases, exceptions) if phrases else None

    def _no_phrase(self, row: Row, header: Header, own: Mapping[str, Cell]) -> None:
        column = header.columns["phrase"]
        if column in row.lent:
            place = Cell("", row.lent[column].sheet, row.number, column)
            self.complaints.at(place, "短语列合并了单元格", "取消合并，一行写一条")
            return
        first = min(own.values(), key=lambda cell: cell.column)
        self.complaints.at(first, "这一行没有短语", f"填上“{title('phrase')}”列，或删掉这一行")

    def _patterns(self, cell: Cell | None, text: str) -> tuple[Phrase, ...]:
        found: dict[str, Phrase] = {}
        # Of a cell that has nothing but separators there is something to complain of, too.
        for written in [*split_phrases(text)] or filter(None, [text]):
            try:
                phrase = read_phrase(written)
            except NotationError as error:
                if cell:
                    self.complaints.at(cell, f"短语 {written!r}：{error.message}")
            else:
                if cell and sample(phrase.node) is not None and wording(phrase.node) is None:
                    hint = "看看 ^ 和 $ 的位置，重复的字写一遍"
                    self.complaints.at(cell, f"短语 {written!r} 永远对不上", hint)
                found.setdefault(key(phrase), phrase)
        return tuple(found.values())

    def _values(self, cells: Mapping[str, Cell]) -> _Values:
        notes = self.complaints
        category = read_category(cells.get("category"), notes)
        values = _Values(
            category,
            read_aspect(cells.get("aspect"), category, notes),
            read_severity(cells.get("severity"), notes),
            read_side(cells.get("who"), notes),
            read_applies(cells.get("applies"), notes),
        )
        if values.is_script and values.side == "customer":
            notes.at(cells["who"], "话术库里没有客户的话", "角色写坐席，或适用里去掉话术库")
        return values

    def _whole(
        self,
        values: _Values,
        cells: Mapping[str, Cell],
        phrases: tuple[Phrase, ...],
        exceptions: tuple[Phrase, ...],
    ) -> SheetRule:
        notes, home = self.complaints, cells["phrase"]
        side, script = values.side, values.is_script
        subject = Subject(phrases, exceptions, side, script, home)
        instead = said(cells.get("instead"), notes)
        lines = [line.strip() for line in instead.split("\n") if line.strip()]
        self._refuse_contradictions(subject, lines, cells)
        over = [e.text for e in exceptions if _holds(e, phrases)]
        name = shown(next(split_phrases(home.text)), phrases[0])
        return SheetRule(
            id=self._ids.of(cells.get("id"), values.category, phrases[0]),
            category=values.category,
            aspect=values.aspect,
            severity=values.severity,
            side=side,
            phrases=tuple(phrase.text for phrase in phrases),
            over=tuple(over),
            not_if=tuple(e.text for e in exceptions if e.text not in over),
            say=one_line(said(cells.get("say"), notes))
            or message_of(name, len(phrases), side, script),
            why=one_line(said(cells.get("why"), notes)) or reason_of(values.category),
            instead=" / ".join(lines) or suggestion_of(name),
            applies=values.applies,
            script=script,
            fix=_fix(values.category, phrases, lines),
            examples=tuple(self._examples(subject, lines, cells)),
            cells=cells,
        )

    def _examples(
        self, subject: Subject, instead: Sequence[str], cells: Mapping[str, Cell]
    ) -> list[Example]:
        notes = self.complaints
        flag = cells["flag"] if said(cells.get("flag"), notes) else None
        passing = cells["pass"] if said(cells.get("pass"), notes) else None
        examples = [*(given_flags(subject, flag, notes) if flag else made_flags(subject, notes))]
        if passing:
            return [*examples, *given_passes(subject, passing, notes)]
        made = made_passes(subject, instead, cells.get("instead"), cells.get("exceptions"))
        if not made:
            notes.at(subject.cell, "短语太宽，想不出一句不会报的话", "在“反例”列写一句")
        return examples + made

    def _refuse_contradictions(
        self, subject: Subject, instead: Sequence[str], cells: Mapping[str, Cell]
    ) -> None:
        for line in instead if subject.side == "agent" else ():
            if subject.has(unmarked(line)):
                message = f"替代话术 {line!r} 里就有 {subject.cell.name} 的禁语"
                hint = "改替代话术，或在“例外”列写上不算的说法"
                self.complaints.at(cells["instead"], message, hint)
        for exception in subject.exceptions:
            words = (sample(phrase.node) for phrase in subject.phrases)
            if any(find(exception.node, text) for text in words if text):
                message = f"例外 {exception.text!r} 就在 {subject.cell.name} 的短语里，永远不会报"
                self.complaints.at(cells["exceptions"], message, "例外要比短语长，或是旁边的话")


def _fix(
    category: str, phrases: Sequence[Phrase], instead: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """A term of the glossary gives way to the one term that stands for it."""
    if category != "glossary" or len(instead) != 1:
        return ()
    plain = [phrase.text for phrase in phrases if sample(phrase.node) == folded(phrase.text)]
    return tuple((text, instead[0]) for text in plain if folded(text) not in folded(instead[0]))


def _holds(exception: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Whether an exception is a longer wording that has a phrase in it."""
    words = sample(exception.node)
    return words is not None and any(find(phrase.node, words) for phrase in phrases)
