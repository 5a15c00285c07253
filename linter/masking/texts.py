"""Masking a text that stands by itself."""

from __future__ import annotations

from linter import lazy
from linter.masking.disguise import Disguise
from linter.masking.kin import ROLES
from linter.masking.labels import labels
from linter.masking.mentions import Mention
from linter.masking.plain import SHORT_TITLES, TITLES, plain
from linter.masking.recognising import Said, recognise
from linter.masking.words import Words

_SPEAKER = lazy.pattern(r"\s*([^\s:：]{1,8})[:：]")
_FIELD = lazy.pattern(f"(?:(?:{ROLES})(?:信息)?|.{{0,4}}(?:地址|住址|地区|备注|电话))")
_TITLED = lazy.pattern(f"(?:{TITLES}|{SHORT_TITLES})$")


def turns_of(text: str) -> list[Said]:
    """A text as turns: one a line; ``坐席：`` before each of several says whose."""
    lines = text.split("\n")
    speakers = [_SPEAKER.match(line) for line in lines]
    if len(lines) == 1 or not all(
        found or not line.strip() for found, line in zip(speakers, lines, strict=True)
    ):
        return [Said("", line) for line in lines]
    heads = [found if found and not _is_field(plain(found[1])) else None for found in speakers]
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


def _is_field(text: str) -> bool:
    """Whether what stands before a colon says what follows, not who speaks: 收件人：."""
    return bool(labels(text) or _FIELD.fullmatch(text))


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
