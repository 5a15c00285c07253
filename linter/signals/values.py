"""Which of the words that a pattern found are a value of a group, and where that value ends.

Patterns say where a value may stand; they cannot count what a recogniser cut into pieces, nor
tell a phone number from the order number that was asked for, nor a name from a common word that
begins like one. What is known here is known of the groups of the built-in packs; words found for
any other group are a value as they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from linter import lazy
from linter.frozen import dataclass
from linter.signals.names import name_in
from linter.text.normal import HARD, SOFT, clause

Tags = Callable[[str], Mapping[int, tuple[int, str]]]
"""For each place where a token begins, where it ends and its part of speech."""

DIGITS = "0-9零〇一二两三四五六七八九幺*x"
"""Digits of a number that is read out, as a character set; 十 and 百 make an amount."""

_MASK = r"\[(?:数字|电话|手机|号码|订单|身份证|账号|卡号|orderid)[^\]]{0,8}\]+"
_ITEM = rf"(?:[{DIGITS}]|{_MASK})"
_JOINT = rf"[{SOFT}点横杠个-]?"
_NUMBER = lazy.pattern(rf"[a-z]{{0,6}}{_ITEM}(?:{_JOINT}[a-z]{{0,3}}{_ITEM})*[a-z]{{0,2}}")
_MAYBE = lazy.pattern(rf"\[|[{DIGITS}](?:{_JOINT}[a-z]{{0,6}}[{DIGITS}]){{3}}")
"""What is in every number that is not asked for: four digits, or what an export puts for one."""
_PIECE = lazy.pattern(rf"[^{SOFT}]+")
_AMOUNT = lazy.pattern(r"[十百千万]")
_MASKED_AS = lazy.pattern(r"\[(数字|电话|手机|号码|订单|身份证|账号|卡号|orderid)")
_MASKS_OF = {
    "电话": {"电话", "手机"},
    "证件": {"身份证"},
    "单号": {"订单", "orderid"},
    "账号": {"账号", "卡号"},
}

_LABELS = lazy.pattern(
    r"(?P<其他>商品编?号|商品id|sku|税号|邮编|密码|验证码|金额|价格?|工号|学号|编码|型号|款号|日期|时间)"
    r"|(?P<电话>手机|电话|联系方式|座机)|(?P<证件>身份证|证件)"
    r"|(?P<账号>[卡账户]号|账[户号]|银行卡|支付宝|微信号)"
    r"|(?P<单号>订单|[单票]号|运单|工单|保单|服务单|编号|合同|航班|车牌|住院号|病历号|流水号)"
)
_LABEL_BEFORE, _LABEL_AFTER = 12, 6
"""How far a word that says what a number is may stand before and after it (code points)."""

_SOMEBODY_ELSES = lazy.pattern(
    r"(?:爱人|老公|老婆|丈夫|妻子|儿子|女儿|孩子|父亲|母亲|[爸妈]|奶奶|爷爷|朋友|同事|对方|人家|别人|[他她]|商家|卖家"
    r"|快递员?|师傅|骑手|司机|客服|[你您](?:们|的)?|骚扰|陌生|打来)(?:家|那边|的)?(?:手机|电话|号码|座机)"
)

_NAMED = (
    *("号", "号码", "电话", "手机", "方式", "身份证", "证件", "订单"),
    *("后四位", "后六位", "末四位", "末六位"),
)
_BEING = ("nbsp", "就是", *(f"{me}{be}" for me in ("我", "") for be in "是为:："), SOFT, "#")
"""What may stand between the name of a number and the number: the longer ones first."""

_COUNTED = lazy.pattern(
    r"(?:多|左右|以上)?(?:元|块|毛|万|年|月|日|点|分|秒|个|小时|天|周|次|件|条|台|款|套|盒|箱|瓶|人|岁|%|楼"
    r"|栋|幢|单元|室|弄|米|寸|匹|升|级|度|斤|克|g|kg|ml|mb|gb|兆|股|手|期|折|倍|位数?|号(?!码)|多|左右)"
)
_PRICED = lazy.pattern(r"(?:共|差|花了?|充了?|付了?|扣了?|涨到?|降到?|满|减|￥|¥|第)$")
_SHORT = 7
"""Under so many digits, a number before a unit is an amount."""

_MOBILE = lazy.pattern(r"(?:86)?1[3-9][0-9*x]{9}")
_SPOKEN = str.maketrans("零〇一二两三四五六七八九幺", "0012234567891")
_LENGTHS = {"电话": (4, 13), "证件": (4, 20), "单号": (4, 32), "账号": (4, 32)}
"""Fewest and most digits: callers often give the last four, and say a piece of a number twice."""
_IDENTITY_LENGTHS = (15, 18)
"""Digits of an identity card: the first generation's and GB 11643-1999."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a text, in however many pieces it was said.

    :ivar digits: its digits and letters, joined, in ASCII.
    :ivar masked: what an export says it was; empty for a number that is there.
    """

    start: int
    end: int
    digits: str
    masked: frozenset[str]


def value(
    group: str, text: str, start: int, end: int, tags: Tags, *, asked: bool
) -> tuple[int, int] | None:
    """The value of ``group`` that ``[start, end)`` of a matching form is or is part of.

    :param tags: gives a text's tokens and their parts of speech.
    :param asked: whether it was asked for; else a number must tell by itself what it is.
    :returns: its whole span, or ``None`` when these words are no such value.
    """
    if is_number(group):
        numbers = (n for row in _numbers(text) for n in _over(row, start, end))
        fitting = (n for n in numbers if _fits(group, text, n, asked))
        return next(((n.start, n.end) for n in fitting), None)
    if group in _NAMES:
        return name_in(text, start, tags)
    if group == "地址":
        return _address(text, start, end)
    return start, end


_NAMES = ("姓", "姓名")
"""Whoever has told the one may be asked for the other."""


def _address(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The clause that names the place: 三号楼 alone is less than what was said."""
    low, high = clause(text, start, soft=True)[0], clause(text, end - 1, soft=True)[1]
    return None if _NO_ADDRESS.search(text, low, high + 1) else (low, high)


_NO_ADDRESS = lazy.pattern(
    r"哪|多少|不在|没在|[吗呢么？]|(?:线|电|网|思|套|走|一|半|通|迷|来|短)路|路(?:由|上|过|人|程|径|费|线|演)"
)


def is_number(group: str) -> bool:
    """Whether values of a group are numbers."""
    return group in _LENGTHS


def may_hold_number(text: str) -> bool:
    """Whether a matching form may hold a number that was not asked for; most hold none."""
    return _MAYBE.search(text) is not None


@lru_cache(maxsize=8)
def _numbers(text: str) -> tuple[tuple[_Number, ...], tuple[_Number, ...]]:
    """Numbers said in one breath, and, of those in pieces, each piece."""
    whole = [found.span() for found in _NUMBER.finditer(text)]
    pieces = [
        piece.span()
        for start, end in whole
        if text.find(SOFT, start, end) >= 0
        for piece in _PIECE.finditer(text, start, end)
    ]
    rows = [tuple(_number(text, *span) for span in spans) for spans in (whole, pieces)]
    return rows[0], rows[1]


def _over(numbers: Sequence[_Number], start: int, end: int) -> Sequence[_Number]:
    """The numbers that share characters with a span."""
    ends, starts = attrgetter("end"), attrgetter("start")
    return numbers[bisect_right(numbers, start, key=ends) : bisect_left(numbers, end, key=starts)]


def _number(text: str, start: int, end: int) -> _Number:
    masked = frozenset(_MASKED_AS.findall(text, start, end))
    plain = re.sub(_MASK, "", text[start:end]).translate(_SPOKEN)
    digits = "".join(char for char in plain if char == "*" or (char.isascii() and char.isalnum()))
    return _Number(start, end, digits, masked)


def _fits(group: str, text: str, number: _Number, asked: bool) -> bool:
    size = sum(not char.isalpha() or char == "x" for char in number.digits)
    least, most = _LENGTHS[group]
    if not number.masked and not least <= size <= most:
        return False
    label = _label(text, number)
    if label:
        return label == group and (asked or _theirs(group, text, number))
    masked = number.masked - {"数字", "号码"}
    if masked:
        return bool(masked & _MASKS_OF[group])
    if not asked:
        return _unmistakable(group, number.digits, size)
    if (number.masked or size < _SHORT) and _is_amount(text, number):
        return False
    return bool(number.masked) or _shaped(group, number.digits, size)


def _theirs(group: str, text: str, number: _Number) -> bool:
    """Whether a number is said to be the speaker's own value, in so many words."""
    if number.masked & _MASKS_OF[group]:
        return True
    return _said_to_be(text, number.start) and not _SOMEBODY_ELSES.search(
        _just_before(text, number)
    )


def _said_to_be(text: str, end: int) -> bool:
    """Whether right before a place stands what a number is, and perhaps that it is."""
    while being := next((words for words in _BEING if text.endswith(words, 0, end)), ""):
        end -= len(being)
    return text.endswith(_NAMED, 0, end)


def _just_before(text: str, number: _Number) -> str:
    return text[max(0, number.start - _LABEL_BEFORE) : number.start]


def _unmistakable(group: str, digits: str, size: int) -> bool:
    """Whether a number can only be one of the group, whatever is said around it."""
    if group == "电话":
        return _MOBILE.fullmatch(digits) is not None
    return group == "证件" and size == len(digits) == _IDENTITY_LENGTHS[-1]


def _is_amount(text: str, number: _Number) -> bool:
    before = _just_before(text, number)
    return bool(
        _COUNTED.match(text, number.end)
        or _PRICED.search(before)
        or _AMOUNT.match(text, number.end)
        or _AMOUNT.search(before[-1:])
    )


def _shaped(group: str, digits: str, size: int) -> bool:
    """Whether a number that nothing else tells the meaning of looks like one of the group."""
    mobile = _MOBILE.fullmatch(digits) is not None
    identity = size == len(digits) and size in _IDENTITY_LENGTHS
    if group == "电话":
        return mobile or (size == len(digits) and not identity)
    if group == "证件":
        # Recognisers drop digits: nearly whole, or a part that was asked for.
        return not mobile and (size == 6 or size >= 14)
    return not mobile and not identity


def _label(text: str, number: _Number) -> str:
    """The group that the nearest word before a number, else after it, says it belongs to."""
    stretch = re.split(rf"[{''.join(HARD)}]|{_ITEM}", _just_before(text, number))[-1]
    said = [found.lastgroup for found in _LABELS.finditer(stretch)]
    if not said:
        stretch = re.split(
            rf"[{''.join(HARD)}{SOFT}]|{_ITEM}", text[number.end : number.end + _LABEL_AFTER]
        )[0]
        said = [found.lastgroup for found in _LABELS.finditer(stretch)][:1]
    return said[-1] or "" if said else ""
