"""What tells which agent a call is of, wherever it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.calls.roles import parse_role
from linter.masking.own_names import own_names
from linter.model import Call

MASK = "*"
_NOTHING = "(?!)"
_SHORT = 3
"""Shorter numbers than this stand for much else; they tell only where they are said to."""
_BLANK = r"[ \u3000\-‐-―]?"
_WORD = r"[0-9A-Za-z]"
_DIGITS = (
    "0０零〇",
    "1１一幺",
    "2２二两",
    "3３三",
    "4４四",
    "5５五",
    "6６六",
    "7７七",
    "8８八",
    "9９九",
)
_ANY_DIGIT = "".join(_DIGITS)
_CALLED = ("工号", "工号是", "工号为", "工号：", "工号:", "工号 ")
_NUMBER_SAID = re.compile(
    rf"工号(?:[是为：:]|\s){{0,3}}"
    rf"([0-9A-Za-z{_ANY_DIGIT}](?:[ \-]?[0-9A-Za-z{_ANY_DIGIT}]){{1,11}})"
)
_WRITTEN = str.maketrans({said: row[0] for row in _DIGITS for said in row})
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")


class Telling(NamedTuple):
    """How to find it: in what is said, and in a label, a path or an id.

    Names are heard with blanks in them, numbers as digits are spoken (八零幺二); a short number
    only after 工号. Of a Chinese name also 小王, 姓王 and 我叫小明. What agents say that they are
    called is heard only, and not looked for in paths.
    """

    said: re.Pattern[str]
    written: re.Pattern[str]

    def hidden(self, text: str) -> str:
        """The text without it; its length stays, so spans of the text hold."""
        return self.said.sub(lambda found: MASK * len(found[0]), text)

    def replaced(self, text: str, name: str) -> str:
        """A label, path or id with a name in its place."""
        return self.written.sub(lambda _: name, text)


def telling(call: Call) -> Telling | None:
    """What tells the agent of a call; ``None`` when nothing in it does."""
    # An insertion order, and none that depends on hashes: an alternation takes what is first.
    secrets = dict.fromkeys(filter(None, map(str.strip, _secrets(call))))
    own = tuple(
        dict.fromkeys(way for t in call.turns if t.role == "agent" for way in own_names(t.text))
    )
    if not secrets and not own:
        return None
    return _compiled(tuple(sorted(secrets, key=len, reverse=True)), own)


def _secrets(call: Call) -> Iterator[str]:
    yield call.agent_id
    yield call.agent_name
    for turn in call.turns:
        if turn.role == "agent":
            yield from _numbers_said(turn.text)
    for label in dict.fromkeys(t.speaker for t in call.turns if t.role == "agent" and t.speaker):
        yield without_role(label)


def _numbers_said(text: str) -> Iterator[str]:
    """What an agent says that the own number is, as it would be written."""
    for found in _NUMBER_SAID.finditer(text):
        said = unicodedata.normalize("NFKC", found[1]).translate(_WRITTEN)
        yield "".join(char for char in said if char.isalnum())


def without_role(label: str) -> str:
    """What a label says beside the role: 小王 of 客服小王, nothing of 坐席2."""
    for end in range(len(label), 0, -1):
        known = parse_role(label[:end])
        if known and not known.speaker:
            rest = label[end:].strip(" -_：:（）()")
            return "" if rest.isdecimal() and len(rest) < _SHORT else rest
    return label


@lru_cache(maxsize=1024)
def _compiled(secrets: tuple[str, ...], own: tuple[str, ...] = ()) -> Telling:
    said = [*(one for secret in secrets for one in _ways_to_say(secret)), *own]
    written = [_whole(re.escape(secret), len(secret) < _SHORT) for secret in secrets]
    return Telling(
        re.compile("|".join(said), re.IGNORECASE),
        re.compile("|".join(written) or _NOTHING, re.IGNORECASE),
    )


def _ways_to_say(secret: str) -> Iterator[str]:
    spelt = _BLANK.join(_heard(char) for char in secret if not char.isspace())
    if secret.isdecimal() and len(secret) < _SHORT:
        called = "|".join(f"(?<={re.escape(word)})" for word in _CALLED)
        yield f"(?:{called}){spelt}(?![{_ANY_DIGIT}])"
    elif secret.isascii():
        yield f"(?<!{_WORD})(?<![{_ANY_DIGIT}]){spelt}(?!{_WORD})(?![{_ANY_DIGIT}])"
    else:
        yield spelt
    if _HAN_NAME.fullmatch(secret):
        yield f"[小老阿]{secret[0]}|(?<=姓){secret[0]}"
        if len(secret) > 2:
            yield f"(?<=[叫是]){secret[1:]}"


def _heard(char: str) -> str:
    return f"[{_DIGITS[int(char)]}]" if char.isascii() and char.isdigit() else re.escape(char)


def _whole(written: str, short: bool) -> str:
    """No part of another word; a short one takes a whole part of a path."""
    if short and written.isascii():
        return rf"(?<![^/\\]){written}(?=[/\\.]|$)"
    return f"(?<!{_WORD}){written}(?!{_WORD})" if written.isascii() else written
