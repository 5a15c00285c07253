"""The tests of a rule that came from a table: a reviewer's own example sentences, or made ones.

Every rule has to show a call that it flags and one that it passes. A reviewer writes a sentence a
line, or a call with 客户：and 坐席： in front; without either the phrase itself must be flagged,
and what is to be said instead must pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.frozen import dataclass
from linter.rulebook.sheets.cells import Cell, Complaints
from linter.rulebook.sheets.samples import Phrase, find, is_plain, sample, wording
from linter.rulebook.sheets.values import Side

NAMES: dict[Side, str] = {"agent": "坐席", "customer": "客户"}
_OPENERS: dict[Side, tuple[str, ...]] = {
    "agent": ("您请讲，我在听。", "好，这就为您办理。", "谢谢。"),
    "customer": ("我问一下。", "好，麻烦了。", "谢谢。"),
}
"""Harmless lines; no character stands in two of them but for 好 and 谢."""
_LABEL = re.compile(r"(?:(坐席|座席|客服|agent)|(?:客户|用户|顾客|customer))\s*[：:]\s*", re.I)
_MARKED = re.compile(r"[^【】]*(?:【[^【】]+】[^【】]*)+")


@dataclass(frozen=True, slots=True)
class Example:
    """One test: a call, or a line of a script library, and the cell it came from."""

    flags: bool
    text: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Subject:
    """What is tested: the phrases, whose words they are, and what takes them back.

    :ivar script: whether the rule is for script libraries only, which have no customer.
    """

    phrases: Sequence[Phrase]
    exceptions: Sequence[Phrase]
    side: Side
    script: bool
    cell: Cell

    def has(self, text: str) -> bool:
        """Whether a phrase is in a text and no exception is, as far as can be told."""
        return _first(self.phrases, text) is not None and not _first(self.exceptions, text)

    def call(self, line: str, side: Side) -> str:
        """A call in which one side says the line; the other one says something harmless."""
        if self.script:
            return line
        agent, customer = (line if side == s else _OPENERS[s][0] for s in ("agent", "customer"))
        return f"客户：{customer}\n坐席：{agent}"


def made_flags(subject: Subject, complaints: Complaints) -> Iterator[Example]:
    """A call for each phrase, which is all that is said in it."""
    for phrase in subject.phrases:
        words = wording(phrase.node)
        if sample(phrase.node) is None:
            message = f"短语 {phrase.text!r} 用了词类，造不出例句"
            complaints.at(subject.cell, message, "在“正例”列写一句会报的话")
        elif words:
            line = _marked([phrase], words) or f"【{words}】"
            yield Example(True, subject.call(line, subject.side), subject.cell)


def made_passes(
    subject: Subject,
    instead: Sequence[str],
    instead_cell: Cell | None,
    exceptions_cell: Cell | None,
) -> list[Example]:
    """What is to be said instead, and the phrases with each exception; or a near miss."""
    found = []
    for line in instead:
        if instead_cell:
            found.append(Example(False, subject.call(unmarked(line), "agent"), instead_cell))
    for exception in subject.exceptions:
        words, phrase = wording(exception.node), wording(subject.phrases[0].node)
        if words is None or exceptions_cell is None:
            continue
        harmless = _first(subject.phrases, words) is not None
        line = words if harmless or phrase is None else f"{words}，{phrase}"
        found.append(Example(False, subject.call(line, subject.side), exceptions_cell))
    return found or list(_near_miss(subject))


def _near_miss(subject: Subject) -> Iterator[Example]:
    """The other side says it; nothing when every harmless line has a phrase in it."""
    lines = _OPENERS[subject.side]
    line = next((line for line in lines if not _first(subject.phrases, line)), None)
    words = sample(subject.phrases[0].node)
    if line is None:
        return
    if subject.script or words is None:
        yield Example(False, subject.call(line, subject.side), subject.cell)
    elif subject.side == "agent":
        yield Example(False, f"客户：{words}\n坐席：{line}", subject.cell)
    else:
        yield Example(False, f"坐席：{words}\n客户：{line}", subject.cell)


def given_flags(subject: Subject, cell: Cell, complaints: Complaints) -> Iterator[Example]:
    """A reviewer's sentences that must be flagged; the words are marked where he did not."""
    for lines in _calls(cell.text):
        marked = [_flagged(subject, side, words) for side, words in lines]
        if "【" not in "".join(words for _, words in marked):
            complaints.at(cell, "正例里没有这条短语", "写一句会报的话，或用【】标出应报的字")
            continue
        if bad := next((words for _, words in marked if not _well_marked(words)), None):
            complaints.at(cell, f"【】没有成对，或里面没有字：{bad!r}", "一句里写成【应报的字】")
            continue
        yield Example(True, _written(subject, marked), cell)


def given_passes(subject: Subject, cell: Cell, complaints: Complaints) -> Iterator[Example]:
    """A reviewer's sentences that must pass."""
    for lines in _calls(cell.text):
        own = [words for side, words in lines if side in (subject.side, None)]
        if any("【" in words or "】" in words for _, words in lines):
            complaints.at(cell, "反例里不能有【】", "反例是不该报的话，去掉【】")
        elif found := next((words for words in own if subject.has(words)), None):
            message = f"反例 {found!r} 里就有 {subject.cell.name} 的短语"
            complaints.at(cell, message, "改反例，或在“例外”列写上不算的说法")
        else:
            yield Example(False, _written(subject, lines), cell)


def unmarked(line: str) -> str:
    """A line without a speaker in front and without 【】, which mark words in tests."""
    return re.sub("[【】]", "", _LABEL.sub("", line, count=1) if _LABEL.match(line) else line)


Line = tuple[Side | None, str]
"""Who says it, when it is said who, and the words."""


def _calls(text: str) -> list[list[Line]]:
    """A call when its lines say who speaks; otherwise each line is an example of its own."""
    lines: list[Line] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        label = _LABEL.match(line)
        side: Side | None = None
        if label:
            side = "agent" if label[1] else "customer"
        lines.append((side, line[label.end() :] if label else line))
    return [lines] if any(side for side, _ in lines) else [[line] for line in lines]


def _flagged(subject: Subject, side: Side | None, words: str) -> Line:
    if side not in (subject.side, None) or "【" in words or "】" in words:
        return side, words
    marked = _marked(subject.phrases, words)
    if marked is None and not all(is_plain(phrase.node) for phrase in subject.phrases):
        marked = f"【{words}】"
    return side, marked or words


def _well_marked(words: str) -> bool:
    return not re.search("[【】]", words) or bool(_MARKED.fullmatch(words))


def _written(subject: Subject, lines: Sequence[Line]) -> str:
    if subject.script:
        return "\n".join(words for _, words in lines)
    sides = [side or subject.side for side, _ in lines]
    call = [f"{NAMES[side]}：{words}" for side, (_, words) in zip(sides, lines, strict=True)]
    if "customer" not in sides:
        call.insert(0, f"客户：{_OPENERS['customer'][0]}")
    if "agent" not in sides:
        call.append(f"坐席：{_OPENERS['agent'][0]}")
    return "\n".join(call)


def _marked(phrases: Sequence[Phrase], line: str) -> str | None:
    """The line with the first phrase that is there marked."""
    span = _first(phrases, line)
    if span is None:
        return None
    start, end = span
    return f"{line[:start]}【{line[start:end]}】{line[end:]}"


def _first(phrases: Sequence[Phrase], text: str) -> tuple[int, int] | None:
    return next((span for phrase in phrases if (span := find(phrase.node, text))), None)
