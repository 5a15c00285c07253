"""The customer's words that answer a question."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from linter.signals.values import DIGITS

from .normal import SOFT, STOPS
from .turns import Piece, SpeakingTurn

LATER_TURNS = 3
_LONGEST_WAIT = 24
_ECHO = re.compile(
    rf"(?:[{DIGITS}，。！？点横杠个嗯对好的是啊哦噢行呢吗吧]|\[[^\]]{{1,12}}\]+|然后|还有|后面|接着|"
    r"可以|您说|请说|您讲|请讲|继续|不急|不着急|没事|没关系|稍等|您慢慢[说找来]|慢慢来|我记(?:一下|着))*"
)
_WAIT = re.compile(
    r"稍等|等(?:等|一下|下|会|一会)|我(?:来|先|得|去)?(?:看|找|查|翻|拿|打开)|马上|我记得|有的?$|可以$"
)
_DIGIT_CUT = re.compile(rf"(?<=[{DIGITS}])[。！？](?=[{DIGITS}])")
_MASKED_TURN = re.compile(r"\*{2,}|\[[^\]]{1,12}\]")


@dataclass(frozen=True)
class Answer:
    """What the customer said to a question, and afterwards while nothing else had been asked."""

    words: SpeakingTurn
    later: tuple[SpeakingTurn, ...]


def answer_to(
    asked: int, turns: tuple[SpeakingTurn, ...], asking: Collection[int]
) -> Answer | None:
    """The answer to a question that ends in original turn ``asked``; ``None``: there is none."""
    parts: list[SpeakingTurn] = []
    later: list[SpeakingTurn] = []
    answering = True
    for turn in turns:
        if turn.last <= asked:
            continue
        if turn.role == "customer" and (turn.substantive or _MASKED_TURN.search(turn.text)):
            (parts if answering else later).append(_from(turn, asked + 1))
            if len(later) == LATER_TURNS:
                break
        elif turn.role == "agent" and turn.substantive and parts and turn.first > asked:
            if turn.number in asking:
                break
            answering = answering and (_echoes(turn.text) or _waits(parts[-1].text))
    return Answer(_joined(parts), tuple(later)) if parts else None


def _echoes(text: str) -> bool:
    return _ECHO.fullmatch(text) is not None


def _waits(text: str) -> bool:
    return len(text) <= _LONGEST_WAIT and _WAIT.search(text) is not None


def _from(turn: SpeakingTurn, first: int) -> SpeakingTurn:
    """A speaking turn without the original turns before ``first``."""
    kept = [piece for piece in turn.pieces if piece.turn >= first]
    gone = kept[0].offset
    return replace(turn, pieces=_shifted(kept, -gone), text=turn.text[gone:])


def _joined(parts: list[SpeakingTurn]) -> SpeakingTurn:
    text = ""
    pieces: tuple[Piece, ...] = ()
    for part in parts:
        if text and text[-1] not in STOPS:
            text += SOFT
        pieces += _shifted(part.pieces, len(text))
        text += part.text
    return replace(parts[0], pieces=pieces, text=_DIGIT_CUT.sub(SOFT, text))


def _shifted(pieces: Collection[Piece], by: int) -> tuple[Piece, ...]:
    return tuple(replace(piece, offset=piece.offset + by) for piece in pieces)
