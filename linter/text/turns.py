"""Speaking turns: what one side says until the other side says something.

A recogniser cuts a breath in two, and a listener says 嗯 in between. A *speaking turn* joins
adjacent turns of one speaker; it is *substantive* when it says something. Back-channels of the
other side do not end a speaking turn. Windows and positions count substantive speaking turns.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from linter.model import Call, Role
from linter.text.normal import BOUNDARIES, SOFT, Normal, normalise

# Only sounds of listening: an answer such as 没有 or 不是 says something.
# No sound is the beginning of two others in a row: nothing here can be read in two ways.
_BACK_CHANNEL = re.compile(
    r"(?:嗯|唔|啊|哦|噢|喔|诶|欸|唉|哎|呃|额|喂|对的?|是[的吧]?|行|好[的吧嘞]?|"
    r"这样|明白|知道了|了解|ok|哈|呵)+"
)
# What an export puts in place of a number, a name ... says what was said there.
_MASKED = "数字|电话|手机|号码|订单|身份证|姓名|地址|金额|日期|时间|站点|邮箱|链接|组织"
# Chat exports write an emoji as a code or a bracketed name.
_EMOJI_CODE = re.compile(
    rf"#e-[a-z](?:\[数字x?\]|\d*)|\[(?!{_MASKED})[^\[\]]{{1,6}}\](?=[，。！？]?(?:$|\[))|&nbsp，?"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One original turn inside a speaking turn.

    ``offset`` is where its matching form begins in the speaking turn's text.
    """

    turn: int
    normal: Normal
    offset: int


@dataclass(frozen=True, slots=True)
class SpeakingTurn:
    """Adjacent turns of one speaker, matched as one text.

    :ivar number: its place among the call's speaking turns.
    :ivar text: the joined matching forms; a cut between two turns is a soft boundary.
    :ivar substantive: whether it says more than fillers and back-channels.
    """

    number: int
    role: Role
    speaker: str
    pieces: tuple[Piece, ...]
    text: str
    substantive: bool

    @property
    def first(self) -> int:
        """The first original turn."""
        return self.pieces[0].turn

    @property
    def last(self) -> int:
        """The last original turn."""
        return self.pieces[-1].turn

    def locate(self, start: int, end: int) -> tuple[int, int, int]:
        """The original ``(turn, start, end)`` of a span of :attr:`text`.

        A span that runs over a cut is quoted up to the cut.
        """
        piece = self.pieces[bisect_right(self.pieces, start, key=lambda p: p.offset) - 1]
        size = len(piece.normal.text)
        inner = min(start - piece.offset, size)
        return piece.turn, *piece.normal.original(inner, min(end - piece.offset, size))

    def quotes(self, start: int, end: int) -> bool:
        """Whether any of a span of :attr:`text` stood between quotation marks."""
        return any(
            piece.offset + a < end and start < piece.offset + b
            for piece in self.pieces
            for a, b in piece.normal.quoted
        )


def is_substantive(normal: Normal) -> bool:
    """Whether a matching form says anything beyond fillers, back-channels and emoji."""
    words = "".join(char for char in _EMOJI_CODE.sub("", normal.text) if char.isalnum())
    return bool(words) and not _BACK_CHANNEL.fullmatch(words)


def speaking_turns(call: Call) -> tuple[SpeakingTurn, ...]:
    """The call's speaking turns in order; every original turn is in exactly one.

    A turn that is not substantive neither ends the other side's speaking turn nor joins it: it
    stands as a speaking turn of its own, numbered where it was said. So does a line of the
    system. A bot's line stands alone too, but what it says is an answer and ends the turn before.
    """
    groups: list[list[tuple[int, Normal]]] = []
    open_group: list[tuple[int, Normal]] | None = None
    for index, turn in enumerate(call.turns):
        normal = normalise(turn.text)
        if turn.role == "system" or not is_substantive(normal):
            groups.append([(index, normal)])
            continue
        if turn.role == "bot":
            groups.append([(index, normal)])
            open_group = None
            continue
        if open_group is not None and _same_speaker(call, open_group[0][0], index):
            open_group.append((index, normal))
        else:
            open_group = [(index, normal)]
            groups.append(open_group)
    return tuple(_join(call, number, group) for number, group in enumerate(groups))


def _same_speaker(call: Call, left: int, right: int) -> bool:
    # The lines of a script library are said in different calls.
    a, b = call.turns[left], call.turns[right]
    return call.kind != "script" and a.role == b.role and a.speaker == b.speaker


def _join(call: Call, number: int, group: list[tuple[int, Normal]]) -> SpeakingTurn:
    pieces: list[Piece] = []
    text = ""
    for index, normal in group:
        if text and text[-1] not in BOUNDARIES:
            text += SOFT
        pieces.append(Piece(index, normal, len(text)))
        text += normal.text
    turn = call.turns[group[0][0]]
    substantive = turn.role not in ("system", "bot") and is_substantive(group[0][1])
    return SpeakingTurn(number, turn.role, turn.speaker, tuple(pieces), text, substantive)
