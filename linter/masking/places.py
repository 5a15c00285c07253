"""Addresses: named places and numbered parts of buildings, one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from linter import lazy
from linter.masking.mentions import Mention
from linter.masking.plain import DIGITS
from linter.masking.surnames import lexicon
from linter.masking.words import Words

Level = Literal["area", "town", "place", "village", "unit", "group"]

_NUMBER = rf"[0-9{DIGITS}十百]{{1,6}}"
_UNIT = lazy.pattern(
    rf"(?:第? ?{_NUMBER}(?:[\-－之杠]{{1,2}}{_NUMBER}){{0,3}}|[a-z][0-9]{{0,4}}|[甲乙丙丁]|[东西南北](?=[栋幢座楼区门]))[a-z甲乙丙丁]? ?"
    r"(?P<unit>号楼|号院|号门|号店|号铺|号库|弄|栋|幢|座(?![机位])|单元|室|号(?!线|码|机|令|召|称|文件|公|段|前|后|之前|之后|下午|上午|早|晚|左右|到|的|那天|套|字)"
    r"|层|楼|门(?!口|店|诊|课|禁)|房(?!间|子|价)|户(?!号|口|主)|铺|车间|组|社|队|排|期|大?区|巷|连|营)"
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
    r"(?P<area>自治区|特别行政区|新区|开发区|高新区|经开区|省|市(?![场里民区长面值])|区(?![号域别间分])|县|自治州|州|盟|自治县|旗)"
    r"|(?P<town>街道(?!办理)|镇|乡(?![下村]))"
    r"|(?P<place>路(?![由上过人程径费线演况途])|大街|街(?![上边道])|巷(?!子里)|胡同|大道|道(?=[0-9{D}]{1,4}号)|小区|社区|花园|家园|花苑|公馆|公寓|大厦|广场|新村|新城|国际|华府|华庭"
    r"|山庄|别墅|豪庭|豪园|豪苑|名都|名城|名苑|雅苑|雅居|雅园|嘉园|佳园|佳苑|嘉苑|馨苑|丽苑|景苑|锦苑|工业园区?|产业园区?|科技园|创业园|物流园|软件园|[一-鿿]苑|[一-鿿]园(?![林丁区艺])|[一-鿿]府(?=[0-9{D}])|[一-鿿]庭(?=[0-9{D}])|[一-鿿]城(?=[0-9{D}])"
    r"|[一-鿿]湾(?=[0-9{D}])|[一-鿿]郡(?=[0-9{D}])|[一-鿿]轩(?=[0-9{D}])|[一-鿿]里(?=[0-9{D}])|[一-鿿]坊(?=[0-9{D}])|[一-鿿]居(?=[0-9{D}])|[一-鿿]庄(?=[0-9{D}])|大楼|写字楼|宿舍楼?|家属[院楼区]|大院|大学|学院|中学|小学|幼儿园|医院|酒店|宾馆|商场|批发市场|驿站|农场|林场|国道|省道|弄(?=[0-9{D}])|商务楼|中心(?=[a-z0-9{D}])|车站|大队)"
    r"|(?P<village>村(?!里|民|上|委)|屯(?=[0-9{D}])|自然村|行政村|寨子?(?=[0-9{D}])|生产队)".replace(
        "{D}", DIGITS
    )
)
_JOINT = lazy.pattern(r"(?:[ ,，、\-－/()（）]|的|那个|嗯|啊|呃|这个|然后|里面的?|院内|[东南西北中]段|与|和|跟){0,2}")
_ROOM = lazy.pattern(
    rf"(?:与|和)?(?:交叉口|路口|交汇处)"
    rf"|[ \-－,，]?[0-9{DIGITS}]{{1,3}}(?:[\-－杠之][0-9{DIGITS}]{{1,4}}){{1,3}}(?![0-9{DIGITS}年月日元块号])"
    rf"|[ \-－,，]?[0-9{DIGITS}]{{2,4}}(?![0-9{DIGITS}年月日元块号])"
)
_LEAD = lazy.pattern(
    r"(?:地址|住址|住在|我住|家住|住|家在|寄到|寄往|送到|送往|发到|发往|位置|位于|搬到|搬去|搬来|改到|改成|改为|户籍|籍贯|老家|上门到|坐落|收货|门牌|就在|这里是|这边是|我在|我们在|我家|家里)[是在:：,，为 就的]{0,4}"
    r"(?:那个|呃|嗯)?$"
)
_DIRECTIONS = frozenset(
    f"{side}{kind}" for side in "东西南北中前后上下大" for kind in ("路", "街", "大街", "道", "巷", "大道")
)
_NO_PART = ("p", "r", "c", "u", "y", "d")
_LONGEST = 9
_STOP = lexicon()["before places"]
_STOP_CHARS = frozenset("住在到寄送是于去从给我您你的了往搬就把")
_GENERIC = lexicon()["no places"]


class _Part(NamedTuple):
    start: int
    end: int
    level: Level


def place_mentions(words: Words, *, asked: bool = False) -> list[Mention]:
    """The addresses in a plain text.

    :param asked: whether the other side has just asked for one.
    """
    parts = sorted([*_units(words), *_named(words)])
    return [
        Mention("address", start, end, why, words.text[start:end])
        for row in _rows(words.text, parts)
        for start, end, why in _address(words, row, asked)
    ]


def _units(words: Words) -> Iterator[_Part]:
    for match in _UNIT.finditer(words.text):
        solid = match["unit"] in _SOLID
        yield _Part(match.start(), match.end(), "unit" if solid else "group")


def _named(words: Words) -> Iterator[_Part]:
    starts = sorted(words.tags)
    for match in _NAMED.finditer(words.text):
        level: Level = match.lastgroup  # type: ignore[assignment]
        end = match.end()
        start = _beginning(words, starts, match.start(), end)
        if (
            end - start > 1 and words.text[start:end] not in _GENERIC and match.start() > start
        ) or (match[0][:1] not in "路街巷村镇乡市区县省州旗盟" and len(match[0]) < end - start):
            if words.text[start:end] not in _GENERIC:
                yield _Part(start, end, level)


def _beginning(words: Words, starts: list[int], at: int, end: int) -> int:
    """Where the name begins that ends with a word such as 路."""
    number = bisect_right(starts, at) - 1
    begin = starts[number]
    if not _is_whole(words, begin, at, end):
        first = begin
        while number > 0 and end - starts[number - 1] <= _LONGEST:
            previous = starts[number - 1]
            if not _goes_on(words, previous, begin, first):
                break
            begin, number = previous, number - 1
    while begin < at and words.text[begin] in _STOP_CHARS and _is_loose(words, begin):
        begin += 1
    return begin


def _is_whole(words: Words, begin: int, at: int, end: int) -> bool:
    """Whether the word that a name ends with is all of the name: 文三路, not 东路."""
    stop, tag = words.tags[begin]
    return bool(begin < at and stop >= end and tag and words.text[begin:end] not in _DIRECTIONS)


def _is_loose(words: Words, begin: int) -> bool:
    return words.tags.get(begin, (0, ""))[1] in ("", "v", "p")


def _goes_on(words: Words, previous: int, begin: int, first: int) -> bool:
    """Whether the token before belongs to the name, too."""
    word, tag = words.text[previous:begin], words.tags[previous][1]
    if word in _STOP or not _is_name_part(word) or tag[:1] in _NO_PART:
        return False
    if begin == first:
        return True
    if _NAMED.fullmatch(word[-1:]) or tag.startswith("v"):
        return False
    return first - begin <= 2 or tag.startswith(("ns", "nz", "nt"))


def _is_name_part(word: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" or (char.isascii() and char.isalnum()) for char in word)


def _rows(text: str, parts: list[_Part]) -> Iterator[list[_Part]]:
    """Parts with next to nothing between them."""
    row: list[_Part] = []
    for part in parts:
        if row and part.end <= row[-1].end:
            continue
        if row and part.start < row[-1].end:
            part = part._replace(start=row[-1].end)
        if row and not _JOINT.fullmatch(text, row[-1].end, part.start):
            yield row
            row = []
        row.append(part)
    if row:
        yield row


def _address(words: Words, row: list[_Part], asked: bool) -> Iterator[tuple[int, int, str]]:
    text = words.text
    while row and row[0].level == "group" and len(row) > 1:
        row = row[1:]
    levels = [part.level for part in row]
    start, end = _widened(words, row[0].start), row[-1].end
    leads = _LEAD.search(text, max(0, start - 14), start) is not None
    area, town, place, village, unit = map(
        levels.count, ("area", "town", "place", "village", "unit")
    )
    fine = place + village
    if fine and unit:
        why = "有路名或小区，又有门牌"
    elif unit >= 2 and "group" not in levels:
        why = "楼栋、单元、房号连着"
    elif (area >= 2 and (fine or unit or town)) or (area + town and fine) or area >= 3:
        why = "省市区县一级级说下来"
    elif asked and (fine or unit or area or town):
        why = "刚问了地址"
    elif leads and (fine or town or (area and unit) or (area >= 2)):
        why = "前面说的是地址"
    elif place >= 2 and "口" in text[end : end + 4]:
        why = "两条路的路口"
    else:
        return
    if row[-1].level in ("unit", "group", "place") and (room := _ROOM.match(text, end)):
        end = room.end()
    yield start, end, why


def _widened(words: Words, start: int) -> int:
    """With the names of provinces and cities right before, which need no 省 and 市."""
    starts = sorted(words.tags)
    number = bisect_right(starts, start) - 1
    while number > 0 and starts[number] == start:
        before = starts[number - 1]
        if not words.tags[before][1].startswith("ns") or start - before > 5:
            break
        start, number = before, number - 1
    return start
