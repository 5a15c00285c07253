"""Speaking turns: what one side says until the other side says something.

A recogniser cuts a breath in two, and a listener says 嗯 in between. A *speaking turn* joins
adjacent turns of one speaker; it is *substantive* when it says something. Back-channels of the
other side do not end a speaking turn. Windows and positions count substantive speaking turns.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from typing import NamedTuple

from linter.model import Call, Role
from linter.text import fold
from linter.text.forms import forms
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


_BACK_CHANNEL_CHARACTERS = "嗯唔啊哦噢喔诶欸唉哎呃额喂对的是吧行好嘞这样明白知道了解哈呵"
_EMOJI_MARKS = frozenset("#[&")
"""With what an emoji code begins."""


class Piece(NamedTuple):
    """One original turn inside a speaking turn.

    :ivar form: its matching form.
    :ivar offset: where that begins in the speaking turn's text.
    :ivar written: the turn's words as the input has them.
    """

    turn: int
    form: str
    offset: int
    written: str

    @property
    def normal(self) -> Normal:
        """The matching form with its way back to what was written."""
        return _aligned(self.written)

    @property
    def is_in_place(self) -> bool:
        """Whether each character of the form stands where it stood in what was written.

        Making a form only takes characters away, but for folding; if there are as many, it took
        none: no quotation marks either.
        """
        form, written = self.form, self.written
        return form == written or (len(form) == len(written) and fold.keeps_places(written))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original turn that the span ``[start, end)`` came from."""
        if start < end and self.is_in_place:
            return start, end
        return self.normal.original(start, end)


class SpeakingTurn(NamedTuple):
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
        piece = self.pieces[bisect_right(self.pieces, start, key=_offset) - 1]
        size = len(piece.form)
        inner = min(start - piece.offset, size)
        return piece.turn, *piece.original(inner, min(end - piece.offset, size))

    def quotes(self, start: int, end: int) -> int:
        """How much of a span of :attr:`text` stood between quotation marks, in code points."""
        quoted = {
            at
            for piece in self.pieces
            if not piece.is_in_place
            for a, b in piece.normal.quoted
            for at in range(max(piece.offset + a, start), min(piece.offset + b, end))
        }
        return len(quoted)


def is_substantive(form: str) -> bool:
    """Whether a matching form says anything beyond fillers, back-channels and emoji."""
    if _says_more().search(form) and _EMOJI_MARKS.isdisjoint(form):
        return True
    return _is_substantive(form)


@functools.lru_cache(maxsize=4096)
def _is_substantive(form: str) -> bool:
    words = "".join(char for char in _EMOJI_CODE.sub("", form) if char.isalnum())
    return bool(words) and not _BACK_CHANNEL.fullmatch(words)


@functools.cache
def _says_more() -> re.Pattern[str]:
    """An ideograph that is in no back-channel: most turns have one among their first words."""
    return re.compile(f"(?![{_BACK_CHANNEL_CHARACTERS}])[\u4e00-\u9fff]")


@functools.lru_cache(maxsize=1024)
def _aligned(text: str) -> Normal:
    return normalise(text)


def _offset(piece: Piece) -> int:
    return piece.offset


def speaking_turns(call: Call) -> tuple[SpeakingTurn, ...]:
    """The call's speaking turns in order; every original turn is in exactly one.

    A turn that is not substantive neither ends the other side's speaking turn nor joins it: it
    stands as a speaking turn of its own, numbered where it was said. So does a line of the
    system. A bot's line stands alone too, but what it says is an answer and ends the turn before.
    """
    said = forms([turn.text for turn in call.turns])
    # The lines of a script library are said in different calls.
    joins = call.kind != "script"
    groups: list[list[int]] = []
    says_something: list[bool] = []
    going_on: list[int] = []
    side: tuple[str, str] | None = None
    for index, turn in enumerate(call.turns):
        role = turn.role
        says = role != "system" and is_substantive(said[index])
        if says and side == (role, turn.speaker):
            going_on.append(index)
            continue
        group = [index]
        groups.append(group)
        says_something.append(says and role != "bot")
        if says:
            going_on = group
            side = (role, turn.speaker) if joins and role != "bot" else None
    return tuple(
        [
            _speaking_turn(call, number, group, said, says)
            for number, (group, says) in enumerate(zip(groups, says_something, strict=True))
        ]
    )


def _speaking_turn(
    call: Call, number: int, group: list[int], said: list[str], substantive: bool
) -> SpeakingTurn:
    first = call.turns[group[0]]
    text = said[group[0]]
    pieces = [Piece(group[0], text, 0, first.text)]
    if len(group) > 1:
        parts = [text]
        size = len(text)
        for index in group[1:]:
            if parts[-1] and parts[-1][-1] not in BOUNDARIES:
                parts.append(SOFT)
                size += 1
            pieces.append(Piece(index, said[index], size, call.turns[index].text))
            parts.append(said[index])
            size += len(said[index])
        text = "".join(parts)
    return SpeakingTurn(number, first.role, first.speaker, tuple(pieces), text, substantive)
