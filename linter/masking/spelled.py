"""Which of the codes that are spelled out are somebody's."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.checks import vehicle
from linter.masking.labels import Labels
from linter.masking.mentions import Kind, Mention
from linter.masking.plates import plate_around
from linter.masking.spelling import Spelled, spelled_codes

LETTER_KINDS = ("order", "account", "other_id", "plate", "id_card", "bank_card", "phone", "email")
LEAST_OF_CODE: dict[Kind, int] = {"other_id": 6}
"""Characters that a code has at least which a word says is one; 5 where nothing stands here."""
_EMAIL = lazy.pattern(
    r"[a-z0-9._+\-]+@[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.?(?:com|cn|net|org|hk|[a-z]{2,6})"
)
_HALF_EMAIL = lazy.pattern(r"@(?:[a-z0-9\-]+\.)+[a-z]{2,6}")
_GOODS = lazy.pattern(r"[a-z]{4,}")
_LONG_PART = 6
"""Digits of a code with a word in it, or it is a product: iphone 15 pro 256."""


def spelled_mentions(text: str, labels: Labels, asked: Kind | None = None) -> Iterator[Mention]:
    """The codes that a plain text spells out.

    :param asked: what the other side has just asked for.
    """
    for code in spelled_codes(text):
        kind, why = _kind(text, code, labels, asked)
        plate = plate_around(text, code.start, code.end, code.code)
        if plate is not None:
            yield Mention("plate", *plate, "车牌的样子", text[plate[0]] + code.code.upper())
        elif kind:
            yield Mention(kind, code.start, code.end, why, code.code.upper())


def _kind(text: str, code: Spelled, labels: Labels, asked: Kind | None) -> tuple[Kind | None, str]:
    """What a code is, and what it was known by."""
    if _EMAIL.fullmatch(code.code):
        return "email", "邮箱地址"
    if _HALF_EMAIL.fullmatch(code.code):
        return "email", "邮箱地址的后一半"
    if vehicle(code.code):
        return "other_id", "车架号的样子"
    label = labels.of(code.start, code.end)
    if label is not None:
        kind, why = label.kind, f"前后说的是“{text[label.start : label.end]}”"
    else:
        kind, why = asked, "刚问了"
    return (kind, why) if kind in LETTER_KINDS and _is_enough(code, kind) else (None, "")


def _is_enough(code: Spelled, kind: Kind) -> bool:
    size = len(code.code)
    if kind in ("account", "email") and code.letters >= 2 and size >= 5:
        return "/" not in code.code and (
            code.digits > 1 or size > code.letters + code.digits or kind == "email"
        )
    if code.letters > _MOST_LETTERS or (_GOODS.search(code.code) and code.digits < _LONG_PART):
        return False
    return code.digits >= 3 and size >= LEAST_OF_CODE.get(kind, 5)


_MOST_LETTERS = 8
