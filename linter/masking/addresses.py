"""Which rows of places and numbered parts are somebody's address."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import dropwhile

from linter import lazy
from linter.masking.parts import NAMING, STOP, Part
from linter.masking.plain import DIGITS
from linter.masking.words import Words

_CROSSING = lazy.pattern(
    r"(?:[一二三四五六七八九十]段)?[与和跟][\u4e00-\u9fff]{2,8}?(?:交叉口|路口|交汇处)"
)
_ROOM = lazy.pattern(
    rf"(?:[一二三四五六七八九十]段)?(?:[与和跟](?:[\u4e00-\u9fff]{{2,8}}?)?)?(?:交叉口|路口|交汇处)"
    rf"|楼?[0-9{DIGITS}]{{3,4}}(?:室|房|号|(?![0-9{DIGITS}年月日元块号米多]))"
    rf"|[ \-－,，]?[0-9{DIGITS}]{{1,3}}(?:[\-－杠之][0-9{DIGITS}]{{1,4}}){{1,3}}"
    rf"(?![0-9{DIGITS}年月日元块号])"
    rf"|[ \-－,，]?[0-9{DIGITS}]{{2,4}}(?![0-9{DIGITS}年月日元块号])"
)
_HAMLET = lazy.pattern(
    rf"(?:[0-9{DIGITS}]{{1,3}}[组队社])?[\u4e00-\u9fff]{{1,3}}[庄湾沟坪屯坝寨岗营堡坡冲塘峪垭洼集圩里台楼桥店](?![\u4e00-\u9fff])"
)
_BUILDING = lazy.pattern("(?:栋|幢|号楼|座|单元)$")
_FLAT = lazy.pattern(
    rf" ?[1-9一二三四五六七八九幺][0-9{DIGITS}]{{2,3}}室?"
    rf"(?![0-9{DIGITS}十百千年月日元块号米多度点个人])"
)
"""8栋512: what a building's number is followed by is a flat's."""
_LIVES = lazy.pattern(
    r"(?:住在?|家[住在]|地址是?|送到|寄到|上门到|搬到|在)[:： ]?(?P<name>[\u4e00-\u9fff]{2,8})$"
)
"""住滨江凯旋门2幢."""
_DISTRICT = lazy.pattern("(?<![\u4e00-\u9fff])[东西南北中a-z]区$")
_LEAD = lazy.pattern(
    r"(?:地址|住址|住在|我住|家住|住|家在|寄到|寄往|送到|送往|发到|发往|位置|位于"
    r"|搬到|搬去|搬来|改到|改成|改为|户籍|籍贯|老家|上门到|坐落|收货|门牌|就在|这里是"
    r"|这边是|我在|我们在|我家|家里|快递放|[放搁][在到])[是在:：,，为 就的]{0,4}"
    r"(?:那个|呃|嗯)?$"
)
_BRANCH = lazy.pattern(
    r"(?:上|口|附近|旁边)?(?:的|那个?|这个?|那边|这边|那儿|一个|你们|咱们)*(?:那个?|那家|这家|家|一家)?"
    r"(?:网点|分行|支行|分理处|营业[厅部所点]|门店|分店|专卖店|体验店|旗舰店|服务[站点厅]|维修[站点]"
    r"|银行|邮局|派出所|药店|超市|地铁站|公交站|车站|站(?!在|着|了)|店|加油站|充电[站桩]|厅)"
)
"""Where somebody goes, and does not live: 平安路那个网点."""
_DAY = lazy.pattern(r"[^楼院门店铺]号$")
_PUBLIC = lazy.pattern(
    r"(?:医院|大学|学院|[中小]学|商场|酒店|宾馆|车站|机场|广场|公园|体育[场馆])$"
)
_KIND = lazy.pattern(r".*[^\u4e00-\u9fff]|^.*(?=号[楼院店铺门库]$|单元$)|^.*(?=.$)")
_NO_HOME = frozenset(["楼", "层", "号", "门", "号门", "排", "座"])
_FLOOR = lazy.pattern(r"(?<!号)楼$|层$")


def address(words: Words, row: list[Part], *, asked: bool) -> Iterator[tuple[int, int, str]]:
    """Where the address of a row is, and what it is known by; nothing when it is none.

    :param asked: whether the other side has just asked for one.
    """
    text = words.text
    row = [*dropwhile(_is_group, row)] or row
    levels = [part.level for part in row]
    start, end = _widened(words, row[0].start), row[-1].end
    if levels[0] == "unit":
        start = _from_lead(words, start)
    leads = _LEAD.search(text, max(0, start - 14), start) is not None
    area, town, village = levels.count("area"), levels.count("town"), levels.count("village")
    place, unit = levels.count("place"), levels.count("unit")
    if not leads and not area and not town and unit == 1 and _PUBLIC.search(_last(words, row)):
        # A building of a hospital, where nobody lives.
        return
    fine = place + village
    told = [text[part.start : part.end] for part in row if part.level == "unit"]
    if not leads and not area and place == 1 and all(_FLOOR.search(one) for one in told):
        # A floor of a shop everybody knows.
        unit = 0
    if not unit and area < 2 and _BRANCH.match(text, end):
        return
    if fine and unit:
        why = "有路名或小区，又有门牌"
    elif unit and _BUILDING.search(told[-1]) and _FLAT.match(text, end):
        why = "楼栋后面是房号"
    elif unit >= 2 and "group" not in levels and _is_home(told):
        why = "楼栋、单元、房号连着"
    elif (area >= 2 and (fine or unit or town)) or (area + town and fine) or area >= 3:
        why = "省市区县一级级说下来"
    elif asked and (fine or unit or area + town >= 2):
        why = "刚问了地址"
    elif leads and (fine or town or (area and unit) or (area >= 2)):
        why = "前面说的是地址"
    elif (place >= 2 and "口" in text[end : end + 4]) or (place and _CROSSING.match(text, end)):
        why = "两条路的路口"
    else:
        return
    if row[-1].level == "village" and (hamlet := _HAMLET.match(text, end)):
        end = hamlet.end()
    if row[-1].level in ("unit", "group", "place") and (room := _ROOM.match(text, end)):
        end = room.end()
    yield start, end, why


def _last(words: Words, row: list[Part]) -> str:
    """The last named place of a row."""
    named = [words.text[p.start : p.end] for p in row if p.level == "place"]
    return named[-1] if named else ""


def _is_home(told: list[str]) -> bool:
    """Whether numbered parts are of one building: not days, not two floors, not gates."""
    kinds = {_KIND.sub("", one) for one in told}
    return len(kinds) > 1 and not kinds <= _NO_HOME and not all(map(_DAY.search, told))


def _is_group(part: Part) -> bool:
    return part.level == "group"


def _from_lead(words: Words, start: int) -> int:
    """With the name of a house of no known kind, behind what says that somebody lives there."""
    found = _LIVES.search(words.text, max(0, start - 14), start)
    if found is None:
        return start
    at = found.start("name")
    starts = [one for one in words.starts if at <= one < start]
    if not starts or starts[0] != at or any(_is_stop(words, one) for one in starts):
        return start
    return at


def _is_stop(words: Words, at: int) -> bool:
    end, tag = words.tags[at]
    return words.text[at:end] in STOP or tag[:1] not in NAMING


def _widened(words: Words, start: int) -> int:
    """With the names of provinces and cities right before, which need no 省 and 市."""
    starts = words.starts
    number = bisect_right(starts, start) - 1
    while number > 0 and starts[number] == start:
        before = starts[number - 1]
        if not words.tags[before][1].startswith("ns") or start - before > 5:
            break
        start, number = before, number - 1
    district = _DISTRICT.search(words.text[max(0, start - 3) : start])
    return start - len(district[0]) if district else start
