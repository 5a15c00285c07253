"""What is odd about a call that was read: said to whoever gave it, and read all the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from linter import lazy
from linter.calls.options import ReadOptions
from linter.calls.source import Source
from linter.errors import InputError
from linter.model import Call, Notice, Turn

_OF_CONTENT = lazy.pattern(r"[0-9a-f]{12}(?:#\d+)?")
"""An id that :meth:`Call.content_id` may have made."""


class Told(NamedTuple):
    """What whoever gave a call should know of it, or can learn only beside the others.

    :ivar id: the call's; empty where none was given: a scene of a script library goes by its
        title, and a call without an id by its content.
    :ivar line: where it begins, if known; so ``sheet`` and ``cell``.
    """

    id: str
    path: str
    notices: tuple[Notice, ...] = ()
    line: int | None = None
    sheet: str = ""
    cell: str = ""


def told_of(call: Call) -> Told:
    """What is told of a call that was read."""
    if call.kind != "call" or not call.turns or _OF_CONTENT.fullmatch(call.id):
        return Told("", call.path, call.notices)
    first = call.turns[0]
    return Told(call.id, call.path, call.notices, first.line, first.sheet, first.cell)


def settled(calls: Iterable[Call], options: ReadOptions) -> Iterator[Call]:
    """Calls with the roles the user gave, and with notices of what is odd about them."""
    for call in calls:
        noticed = tuple(oddities(call))
        if options.agent_channel:
            call, found = _by_channel(call, options.agent_channel)
            noticed += found
        yield replace(call, notices=(*call.notices, *noticed)) if noticed else call


def collected(calls: Iterable[Call], source: Source) -> Iterator[Call]:
    """Calls with what their reader noticed between them; what comes after the last is its, too."""
    held: Call | None = None
    try:
        for call in calls:
            if held is not None:
                yield held
            held = _with_pending(call, source)
    except InputError:
        if held is not None:  # the error must not swallow the good call before it
            yield _with_pending(held, source)
        raise
    if held is not None:
        yield _with_pending(held, source)


def _with_pending(call: Call, source: Source) -> Call:
    if not source.notices:
        return call
    notices = (*call.notices, *source.notices)
    source.notices.clear()
    return replace(call, notices=notices)


def oddities(call: Call) -> Iterator[Notice]:
    """What is odd about the turns of a call, each kind once, at its first place."""
    if is_left_out(call):
        return
    if not call.turns:
        yield Notice("no-turns", f"通话 {call.id} 一句话也没有", "检查导出是否完整")
        return
    seen: set[str] = set()
    for number, turn, code, said in _odd_turns(call):
        if code not in seen:
            seen.add(code)
            yield _at(turn, code, call, number, said)
    if not any(turn.text.strip() for turn in call.turns):
        yield Notice(
            "no-words",
            f"通话 {call.id} 每一句都是空的",
            "检查导出的是不是文本列",
            call.turns[0].line,
            sheet=call.turns[0].sheet,
            cell=call.turns[0].cell,
        )


def _odd_turns(call: Call) -> Iterator[tuple[int, Turn, str, str]]:
    """What is odd about single turns: number, turn, code, and what is said of it.

    That two people speak at once is not odd.
    """
    last: int | None = None
    ends: dict[tuple[str, str], int | None] = {}
    for number, turn in enumerate(call.turns):
        if "\0" in turn.text:
            yield number, turn, "nul", "有 NUL 字符，按原样保留"
        start, end = turn.start_ms, turn.end_ms
        if start is None:
            continue
        if start < 0:
            yield number, turn, "negative-time", f"开始时间是负的（{start} 毫秒）"
        if last is not None and start < last:
            said = "比上一句开始得还早；按文件里的先后读，靠时间的检查可能不准"
            yield number, turn, "unordered-times", said
        elif (before := ends.get((turn.role, turn.speaker))) is not None and start < before:
            said = f"开始时同一个人的上一句还没结束（{before} 毫秒才结束），靠时间的检查可能不准"
            yield number, turn, "overlaps-itself", said
        if end is not None and end < start:
            yield number, turn, "ends-early", f"{end} 毫秒就结束，{start} 毫秒才开始"
        last = start
        ends[turn.role, turn.speaker] = end


def is_left_out(call: Call) -> bool:
    """Whether it only carries the notices of a script library nothing of which is to be said."""
    return call.kind == "script" and not call.turns and bool(call.notices)


def _at(turn: Turn, code: str, call: Call, number: int, said: str) -> Notice:
    return Notice(
        code,
        f"通话 {call.id} 第 {number} 句（从 0 数起）{said}",
        "检查导出时间的那一列" if code != "nul" else "导出时去掉",
        turn.line,
        turn.column,
        turn.sheet,
        turn.cell,
    )


def _by_channel(call: Call, channel: str) -> tuple[Call, tuple[Notice, ...]]:
    """A call in which nobody's role is known, with the roles its channels have."""
    if any(turn.role in ("agent", "customer") for turn in call.turns):
        return call, ()
    speakers = list(
        dict.fromkeys(t.speaker for t in call.turns if t.role == "unknown" and t.speaker)
    )
    agent = next((name for name in speakers if _is(name, channel)), None)
    if agent is None:
        found = "、".join(speakers) or "没有声道或说话人编号"
        message = f"通话 {call.id} 里没有声道“{channel}”"
        return call, (Notice("no-channel", message, f"这里有的是：{found}"),)
    turns = tuple(
        turn._replace(role="agent" if turn.speaker == agent else "customer")
        if turn.role == "unknown" and turn.speaker
        else turn
        for turn in call.turns
    )
    return replace(call, turns=turns), ()


def _is(name: str, channel: str) -> bool:
    """Whether ``SPEAKER_01`` or ``说话人 1`` is meant by ``1``."""
    if name == channel:
        return True
    digits = name[len(name.rstrip("0123456789")) :]
    asked = unicodedata.normalize("NFKC", channel)
    # As texts: a number may have more digits than int() takes.
    is_number = asked.isascii() and asked.isdigit()
    return bool(digits) and is_number and digits.lstrip("0") == asked.lstrip("0")
