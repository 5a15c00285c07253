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
    for match in _TITLE.finditer(text):
        end = match.start()
        is_long = bool(_LONG_TITLE.fullmatch(match[0]))
        if not is_long and not _stands_alone(words, end):
            continue
        why = f"后面是“{match[0]}”"
        for size in (4, 3, 2):
            at = end - size
            if at >= 0 and _is_full(words, at, end, is_long):
                yield full_name(words, at, size, why)
                break
        else:
            size = 2 if text[end - 2 : end] in DOUBLE else 1
            if end >= size and _is_family(words, end - size, end, is_long):
                yield family_name(words, end - size, size, why)


def _stands_alone(words: Words, at: int) -> bool:
    """Whether a short title is no beginning of a longer word: 总是, 工作."""
    if at in words.tags:
        end, tag = words.tags[at]
        return end == at + 1 or not tag
    return words.ends(at + 1)


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


def _is_family(words: Words, at: int, end: int, is_long: bool) -> bool:
    text = words.text
    if end - at == 2:
        return True
    char = text[at]
    if char not in SINGLE or words.word_over(at) or text[at : end + 1] in NOT_NAMES:
        return False
    if char in NEVER_TITLED and at not in words.edges and not _is_addressed(words, at, end):
        return False
    if char in _TALKED and words.is_han(at - 1, at):
        return False
    if char in _NEVER or (char == "于" and at and text[at - 1] in _BEFORE_YU):
        return False
    if is_long:
        return True
    if char in WEAK:
        # 常姐, and nothing else: she is spoken to.
        return not words.is_han(at - 1, at) and not words.is_han(end + 1, end + 2)
    covering = words.tags.get(at)
    return not (covering and covering[0] > end and covering[1] and not covering[1].startswith("n"))
