"""Masking a text that stands by itself."""

from __future__ import annotations

import re

from linter import lazy
from linter.masking.disguise import Disguise
from linter.masking.labels import labels
from linter.masking.mentions import Mention
from linter.masking.naming import Naming
from linter.masking.plain import SHORT_TITLES, TITLES, plain
from linter.masking.recognising import Said, recognise
from linter.masking.shapes import strong
from linter.masking.words import Words

_SPEAKER = lazy.pattern(r"\s*([^\s:：]{1,8})[:：]")
_DIGITS = lazy.pattern(
    r"(?<!\d)(?:\d{11,18}[xX]?|1[3-9]\d[\- ]\d{4}[\- ]\d{4}|1[3-9]\d{5}[\- ]\d{4})(?!\d)"
)
_TITLED = lazy.pattern(f"(?:{TITLES}|{SHORT_TITLES})$")
_HAN = lazy.pattern(
    r"(?<![\u4e00-\u9fff])(?:坐席|座席|客服|客户|顾客|用户)?(?P<name>[\u4e00-\u9fff]{2,4})"
    r"(?![\u4e00-\u9fff])"
)


def turns_of(text: str) -> list[Said]:
    """A text as turns: one a line; ``坐席：`` before each of several says whose."""
    lines = text.split("\n")
    speakers = [_SPEAKER.match(line) for line in lines]
    if len(lines) == 1 or not all(
        found or not line.strip() for found, line in zip(speakers, lines, strict=True)
    ):
        return [Said("", line) for line in lines]
    heads = [found if found and not labels(plain(found[1])) else None for found in speakers]
    names = [head[1] if head else "" for head in heads]
    return [
        Said(name, line, 0 if _is_name(name) else head.end())
        if head
        else Said(_other(names[number + 1 :]), line)
        for number, (name, head, line) in enumerate(zip(names, heads, lines, strict=True))
    ]


def _other(names: list[str]) -> str:
    """Who speaks before them: who speaks later, and not at once."""
    return next((name for name in names[1:] if name and name != names[0]), "")


def _is_name(text: str) -> bool:
    words = Words(plain(text))
    return words.name(0, "is") == len(text) or bool(_TITLED.search(text))


def mentions_of(text: str) -> list[Mention]:
    """What a text says that can tell who somebody is, in order.

    A text of several lines is taken for a conversation.
    """
    turns = turns_of(text)
    found, offset = [], 0
    for said, row in zip(turns, recognise(turns), strict=True):
        found += [m._replace(start=m.start + offset, end=m.end + offset) for m in row]
        offset += len(said.text) + 1
    return found


def masked(text: str) -> str:
    """The text with everything masked that can tell who somebody is.

    The length stays, so spans of the text still hold; a second time changes nothing.
    """
    return "\n".join(Disguise(turns_of(text)).texts)


def masked_name(name: str, naming: Naming | None = None) -> str:
    """The name of a file or a call with that masked which can only be somebody's: phone numbers,
    numbers of identity cards, and names that stand by themselves.

    :param naming: of the call it belongs to.
    """
    naming = naming or Naming()
    found = [*_numbers(name), *_names(name)]
    for mention in sorted(found, key=lambda m: m.start):
        new = naming.replacement(mention)
        name = name[: mention.start] + new + name[mention.end :]
    return name


def _numbers(name: str) -> list[Mention]:
    text = plain(name)
    found = []
    for match in _DIGITS.finditer(text):
        digits = re.sub("[- ]", "", match[0].upper())
        shape = strong(digits)
        if shape and (shape[0] != "bank_card" or match[0].startswith("62")):
            key = digits[2:] if len(digits) == 13 else digits
            found.append(Mention(shape[0], *match.span(), shape[1], key))
    return found


def _names(name: str) -> list[Mention]:
    text = plain(name)
    found = []
    for match in _HAN.finditer(text):
        said = match["name"]
        words = Words(said)
        if words.name(0, "is") == len(said) and words.name(0, "bare"):
            found.append(Mention("name", *match.span("name"), "独立的姓名", said))
    return found
