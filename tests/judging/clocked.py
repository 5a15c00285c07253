"""Calls with times in a line or two, and what the judging layer says of them."""

from __future__ import annotations

import re

from linter.judging.engine import Judged, judge
from linter.model import Call, Turn

from . import helpers

_LINE = re.compile(r"(?P<who>\w+)(?: (?P<start>-?[\d.]+|\?)~(?P<end>-?[\d.]+|\?))?：(?P<text>.*)")
Rules = str | tuple[str, ...]


def clocked(*lines: str) -> Call:
    """A call of lines such as ``客户 0~3.5：…``, times in seconds; ``?`` is an unknown one."""
    turns = []
    for line in lines:
        said = _LINE.fullmatch(line)
        assert said is not None, line
        (turn,) = helpers.call(f"{said['who']}：{said['text']}").turns
        turns.append(turn._replace(start_ms=_ms(said["start"]), end_ms=_ms(said["end"])))
    return Call("c", tuple(turns))


def _ms(seconds: str | None) -> int | None:
    return None if seconds in (None, "?") else round(float(seconds) * 1000)


def judged(rules: Rules, *lines: str, signals: str = helpers.SIGNALS) -> Judged:
    """What the judging layer says of such a call; every quote has been checked."""
    made = helpers.linter(*([rules] if isinstance(rules, str) else rules), signals=signals)
    heard = clocked(*lines)
    answer = judge(made.book, made.view(heard))
    for found in (*answer.findings, *answer.hidden):
        _check(heard.turns, found.turn, found.start, found.end, found.quote)
        for evidence in found.evidence:
            _check(heard.turns, evidence.turn, evidence.start, evidence.end, evidence.quote)
    return answer


def _check(turns: tuple[Turn, ...], turn: int, start: int, end: int, quote: str) -> None:
    assert 0 <= start <= end <= len(turns[turn].text)
    assert turns[turn].text[start:end] == quote


def said(rules: Rules, *lines: str, signals: str = helpers.SIGNALS) -> tuple[str, str]:
    """The first rule's verdict and reason."""
    verdict = judged(rules, *lines, signals=signals).verdicts[0]
    return verdict.status, verdict.reason


def places(rules: Rules, *lines: str, signals: str = helpers.SIGNALS) -> list[tuple[int, str]]:
    """Turn and quote of each finding."""
    return [(f.turn, f.quote) for f in judged(rules, *lines, signals=signals).findings]
