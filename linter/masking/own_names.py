"""What agents say that they are called, where the input does not say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from linter import lazy
from linter.masking.mentions import Mention
from linter.masking.names import name_mentions
from linter.masking.plain import SHORT_TITLES, TITLES, plain
from linter.masking.words import Words

_MAY = lazy.pattern("我[是叫姓]|免贵|客服|为[您你]服务|坐席|专员|顾问|工号|这[边里]是")
_BEFORE = lazy.pattern(
    r"(?:我(?:这边)?(?:就?是|叫|姓)|免贵姓?|这[边里]是|叫我|客服(?:代表|专员|人员|经理)?|坐席"
    r"|专员|顾问|工号[0-9\ue000 ]*)"
    r"[^,，。!！?？您你]{0,8}$"
)
_BEHIND = lazy.pattern(r"[,，]?(?:很高兴|竭诚|将)?为[您你]服务")
_CUSTOMER = lazy.pattern(r"(?:先生|女士|小姐|太太)")
_LONG_TITLE = lazy.pattern(f"{TITLES}|{SHORT_TITLES}")
_REMEMBERED = 512


@lru_cache(maxsize=_REMEMBERED)
def own_names(text: str) -> tuple[str, ...]:
    """Regular expressions of the ways to say the name that an agent's turn gives as the own one."""
    said = plain(text)
    if not _MAY.search(said):
        return ()
    found = (m for m in name_mentions(Words(said)) if _is_own(said, m))
    return tuple(dict.fromkeys(way for mention in found for way in _ways(said, mention)))


def _is_own(text: str, mention: Mention) -> bool:
    if _CUSTOMER.match(text, mention.end):
        return False
    before = text[max(0, mention.start - 20) : mention.start]
    return _BEFORE.search(before) is not None or _BEHIND.match(text, mention.end) is not None


def _ways(text: str, mention: Mention) -> Iterator[str]:
    """The name itself; of a surname 小王 and 姓王, and with the title it was said with."""
    name = re.escape(text[mention.start : mention.end])
    if mention.end - mention.start > 1:
        yield name
        name = name[0]
    yield f"(?<=[小老阿]){name}"
    yield f"(?<=[^百]姓){name}"
    if title := _LONG_TITLE.match(text, mention.end):
        yield f"{name}(?={title[0]})"
