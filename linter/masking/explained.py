"""The characters of a name, told by words they are in or by what they are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from linter import lazy
from linter.masking.mentions import EXPLAINED, Mention
from linter.masking.surnames import SINGLE
from linter.masking.words import FUNCTION, Words

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
    """大海的海: ``text[start:end]`` tells of ``char``, by the word ``text[start:behind]``."""

    start: int
    behind: int
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
    found = [told for told in _told(text) if _is_of_name(text, told)]
    near = {one for a, b in pairwise(found) if b.start - a.end < _FAR for one in (a, b)}
    for told in found:
        is_word = words.is_listed(told.start, told.behind)
        twice = text[told.start - 1 : told.start] == told.char
        if twice and is_word:
            yield Mention("name", told.start - 1, told.start, EXPLAINED, told.char)
        if (is_word and (twice or _CUE.search(text, 0, told.start))) or told in near:
            yield _mention(text, told.start, told.end)
    yield from _made_of(text, [told.char for told in found if told in near])


def _made_of(text: str, characters: list[str]) -> Iterator[Mention]:
    """The name itself, once its characters are told: 贡嘎，贡献的贡，嘎嘎叫的嘎."""
    name = "".join(dict.fromkeys(characters))
    for size in range(len(name), 1, -1):
        at = text.find(name[-size:])
        if at >= 0:
            yield Mention("name", at, at + size, "后面说了是哪几个字", name[-size:])
            break


def _is_of_name(text: str, told: _Told) -> bool:
    return told.char not in _NEVER_TOLD and not _goes_on(text, told)


def _goes_on(text: str, told: _Told) -> bool:
    """Whether the same word begins again, 银行的银行卡; or it is a firm that is told of."""
    again = text[told.start : told.start + 2] == text[told.end - 1 : told.end + 1]
    return again or _FIRM.search(text, max(0, told.start - _FAR), told.start) is not None


def _told(text: str) -> Iterator[_Told]:
    """The words that a character is told by: the shortest before 的 that it is in."""
    for match in _TOLD.finditer(text):
        end, char = match.start(), match["char"]
        for size in _SIZES:
            if size <= end and char in text[end - size : end]:
                start = (
                    end
                    - size
                    - (
                        text[end - size - 1 : end - size] == char
                        and size == _SIZES[0]
                        and text[end - 1] != char
                    )
                )
                yield _Told(start, end, match.end(), char)
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
            yield Mention("name", told.start, told.end, EXPLAINED, f"姓{told.char}")
    for match in _PARTS.finditer(text):
        if match[2] in characters and match[2] not in match[1]:
            yield Mention("name", match.start(1), match.end(), EXPLAINED, f"姓{match[2]}")
    for match in _WHICH.finditer(text):
        if match[1] in characters:
            yield Mention("name", *match.span(1), "问的是姓名用的字", f"姓{match[1]}")
