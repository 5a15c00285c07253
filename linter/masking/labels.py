"""Words that say what a number is."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from linter import lazy
from linter.masking.label_words import GROUPS, OTHER
from linter.masking.mentions import Kind
from linter.masking.plain import DIGITS

Group = Kind | Literal["none", "tail"]
"""A kind; ``none`` for what tells of nobody, ``tail`` for the last digits of something."""

_LABELS = lazy.pattern("|".join(f"(?P<{group}>{words})" for group, words in GROUPS))
_OTHER = lazy.pattern(OTHER)
_REMEMBERED = 512
_FAR, _NEAR = 18, 8
"""How far before and after a number (code points) a word may stand that says what it is."""
_BESIDE = 6
_LIST = 48
"""How far back the number before in a list may begin."""
VAGUE = frozenset(
    [
        "账户",
        "帐户",
        "编号",
        "id",
        "转",
        "拨打",
        "拨",
        "呼叫",
        "回拨",
        "致电",
        "传真",
        "同号",
        "电表",
        "水表",
        "燃气表",
        "表号",
        "包裹",
        "昵称",
    ]
)
"""Labels that are said of many things: they mean only a number right behind them."""
_STOPS = lazy.pattern(r"[。！!？?；;\n]")
_LISTED = lazy.pattern(
    rf"(?<![a-z0-9{DIGITS}])(?P<other>[a-z0-9{DIGITS}][a-z0-9{DIGITS} \-]{{3,23}})"
    r"[,，、;；和或 ]{1,2}"
    r"(?:然后|还有|现在|后来|改成)?(?:新|旧|老|原来|现在|以前|之前|后面|另外?一?个?|第[二三]个|换)"
    r"(?:的|那个|这个|办的|换的)?(?:号码?|本)?(?:就?是|为|[:：])?\s?$"
)
"""What comes between two numbers of one kind: 旧的是 A，新的是 B."""


class Label(NamedTuple):
    """A word that says what a number is: ``text[start:end]``."""

    start: int
    end: int
    group: Group

    @property
    def kind(self) -> Kind | None:
        """The kind it says; ``None`` for what tells of nobody, and for the end of a number."""
        return None if self.group in ("none", "tail") else cast(Kind, self.group)


@lru_cache(maxsize=_REMEMBERED)
def labels(text: str) -> tuple[Label, ...]:
    """All such words of a plain text, in order."""
    found = [Label(*match.span(), cast(Group, match.lastgroup)) for match in _LABELS.finditer(text)]
    if "号" not in text:
        return tuple(found)
    taken = {label.end for label in found} | {label.end - 1 for label in found}
    others = (match.span() for match in _OTHER.finditer(text))
    found += (
        Label(start - 1, end, "other_id") for start, end in others if not {start + 1, end} & taken
    )
    return tuple(sorted(found))


class Labels:
    """The labels of a text, to be asked which one is a number's.

    :param text: plain.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.all = labels(text)
        self._starts = [label.start for label in self.all]

    def of(self, start: int, end: int, *, far: int = _FAR) -> Label | None:
        """What the nearest word before a number, else right after it, says it is."""
        if listed := _LISTED.search(self._text, max(0, start - _LIST), start):
            return self.of(*listed.span("other"), far=far)
        at = bisect_left(self._starts, start)
        if at < len(self.all) and self._is_kind_of_thing(self.all[at], end):
            return self.all[at]
        if at:
            last = self.all[at - 1]
            if self._is_told_before(last, start, far):
                return last
        if at < len(self.all):
            following = self.all[at]
            between = self._text[end : following.start]
            if len(between) <= _NEAR and self._is_told_after(between):
                return following
        return None

    def _is_kind_of_thing(self, label: Label, end: int) -> bool:
        """Whether what stands right behind says that it is nobody's: SF-3000 型号的."""
        behind = self._text[end : label.start]
        return (
            label.group == "none" and not behind.strip() and self._text[label.start] in "型款版货"
        )

    def _is_told_before(self, label: Label, start: int, far: int) -> bool:
        """Whether nothing comes between a word and the number it tells of."""
        between = self._text[label.end : start]
        if self._text[label.start : label.end] in VAGUE:
            return len(between) <= _BESIDE and _LINKED.fullmatch(between) is not None
        return len(between) <= far and not _STOPS.search(between.strip("？?。 \n"))

    @staticmethod
    def _is_told_after(between: str) -> bool:
        """这个号码, 是我的手机号, (订单号)."""
        return _AFTER.fullmatch(between) is not None


_LINKED = lazy.pattern(r"[\s:：,，]*(?:号码?)?(?:就?[是为系叫]|[:：]|[到给]|一下|[这那]个|\s){0,4}")
"""What may stand between a word that is said of many things, and its number."""
_AFTER = lazy.pattern(
    r"[,，、\s(（]{0,2}(?:这个|那个|这是|是|就是|这)?(?:我|他|她|您|你|本人|家里?"
    r"|公司|新|旧|老|原来)?(?:的|那个)?"
)
