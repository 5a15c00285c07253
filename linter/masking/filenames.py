"""Names of files, calls and teams, in which somebody's may be."""

from __future__ import annotations

import re

from linter import lazy
from linter.masking.mentions import Mention
from linter.masking.naming import Naming
from linter.masking.plain import SHORT_TITLES, TITLES, plain
from linter.masking.shapes import strong
from linter.masking.words import Words

_DIGITS = lazy.pattern(
    r"(?<!\d)(?:\d{11,18}[xX]?|1[3-9]\d[\- ]\d{4}[\- ]\d{4}|1[3-9]\d{5}[\- ]\d{4})(?!\d)"
)
_LED_BY = lazy.pattern(
    r"(?:.*(?:[^\u4e00-\u9fff]|[部科室区处司]|中心))?(?P<name>[\u4e00-\u9fff]{1,4}?)"
    rf"(?P<title>{TITLES}|{SHORT_TITLES})?(?:的|带的)?(?:班组|小组|大组|分队|团队|战队|小队|[组班队])[\d一二三四五六七八九A-Za-z]?"
)
_HAN = lazy.pattern(
    r"(?<![\u4e00-\u9fff])(?:坐席|座席|客服|客户|顾客|用户)?(?P<name>[\u4e00-\u9fff]{2,4})"
    r"(?![\u4e00-\u9fff])"
)


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


def masked_team(team: str) -> str:
    """The name of a team with that masked which is somebody's: 李娜组, 张三班组."""
    found = _LED_BY.fullmatch(plain(team))
    if not found:
        return masked_name(team)
    name, start = found["name"], found.start("name")
    words = Words(name)
    size = words.surname(0)
    is_name = 0 < size < len(name) and words.name(0, "said") == len(name)
    if is_name and not any(words.known(0, end) for end in (2, len(name))):
        mention = Mention("name", start, start + len(name), "班组是他带的", name)
    elif size == len(name) and found["title"]:
        mention = Mention("name", start, start + size, "班组是他带的", f"姓{name}")
    else:
        return masked_name(team)
    return team[:start] + Naming().replacement(mention) + team[mention.end :]


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
