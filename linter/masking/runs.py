"""Digits that are said one after the other: in one breath, or with blanks and fillers between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linter import lazy
from linter.masking.plain import DIGITS, digits_of

_DASH = r"\-\u2010-\u2015_"
_TIGHT = lazy.pattern(rf"[{DIGITS}](?:[ {_DASH}]?[{DIGITS}])*")
_JOINT = lazy.pattern(
    rf"(?:[ {_DASH},，、.。…·()/]|嗯|啊|呃|额|哦|噢|唔|诶|那个|这个|然后|就是|完了"
    rf"|再|是|对|好的?|横?杠|空格"
    r"|逗号|后面|前面|接着|还有|中间|最后|不对|错了|不是|重新|等一?下|完整的){1,5}"
)
_LONGEST_JOINT = 10
_TIMES = lazy.pattern(
    rf"(?<![{DIGITS}十百千万])([二两三四五六2-6])个([{DIGITS}])(?![{DIGITS}]?[十百千万个])"
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
    r"|(?<!扣)扣了?|充了?|付了?|退了?|赔|收了?|还剩|剩下?|超过"
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


def runs(text: str) -> list[Run]:
    """All runs of a plain text, those of one digit too."""
    found: list[Run] = []
    # What says how often a digit comes is no digit itself: 三个八.
    times = {match.start(): match for match in _TIMES.finditer(text)}
    ends = {match.end() for match in times.values()}
    heard = {match.start() for match in _AS_ONE.finditer(text)}
    for match in _TIGHT.finditer(text):
        start, end = match.span()
        digits = digits_of(match[0])
        if start - 1 in heard:
            start, digits = start - 1, "1" + digits
        if end - 1 in times:
            # The last digit counts what comes after 个.
            if end - 1 > match.start():
                found.append(Run(start, end - 1, digits[:-1]))
            again = times[end - 1]
            found.append(Run(again.start(), again.end(), _repeated(again[1], again[2])))
        elif match.start() + 1 in ends:
            if end > match.start() + 1:
                found.append(Run(match.start() + 1, end, digits[1:]))
        else:
            found.append(Run(start, end, digits))
    return found


def _repeated(count: str, digit: str) -> str:
    return digits_of(digit) * int(digits_of(count))


def chains(text: str) -> list[Chain]:
    """The runs of a plain text, put together where only fillers are between."""
    found: list[list[Run]] = []
    for run in runs(text):
        if found and _joined(text, found[-1][-1].end, run.start):
            found[-1].append(run)
        else:
            found.append([run])
    return [Chain(tuple(row)) for row in found]


def _joined(text: str, end: int, start: int) -> bool:
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
