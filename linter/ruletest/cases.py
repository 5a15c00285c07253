"""The tests that rules carry, read into calls: what to flag is marked in them.

A test is a call as plain text, a line a turn (``客户：…``, ``坐席：…``, ``坐席2：…`` for another
speaker), or, of kind ``script``, lines an agent is to say. In a test that must be flagged
``【…】`` stands around the words to be reported; the marks are taken out before judging.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace

from linter.calls import ReadOptions, read_stream
from linter.calls.scripts.kinds import scene_kind
from linter.calls.scripts.marks import marks
from linter.errors import InputError, RuleError, RuleErrors
from linter.frozen import dataclass
from linter.model import Call, Finding, Turn
from linter.rulebook.types import Rule, RuleTest


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be reported: a turn and code points of its text without the marks."""

    turn: int
    start: int
    end: int
    quote: str

    def covers(self, finding: Finding) -> bool:
        """Whether a finding overlaps these words."""
        return finding.turn == self.turn and finding.start < self.end and self.start < finding.end


@dataclass(frozen=True, slots=True)
class Case:
    """One test, ready to be judged; one that must pass has no marks."""

    rule: Rule
    test: RuleTest
    call: Call
    marks: tuple[Mark, ...]


_SCENE_KEYS = ("scene", "场景")
_LEGEND_KEYS = ("legend", "图例")


def read_cases(rules: Iterable[Rule]) -> tuple[Case, ...]:
    """The tests of these rules.

    :raises RuleErrors: with every test whose text cannot be read as a call.
    """
    cases: list[Case] = []
    errors: list[RuleError] = []
    for rule in rules:
        for test in rule.tests:
            try:
                call, marks = _unmarked(test, _read(test))
            except RuleError as error:
                errors.append(error)
            else:
                cases.append(Case(rule, test, call, marks))
    if errors:
        raise RuleErrors(errors)
    return tuple(cases)


def _read(test: RuleTest) -> Call:
    if test.kind == "script":
        return _script(test.text)
    data = io.BytesIO(test.text.encode("utf-8", "replace"))
    try:
        calls = list(read_stream(data, options=ReadOptions("plain")))
    except InputError as error:
        line = f"第 {error.line} 行" if error.line else ""
        raise _wrong(test, f"测试的对话{line}读不懂：{error.message}", error.hint) from None
    if len(calls) != 1:
        raise _wrong(test, f"测试里有 {len(calls)} 通对话", "一个测试只写一通")
    return calls[0]


def _script(text: str) -> Call:
    """A scene: its lines, and before them ``# scene: 投诉`` and ``# 图例: {姓名}``."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    said = [line for line in lines if not line.startswith("#")]
    scene, legend = "", frozenset[str]()
    for line in lines:
        key, colon, value = line.lstrip("# ").replace("：", ":").partition(":")
        if line.startswith("#") and colon:
            if key.strip() in _LEGEND_KEYS:
                legend |= {
                    value[mark.start : mark.end] for mark in marks(value) if mark.kind == "slot"
                }
            elif key.strip().lower() in _SCENE_KEYS:
                scene = scene_kind([value]) or value.strip()
    turns = tuple(Turn("agent", line) for line in said)
    meta = {"legend": sorted(legend)} if legend else {}
    return Call("test", turns, kind="script", scene=scene, meta=meta)


def _unmarked(test: RuleTest, call: Call) -> tuple[Call, tuple[Mark, ...]]:
    turns: list[Turn] = []
    marks: list[Mark] = []
    for number, turn in enumerate(call.turns):
        text, spans = _without_marks(test, turn.text)
        turns.append(turn._replace(text=text))
        marks += [Mark(number, start, end, text[start:end]) for start, end in spans]
    if test.flags and not marks:
        raise _wrong(test, "flag 的对话里没有【】", "用【】标出应报的字")
    if marks and not test.flags:
        raise _wrong(test, "pass 的对话里不能有【】", "去掉【】，或改成 flag")
    return replace(call, id="test", turns=tuple(turns)), tuple(marks)


def _without_marks(test: RuleTest, marked: str) -> tuple[str, list[tuple[int, int]]]:
    text = ""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for char in marked:
        if char == "【" and start is None:
            start = len(text)
        elif char == "】" and start is not None and start < len(text):
            spans.append((start, len(text)))
            start = None
        elif char in "【】":
            raise _wrong(test, f"【】没有成对，或里面没有字：{marked!r}", "一句里写成【应报的字】")
        else:
            text += char
    if start is not None:
        raise _wrong(test, f"标记没有写完：{marked!r}", "一句里写成【应报的字】，不能跨过一句")
    return text, spans


def _wrong(test: RuleTest, message: str, hint: str) -> RuleError:
    place = test.place
    return RuleError(
        message,
        path=place.path,
        line=place.line,
        column=place.column,
        hint=hint,
        sheet=place.sheet,
        cell=place.cell,
    )
