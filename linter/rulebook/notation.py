"""The pattern notation of rule files, parsed into a small tree.

========================  ==================================================================
``抱歉``                  these characters
``(a|b)``                 either; ``(a|)`` optional
``…`` ``…12``             up to 8 (12) characters inside the clause
``……`` ``……20``           up to 12 (20) characters that may cross commas and spaces
``<类>``                  a word of the class
``<信息 as 项>``          a word of the class; the slot 项 gets the name of its group
``<数字 7+>``             a whole number of at least 7 digits, spoken or written, masked or not
``<词性 nr>``             one of jieba's tokens whose part of speech begins with nr
``「滚」``                as words of their own: both ends are edges of jieba's tokens
``^`` ``$``               at the beginning, the end of a clause
``^^`` ``$$``             at the beginning, the end of the speaking turn
``(前无 a|b)``            none of these right before
``(后无 a|b)``            none of these right after
========================  ==================================================================

Characters are folded as transcripts are, so a pattern may be written in any width or script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter.frozen import dataclass
from linter.text.dialect import standard
from linter.text.fold import fold
from linter.text.normal import SOFT, misplaced, normalise

DEFAULT_GAP = 8
DEFAULT_WIDE_GAP = 12
MAX_GAP = 40
MAX_DIGITS = 40
"""The longest number that ``<数字 n+>`` looks at; also the greatest ``n``."""
MAX_DEPTH = 16
"""How many brackets may stand inside each other."""


class NotationError(ValueError):
    """A pattern that cannot be read.

    :param message: what is wrong and what to write.
    :param at: 0-based offset in the pattern.
    """

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


@dataclass(frozen=True, slots=True)
class Literal:
    """These characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Either:
    """One of the options."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``size`` characters; ``wide`` ones may cross soft boundaries."""

    size: int
    wide: bool


@dataclass(frozen=True, slots=True)
class ClassRef:
    """A word of a class; its group is captured as ``slot`` when that is not empty."""

    name: str
    slot: str
    at: int


@dataclass(frozen=True, slots=True)
class Digits:
    """A number of at least ``least`` digits."""

    least: int


@dataclass(frozen=True, slots=True)
class PartOfSpeech:
    """A token whose part of speech in jieba's dictionary begins with ``tag``."""

    tag: str


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression; stands alone, never inside another pattern."""

    expression: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """``^`` or ``$`` (clause), ``^^`` or ``$$`` (turn)."""

    kind: str


@dataclass(frozen=True, slots=True)
class Words:
    """The inner pattern, with both ends on token edges."""

    inner: Node


@dataclass(frozen=True, slots=True)
class Not:
    """Nothing of ``inner`` right before (``behind``) or right after this place."""

    inner: Node
    behind: bool


Node = (
    Literal
    | Either
    | Sequence
    | Gap
    | ClassRef
    | Digits
    | PartOfSpeech
    | Regex
    | Anchor
    | Words
    | Not
)

_NEGATIVE = re.compile(r"\((前无|后无)[ 　]+")
_CLASS = re.compile(r"<([^<>]*)>")
_DIGITS = re.compile(r"(\d+)\+")
_TAG = re.compile(r"[a-z]{1,4}")
_GAP = re.compile(r"(……|…)(\d*)")
_BETWEEN_WORDS = re.compile(r"(?<=[a-z0-9])\s+(?=[a-z0-9])")
_SPECIAL = "()|<>…「」^$"
_ELSE = "\ue000"
"""A character that is in no phrase: with it on both sides no phrase is a whole clause."""
_FALSE_FRIENDS = {
    "（": "写半角 (",
    "）": "写半角 )",
    "｜": "写半角 |",
    "，": "几个短语之间用半角逗号加空格隔开；短语内部跨逗号写 ……",
    "、": "几个短语之间用半角逗号加空格隔开；短语内部跨停顿写 ……",
    "。": "短语里不写句号；两句分别写成两个短语",
    "＜": "写半角 <",
    "＞": "写半角 >",
    "《": "词类写半角 <类名>",
    "》": "词类写半角 <类名>",
    "？": "可有可无写 (吗|)；句末写 $",
    "?": "可有可无写 (吗|)；句末写 $",
    "*": "任意几个字写 …",
    "！": "短语里不写标点；句末写 $",
    "!": "短语里不写标点；句末写 $",
    "；": "短语里不写分号；两句分别写成两个短语",
    ";": "短语里不写分号；两句分别写成两个短语",
    "【": "整词写 「」",
    "】": "整词写 「」",
    "[": "二选一写 (a|b)；整词写 「」",
    "]": "二选一写 (a|b)；整词写 「」",
}


@lru_cache(maxsize=8192)
def parse(text: str) -> Node:
    """Read one pattern; the same again costs nothing, as when rules are put together anew.

    :raises NotationError: with the offset in ``text`` and what to write instead.
    """
    if not text.strip():
        raise NotationError("空的短语", 0)
    return _Reader(text).alternatives(closing="")


def classes_in(node: Node) -> Iterator[ClassRef]:
    """The classes a pattern refers to, in order."""
    match node:
        case ClassRef():
            yield node
        case Either(children) | Sequence(children):
            for child in children:
                yield from classes_in(child)
        case Words(inner) | Not(inner, _):
            yield from classes_in(inner)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text.rstrip()
        self.at = len(text) - len(text.lstrip())
        self.depth = 0

    def alternatives(self, closing: str) -> Node:
        options = [self.sequence(closing)]
        while self.peek() == "|":
            if not closing:
                raise NotationError("| 要放在括号里：(a|b)", self.at)
            self.at += 1
            options.append(self.sequence(closing))
        if closing:
            if self.peek() != closing:
                raise NotationError(f"缺少 {closing}", self.at)
            self.at += 1
        return options[0] if len(options) == 1 else Either(tuple(options))

    def sequence(self, closing: str) -> Node:
        items: list[Node] = []
        while (char := self.peek()) and char != "|" and char != closing:
            if char in ")」>":
                raise NotationError(f"多出来的 {char}", self.at)
            items.append(self.item(char))
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def item(self, char: str) -> Node:
        if negative := _NEGATIVE.match(self.text, self.at):
            return Not(self.bracketed(negative[0], ")"), behind=negative[1] == "前无")
        if char == "(":
            return self.bracketed(char, ")")
        if char == "「":
            return Words(self.bracketed(char, "」"))
        if char == "<":
            return self.class_ref()
        if char == "…":
            return self.gap()
        if char in "^$":
            kind = char * 2 if self.text.startswith(char * 2, self.at) else char
            self.at += len(kind)
            return Anchor(kind)
        return self.literal()

    def bracketed(self, opening: str, closing: str) -> Node:
        if self.depth == MAX_DEPTH:
            raise NotationError(f"括号最多套 {MAX_DEPTH} 层", self.at)
        self.at += len(opening)
        self.depth += 1
        node = self.alternatives(closing)
        self.depth -= 1
        return node

    def class_ref(self) -> Node:
        found = _CLASS.match(self.text, self.at)
        if not found:
            raise NotationError("< 没有对应的 >", self.at)
        at, self.at = self.at, found.end()
        words = found[1].split()
        if len(words) == 2 and words[0] == "数字" and (least := _DIGITS.fullmatch(words[1])):
            return Digits(_number(least[1], MAX_DIGITS, "数字写 1 到 {most} 位", at))
        if len(words) == 2 and words[0] == "词性" and _TAG.fullmatch(words[1]):
            return PartOfSpeech(words[1])
        if len(words) == 1:
            return ClassRef(words[0], "", at)
        if len(words) == 3 and words[1] == "as":
            return ClassRef(words[0], words[2], at)
        raise NotationError("词类写成 <类名>、<类名 as 槽名>、<数字 7+> 或 <词性 nr>", at)

    def gap(self) -> Node:
        found = _GAP.match(self.text, self.at)
        assert found is not None
        at, self.at = self.at, found.end()
        wide = found[1] == "……"
        if not found[2]:
            return Gap(DEFAULT_WIDE_GAP if wide else DEFAULT_GAP, wide)
        return Gap(_number(found[2], MAX_GAP, "间隔写 1 到 {most} 个字", at), wide)

    def literal(self) -> Node:
        start = self.at
        while (char := self.peek()) and char not in _SPECIAL:
            if char in _FALSE_FRIENDS:
                raise NotationError(f"短语里不能写 {char}：{_FALSE_FRIENDS[char]}", self.at)
            self.at += 1
        phrase = self.text[start : self.at]
        wrong = misplaced(phrase)
        if wrong is not None:
            hint = "转写的标点只当停顿看，短语里不写；跨停顿写 ……"
            raise NotationError(f"短语里不能写 {phrase[wrong]}：{hint}", start + wrong)
        # Between two English words there is a soft boundary, as in transcripts.
        words = "".join(_BETWEEN_WORDS.sub(SOFT, fold(phrase).text).split())
        heard = normalise(f"{_ELSE}{words}{_ELSE}").text.strip(_ELSE)
        words = standard(words)
        if heard != words:
            hint = f"写 {heard}" if heard else "不用写，它前后的字照样连得上"
            raise NotationError(f"转写里的结巴和呃、嗯会先去掉，{words} 匹配不到：{hint}", start)
        return Literal(words)

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]


def _number(digits: str, most: int, message: str, at: int) -> int:
    # Longer ones are out of range anyway, and int() refuses thousands of digits.
    number = int(digits) if len(digits) < 9 else most + 1
    if not 0 < number <= most:
        raise NotationError(message.format(most=most), at)
    return number
