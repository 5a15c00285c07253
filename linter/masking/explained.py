"""The characters of a name, told by words they are in or by what they are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from linter import lazy
from linter.masking.mentions import Mention
from linter.masking.surnames import SINGLE
from linter.masking.words import FUNCTION, Words

EXPLAINED = "说的是姓名用的字"
"""Why what tells of a character is one."""
_SPELLED = lazy.pattern(
    "弓长张|立早章|木子李|耳东陈|双口吕|古月胡|口天吴|言午许|草头黄|三横王|三横一竖王"
    "|双人徐|双木林|走肖赵|人可何|美女姜|干钩于|干勾于|走之郭|文刀刘|卯金刀刘|土口吉"
    "|草肃萧|日月明|口木呆|十八子李|大肚黄|禾呈程|禾木程|女又奴|月半胖|非衣裴|木易杨|关耳郑"
)
_MADE_OF = lazy.pattern(
    r"(?P<side>[三两]点水|(?:立心|竖心|单人|双人|提手|绞丝|草字|竹字|雨字|宝盖|[女木金言王火石月目日虫足山土米衣示禾]字|禾木)[旁头])"
    r"(?:旁|的|那个|右边|左边|再?加上?一?个?|一个|底下|下面){0,3}(?P<char>[\u4e00-\u9fff])"
)
"""三点水加个王: the part, and what stands beside it."""
_NO_PART = frozenset("那这的了个是吧啊吗就我你他她对嗯呢有没和")
_TOLD = lazy.pattern(r"的(?:那个|这个)?(?P<char>[\u4e00-\u9fff])")
_SIZES = (2, 3, 4)
_NEVER_TOLD = FUNCTION | frozenset("话好真行样时候人事会能年月天妈爸爷奶哥姐弟妹")
"""What ends 电话的话 and 真的真."""
_CUE = lazy.pattern("姓|名|叫|哪个字|什么字|字是|写")
_FAR = 12
"""How far two such words may stand apart (code points)."""
_FIRM = lazy.pattern("证券|公司|银行|集团|有限|大厦|大街|路|小区|村|店|牌子|品牌")
_PARTS = lazy.pattern(
    r"(?<![\u4e00-\u9fff])(?:就?是)?((?!哪个|什么|就是|还是|不是|我姓|他姓|免贵|对的|[小老大阿我您你姓叫是])[\u4e00-\u9fff]{2})([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_WHICH = lazy.pattern(r"(?:哪个|什么|是不是|是)([\u4e00-\u9fff])[?？]")


class _Told(NamedTuple):
    """大海的海: ``text[start:end]`` tells of ``char``."""

    start: int
    end: int
    char: str


def explained_names(words: Words) -> Iterator[Mention]:
    """弓长张, 三点水加个王; and 永远的永, 昌盛的昌: nobody says that of anything but a name."""
    text = words.text
    for match in _SPELLED.finditer(text):
        end = match.end()
        yield _mention(text, match.start(), end + 2 * _is_told_again(text, end))
    for match in _MADE_OF.finditer(text):
        if match["char"] in _NO_PART:
            continue
        yield _mention(text, *match.span())
        at = match.start() - 1
        if text[max(0, at - 1) : at] in ("是", "姓", "叫") and text[at] in SINGLE:
            yield Mention("name", at, at + 1, "后面说的是这个姓怎么写", f"姓{text[at]}")
    yield from _told_alone(words)


def _is_told_again(text: str, end: int) -> bool:
    return text[end : end + 1] == "的" and text[end + 1 : end + 2] == text[end - 1]


def _mention(text: str, start: int, end: int) -> Mention:
    return Mention("name", start, end, EXPLAINED, text[start:end])


def _told_alone(words: Words) -> Iterator[Mention]:
    """Where a word of names comes, or several are told one after the other."""
    text = words.text
    found = [
        told
        for told in _told(text, words)
        if told.char not in _NEVER_TOLD and not _goes_on(text, told)
    ]
    near = {one for a, b in pairwise(found) if b.start - a.end < _FAR for one in (a, b)}
    for told in found:
        twice = text[told.start - 1 : told.start] == told.char
        if twice:
            yield Mention("name", told.start - 1, told.start, EXPLAINED, told.char)
        if twice or told in near or _CUE.search(text, 0, told.start):
            yield _mention(text, told.start, told.end)


def _goes_on(text: str, told: _Told) -> bool:
    """Whether the same word begins again, 银行的银行卡; or it is a firm that is told of."""
    again = text[told.start : told.start + 2] == text[told.end - 1 : told.end + 1]
    return again or _FIRM.search(text, max(0, told.start - _FAR), told.start) is not None


def _told(text: str, words: Words | None = None) -> Iterator[_Told]:
    """The words that a character is told by: the shortest before 的 that it is in.

    :param words: the text's, where it must be one of the dictionary.
    """
    for match in _TOLD.finditer(text):
        end, char = match.start(), match["char"]
        for size in _SIZES:
            if size > end or char not in text[end - size : end]:
                continue
            if words is None or words.is_listed(end - size, end):
                yield _Told(end - size, match.end(), char)
                break


def told_by(text: str, at: int) -> bool:
    """Whether a character is told at a place by a word it is in: 窦长江的窦."""
    return any(told.start == at for told in _told(text))


def explained_again(text: str, characters: Collection[str]) -> Iterator[Mention]:
    """大海的海, 非衣裴, 哪个裴: where the name is known.

    :param characters: of all names.
    """
    for told in _told(text):
        if told.char in characters:
            yield _mention(text, told.start, told.end)
    for match in _PARTS.finditer(text):
        if match[2] in characters and match[2] not in match[1]:
            yield _mention(text, match.start(1), match.end())
    for match in _WHICH.finditer(text):
        if match[1] in characters:
            yield Mention("name", *match.span(1), "问的是姓名用的字", f"姓{match[1]}")
