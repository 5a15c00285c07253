"""The customer's words that answer a question, however many turns they come in.

A number is dictated in pieces, and the agent says each piece again; who has to look a number up
says so first. What is said once the agent has gone on to something else no longer answers, but a
value may still be brought later, until the agent asks something.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from operator import attrgetter

from linter import lazy
from linter.frozen import dataclass
from linter.signals.values import DIGITS
from linter.text.normal import BOUNDARIES, SOFT
from linter.text.turns import Piece, SpeakingTurn

LATER_TURNS = 3
"""Speaking turns of the customer in which a value is still waited for after an evasion."""

_ECHO = lazy.pattern(
    rf"(?:[{DIGITS}，。！？点横杠个嗯对好的是啊哦噢行呢吗吧]|\[[^\]]{{1,12}}\]+|然后|还有|后面|接着|"
    r"可以|您说|请说|您讲|请讲|继续|不急|不着急|没事|没关系|稍等|您慢慢[说找来]|慢慢来|我记(?:一下|着))*"
)
_WAIT = lazy.pattern(
    r"稍等|等(?:等|一下|下|会|一会)|我(?:来|先|得|去)?(?:看|找|查|翻|拿|打开)|马上|我记得|有的?$|可以$"
)
_LONGEST_WAIT = 24
"""Longer words (code points) say something else besides."""
_DIGIT_CUT = lazy.pattern(rf"(?<=[{DIGITS}])[。！？](?=[{DIGITS}])")
_MASKED_TURN = lazy.pattern(r"\*{2,}|\[[^\]]{1,12}\]")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the customer said to a question.

    :ivar words: the answer itself, joined to one text.
    :ivar later: what was said afterwards, while nothing else had been asked.
    """

    words: SpeakingTurn
    later: tuple[SpeakingTurn, ...]


def answer_to(
    asked: int, turns: tuple[SpeakingTurn, ...], asking: Collection[int]
) -> Answer | None:
    """The answer to a question that ends in original turn ``asked``.

    :param asking: the speaking turns in which an agent asks for something.
    :returns: ``None`` when the customer says nothing more.
    """
    parts: list[SpeakingTurn] = []
    later: list[SpeakingTurn] = []
    answering = True
    for turn in turns[_first_after(turns, asked) :]:
        if turn.last <= asked:
            continue
        if turn.role == "customer" and (turn.substantive or _MASKED_TURN.search(turn.text)):
            (parts if answering else later).append(_from(turn, asked + 1))
            if len(later) == LATER_TURNS:
                break
        elif turn.role == "agent" and turn.substantive and parts and turn.first > asked:
            if turn.number in asking:
                break
            answering = answering and (_echoes(turn) or _is_wait(parts[-1]))
    return Answer(_joined(parts), tuple(later)) if parts else None


def _first_after(turns: tuple[SpeakingTurn, ...], asked: int) -> int:
    """From which speaking turn on one may go on after an original turn.

    Only the last one that says something may, and what is thrown in while it does comes behind it.
    """
    at = bisect_right(turns, asked, key=attrgetter("first"))
    while at and not turns[at - 1].substantive:
        at -= 1
    return max(0, at - 1)


def _echoes(turn: SpeakingTurn) -> bool:
    return _ECHO.fullmatch(turn.text) is not None


def _is_wait(turn: SpeakingTurn) -> bool:
    return len(turn.text) <= _LONGEST_WAIT and _WAIT.search(turn.text) is not None


def _from(turn: SpeakingTurn, first: int) -> SpeakingTurn:
    """A speaking turn without the original turns before ``first``."""
    if turn.first >= first:
        return turn
    kept = tuple(piece for piece in turn.pieces if piece.turn >= first)
    gone = kept[0].offset
    return turn._replace(pieces=tuple(_shifted(kept, -gone)), text=turn.text[gone:])


def _joined(parts: list[SpeakingTurn]) -> SpeakingTurn:
    """Several speaking turns as one; full stops inside a number are no ends of a sentence."""
    text = ""
    pieces: list[Piece] = []
    for part in parts:
        if text and text[-1] not in BOUNDARIES:
            text += SOFT
        pieces += _shifted(part.pieces, len(text))
        text += part.text
    return parts[0]._replace(pieces=tuple(pieces), text=_DIGIT_CUT.sub(SOFT, text))


def _shifted(pieces: tuple[Piece, ...], by: int) -> Iterator[Piece]:
    return (piece._replace(offset=piece.offset + by) for piece in pieces)
