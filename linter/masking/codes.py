"""What is written with letters: addresses of mail, plates, order numbers, passports, names of
accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter import lazy
from linter.masking.checks import credit_code, like_identity
from linter.masking.labels import Label, Labels
from linter.masking.mentions import Kind, Mention
from linter.masking.plain import DIGITS
from linter.masking.runs import is_amount
from linter.masking.shapes import HOTLINE

_D = DIGITS
_EMAIL = lazy.pattern(
    rf"(?<![a-z0-9{_D}._+\-])[a-z0-9{_D}](?:[a-z0-9{_D}._+\-]|下划线|点(?!co)){{0,63}} ?(?:@"
    rf"|艾特|圈a|小老鼠) ?"
    rf"(?:[a-z0-9{_D}\-]{{1,30}} ?(?:\.|点) ?){{1,4}}(?:[a-z]{{2,10}}|抗姆|康姆)"
)
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_SEP = r"[ ·•.\-・]?"
_L = "a-hj-np-z"
_PLATE = lazy.pattern(
    rf"[{_PROVINCES}]{_SEP}[{_L}](?:牌)?(?P<rest>(?:{_SEP}[{_L}{_D}]){{5,6}}|(?:{_SEP}[{_L}{_D}]){{4}}[挂学警港澳试超])(?![a-z0-9])"
)
_PLATE_START = lazy.pattern(rf"[{_PROVINCES}] ?[{_L}](?![a-z0-9])")
_PLATE_REST = lazy.pattern(rf"(?<![a-z0-9{_D}])[{_L}{_D}](?:[ ,，]?[{_L}{_D}]){{1,6}}(?![a-z0-9])")
_LETTERS = lazy.pattern(r"[\ue000\s,，.。:：]*([a-z]{1,3})[\s,，.。]*")
_NEW_ENERGY = lazy.pattern(r"[a-hjk][a-hj-np-z0-9]\d{4}|\d{5}[a-hjk]")
_TOKEN = lazy.pattern(r"[a-z0-9](?:[a-z0-9_\-]{0,38}[a-z0-9])?")
_SPELLED = lazy.pattern(r"(?:tel|phone|mobile|qq|wx|vx|weixin|no|id|sn|imei|vin)(?=\d)")
_COURIER = lazy.pattern(
    r"(?:sf|jdv?[a-z]{0,3}|yt|jt|zt[o]?|sto?|yd|ems|dpk?|db|ky|kk|an|jdx|tt|best|ht)\d{9,18}(?:-\d+)*"
    r"|[a-z]{2}\d{9}[a-z]{2}"
)
_LONG = lazy.pattern(r"\d{9}")
_CHAT = lazy.pattern(
    r"(?:[微薇威]信号?|(?<![a-z])[vw]x|v信|加[我个]?v|(?<![a-z])v(?=[:：])|支付宝账?号?"
    r"|用户名|登录名|登录账号|账号|旺旺号?|抖音号|游戏id|(?<![a-z])id)"
    r"(?:(?:是|叫|为|:|：|\s|就){0,4}(?P<name>[a-z][a-z0-9_\-]{4,19})"
    r"|[嘛哈啊吧呢哦噢呗哟]{0,2}[,，、。\s]{0,2}(?:就?是|叫)?\s?(?P<apart>(?=[a-z_\-]*[0-9_\-])[a-z][a-z0-9_\-]{5,19}))"
    r"(?![a-z0-9])"
)
_NO_CHAT = frozenset(
    [
        "alipay",
        "wechat",
        "weixin",
        "apple",
        "android",
        "huawei",
        "iphone",
        "login",
        "wifi",
        "email",
        "vip",
        "svip",
    ]
)
_MAC = lazy.pattern(r"(?<![0-9a-f:\-])(?:[0-9a-f]{2}[:\-]){5}[0-9a-f]{2}(?![0-9a-f:\-])")
_IP = lazy.pattern(r"(?<![0-9.])\d{1,3}(?:\.\d{1,3}){3}(?![0-9.])")
_LETTER_KINDS = ("order", "account", "other_id", "plate", "id_card", "bank_card", "phone")


def code_mentions(text: str, labels: Labels, asked: Kind | None = None) -> list[Mention]:
    """What is written with letters in a plain text, and tells who somebody is.

    :param asked: what the other side has just asked for.
    """
    found = [
        Mention("email", *match.span(), "邮箱地址", _bare(match[0]))
        for match in (_EMAIL.finditer(text) if _has_at(text) else ())
    ]
    found += _plates(text)
    found += (_mention("other_id", match, "网卡地址") for match in _MAC.finditer(text))
    for match in _IP.finditer(text):
        label = labels.of(*match.span())
        if label and text[label.start : label.end].startswith("ip"):
            found.append(_mention("other_id", match, "前面说是 IP 地址"))
    found += _chat_names(text)
    found += _tokens(text, labels, asked)
    found += _pieces(text, labels, asked)
    return found


def _pieces(text: str, labels: Labels, asked: Kind | None) -> Iterator[Mention]:
    """The beginning of a plate, and letters by themselves, where something is being read out."""
    is_plate = asked == "plate" or any(label.group == "plate" for label in labels.all)
    if is_plate:
        for match in _PLATE_START.finditer(text):
            yield _mention("plate", match, "车牌的开头")
    if asked == "plate":
        for match in _PLATE_REST.finditer(text):
            if not _stands_for_itself(text, match):
                yield _mention("plate", match, "刚问了车牌")
    elif asked in ("other_id", "id_card") and (letters := _LETTERS.fullmatch(text)):
        yield Mention(asked, *letters.span(1), "刚问了号码", letters[1])


def _stands_for_itself(text: str, match: re.Match[str]) -> bool:
    """Whether digits are an amount or a number that everybody calls, and no piece of a plate."""
    return bool(HOTLINE.fullmatch(match[0])) or is_amount(text, *match.span())


def _has_at(text: str) -> bool:
    return "@" in text or "艾特" in text or "圈a" in text or "小老鼠" in text


def _bare(written: str) -> str:
    return re.sub(r"[ ·•.\-・]", "", written)


def _mention(kind: Kind, match: re.Match[str], why: str) -> Mention:
    return Mention(kind, *match.span(), why, _bare(match[0]))


def _plates(text: str) -> Iterator[Mention]:
    for match in _PLATE.finditer(text):
        rest = _bare(match["rest"])
        letters = sum("a" <= char <= "z" for char in rest)
        if len(rest) == 6 and not _NEW_ENERGY.fullmatch(rest) and rest.isascii():
            continue
        if letters <= 2:
            yield _mention("plate", match, "车牌的样子")


def _chat_names(text: str) -> Iterator[Mention]:
    for match in _CHAT.finditer(text):
        said = match["name"] or match["apart"]
        if said not in _NO_CHAT:
            yield Mention("account", match.end() - len(said), match.end(), "前面说是账号", said)


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
        if not is_told and asked in _LETTER_KINDS and len(re.findall("[0-9]", token)) > 3:
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
    kind = label.kind if label else None
    if kind in _LETTER_KINDS and digits >= 3 and len(bare) >= 5:
        return kind, "前后说了是什么号"
    if label is None and _LONG.search(bare):
        return "order", "字母加长数字，单号的样子"
    return None, ""
