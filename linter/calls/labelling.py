"""How the speakers of one text are labelled: by roles, by letters, by names.

By roles (``坐席：``) whenever one line is; then a customer's full name behind a role word
(``客户王芳：``) is a label too, where it begins two lines. Otherwise ``A：`` and ``B：`` are agent
and customer when both occur, and short words before a colon (``张三：``) are names when at least
two of them begin two lines or more each, and together four in five of the lines that begin with
such a word; what role they have, nobody knows. Meeting recorders (飞书妙记, 通义听悟, 讯飞听见)
write the name and the time alone on a line, ``发言人2 00:13``, and the words below it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from linter import lazy
from linter.calls.fields import CALL_FIELDS, fold
from linter.calls.labels import Label, letter_of, parse_label
from linter.calls.roles import RoleWords, Speaker, parse_full_name
from linter.calls.times import STAMP
from linter.frozen import dataclass

Way = Literal["roles", "letters", "names", "heads"]

_NAME = lazy.pattern(r"[\w·\- ]{1,12}")
_HEAD = lazy.pattern(
    r"[\s\u200b\ufeff]*+(?P<name>[^:：\[\](（）)]{1,40}?)(?:\s+|\s*(?=[\[(（]))"
    rf"[\[(（]?(?P<start>{STAMP})[\])）]?\s*"
)
_NO_NAMES = frozenset(
    (
        *("时间", "日期", "内容", "文本", "备注", "话术", "电话", "地址", "姓名", "主题", "标题"),
        *("摘要", "关键词", "结论", "注意", "说明", "例如", "http", "https", "text", "role"),
        *("time", "date", "title", "note"),
    )
)
_SPEAKERS = 2
_LINES_EACH = 2
_SHARE = 0.8


class Names(RoleWords):
    """Words that are names, in the place of role words.

    :param known: the names; anything that looks like one when ``None``.
    """

    __slots__ = ("_known",)

    def __init__(self, known: frozenset[str] | None = None) -> None:
        super().__init__()
        self._known = known

    def parse(self, word: str) -> Speaker | None:
        """Read a name; ``None`` when it is none."""
        name = name_in(word)
        if not name or (self._known is not None and name not in self._known):
            return None
        return Speaker("unknown", name)


class _FullNames(RoleWords):
    """Role words with full names, in the place of role words."""

    __slots__ = ()

    def parse(self, word: str) -> Speaker | None:
        return parse_full_name(word)


class _Called(RoleWords):
    """Role words, and besides customers who are called by their full names.

    :param words: the role words in force.
    :param called: 客户王芳, and so on.
    """

    __slots__ = ("_called", "_words")

    def __init__(self, words: RoleWords, called: frozenset[str]) -> None:
        super().__init__()
        self.initials = words.initials
        self._words = words
        self._called = called

    def parse(self, word: str) -> Speaker | None:
        if found := self._words.parse(word):
            return found
        return parse_full_name(word) if word.strip() in self._called else None


@dataclass(frozen=True, slots=True)
class Labelling:
    """How one text is labelled.

    :ivar way: which of the ways it is; ``roles`` too when nothing is labelled.
    :ivar words: the words that are labels.
    """

    way: Way
    words: RoleWords
    heads: frozenset[str] = frozenset()

    def parse(self, line: str) -> Label | None:
        """Read the label of a line; ``None`` when it continues what is above it."""
        if self.way == "heads":
            return self._head(line)
        label = parse_label(line, letters=self.way == "letters", words=self.words)
        return label if label and (self.way != "names" or not is_clock(line, label)) else None

    def _head(self, line: str) -> Label | None:
        found = _HEAD.fullmatch(line)
        name = found["name"].strip() if found else ""
        if found is None or name not in self.heads:
            return None
        who = self.words.parse(name) or Speaker("unknown", name)
        return Label(who.role, who.speaker, len(line), found["start"])


def labelling_of(lines: Sequence[str], words: RoleWords) -> Labelling:
    """Find out how a text is labelled.

    :param lines: all its lines.
    :param words: the role words in force.
    """
    heads = _heads(lines, words)
    headed = [_head_name(line) in heads for line in lines] if heads else [False] * len(lines)
    # 客服 00:13 could be a label too: that of 客服 00, who says 13.
    others = (line for line, is_head in zip(lines, headed, strict=True) if not is_head)
    labelled = (line for line in others if parse_label(line, words=words))
    if heads and sum(headed) > sum(1 for _ in labelled):
        return Labelling("heads", words, heads)
    if any(parse_label(line, words=words) for line in lines):
        called = _full_names(lines)
        return Labelling("roles", _Called(words, called) if called else words)
    if {"A", "B"} <= {letter_of(line) for line in lines}:
        # Where somebody is called by a role, letters number the choices that are read out.
        return Labelling("letters", words)
    if names := _names(lines):
        return Labelling("names", Names(names))
    return Labelling("roles", words)


def name_in(word: str) -> str:
    """The name that a short word before a colon may be, or nothing."""
    name = word.strip()
    folded = fold(name)
    if not _NAME.fullmatch(name) or folded in CALL_FIELDS or folded in _NO_NAMES:
        return ""
    return name if any(map(str.isalpha, unicodedata.normalize("NFKC", name))) else ""


def _names(lines: Iterable[str]) -> frozenset[str]:
    anybody = Names()
    labels = ((line, parse_label(line, words=anybody)) for line in lines)
    begun = Counter(label.speaker for line, label in labels if label and not is_clock(line, label))
    names = frozenset(name for name, count in begun.items() if count >= _LINES_EACH)
    said = sum(begun[name] for name in names)
    return names if len(names) >= _SPEAKERS and said >= _SHARE * begun.total() else frozenset()


def _full_names(lines: Iterable[str]) -> frozenset[str]:
    words = _FullNames()
    labels = (parse_label(line, words=words) for line in lines)
    begun = Counter(label.speaker for label in labels if label)
    return frozenset(name for name, count in begun.items() if count >= _LINES_EACH)


def is_clock(line: str, label: Label) -> bool:
    """Whether what looks like a name is the first half of a time: 下午3:00."""
    around = label.speaker[-1:], line[label.begin - 1], line[label.begin : label.begin + 1]
    return around[0].isdigit() and around[1] == ":" and around[2].isdigit()


def _head_name(line: str) -> str:
    end = line.rstrip()[-1:]
    found = _HEAD.fullmatch(line) if end.isdigit() or (end and end in "])）") else None
    return found["name"].strip() if found else ""


def _heads(lines: Sequence[str], words: RoleWords) -> frozenset[str]:
    """The names that stand with a time alone on a line, if that is how the text is labelled.

    ``那就约 08:30`` looks the same; but it neither names a role, nor does it occur again, nor
    does it stand below a blank line.
    """
    below_blank: Counter[str] = Counter()
    begun: Counter[str] = Counter()
    blank = True
    for line in lines:
        if name := _head_name(line):
            begun[name] += 1
            below_blank[name] += blank
        blank = not line.strip()
    heads = frozenset(
        name
        for name, count in begun.items()
        if words.parse(name)
        or (name_in(name) and (count >= _LINES_EACH or below_blank[name] == count))
    )
    return heads if sum(begun[name] for name in heads) >= _LINES_EACH else frozenset()
