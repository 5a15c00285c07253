"""Names of foreigners, in Chinese characters and in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.kin import RELATIVES, ROLES, STAFF
from linter.masking.mentions import Mention
from linter.masking.surnames import NOT_NAMES, lexicon
from linter.masking.titles import full_name
from linter.masking.weighed import ENOUGH, around
from linter.masking.words import FUNCTION, Words

_DOTTED = lazy.pattern(r"(?P<head>[\u4e00-\u9fffa-z]{1,8})·(?P<tail>[\u4e00-\u9fff]{2,8})")
_LEADS = "叫是姓名字找给让跟和的您你我他她"
"""Characters right before a name with a dot in it."""
_NEVER_IN = FUNCTION - set("不都里地对也来")
"""What is no part of such a name: 阿不都 and 阿里木 are."""
_SOUNDS = "".join(sorted("".join(lexicon()["sounds"])))
_RUN = lazy.pattern(f"[{_SOUNDS}]{{3,8}}")
_LED = lazy.pattern(
    rf"(?:(?P<people>{RELATIVES}|{STAFF}|{ROLES}|教练|教授|博士|[找给让跟])[:： ]?"
    r"|(?P<called>[叫写]|姓名|名字|外教)[:：是叫 ]{0,2})$"
)
_FAR = 8
"""Code points before such a name in which a word may stand that says that one comes."""
_TITLED = lazy.pattern("先生|女士|小姐|老师|教练|教授|博士|太太|医生|同学")
_LEAST = 3
_MADE = 2.5
"""What such characters weigh, with what is said around them."""
_WRITTEN = lazy.pattern(
    r"(?<![a-z0-9@._/\-])(?P<first>[a-z]{2,12})[ .](?P<family>[a-z]{2,12})(?![a-z0-9@._])"
)
_FIRST, _FAMILIES = lexicon()["latin names"], lexicon()["latin surnames"]


def foreign_names(words: Words) -> Iterator[Mention]:
    """大卫·史密斯, a customer called 伊万诺夫, Kevin Zhang."""
    yield from _dotted(words)
    yield from _sounded(words)
    for match in _WRITTEN.finditer(words.text):
        if match["first"] in _FIRST and match["family"] in _FAMILIES:
            yield Mention("name", *match.span(), "外文名字", match[0])


def _dotted(words: Words) -> Iterator[Mention]:
    text = words.text
    for match in _DOTTED.finditer(text):
        head, tail = match["head"], match["tail"]
        before = max(map(head.rfind, _LEADS)) + 1
        before = max(before, _behind_words(words, match.start(), match.end("head")))
        behind = min(at for char in _NEVER_IN if (at := f"{tail}了".find(char)) >= 0)
        if head[before:] and behind > 1 and not _NEVER_IN & set(head[before:]):
            start, end = match.start() + before, match.start("tail") + behind
            yield Mention("name", start, end, "带间隔号的姓名", text[start:end])


def _behind_words(words: Words, start: int, end: int) -> int:
    """How many characters are words of the language, and so before the name: 外教大卫."""
    at = last = start
    while at < end:
        stop, tag = words.tags.get(at, (at + 1, ""))
        if tag and not tag.startswith("nr") and stop - at > 1 and stop < end:
            last = stop
        at = max(stop, at + 1)
    return last - start


def _sounded(words: Words) -> Iterator[Mention]:
    """Nothing but characters that foreign names are written with, where a name may come."""
    text = words.text
    for match in _RUN.finditer(text):
        at, end = match.span()
        while end - at >= _LEAST and not _is_free(words, at, end):
            end -= 1
        if end - at < _LEAST or not words.ends(end):
            continue
        _, tag = words.tags.get(at, (0, ""))
        if text[at:end] in NOT_NAMES:
            continue
        led = _LED.search(text[max(0, at - _FAR) : at])
        is_called = (led and led["called"]) or _TITLED.match(text, end)
        is_known = led and led["people"] and tag.startswith("nr")
        if is_called or is_known or _MADE + around(words, at, end) >= ENOUGH:
            yield full_name(words, at, end - at, "外国人的姓名")


def _is_free(words: Words, at: int, end: int) -> bool:
    """Whether no word of the language is in a place, or goes over its end."""
    if words.word_over(end):
        return False
    return not any(
        words.known(start, stop) for start in range(at, end) for stop in range(start + 2, end + 1)
    )
