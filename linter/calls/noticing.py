"""What is odd about a call that was read: said to whoever gave it, and read all the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.calls.options import ReadOptions
from linter.calls.source import Source
from linter.errors import InputError
from linter.model import Call, Notice, Turn


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
    if not call.turns:
        yield Notice("no-turns", f"通话 {call.id} 一句话也没有", "检查导出是否完整")
        return
    last: int | None = None
    seen: set[str] = set()
    for number, turn in enumerate(call.turns):
        start, end = turn.start_ms, turn.end_ms
        if start is not None:
            if start < 0 and "negative-time" not in seen:
                seen.add("negative-time")
                yield _at(turn, "negative-time", call, number, f"开始时间是负的（{start} 毫秒）")
            if last is not None and start < last and "unordered-times" not in seen:
                seen.add("unordered-times")
                yield _at(
                    turn,
                    "unordered-times",
                    call,
                    number,
                    "比上一句开始得还早；按文件里的先后读，靠时间的检查可能不准",
                )
            if end is not None and end < start and "ends-early" not in seen:
                seen.add("ends-early")
                yield _at(turn, "ends-early", call, number, f"{end} 毫秒就结束，{start} 毫秒才开始")
            last = start
        if "\0" in turn.text and "nul" not in seen:
            seen.add("nul")
            yield _at(turn, "nul", call, number, "有 NUL 字符，按原样保留")
    if not any(turn.text.strip() for turn in call.turns):
        yield Notice(
            "no-words",
            f"通话 {call.id} 每一句都是空的",
            "检查导出的是不是文本列",
            call.turns[0].line,
            sheet=call.turns[0].sheet,
            cell=call.turns[0].cell,
        )


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
