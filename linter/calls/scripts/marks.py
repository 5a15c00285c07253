"""What stands in a line of a script and is not said: slots, stage directions, alternatives.

``您好，（微笑）我是{坐席姓名}，请问(先生/女士)贵姓？`` has one of each.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from linter import lazy
from linter.frozen import dataclass

Kind = Literal["slot", "unfilled", "malformed", "direction", "choice", "quoted"]

_MOST_NAME = 20
"""Characters a slot's name may have."""
_MOST_INSIDE = 200
"""Characters that brackets may stand around; those further apart belong to others."""

_WRONG = ("malformed", "unfilled")
_PAIRS = {
    "〔": "〕",
    "‹": "›",
    "{": "}",
    "｛": "｝",
    "[": "]",
    "【": "】",
    "［": "］",
    "<": ">",
    "《": "》",
}
_CLOSING = {close: opening for opening, close in _PAIRS.items()}
_CURLY = frozenset("{｛")

_FIELD = (
    r"姓名|姓氏|名字|称呼|称谓|客户名|昵称|工号|坐席|座席|客服|金额|余额|费用|价格|数额|天数|日期|时间|时段|年份|月份"
    r"|号码|编号|单号|尾号|卡号|账号|证件|地址|地区|城市|网点|门店|店名|店铺|品牌|公司|银行|机构|部门|产品|套餐|商品|型号|款项"
    r"|期数|利率|比例|次数|数量|楼层|电话|手机|原因|事由|内容|名称|快递|物流|订单|链接|活动|权益|渠道|业务|车牌|航班|保单|险种|师傅|科室|医生|学校|课程|具体"
)
_FIELD_NAME = lazy.pattern(
    rf"(?:(?:{_FIELD})[^，。！？,!?]{{0,4}}|[^，。！？,!?]{{0,8}}(?:{_FIELD}))"
)
_LATIN_NAME = lazy.pattern(r"[A-Za-z_][\w.\-]*")
_UNFILLED = lazy.pattern(
    r"待(?:补充|填写|填|定|完善|确认|核实|审核|更新|替换|补)|(?:此处|这里|这儿)(?:请)?(?:填写?|写|补充|替换|插入)|请(?:填写|替换|补充)(?:此处|这里)?"
    r"|填写?(?:此处|这里)|todo|tbd|tbc|fixme|to be (?:filled|determined)|xxx+|某某某"
)
_SLOT_CHARS = lazy.pattern(
    # A word or a number around crosses makes them part of it: XXL, 138****0000.
    r"(?P<hash>[#＃][^#＃\s，。！？]{1,8}[#＃]|\$(?!\d)[^$\s，。！？]{1,8}\$)|[_＿]{2,}"
    r"|(?<!\d)%[sd](?![A-Za-z0-9_])|\$[A-Za-z_][A-Za-z0-9_]*"
    r"|(?<![A-Za-zＡ-Ｚ0-9×✕*＊])[XxＸ×✕*＊]{2,}+(?![A-Za-z0-9])|某某"
)
_WORDS = lazy.pattern(
    r"待补充(?!的?(?:资料|材料|证明|信息|证件))|待填写?(?!项)|待定(?!位|格)|待完善(?=[，。）】}\]]|$)|(?:此处|这里)(?:请)?(?:填写|补充|替换|插入)"
    r"|(?<![a-z])(?:todo|tbd|tbc|fixme)(?![a-z])",
    re.IGNORECASE,
)
_MANNER = (
    r"语气|语速|语调|声音|音量|态度|表情|面带|微笑|停顿|稍停|停(?:一下|下来|[\d一两三几半])|稍作|略停|等待|静候|倾听|聆听|记录|查询|查看|核实|核对|核查|确认|登记|操作|转接|点头|静音|挂机|挂断"
    r"|打开|进入|切换|停留|翻看|输入|复述|重复|保持|系统|根据|视情况|可选|选读|必读|必说|热情|温和|诚恳|真诚|亲切|放缓|放慢|柔和|沉稳|坚定|共情|安抚|引导"
    r"|如(?![意下])|若(?!干)|当(?![天日前月年地晚时季])|待(?![遇机])|(?:客户|用户)(?![经端名号协服中])|对方|来电人"
    r"|[男女](?:士|性|客户)?$|[上下]午(?:用|时段?|[来致]电)?$|二选一|任选|择一|同上|略(?:$|[，去过])|笑|叹(?:气|$)|清嗓|双手|鞠躬|起立|起身|示意"
    r"|递[上给交送]|按(?![揭月年日天次量季时期])|点击|发送|截图|备注|注意|提示"
)
_DIRECTION = lazy.pattern(rf"(?:请|可|此处|这里|坐席|客服|稍|先|再|边|\d+[秒s])*?(?:{_MANNER}).*")
_ADDRESSED = lazy.pattern(r"您|你|[。！？!?]|我们|咱")
_ROUND = lazy.pattern(r"[（(]([^（()）]{0,60})[)）]")
_STARRED = lazy.pattern(r"(?<!\*)\*([^*\s][^*]{0,12})\*(?!\*)")
_QUOTED = lazy.pattern(r"“[^“”]+”|‘[^‘’]+’|「[^「」]+」|《[^《》]+》|\"\"[^\"]+\"\"|\"[^\"]+\"")
_MOST_QUOTED = 30
_LEAST_AROUND = 4
_CHOICE_BARE = lazy.pattern(
    r"(先生|女士|小姐|上午|下午|早上|晚上)(?:[/／](先生|女士|小姐|上午|下午|早上|中午|晚上))+"
)
_SLASH = lazy.pattern(r"[/／|｜]")
_MOST_OPTION = 20
_ADDRESS = lazy.pattern(r"://|www\.|\.(?:com|cn|net)\b", re.IGNORECASE)
_TAG = lazy.pattern(
    r"/?(?:b|i|u|br|p|em|strong|span|div|a|img|font|hr|li|ul|ol|td|tr)\b[^<>]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Legend:
    """The slots a file explains.

    :ivar names: what stands in them.
    :ivar brackets: the opening brackets they are written with.
    :ivar free: those of them in which anything may stand: 〔 〕内照系统念.
    :ivar closed: whether the file says that there are no others.
    """

    names: frozenset[str] = frozenset()
    brackets: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    closed: bool = False

    @staticmethod
    def of(written: Iterable[str], *, closed: bool = False) -> Legend:
        """The legend of slots as they are written: ``{姓名}``, ``____``."""
        names: set[str] = set()
        brackets: set[str] = set()
        free: set[str] = set()
        for slot in written:
            bare = slot.strip("$").strip("{}｛｝[]［］【】<>《》〔〕‹›#＃ ")
            if not bare and slot[:1] in _PAIRS:
                free.add(slot[:1])
                continue
            names.add(bare or slot)
            if bare and (opening := slot.lstrip("$")[:1]) in _PAIRS:
                brackets.add(opening)
        return Legend(frozenset(names), frozenset(brackets | free), frozenset(free), closed)


NO_LEGEND = Legend()


class Mark(NamedTuple):
    """Something in a line that is not said as it stands.

    ``start`` and ``end`` count code points of the line; ``name`` is what a slot is for, or what is
    wrong with a malformed one; ``options`` are the spans of the words to choose from.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    options: tuple[tuple[int, int], ...] = ()


def marks(text: str, legend: Legend = NO_LEGEND) -> tuple[Mark, ...]:
    """Everything in a line that is not said as it stands, in order; none overlaps another.

    :param legend: the slots the file explains; ``[城区]`` is one if others are written so.
    """
    found: list[Mark] = []
    for mark in sorted(_all(text, legend), key=lambda mark: (mark.start, -mark.end)):
        if not found or mark.start >= found[-1].end:
            found.append(mark)
        elif mark.kind in _WRONG and found[-1].kind not in _WRONG:
            found[-1] = mark
    return tuple(found)


def _all(text: str, legend: Legend) -> Iterator[Mark]:
    yield from _bracketed(text, legend)
    emphasis = [stars for stars in ("**", "***") if text.count(stars) > 1]
    for found in _SLOT_CHARS.finditer(text):
        # Stars may be Markdown's: **重要**.
        if found[0] not in emphasis:
            name = found[0].strip("#＃$") if found["hash"] else found[0]
            yield Mark("slot", found.start(), found.end(), name)
    for found in _WORDS.finditer(text):
        yield Mark("unfilled", found.start(), found.end(), found[0])
    for found in _ROUND.finditer(text):
        yield from _round(text, found)
    for found in _STARRED.finditer(text):
        if _is_direction(found[1]):
            yield Mark("direction", found.start(), found.end(), found[1])
    yield from _quoted(text)
    for found in _CHOICE_BARE.finditer(text):
        yield Mark(
            "choice", found.start(), found.end(), "", _options(text, found.start(), found.end())
        )


def _quoted(text: str) -> Iterator[Mark]:
    """Somebody else's words, or a label, held up in a line; a line all in quotes is just said."""
    said = sum(char.isalnum() for char in text)
    for found in _QUOTED.finditer(text):
        words = sum(char.isalnum() for char in found[0])
        if words <= _MOST_QUOTED and said - words >= _LEAST_AROUND:
            yield Mark("quoted", found.start() + 1, found.end() - 1)


def _bracketed(text: str, legend: Legend) -> Iterator[Mark]:
    at = 0
    while at < len(text):
        char = text[at]
        if char in _PAIRS:
            mark, at = _from_opening(text, at, legend)
            if mark:
                yield mark
            continue
        if char in "}｝":
            yield Mark("malformed", at, at + 1, "没有开头的括号")
        at += 1


def _from_opening(text: str, start: int, legend: Legend) -> tuple[Mark | None, int]:
    """What an opening bracket begins, and where to go on."""
    opening = text[start]
    begin = start
    while start > 0 and text[start - 1] == "$":
        start -= 1
    doubled = text.startswith(opening * 2, begin)
    inside = begin + (2 if doubled else 1)
    close = _PAIRS[opening] * (2 if doubled else 1)
    end = text.find(close, inside, inside + _MOST_INSIDE)
    other = next(
        (i for i in range(inside, min(len(text), inside + _MOST_NAME + 1)) if text[i] in _CLOSING),
        -1,
    )
    if end < 0 or (0 <= other < end):
        if opening in _CURLY:
            stop = other + 1 if other >= 0 else _unclosed_end(text, inside)
            wrong = "前后括号不一样" if other >= 0 else "没有写完，少了后半个括号"
            return Mark("malformed", start, stop, wrong), stop
        return None, begin + 1
    name = text[inside:end].strip()
    stop = end + len(close)
    return _named(text, start, stop, name, opening, legend), stop


def _unclosed_end(text: str, inside: int) -> int:
    end = inside
    while end < len(text) and end - inside < _MOST_NAME and text[end] not in "，。！？,!?；;、 \n":
        end += 1
    return end


def _named(
    text: str, start: int, stop: int, name: str, opening: str, legend: Legend
) -> Mark | None:
    if not name:
        return Mark("malformed", start, stop, "括号里是空的")
    if _UNFILLED.fullmatch(name.lower()) or _UNFILLED.match(name.lower()):
        return Mark("unfilled", start, stop, name)
    if opening in _CURLY:
        if len(name) > _MOST_NAME or any(char in "。！？，{｛" for char in name):
            # A whole sentence in braces is a choice, or a note.
            if _SLASH.search(name):
                return Mark("choice", start, stop, "", _options(text, start + 1, stop - 1))
            return Mark("malformed", start, stop, "括号里不像是占位符的名字")
        return Mark("slot", start, stop, name)
    if opening == "<" and _TAG.fullmatch(name):
        return Mark("direction", start, stop, name)
    blank = not name.strip("_＿ Xx×*")
    if opening == "《" and not blank:
        return None
    if blank or name in legend.names or _FIELD_NAME.fullmatch(name):
        return Mark("slot", start, stop, name)
    if opening in "[［<〔‹" and (opening in legend.brackets or legend.closed) and len(name) <= 8:
        return None if _is_direction(name) else Mark("slot", start, stop, name)
    if opening in "[［<〔‹" and _LATIN_NAME.fullmatch(name):
        return Mark("slot", start, stop, name)
    return Mark("direction", start, stop, name) if _is_direction(name) else None


def _round(text: str, found: re.Match[str]) -> Iterator[Mark]:
    inside = found[1].strip()
    start, end = found.span()
    if not inside:
        yield Mark("malformed", start, end, "括号里是空的")
        return
    if _UNFILLED.match(inside.lower()) and not _ADDRESSED.search(inside):
        yield Mark("unfilled", start, end, inside)
        return
    options = () if _ADDRESS.search(inside) else _options(text, start + 1, end - 1)
    if len(options) > 1 and all(b - a <= _MOST_OPTION for a, b in options):
        yield Mark("choice", start, end, "", options)
    elif _is_direction(inside):
        yield Mark("direction", start, end, inside)


def _options(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The spans between slashes; a pair of digits with one between (24/7, 1/2) is no choice."""
    cuts = [start - 1]
    for found in _SLASH.finditer(text, start, end):
        at = found.start()
        if not (text[at - 1].isdigit() and text[at + 1 : at + 2].isdigit()):
            cuts.append(at)
    cuts.append(end)
    spans = [(a + 1, b) for a, b in itertools.pairwise(cuts)]
    return tuple((a, b) for a, b in spans if text[a:b].strip())


def _is_direction(inside: str) -> bool:
    return not _ADDRESSED.search(inside) and bool(_DIRECTION.match(inside))
