"""Past: the thing is told as over, before this call.

Chinese marks no tense. The past shows in a word of time (昨天, 上次, 那会儿), in 过 and 来着 after
the verb, in 早就, and in how often a thing has been done. A word of time holds until another one,
or a wish, an offer or a promise, brings the talk back to now (昨天的事就算了，今天你给我送上门).
之前 after a point of time is a deadline, and 刚才 is still this call.
"""

from __future__ import annotations

import re

from linter import lazy
from linter.signals.contexts.scope import PERFORMED, Place, either
from linter.signals.matcher import Context

_TIMES = (
    "上次 上回 上一次 上一回 上趟 上盘 昨天 昨日 昨晚 昨儿 昨儿个 昨夜 昨个 "
    "昨下午 昨早 前天 前日 前儿 前儿个 大前天 前几天 前两天 前些天 前些日子 前阵子 "
    "前一阵 前一阵子 前段时间 前段日子 前不久 头两天 头几天 头天 那天 那次 那回 "
    "那会儿 那会 那阵 那阵子 那时 那时候 那年 那段时间 那几天 那几年 那几个月 那段日子 那一次 "
    "那一天 当时 当初 "
    "当年 当日 去年 前年 大前年 上年 上个月 上月 上上个月 上周 上上周 上礼拜 "
    "上个礼拜 上星期 上个星期 上半年 上个季度 从前 原先 早先 先前 先头 早前 前头 "
    "曾经 曾 刚开始 一开始 起初 起先 小时候 年轻时候 年轻那会 寻日 㖊日 琴日 寻晚 "
    "旧年 旧阵时 前日子 昨日子 旧年子 老早 老底子 今早 今早上 今天早上 今天上午 "
    "今儿早上 那日 那通电话 那个电话 头一个 上一个 上一位 上个客服 上个人 上个师傅 "
    "前一个 前一位 前一个客服 过去几年 过去一直 早两天 往年 往常 早几天 "
    "前晚 前夜 大前日 上周末 年前 月初那会 前回 前次 之前那次 早些时候 早些年"
)
_COUNTED = r"前[几两一二三四五](?:次|回|趟|天|年|个月|周|通)|上一?(?:单|笔|期|通|任|年度|批)"
_EARLIER = r"(?:之前|以前|原来)"
_AGO = (
    r"[几两一二三四五六七八九十半多\d]+个?(?:多)?(?:天|个月|月|年|周|礼拜|星期|小时|钟头|分钟)"
    r"(?:之前|以前|前|来)"
)
_DATE = (
    r"(?:年初|月初|当天|当晚|第二天|隔天|春节|过年|国庆|五一|双十一|双11|双十二|六一八|618|元旦|"
    r"中秋|开春|暑假|寒假|"
    r"(?:周|星期|礼拜)[一二三四五六日天]|"
    r"(?<![明后])(?:上午|早上|早晨|清早|凌晨|半夜|夜里))|"
    r"[一二三四五六七八九十\d]{1,3}月份?(?:[一二三四五六七八九十\d]{1,3}[号日])?|"
    r"[一二三四五六七八九十\d]{1,3}[号日](?![楼线店机门院桌]|师傅)"
)
# Words of time that are no time of the hit.
_INNOCENT = (
    r"(?:不像|跟|和|像|比|同|不如|照|按|按照|参照|根据)[^，。！？]{0,2}(?:以前|之前|上次|上回|"
    r"昨天|从前|往常|去年|原来)(?:一样|那样|似的)?|"
    r"(?:以前|之前|上次|上回|昨天|昨儿|上个月|那天|前天|去年)(?:的|那)(?:个|件|些)*(?:事|单|"
    r"工单|账单|记录|问题|订单|投诉|情况|话)|"
    r"原来(?:是|您|你|这|如此|他)|当时就能|当时就可以|当时能|到那天|到那时候?|那[天年]?(?:起|算|"
    r"开始)|"
    r"(?:周|星期|礼拜)[一二三四五六日天末](?:之前|以前)|"
    r"(?:[点号日底末周天年晚早午夜班饭]|小时|分钟|工作日)(?:之前|以前)"
)
_WHEN = lazy.pattern(
    rf"(?P<ago>(?<![前内以])(?:{_AGO}))(?!完|必须|能|要|给|不能|不可|可以|取消)|"
    rf"(?P<none>{_INNOCENT})|"
    rf"(?P<one>{either(_TIMES)}|{_COUNTED}|{_EARLIER})|(?P<date>{_DATE})|(?P<then>(?<=[一-鿿]{2})"
    rf"(?<![之以目当])前(?!天|年|几|两|后|面|台|头)|的时候|那会儿|"
    rf"那年|那天|那阵)"
)
_DEADLINE_VERB = ("v", "vn", "m", "t", "q")

# Back to now, or on to what is to come.
_NOW = lazy.pattern(
    r"现在|到现在|至今|今天(?!早上|上午)|今儿(?!早)|今日|今朝|而家|眼下|目前|如今|这回|这次|"
    r"这趟|今次|这就|马上|立马|立刻|即刻|自然就|就能|就会|待会|等下|等会|"
    r"一会儿?|明天|明儿|后天|听日|下次|下回|下周|下个月|以后|往后|今后|正在|正(?=给|在|查|办)|"
    r"接下来|(?<!还)再(?=说|讲|看|想|决定|给|去|来|帮|次|也|打|联系|报|交|做|办)|"
    r"(?:我|我们|咱)(?:就|还|只|也|可|都|真|不)?(?:要(?!求)|想|需要|得(?=给|把|去|先)|会|来|"
    r"先|帮您|给您(?!办|登|退|开)|亲自)|"
    r"(?<![不说])(?:会|将会|将要|打算)(?=[^，]{0,6}$)|再$|刚才|刚刚|头先|才刚|请您?|麻烦您?"
)
_STILL_TO_COME = lazy.pattern(r"(?:都|就|也|您|你|还)*(?:能|可以|先|请|要|不能|必须|得|会)")
_ONLY_LATER = lazy.pattern(r"^[^，。！？]{0,6}(?:行不|可以吗|好吗|吧$|，明天)")

_NOT_DONE = (
    r"(?!来|去|户|程|期|后(?!来)|于|分|错|敏|意|再|才|了期|了时间|两天|几天|一?会|滤|渡|了.{0,3}再)"
)
_BEEN = lazy.pattern(
    rf"^(?P<cue>过){_NOT_DONE}|^(?:了)?(?:我|您|你|他|她|你们|我们)(?P<did>过){_NOT_DONE}|"
    r"^[^，。！？]{0,12}(?P<lately>来着)|^(?:了)?(?:我|你|您|你们|他)*(?P<often>(?:不下|不止|"
    r"起码|至少|整整)?(?:好几|无数|"
    r"[二两三四五六七八九十\d]+|不止一|几十|多少)(?:次|回|遍|趟|个电话))(?!试)"
)
_BEEN_INSIDE = lazy.pattern(rf"(?<![经通超不难路越])过{_NOT_DONE}")
_LONG_SINCE = lazy.pattern(
    r"(?P<cue>早就|早已|老早就|早都|早早就|一早就|明明已经|曾)(?:经)?[^，。！？]{0,8}$"
)
_PERFECT = lazy.pattern(r"[了过的着]")
_TOLD_AFTER = lazy.pattern(r"[^，。！？]{0,3}(?:[了的]|过(?!来[^一]|去|后|完))|得")
_NOT_YET = lazy.pattern(r"刚才|刚刚|头先|再[^，]{0,3}$|别|不要|等[^，]{0,6}$")
_ASKED = lazy.pattern(r"多少|什么|谁|哪|几|啥")
_IN_TAIL = lazy.pattern(
    rf"^[^，。！？]{{0,6}}(?:是|都是|还是)(?P<cue>{either(_TIMES)}|{_AGO}|{_EARLIER})(?!的样)|"
    rf"^[^，。！？]{{0,6}}(?P<topic>{either(_TIMES)}|{_AGO})[^，。！？]{{0,8}}(?:过|了|的)$"
)
_FIRST_TIME = lazy.pattern(r"(?:第[一二三]|头一)(?:次|回)$|(?:刚|才)[^，]{0,2}$")
_ALWAYS = lazy.pattern(r"(?:回回|每回|每次|次次|哪回|哪次|一次次)[^，。！？]{0,6}$")
_BEFORE_THIS = lazy.pattern(r"[了过][^。！？]{0,16}$")


def past(place: Place, context: Context) -> str:
    """The word that puts the hit in the past, or nothing."""
    return _time(place, context) or _aspect(place)


def _time(place: Place, context: Context) -> str:
    said = place.before if PERFORMED.match(place.words) else place.lead + place.before
    for when in reversed([m for m in _WHEN.finditer(said) if not m["none"]]):
        if _NOW.search(said, when.end()) or _ONLY_LATER.match(place.after):
            return ""
        if _sets_the_time(place, when, context):
            return when[0]
    if behind := _IN_TAIL.match(place.after):
        return behind["cue"] or behind["topic"]
    first = _FIRST_TIME.search(place.before)
    return first[0] if first and place.after.startswith(("的时候", "那会", "那次", "那天")) else ""


def _sets_the_time(place: Place, when: re.Match[str], context: Context) -> bool:
    """Whether a word of time is that of the hit, and not of something else in the sentence."""
    between = when.string[when.end() :]
    if between == "的" or (between.startswith(("留的", "说的", "那个", "的")) and "，" in between):
        return False
    if when["one"] in ("之前", "以前"):
        start = place.start - len(when.string) + when.start()
        return not (_STILL_TO_COME.match(between) or _deadline(place.text, start, context))
    if when["one"] == "原来":
        return bool(when.string[: when.start()].rstrip("，"))
    return not (when["date"] or when["then"]) or _told(place)


def _deadline(text: str, start: int, context: Context) -> bool:
    """Whether 之前 or 以前 at ``start`` follows what has to come later: 退货之前, 五点之前."""
    if start == 0 or text[start - 1] in "，。！？":
        return False
    tags = [tag for end, tag in context.tags(text).values() if end == start]
    return any(tag.startswith(_DEADLINE_VERB) for tag in tags)


def _told(place: Place) -> bool:
    """Whether the hit's form tells of something done."""
    return bool(_PERFECT.search(place.words) or _TOLD_AFTER.match(place.after))


def _aspect(place: Place) -> str:
    before, after = place.before, place.after
    if _NOT_YET.search(before):
        return ""
    been = _BEEN.match(after)
    if been:
        # 车号是多少来着 only asks again.
        again = been["lately"] and _ASKED.search(before + after)
        return "" if again else next(word for word in been.groups() if word)
    inside = _BEEN_INSIDE.search(place.words + after[:3])
    if inside and 0 < inside.start() < len(place.words):
        return inside[0]
    if (since := _LONG_SINCE.search(before)) and not _NOW.search(before[since.end("cue") :]):
        return since["cue"]
    always = _ALWAYS.search(before)
    told = always and _BEFORE_THIS.search(place.lead + before[: always.start()])
    return always[0] if always and told else ""
