"""The characters of a name, told by words they are in or by what they are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from linter import lazy
from linter.masking.mentions import Mention

_SPELLED = lazy.pattern(
    "弓长张|立早章|木子李|耳东陈|双口吕|古月胡|口天吴|言午许|草头黄|三横王|三横一竖王"
    "|双人徐|双木林|走肖赵|人可何|美女姜|干钩于|干勾于|走之郭|文刀刘|卯金刀刘|土口吉"
    "|草肃萧|日月明|口木呆"
    "|十八子李|大肚黄|禾呈程|禾木程|三点水江|三点水汪|立心旁.|单人旁.|草字头.|木字旁."
    "|女字旁.|提手旁.|金字旁.|三点水的?.|言字旁.|王字旁.|火字旁.|双人旁.|绞丝旁."
)
_OF = lazy.pattern(r"[\u4e00-\u9fff]{2,4}?的(?:那个)?([\u4e00-\u9fff])")
_PARTS = lazy.pattern(
    r"(?<![\u4e00-\u9fff])(?:就?是)?((?!哪个|什么|就是|还是|不是|我姓|他姓|免贵|对的|[小老大阿我您你姓叫是])[\u4e00-\u9fff]{2})([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_WHICH = lazy.pattern(r"(?:哪个|什么|是不是|是)([\u4e00-\u9fff])[?？]")


def explained_names(text: str) -> Iterator[Mention]:
    """弓长张, 立早章: nobody says that of anything but a name."""
    for match in _SPELLED.finditer(text):
        yield Mention("name", *match.span(), "说的是姓名用的字", match[0])


def told_by(text: str, at: int) -> bool:
    """Whether a character is told at a place by a word it is in: 窦长江的窦."""
    found = _OF.match(text, at)
    return found is not None and found[1] in found[0][:-2]


def explained_again(text: str, characters: Collection[str]) -> Iterator[Mention]:
    """大海的海, 非衣裴, 哪个裴: where the name is known.

    :param characters: of all names.
    """
    for match in _OF.finditer(text):
        if match[1] in characters and match[1] in match[0][:-2]:
            yield Mention("name", *match.span(), "说的是姓名用的字", match[0])
    for match in _PARTS.finditer(text):
        if match[2] in characters and match[2] not in match[1]:
            start = match.start(1)
            yield Mention("name", start, match.end(), "说的是姓名用的字", match[0])
    for match in _WHICH.finditer(text):
        if match[1] in characters:
            yield Mention("name", *match.span(1), "问的是姓名用的字", f"姓{match[1]}")
