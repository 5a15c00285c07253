"""Speaking turns, turn after turn."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.model import Call, Role

from .normal import SOFT, STOPS, Normal, normalise

_BACK_CHANNEL = re.compile(
    r"(?:嗯|唔|啊|哦|噢|喔|诶|欸|唉|哎|呃|额|喂|对的?|是[的吧]?|行|好[的吧嘞]?|"
    r"这样|明白|知道了|了解|ok|哈|呵)+"
)
_MASKED = "数字|电话|手机|号码|订单|身份证|姓名|地址|金额|日期|时间|站点|邮箱|链接|组织"
_EMOJI_CODE = re.compile(
    rf"#e-[a-z](?:\[数字x?\]|\d*)|\[(?!{_MASKED})[^\[\]]{{1,6}}\](?=[，。！？]?(?:$|\[))|&nbsp，?"
)


@dataclass(frozen=True)
class Piece:
    """One original turn, and where its matching form begins in the speaking turn's text."""

    turn: int
    normal: Normal
    offset: int


@dataclass(frozen=True)
class SpeakingTurn:
    """Adjacent turns of one speaker."""

    number: int
    role: Role
    speaker: str
    pieces: tuple[Piece, ...]
    text: str
    substantive: bool

    @property
    def first(self) -> int:
        return self.pieces[0].turn

    @property
    def last(self) -> int:
        return self.pieces[-1].turn

    def locate(self, start: int, end: int) -> tuple[int, int, int]:
        """The original turn and span; what runs over a cut is quoted up to the cut."""
        piece = next(piece for piece in reversed(self.pieces) if piece.offset <= start)
        size = len(piece.normal.text)
        first, last = min(start - piece.offset, size), min(end - piece.offset, size)
        return piece.turn, *piece.normal.original(first, last)

    def quotes(self, start: int, end: int) -> int:
        quoted = {
            piece.offset + at
            for piece in self.pieces
            for a, b in piece.normal.quoted
            for at in range(a, b)
        }
        return len(quoted.intersection(range(start, end)))


def is_substantive(text: str) -> bool:
    words = "".join(char for char in _EMOJI_CODE.sub("", text) if char.isalnum())
    return bool(words) and not _BACK_CHANNEL.fullmatch(words)


def speaking_turns(call: Call) -> tuple[SpeakingTurn, ...]:
    groups: list[list[tuple[int, Normal]]] = []
    going_on: list[tuple[int, Normal]] | None = None
    for index, turn in enumerate(call.turns):
        normal = normalise(turn.text)
        if turn.role == "system" or not is_substantive(normal.text):
            groups.append([(index, normal)])
        elif turn.role == "bot":
            groups.append([(index, normal)])
            going_on = None
        elif going_on is not None and _same_speaker(call, going_on[0][0], index):
            going_on.append((index, normal))
        else:
            going_on = [(index, normal)]
            groups.append(going_on)
    return tuple(_joined(call, number, group) for number, group in enumerate(groups))


def _same_speaker(call: Call, left: int, right: int) -> bool:
    a, b = call.turns[left], call.turns[right]
    return call.kind != "script" and (a.role, a.speaker) == (b.role, b.speaker)


def _joined(call: Call, number: int, group: list[tuple[int, Normal]]) -> SpeakingTurn:
    pieces: list[Piece] = []
    text = ""
    for index, normal in group:
        if text and text[-1] not in STOPS:
            text += SOFT
        pieces.append(Piece(index, normal, len(text)))
        text += normal.text
    turn = call.turns[group[0][0]]
    substantive = turn.role not in ("system", "bot") and is_substantive(group[0][1].text)
    return SpeakingTurn(number, turn.role, turn.speaker, tuple(pieces), text, substantive)
