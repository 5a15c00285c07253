"""Names before a title: 王女士, 李建国先生, 张工."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.mentions import Mention
from linter.masking.plain import SHORT_TITLES, TITLES
from linter.masking.surnames import DOUBLE, GIVEN, NEVER_TITLED, NOT_NAMES, SINGLE, WEAK
from linter.masking.words import HAS_GIVEN, Words

_TITLE = lazy.pattern(rf"{TITLES}|{SHORT_TITLES}")
_LONG_TITLE = lazy.pattern(TITLES)
_NEVER = "和向时应关那"
_LISTED = lazy.pattern("、|和|还有|跟|与|及|,|，")
_BOTH_TITLES = ("总", "姐", "哥", "工", "老师", "先生", "女士", "经理", "主任", "医生")
_DOCTORS = ("大夫", "医生", "主任", "教授", "律师", "护士", "医师", "法官", "警官")
_OF_BOTH = "您你我的了说也就在给"
"""What follows a title as it follows the word that the title begins: 张总的, and 总的来说."""
_LED = lazy.pattern(
    r"(?:叫我?|找|是|系|给|跟|让|问|联系|我|喊我?|称呼我?|请|哪个|[这那]个|同|的|和|对|谢谢|多谢|听|由|帮)$"
)
"""What stands right before somebody's name, or that of a thing: it takes a title to tell."""
_TALKED = "谈管"
"""Surnames that are the verb after anything: 跟您谈老师的事."""
_CALLS = frozenset("写是找叫给姓填寄")
_BEFORE_YU = "属由等对关位处在至低高大小善便出归终鉴限基"
"""Characters after which 于 is no surname."""


def full_name(words: Words, at: int, size: int, why: str) -> Mention:
    """A mention of a whole name."""
    return Mention("name", at, at + size, why, words.text[at : at + size])


def family_name(words: Words, at: int, size: int, why: str) -> Mention:
    """A mention of a surname alone."""
    return Mention("name", at, at + size, why, f"姓{words.text[at : at + size]}")


def titled_names(words: Words) -> Iterator[Mention]:
    """The names that stand before a title."""
    text = words.text
    last = -1
    for match in _TITLE.finditer(text):
        end = match.start()
        joint = _LISTED.fullmatch(text, last, end - 1) if 0 <= last < end else None
        last = -1
        if joint and text[end - 1] in SINGLE and (match[0] in _BOTH_TITLES):
            last = match.end()
            yield family_name(words, end - 1, 1, f"后面是“{match[0]}”")
            continue
        is_long = bool(_LONG_TITLE.fullmatch(match[0]))
        if not is_long and not is_title(words, end):
            continue
        why = f"后面是“{match[0]}”"
        for size in (4, 3, 2):
            at = end - size
            if at >= 0 and _is_full(words, at, end, is_long):
                last = match.end()
                yield full_name(words, at, size, why)
                break
        else:
            size = 2 if text[end - 2 : end] in DOUBLE else 1
            if end >= size and _is_family(words, end - size, end, is_long):
                last = match.end()
                yield family_name(words, end - size, size, why)


def has_title(words: Words, at: int) -> bool:
    """Whether a title stands at a place."""
    found = _TITLE.match(words.text, at)
    return found is not None and (
        _LONG_TITLE.fullmatch(found[0]) is not None or is_title(words, at)
    )


def is_title(words: Words, at: int) -> bool:
    """Whether a short title is no part of another word: 总是, 工作, 施工."""
    if words.known(at - 1, at + 1):
        return False
    return not any(words.known(at, at + size) for size in (2, 3)) or (
        words.text[at + 1 : at + 2] in _OF_BOTH
    )


def _is_full(words: Words, at: int, end: int, is_long: bool) -> bool:
    """Whether a surname and a given name stand before a title."""
    text = words.text
    size = words.surname(at)
    given = text[at + size : end]
    if not size or not 1 <= len(given) <= 2 or not words.is_han(at, end):
        return False
    if text[at:end] in NOT_NAMES or text[at : at + 2] in NOT_NAMES or words.word_over(at):
        return False
    if text[at] in WEAK and size == 1 and not _is_sure(words, at, given, is_long):
        return False
    if len(given) == 2 and given in DOUBLE:
        return False
    if at not in words.edges and not (at == 0 or not words.is_han(at - 1, at)):
        return False
    if given[-1] in SINGLE and given[-1] not in GIVEN and end - 1 in words.edges:
        return False
    if all(char in GIVEN for char in given) or HAS_GIVEN.fullmatch(given):
        return True
    return is_long and end in words.edges and at in words.edges and words.tags[at][0] >= end


def _is_sure(words: Words, at: int, given: str, is_long: bool) -> bool:
    """Whether a surname that is a word as well begins a name: 文志强先生."""
    return (
        is_long
        and len(given) == 2
        and all(char in GIVEN for char in given)
        and words.text[at] not in _NEVER
        and (at == 0 or not words.is_han(at - 1, at) or at in words.edges)
    )


def _is_addressed(words: Words, at: int, end: int) -> bool:
    """Whether a verb is right before, and a title of people only behind: 写解女士."""
    title = words.text[end : end + 2]
    return words.text[at - 1 : at] in _CALLS and title in ("女士", "先生", "小姐")


def _is_called(words: Words, at: int) -> bool:
    """Whether a word for people, or what calls them, is right before: 找前台应小姐."""
    if words.text.startswith(_DOCTORS, at + 1) and words.text[at - 1 : at] not in (
        "不",
        "相",
        "反",
    ):
        return True
    before = words.text[max(0, at - 3) : at]
    return before.endswith(
        ("找", "叫", "姓", "前台", "客服", "顾问", "经理", "系", "联系", "请问")
    ) or (not before and not words.is_han(at + 3, at + 4))


def _is_family(words: Words, at: int, end: int, is_long: bool) -> bool:
    text = words.text
    if end - at == 2:
        return True
    char = text[at]
    if char not in SINGLE or words.word_over(at) or text[at : end + 1] in NOT_NAMES:
        return False
    if text[at : end + 2] in NOT_NAMES:
        return False
    if char in NEVER_TITLED and at not in words.edges and not _is_addressed(words, at, end):
        return False
    if char in _TALKED and words.is_han(at - 1, at):
        return False
    if char in _NEVER and not (char in "应关时" and is_long and _is_called(words, at)):
        return False
    if char == "钱" and text[at - 1 : at] in ("的", "下", "有", "没"):
        return False
    if char == "于" and at and text[at - 1] in _BEFORE_YU:
        return False
    if is_long:
        return True
    if char in WEAK:
        led = not words.is_han(at - 1, at) or _LED.search(text, max(0, at - 4), at) is not None
        return led and (words.ends(end + 1) or text[end + 1 : end + 2] in "就叫让留")
    covering = words.tags.get(at)
    return not (covering and covering[0] > end and covering[1] and not covering[1].startswith("n"))
