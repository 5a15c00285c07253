"""The parts that addresses are made of: named places, and numbered parts of buildings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter import lazy
from linter.masking.plain import DIGITS
from linter.masking.surnames import lexicon
from linter.masking.words import Words

Level = Literal["area", "town", "place", "village", "unit", "group"]
"""What a part is: of a country, of a city; a road or a house of a name; a village; a number of a
building, or of something that may be one.
"""
_NUMBER = rf"[0-9{DIGITS}十百]{{1,6}}"
_UNIT = lazy.pattern(
    rf"(?:(?:第|[附副甲乙丙丁])? ?{_NUMBER}(?:[\-－之杠]{{1,2}}{_NUMBER}){{0,3}}"
    rf"|[a-z][0-9]{{0,4}}|[甲乙丙丁]"
    rf"|[东西南北](?=[栋幢座楼区门]))[a-z甲乙丙丁]? ?"
    r"(?P<unit>号楼|号院|号门|号店|号铺|号库|弄|栋|幢|座(?![机位])|单元|室|号(?!线"
    r"|码|机|令|召|称|文件|公|段|前|后|之前|之后|下午|上午|早|晚|左右|到|的|那天|套"
    r"|字)"
    r"|层|楼|门(?!口|店|诊|课|禁)|房(?!间|子|价)|户(?!号|口|主)|铺|车间|组|社|队|排"
    r"|期|大?区|巷|连|营)"
)
_SOLID = frozenset(
    [
        "号楼",
        "号院",
        "号门",
        "弄",
        "栋",
        "幢",
        "座",
        "单元",
        "室",
        "号",
        "层",
        "楼",
        "门",
        "房",
        "户",
        "铺",
        "号店",
        "号铺",
        "号库",
    ]
)
_NAMED = lazy.pattern(
    r"(?P<area>自治区|特别行政区|新区|开发区|高新区|经开区|省|市(?![场里民区长面值立])"
    r"|区(?![号域别间分])|县|自治州|州|盟|自治县|旗)"
    r"|(?P<town>街道(?!办理)|镇(?!站)|乡(?![下村]))"
    r"|(?P<place>路(?![由上过人程径费线演况途])|大街|街(?![上边道])|巷(?!子里)|胡同"
    r"|大道|道(?=[0-9{D}]{1,4}号)|小区|社区|花园|家园|花苑|公馆|公寓|大厦|广场|新村"
    r"|新城|国际|华府|华庭"
    r"|山庄|别墅|豪庭|豪园|豪苑|名都|名城|名苑|雅苑|雅居|雅园|嘉园|佳园|佳苑|嘉苑"
    r"|馨苑|丽苑|景苑|锦苑|工业园区?|产业园区?|科技园|创业园|物流园|软件园|[一-鿿]苑"
    r"|[一-鿿]园(?![林丁区艺])|[一-鿿]府(?=[0-9{D}])|[一-鿿]庭(?=[0-9{D}])|[一-鿿]城(?=[0-9{D}])"
    r"|[一-鿿]湾(?=[0-9{D}])|[一-鿿]郡(?=[0-9{D}])|[一-鿿]轩(?=[0-9{D}])|[一-鿿]里(?=[0-9{D}甲乙丙丁]|[东西南北][巷街路里]|小区|社区|新村)"
    r"|[一-鿿]坊(?=[0-9{D}])|[一-鿿]居(?=[a-z0-9{D}])|[一-鿿]庄(?=[0-9{D}])|大楼|写字楼|soho"
    r"|宿舍楼?|家属[院楼区]|大院|大学|学院|中学|小学|幼儿园|医院|酒店|宾馆|商场|批发市场"
    r"|驿站|农场|林场|国道|省道|弄(?=[0-9{D}])|商务楼|中心(?=[a-z0-9{D}])|车站|大队)"
    r"|(?P<village>家(?:湾|沟|坪|庄|屯|坝|寨|岗|营|堡|集|店|坡|桥|冲|塘|峪|垭|窑|坟|楼|圩|墩|渡|嘴)(?=[0-9{D}]{1,3}[组队社号]|村)"
    r"|(?:[湾沟坪坡岭冲坝垭峪塘]|店子|坝子)(?=[0-9{D}]{1,3}[组队社])|村(?!里|民|上|委)|屯(?=[0-9{D}])|自然村|行政村|寨子?(?=[0-9{D}])|生产队)".replace(
        "{D}", DIGITS
    )
)
_QUARTER = lazy.pattern(
    rf"[东西南北中一二三四五六七八九a-f0-9]区(?=[0-9{DIGITS}十a-f]{{1,3}}(?:[栋幢座\-]|号楼))"
)
_DIRECTIONS = frozenset(
    f"{side}{kind}"
    for side in "东西南北中前后上下大"
    for kind in ("路", "街", "大街", "道", "巷", "大道")
)
_NO_PART = ("p", "r", "c", "u", "y", "d")
_LONGEST = 9
_STOP_CHARS = frozenset("住在到寄送是于去从给我您你的了往搬就把")
_GENERIC = lexicon()["no places"]
NAMING = ("", "n", "f", "s", "g", "z", "m", "b", "j")
STOP = lexicon()["before places"]


class Part(NamedTuple):
    """A part of an address: ``text[start:end]``."""

    start: int
    end: int
    level: Level


def parts(words: Words) -> list[Part]:
    """All parts in a plain text, in order; they may overlap."""
    return sorted([*_units(words), *_named(words)])


def _units(words: Words) -> Iterator[Part]:
    for match in _UNIT.finditer(words.text):
        solid = match["unit"] in _SOLID
        yield Part(match.start(), match.end(), "unit" if solid else "group")


def _named(words: Words) -> Iterator[Part]:
    starts = words.starts
    for match in _NAMED.finditer(words.text):
        level: Level = match.lastgroup  # type: ignore[assignment]
        end = match.end()
        start = _beginning(words, starts, match.start(), end)
        if words.text[start:end] in _GENERIC:
            start = _with_name(words, starts, start)
        if start == match.start() or words.text[start:end] in _GENERIC:
            continue
        if match[0] == "区" and _QUARTER.match(words.text, end - 2):
            level = "place"
        yield Part(start, end, level)


def _beginning(words: Words, starts: list[int], at: int, end: int) -> int:
    """Where the name begins that ends with a word such as 路."""
    number = bisect_right(starts, at) - 1
    first = begin = starts[number]
    if not _is_whole(words, begin, at, end):
        while number > 0 and end - starts[number - 1] <= _LONGEST:
            previous = starts[number - 1]
            if not _goes_on(words, previous, begin, first):
                break
            begin, number = previous, number - 1
    while begin < at and words.text[begin] in _STOP_CHARS and _is_loose(words, begin):
        begin += 1
    return begin


def _with_name(words: Words, starts: list[int], start: int) -> int:
    """With the name right before a word for places: 桂集镇 is not the word 集镇."""
    number = bisect_right(starts, start) - 1
    if number <= 0:
        return start
    previous = starts[number - 1]
    word, tag = words.text[previous:start], words.tags[previous][1]
    is_name = tag.startswith(("nr", "ns", "nz")) or not tag
    return previous if is_name and is_name_part(word) and word not in STOP else start


def _is_whole(words: Words, begin: int, at: int, end: int) -> bool:
    """Whether the word that a name ends with is all of the name: 文三路, not 东路."""
    stop, tag = words.tags[begin]
    if begin >= at or words.text[begin:end] in _DIRECTIONS:
        return False
    return at - begin > 1 or bool(stop >= end and tag)


def _is_loose(words: Words, begin: int) -> bool:
    return words.tags.get(begin, (0, ""))[1] in ("", "v", "p")


def _goes_on(words: Words, previous: int, begin: int, first: int) -> bool:
    """Whether the token before belongs to the name, too."""
    word, tag = words.text[previous:begin], words.tags[previous][1]
    if word in STOP or not is_name_part(word) or tag[:1] in _NO_PART:
        return False
    if begin == first:
        return True
    if _NAMED.fullmatch(word[-1:]) or (tag.startswith("v") and len(word) > 1):
        return False
    if first - begin <= 2:
        return True
    return tag.startswith(("ns", "nz", "nt")) or (first - begin <= 3 and tag[:1] in NAMING)


def is_name_part(word: str) -> bool:
    """Whether a name may be made of it."""
    return all("\u4e00" <= char <= "\u9fff" or (char.isascii() and char.isalnum()) for char in word)
