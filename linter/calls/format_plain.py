"""Plain text: ``坐席：…`` a line, with or without clock times.

A line without a label continues the turn and is joined with a newline, kept as it is, so that
after the n-th newline of a turn's text column 1 is column 1 of the n-th line below; where it
looks like somebody's turn all the same, that is said (:mod:`linter.calls.strangers`). ``===``
or ``---`` alone on a line ends a call. Before a call's first turn ``# 渠道: 电话`` sets a
field of it; other lines with ``#`` there are comments. Where nobody is called by a role, names
label the lines (:mod:`linter.calls.labelling`); what a meeting recorder writes above the first of
its heads is kept as ``preamble``.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.calls.drafts import Draft, Piece
from linter.calls.fields import CALL_FIELDS, fold, spelt
from linter.calls.labelling import labelling_of
from linter.calls.labels import Label
from linter.calls.place import Place
from linter.calls.roles import BUILT_IN, ROLE_HINT
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.calls.strangers import strangers
from linter.calls.times import Timeline
from linter.model import Call

_CUT = lazy.pattern(r"\s*(?:={3,}|-{3,})\s*")
_HEADER = lazy.pattern(r"\s*[#＃]\s*([^#＃:：\s][^:：]*)[:：](.*)")
_COMMENT = lazy.pattern(r"\s*[#＃]")


class _Draft:
    """A call being read."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.meta: dict[str, str] = {}
        self._timeline = Timeline()
        self._turns = Draft(self._timeline)

    def header(self, key: str, value: str) -> None:
        """Take a ``# key: value`` line."""
        if field := CALL_FIELDS.get(fold(key)):
            self.fields[field] = spelt(field, value)
        else:
            self.meta[key] = value

    def preamble(self, line: str) -> None:
        """Take a line above everything that is said."""
        before = self.meta.get("preamble")
        self.meta["preamble"] = f"{before}\n{line.strip()}" if before else line.strip()

    def begin(self, label: Label, piece: Piece) -> None:
        """Begin a turn on its labelled line."""
        self._turns.begin(label, piece)

    @property
    def speaking(self) -> bool:
        """Whether a turn has begun."""
        return self._turns.speaking

    def go_on(self, piece: Piece) -> None:
        """Take a line without a label, perhaps blank."""
        self._turns.go_on(piece)

    def finish(self, path: str) -> Call:
        """Make the call."""
        turns = self._turns.finish()
        fields = {"started_at": self._timeline.started_at} | self.fields
        given = fields.pop("id", "")
        return Call(
            id=given or Call.content_id(turns),
            turns=turns,
            path=path,
            kind="call",
            meta=self.meta,
            notices=(),
            elsewhere={},
            casting=None,
            ignores=(),
            **fields,
        )


def _read(source: Source) -> Iterator[Call]:
    lines = source.all_lines()
    labelling = labelling_of(lines, source.options.words)
    unknown = {one.line: one for one in strangers(lines, labelling)}
    draft = _Draft()
    any_call = False
    for number, line in enumerate(lines, start=1):
        if _CUT.fullmatch(line):
            # A line under the headers belongs to them.
            if draft.speaking:
                yield draft.finish(source.name)
                any_call, draft = True, _Draft()
        elif label := labelling.parse(line):
            draft.begin(label, Piece(line, number))
        elif draft.speaking:
            if number in unknown:
                source.notices.append(unknown[number].notice())
            draft.go_on(Piece(line, number))
        elif header := _HEADER.fullmatch(line):
            draft.header(header[1].strip(), header[2].strip())
        elif line.strip() and not _COMMENT.match(line):
            if labelling.way != "heads":
                raise Place(source.name, number).error(
                    "这一行前面还没有角色标签，不知道是谁说的", ROLE_HINT
                )
            draft.preamble(line)
    if draft.speaking:
        yield draft.finish(source.name)
    elif draft.fields or draft.meta or not any_call:
        raise Place(source.name, len(lines)).error("到文件末尾没有一句带角色的话", ROLE_HINT)


def _sniff(head: str, suffix: str) -> int:
    claimed = suffix in FORMAT.suffixes
    lines = [line for line in head.splitlines() if line.strip()]
    labelling = labelling_of(lines, BUILT_IN)
    if labelling.way == "heads":
        return 45 if claimed else 30
    spoken = (line for line in lines if not _CUT.fullmatch(line) and not _HEADER.fullmatch(line))
    if labelling.parse(next(spoken, "")):
        return 50 if labelling.way != "names" else 45 if claimed else 30
    return 5 if claimed else 0


FORMAT = Format(name="plain", suffixes=(".txt",), sniff=_sniff, read=_read)
