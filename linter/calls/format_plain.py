"""Plain text: ``坐席：…`` a line, with or without clock times.

A line without a label continues the turn and is joined with a newline, kept as it is, so that
after the n-th newline of a turn's text column 1 is column 1 of the n-th line below. ``===``
or ``---`` alone on a line ends a call. Before a call's first turn ``# 渠道: 电话`` sets a
field of it; other lines with ``#`` there are comments.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.calls.fields import CALL_FIELDS, fold, spelt
from linter.calls.labels import Label, letter_of, parse_label
from linter.calls.place import Place
from linter.calls.roles import BUILT_IN, ROLE_HINT, RoleWords
from linter.calls.source import Source
from linter.calls.spec import Format
from linter.calls.times import Timeline
from linter.model import Call, Turn

_CUT = lazy.pattern(r"\s*(?:={3,}|-{3,})\s*")
_HEADER = lazy.pattern(r"\s*[#＃]\s*([^#＃:：\s][^:：]*)[:：](.*)")
_COMMENT = lazy.pattern(r"\s*[#＃]")


class _Draft:
    """A call being read."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.meta: dict[str, str] = {}
        self.turns: list[Turn] = []
        self._timeline = Timeline()
        self._label: Label | None = None
        self._lines: list[str] = []
        self._place = (0, 0)

    def header(self, key: str, value: str) -> None:
        """Take a ``# key: value`` line."""
        if field := CALL_FIELDS.get(fold(key)):
            self.fields[field] = spelt(field, value)
        else:
            self.meta[key] = value

    def begin(self, label: Label, number: int, line: str) -> None:
        """Begin a turn on its labelled line."""
        self._finish_turn()
        self._label = label
        self._place = (number, label.begin + 1)
        self._lines = [text] if (text := line[label.begin :]) else []

    @property
    def speaking(self) -> bool:
        """Whether a turn has begun."""
        return self._label is not None

    def go_on(self, number: int, line: str) -> None:
        """Take a line without a label, perhaps blank."""
        if self._lines:
            self._lines.append(line)
        elif text := line.lstrip():
            self._place = (number, len(line) - len(text) + 1)
            self._lines = [text]

    def _finish_turn(self) -> None:
        label = self._label
        if label is None:
            return
        line, column = self._place
        self.turns.append(
            Turn(
                role=label.role,
                text="\n".join(part.rstrip() for part in self._lines).rstrip(),
                speaker=label.speaker,
                start_ms=self._timeline.ms(label.start),
                end_ms=self._timeline.ms(label.end),
                line=line,
                column=column,
            )
        )

    def finish(self, path: str) -> Call:
        """Make the call."""
        self._finish_turn()
        turns = tuple(self.turns)
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
            **fields,
        )


def _uses_letters(lines: list[str], words: RoleWords) -> bool:
    """A and B are labels when both occur and nobody is called by a role.

    Otherwise they number the choices somebody reads out.
    """
    if any(parse_label(line, words=words) for line in lines):
        return False
    return {"A", "B"} <= {letter_of(line) for line in lines}


def _read(source: Source) -> Iterator[Call]:
    lines = source.all_lines()
    words = source.options.words
    letters = _uses_letters(lines, words)
    draft = _Draft()
    any_call = False
    for number, line in enumerate(lines, start=1):
        if _CUT.fullmatch(line):
            # A line under the headers belongs to them.
            if draft.speaking:
                yield draft.finish(source.name)
                any_call, draft = True, _Draft()
        elif label := parse_label(line, letters=letters, words=words):
            draft.begin(label, number, line)
        elif draft.speaking:
            draft.go_on(number, line)
        elif header := _HEADER.fullmatch(line):
            draft.header(header[1].strip(), header[2].strip())
        elif line.strip() and not _COMMENT.match(line):
            raise Place(source.name, number).error(
                "这一行前面还没有角色标签，不知道是谁说的", ROLE_HINT
            )
    if draft.speaking:
        yield draft.finish(source.name)
    elif draft.fields or draft.meta or not any_call:
        raise Place(source.name, len(lines)).error("到文件末尾没有一句带角色的话", ROLE_HINT)


def _sniff(head: str, suffix: str) -> int:
    lines = [line for line in head.splitlines() if line.strip()]
    letters = _uses_letters(lines, BUILT_IN)
    spoken = (line for line in lines if not _CUT.fullmatch(line) and not _HEADER.fullmatch(line))
    if parse_label(next(spoken, ""), letters=letters):
        return 50
    return 5 if suffix in FORMAT.suffixes else 0


FORMAT = Format(name="plain", suffixes=(".txt",), sniff=_sniff, read=_read)
