"""What is written with letters: order numbers, passports, vehicles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter import lazy
from linter.masking.accounts import account_mentions
from linter.masking.checks import credit_code, like_identity, vehicle
from linter.masking.labels import Label, Labels
from linter.masking.mentions import Kind, Mention
from linter.masking.plates import plate_mentions
from linter.masking.spelled import LEAST_OF_CODE, LETTER_KINDS, spelled_mentions

_TOKEN = lazy.pattern(r"[a-z0-9](?:[a-z0-9_\-]{0,38}[a-z0-9])?")
_SPELLED = lazy.pattern(r"(?:tel|phone|mobile|qq|wx|vx|weixin|no|id|sn|imei|vin)(?=\d)")
_COURIER = lazy.pattern(
    r"(?:sf|jdv?[a-z]{0,3}|yt|jt|zt[o]?|sto?|yd|ems|dpk?|db|ky|kk|an|jdx|tt|best|ht)\d{9,18}(?:-\d+)*"
    r"|[a-z]{2}\d{9}[a-z]{2}"
)
_LETTERS = lazy.pattern(r"[\ue000\s,，.。:：]*([a-z]{1,3})[\s,，.。]*")
_LONG = lazy.pattern(r"\d{9}")
_CONTRACT = lazy.pattern(
    r"(?<![a-z0-9])[a-z]{0,6}[(\[〔【]?(?:19|20)\d\d[)\]〕】]?(?:年|字)?第?[a-z\-]{0,4}\d{2,8}号"
)
"""HT(2024)第0387号: a contract's number, where a word says that one comes."""
_MAC = lazy.pattern(r"(?<![0-9a-f:\-])(?:[0-9a-f]{2}[:\-]){5}[0-9a-f]{2}(?![0-9a-f:\-])")
_IP = lazy.pattern(r"(?<![0-9.])\d{1,3}(?:\.\d{1,3}){3}(?![0-9.])")


def code_mentions(text: str, labels: Labels, asked: Kind | None = None) -> list[Mention]:
    """What is written with letters in a plain text, and tells who somebody is.

    :param asked: what the other side has just asked for.
    """
    found = [*spelled_mentions(text, labels, asked), *plate_mentions(text, labels, asked)]
    found += (_mention("other_id", match, "网卡地址") for match in _MAC.finditer(text))
    for match in _IP.finditer(text):
        label = labels.of(*match.span())
        if label and text[label.start : label.end].startswith("ip"):
            found.append(_mention("other_id", match, "前面说是 IP 地址"))
    for match in _CONTRACT.finditer(text):
        label = labels.of(*match.span())
        if label and label.kind == "order":
            found.append(_mention("order", match, "前后说了是什么号"))
    found += account_mentions(text)
    found += _tokens(text, labels, asked)
    if asked in ("other_id", "id_card") and (letters := _LETTERS.fullmatch(text)):
        found.append(Mention(asked, *letters.span(1), "刚问了号码", letters[1]))
    return found


def _bare(written: str) -> str:
    return re.sub(r"[ ·•.\-・]", "", written)


def _mention(kind: Kind, match: re.Match[str], why: str) -> Mention:
    return Mention(kind, *match.span(), why, _bare(match[0]))


def _tokens(text: str, labels: Labels, asked: Kind | None) -> Iterator[Mention]:
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if spelled := _SPELLED.match(text, start, end):
            start = spelled.end()
        token = text[start:end]
        if not re.search("[a-z]", token) or not re.search("[0-9]", token):
            continue
        label = labels.of(start, end)
        kind, why = _read(token, label)
        is_told = label is not None or kind is not None
        if not is_told and asked in LETTER_KINDS and len(re.findall("[0-9]", token)) > 3:
            kind, why = asked, "刚问了"
        if kind:
            yield Mention(kind, start, end, why, _bare(token).upper())


def _read(token: str, label: Label | None) -> tuple[Kind | None, str]:
    """What a token of letters and digits is, and what it was known by."""
    bare = token.replace("-", "")
    digits = sum(char.isdecimal() for char in token)
    if len(bare) == 18 and bare[-1] == "x" and like_identity(bare.upper()):
        return "id_card", "身份证号的样子"
    if credit_code(bare):
        return "other_id", "统一社会信用代码，校验位对得上"
    if _COURIER.fullmatch(token):
        return "order", "快递单号的样子"
    if vehicle(bare):
        return "other_id", "车架号的样子"
    kind = label.kind if label else None
    if kind in LETTER_KINDS and digits >= 3 and len(bare) >= LEAST_OF_CODE.get(kind, 5):
        return kind, "前后说了是什么号"
    if label is None and _LONG.search(bare):
        return "order", "字母加长数字，单号的样子"
    return None, ""
