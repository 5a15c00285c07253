"""Digits that are said one after the other: in one breath, or with blanks and fillers between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from linter import lazy
from linter.masking.plain import DIGITS, digits_of

_DASH = r"\-\u2010-\u2015_"
_TIGHT = lazy.pattern(rf"[{DIGITS}](?:(?:[ {_DASH}]|\ufe0f?\u20e3 ?)?[{DIGITS}])*")
_ANY = lazy.pattern(f"[{DIGITS}洞拐勾钩]")
_REMEMBERED = 512
"""Texts whose digits are kept: a turn's are asked for by several."""
_NO_DIGIT = lazy.pattern(
    rf"(?<![{DIGITS}])(?:(?<=[等万第统唯逐单之某每])一(?![{DIGITS}])"
    r"|一(?=[下起遍样直会定般些种旦切向]|共(?!享)|点(?![零一二三四五六七八九])|个(?:[人月号]|$)|边))"
)
"""一 in words that count nothing: 等一下, 第一, 一起."""
_RADIO = lazy.pattern(rf"[{DIGITS}洞拐勾钩][{DIGITS}洞拐勾钩 {_DASH}]*[{DIGITS}洞拐勾钩]")
_RADIO_VALUES = str.maketrans("洞拐勾钩", "零七九九")
_SAID_BY_RADIO = lazy.pattern("[洞拐勾钩]")
_HEARD_DIGITS = 4
"""Characters of a number in which 洞, 拐 and 勾 are digits: nobody says so many by chance."""
_JOINT = lazy.pattern(
    rf"(?:[ {_DASH},，、.。…·()/]|嗯|啊|呃|额|哦|噢|唔|诶|那个|这个|然后|就是|完了"
    rf"|再|是|对|好的?|横?杠|空格"
    r"|逗号|后面|后头|后边|前面|前头|开头|接着|还有|中间|最后|不对|错了|不是|重新|等一?[下会]儿?|等哈|等等|稍等|完整的|哎|欸|唉){1,8}"
)
_LONGEST_JOINT = 12
_DOUBLED = "双孖"
_TIMES = lazy.pattern(
    rf"(?<![{DIGITS}十百千万])(?:([二两三四五六2-6])[个条]|[{_DOUBLED}])([{DIGITS}])(?![{DIGITS}]?[十百千万个])"
)
_AS_ONE = lazy.pattern(rf"[妖腰要](?=[{DIGITS}]{{2}})")
_UNITS = lazy.pattern(
    r"\s{0,2}(?:多|余|来|几)?(?:个(?!人码)|元|块|毛(?!巾)|角|分(?!机)|万|亿|千|百"
    r"|十|年|月|日|点|时|秒|小时|天|周|次|件|条|台|款|套|盒|箱|瓶|包|袋|人"
    r"|岁|%|‰|度|积分|股|手(?!机)|位|名|期|折|倍|页|字|行|千克|克|公斤|斤|公里|千米"
    r"|米|平|毫升|升|吨|里|兆|寸|英寸|匹|座|型|版|代"
    r"|集|章|节|款|场|轮|局|路(?:公交|车)|号线|级|届|世纪|美|港|欧|日元|韩|钱|折|码的"
    r"|kg|km|kb|mb|gb|tb|mah|ml|mm|cm|kwh?|hz"
    r"|fps|px|rmb|cny|usd|[gmkwlv](?![a-z0-9])|转(?!接)|瓦|伏|安(?!全)|帧|像素|ppm|x\d|\*\d|×)"
)
_MONEY = lazy.pattern(
    r"(?:[¥$€£第满减]|rmb|金额|余额|价格?|合计|总计|总共|一共|共|原价|售价|差|欠|花了?"
    r"|(?<!扣)扣了?|充了?|付了?|退了?|赔付?|补偿|补贴|价保|保价|优惠|收了?|还剩|剩下?|超过"
    r"|大概|大约|约|近|至少|最多|不到|达到?|涨到?|降到?|额度|流量|积分|押金|运费|工资"
    r"|月供|贷款)(?:是|为|了|的|[:：\s]){0,2}$"
)
_DECIMAL = lazy.pattern(r"[.点:：/](?=[0-9〇零一二三四五六七八九])")


class Run(NamedTuple):
    """Digits in one breath: ``text[start:end]``, which say ``digits`` in ASCII."""

    start: int
    end: int
    digits: str


class Chain(NamedTuple):
    """Runs with nothing but blanks, stops and fillers between them."""

    runs: tuple[Run, ...]

    @property
    def start(self) -> int:
        """Where the first run begins."""
        return self.runs[0].start

    @property
    def end(self) -> int:
        """Where the last run ends."""
        return self.runs[-1].end

    @property
    def digits(self) -> str:
        """All digits."""
        return "".join(run.digits for run in self.runs)

    def parts(self) -> Iterator[Chain]:
        """Each run by itself."""
        return (Chain((run,)) for run in self.runs)


@lru_cache(maxsize=_REMEMBERED)
def runs(text: str) -> tuple[Run, ...]:
    """All runs of a plain text, in order, those of one digit too."""
    if not _ANY.search(text):
        return ()
    found: list[Run] = []
    text = _with_radio_digits(text)
    # What says how often a digit comes is no digit itself: 三个八.
    times = {match.start(): match for match in _TIMES.finditer(text)}
    ends = {match.end() for match in times.values()}
    heard = {match.start() for match in _AS_ONE.finditer(text)}
    nothing = {match.start() for match in _NO_DIGIT.finditer(text)} if "一" in text else ()
    for match in _TIGHT.finditer(text):
        start, end = match.span()
        if start in nothing:
            continue
        digits = digits_of(match[0])
        if start - 1 in heard:
            start, digits = start - 1, "1" + digits
        if end - 1 in times:
            # The last digit counts what comes after 个.
            if end - 1 > match.start():
                found.append(Run(start, end - 1, digits[:-1]))
            again = times[end - 1]
            found.append(Run(again.start(), again.end(), _repeated(again[1] or "2", again[2])))
        elif match.start() + 1 in ends:
            if text[match.start() - 1] in _DOUBLED:
                found.append(Run(match.start() - 1, match.start() + 1, digits[0] * 2))
            if end > match.start() + 1:
                found.append(Run(match.start() + 1, end, digits[1:]))
        else:
            found.append(Run(start, end, digits))
    return tuple(found)


def _with_radio_digits(text: str) -> str:
    """The text with 洞, 拐 and 勾 as 0, 7 and 9 where they stand among digits."""
    if not _SAID_BY_RADIO.search(text):
        return text

    def digits(found: re.Match[str]) -> str:
        said = re.sub(rf"[ {_DASH}]", "", found[0])
        radio = sum(char in "洞拐勾钩" for char in said)
        is_number = len(said) >= _HEARD_DIGITS and (radio < len(said) or len(set(said)) > 1)
        return found[0].translate(_RADIO_VALUES) if is_number else found[0]

    return _RADIO.sub(digits, text)


def _repeated(count: str, digit: str) -> str:
    return digits_of(digit) * int(digits_of(count))


def chains(text: str) -> list[Chain]:
    """The runs of a plain text, put together where only fillers are between."""
    found: list[list[Run]] = []
    for run in runs(text):
        if found and joined(text, found[-1][-1].end, run.start):
            found[-1].append(run)
        else:
            found.append([run])
    return [Chain(tuple(row)) for row in found]


def joined(text: str, end: int, start: int) -> bool:
    """Whether nothing but blanks, stops and fillers is between two digits of one number."""
    size = start - end
    return size <= _LONGEST_JOINT and (not size or _JOINT.fullmatch(text, end, start) is not None)


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether digits of a plain text count something: money, time, things."""
    before = text[max(0, start - 8) : start]
    return bool(
        _UNITS.match(text, end)
        or (before and before[-1] in "十百千万亿")
        or _MONEY.search(before)
        or _DECIMAL.match(text, end)
        or (len(before) > 1 and before[-1] in ".点:" and before[-2].isdecimal())
    )
