"""Names among words: which characters at a place can be somebody's name, and how surely."""

from __future__ import annotations

from typing import Literal

from linter import lazy
from linter.masking.plain import TITLES
from linter.masking.surnames import DOUBLE, GIVEN, NOT_NAMES, SINGLE, WEAK
from linter.masking.tokens import Tokens

Level = Literal["said", "kin", "is", "bare"]
"""How much the words around speak for a name: they say that one comes; somebody comes who has one,
or may have one; nothing."""

FUNCTION = frozenset(
    "的了吗呢吧啊哦呀嘛哈么是我您你他她它在有请不没就也都为这那要给跟与及或但因把被让从对先女哎诶喂说打问该吗什怎哪谁几到去来还又再才只号个，说叫姓个们地得着过其此很太更并且则所以与上下里外后"
)
_FOLLOWING = lazy.pattern(
    r"先生|女士|小姐|老师|师傅|经理|同学|电话|手机|号码|身份证|本人|收件|收货|地址"
    r"|住址|住在|住|工号|为您|很高兴|高兴|现在|这个|这边|那个|那边|订单|签收|名字"
    r"|户名|的|是|在|吗|吧|对|您|你|我|他|她"
    r"|请|和|跟|也|就|都|说|要|想|打|给|有|没|不|今年|年龄|女|男|开户|账户|卡号|今天"
    r"|昨天|明天|刚|已|帮|来|去|到|弓长|立早|木子|耳东|反映|反应|投诉|预约|挂|患者"
    r"|办|接|替|负责|上门|联系|收|啊|呀|呢|哈|了|嘛|哦|家|这|那"
)
HAS_GIVEN = lazy.pattern(
    r"有[福财才德志亮根富贵林国生成良信义田金利容康为珍芳兰花]|来[福喜财弟娣生顺宝发旺]"
)
"""Given names that begin like what somebody has."""
_TITLE = lazy.pattern(TITLES)
_OF_PLACES = "路街镇村区市县店厂乡桥站"
HARDLY = frozenset("和那时应向关于连管计盖")
"""Surnames that are nearly always the word they are."""
_NO_NAME_TAGS = ("v", "d", "p", "c", "r", "m", "q", "t", "u", "y", "f", "l", "o", "e")

_IN_NAMES_TOO = "先来得之以与和为上"


def _is_given(first: str, is_end: bool) -> bool:
    """Whether a given name has one of the words of grammar in it: 先锋, 得志."""
    if len(first) != 2 or not is_end:
        return False
    return (first[0] in _IN_NAMES_TOO and first[1] in GIVEN) or (
        first[1] in "先之来" and first[0] in GIVEN
    )


def _is_of_family(first: str, level: Level) -> bool:
    """Whether 家 begins a given name: 王家豪."""
    return len(first) == 2 and first[0] == "家" and first[1] in GIVEN and level != "bare"


class Words(Tokens):
    """A plain text with its tokens, asked for names."""

    def surname(self, at: int) -> int:
        """The length of the surname that may begin at a place; 0 for none."""
        if self.text[at : at + 2] in DOUBLE:
            return 2
        return int(self.text[at : at + 1] in SINGLE)

    def ends(self, at: int) -> bool:
        """Whether a name may be over at a place, by what comes there."""
        return not self.is_han(at, at + 1) or _FOLLOWING.match(self.text, at) is not None

    def name(self, at: int, level: Level) -> int:
        """The length of the full name that begins at a place; 0 when none does."""
        size = self.surname(at)
        if not size or _TITLE.match(self.text, at + size):
            return 0
        if self.text[at : at + 3] in NOT_NAMES and not (
            level == "said" and size == 2 and self.ends(at + 4) and not self.ends(at + 3)
        ):
            return 0
        like_word = self.text[at : at + 2] in NOT_NAMES or (
            level in ("is", "bare")
            and size == 1
            and self.text[at] in WEAK
            and self.known(at, at + 2)
        )
        if like_word and not (level == "said" and self.ends(at + 3) and not self.ends(at + 2)):
            return 0
        for given in (2,) if like_word else (2, 1):
            if self._is_name(at, size, given, level):
                return size + given
        return 0

    def _is_apart_from_words(self, at: int, end: int) -> bool:
        """Whether no word of the dictionary shares a character with what is around."""
        return not any(
            self.known(start, start + size)
            for size in (2, 3)
            for start in range(at - size + 1, end)
        )

    def _is_new(self, at: int, end: int) -> bool:
        """Whether no word of the dictionary but a name is in a place, or goes over its end."""
        for start in (at, at + 1):
            stop, tag = self.tags.get(start, (0, ""))
            if stop > end or (stop - start > 1 and tag.startswith(_NO_NAME_TAGS)):
                return False
        return True

    def _is_name(self, at: int, size: int, given: int, level: Level) -> bool:
        end = at + size + given
        first = self.text[at + size : end]
        if not self.is_han(at, end):
            return False
        told = level != "bare" and (
            HAS_GIVEN.fullmatch(first) is not None
            or _is_given(first, self.is_apart(end) or level == "is")
        )
        if not told and any(char in FUNCTION for char in first):
            return False
        told = told or size == 2 or _is_of_family(first, level)
        if not told and any(_FOLLOWING.match(self.text, at + size + n) for n in range(given)):
            return False
        if size == 1 and given == 2 and first[-1] == self.text[at] and self.text[at] in WEAK:
            # 边开边 is no name.
            return False
        tag = self.tags[at][1] if at in self.tags and self.tags[at][0] == end else None
        if tag and tag.startswith("ns") and self.is_han(end, end + 1):
            return False
        if tag and tag.startswith(_NO_NAME_TAGS) and not (level == "said" and len(first) == 2):
            return False
        if level == "said" and self.text[at] not in HARDLY:
            is_surely = self.text[at] not in WEAK or size == 2
            return self.ends(end) or end in self.edges or (given == 1 and is_surely)
        if level != "said" and first[-1] in _OF_PLACES:
            return False
        if self.text[at] in HARDLY and not (level in ("said", "kin") and self.is_apart(end)):
            return False
        usual = sum(char in GIVEN for char in first)
        if level == "kin" and self.text[at] not in WEAK and given == 2 and self._is_new(at, end):
            return self.ends(end) or end in self.edges
        if level == "kin":
            if usual == given == 2 and end in self.edges and not self.known(at, at + 2):
                return True
            level = "is"
        if level == "is":
            return bool(usual or size == 2) and (
                self.ends(end) or (at in self.edges and end in self.edges)
            )
        if first == self.text[at] or self.text[at] in WEAK:
            return False
        if size == 1 and given == 2 and self.known(at, at + 2):
            # 杜鹃花: a word goes on.
            return False
        if at not in self.edges or end not in self.edges:
            return given == 2 and usual == 2 and self._is_apart_from_words(at, end)
        if tag is None and given == 2:
            return usual == 2 and self.ends(end)
        if given == 1 and not (self.is_edge(at - 1) and self.is_edge(end)):
            return False
        return usual == given and not (tag and not tag.startswith("nr"))
