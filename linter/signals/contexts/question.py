"""Questions: the hit is part of something the speaker wants to know, asked directly or not.

A question shows at its end (吗, 没有, 不), in its verb (是不是, 能不能), in a question word, in
还是 between two choices, or in a tag after it (可以吗). The same words in other use ask nothing:
question words for "any" (谁都, 什么时候方便什么时候来), for "no" (哪有, 怎么可能) and in
exclamations (多少遍了); 不是…吗 and 难道 assert. An indirect question (我问问能不能退) is one.
"""

from __future__ import annotations

import re

from linter import lazy
from linter.signals.contexts.scope import Place, either, last
from linter.signals.matcher import Context

_ASKED_VERB = (
    "是不是 是否 能否 可否 会否 有没有 有没得 有没 有无 系咪 系不系 阿是 阿要 "
    "阿有 阿好 可是不 得不得 要不要 可不可以 能不能 会不会 该不该 好不好 行不行 "
    "对不对 晓不晓得 知不知道 使不使 用不用 需不需要 兴不兴"
)
_A_NOT_A = r"(?P<a>[\u4e00-\u9fff]{1,2})(?:不|没|勿|弗)(?P=a)"
_WH = (
    "怎么 怎样 怎么样 咋 咋个 咋样 咋整 如何 点样 点解 点算 哪能 谁 哪个 哪位 边个 边位 啥人 "
    "什么 啥 啥子 乜 乜嘢 咩嘢 "
    "什么时候 啥时候 啥时 啥前儿 啥辰光 几时 几阵 哪阵 哪天 哪一天 何时 几点 几号 周几 星期几 "
    "第几 几天能 几天可以 几天才 "
    "几天内 几个工作日能 几个小时能 多少 好多钱 几钿 几多 多久 多长时间 多长 多大 多远 多快 "
    "为什么 为啥 为啥子 为何 干嘛 "
    "干吗 做咩 哪里 哪儿 哪家 哪边 哪种 哪款 哪一个 哪一位 哪一家 边度 哪搭 哪样 哪一步 咋回事 "
    "怎么回事 "
    "好久能 好久可以 好久才"
)
# Question words and A-not-A that ask nothing.
_INNOCENT = (
    "不怎么 没怎么 怎么说呢 怎么说 怎么讲 怎么可能 怎么会 怎么着 怎么敢 怎么好意思 "
    "怎么能 怎么可以 怎么这么 怎么这样 怎么那么 怎么老 怎么总 怎么净 怎么就 怎么又 "
    "咋个又 咋个老 咋这么 咋老 咋又 咋能 咋可能 咋会 没什么 没啥 没啥子 没乜 没咩 "
    "什么的 啥的 什么都 啥都 啥子都 什么也 啥也 谁都 谁也 哪个都 哪里都 哪儿都 "
    "怎么都 咋都 怎么也 哪有 哪能有 哪会 哪敢 哪里有 哪里敢 哪里会 哪晓得 哪知道 "
    "哪里知道 哪里晓得 哪还 哪像 哪怕 哪里的话 哪知 谁不知道 谁知道 谁晓得 谁还 "
    "谁让 谁叫 谁叫你 谁不 谁说 谁稀罕 谁管 哪个晓得 哪个不 何必 何苦 凭什么 凭啥 "
    "凭啥子 有什么好 有啥好 有什么可 有啥可 有什么了不起 有啥了不起 多少年 多少遍 "
    "多少次 多少回 没多少 不知多少 多少有 多少还 多少会 多少也 多少得 多少能 "
    "我怎么知道 我怎么晓得 我咋知道 我哪知道 跟谁说理 找谁说理 去哪说理 算什么 算啥 "
    "什么东西 什么玩意 什么态度 什么破 什么烂 什么叫 啥叫 啥子叫 没谁 没有什么 "
    "没有啥 随便什么 什么鬼 为什么不能 几时都 点都 点会 点可能 无论如何 "
    "谁敢 有什么资格 有啥资格 有什么权利 有啥权利 有什么用 有啥用 多少给 多少退 "
    "多少赔 多少补 不晓得好多 干什么都 还是"
)
_NEAR = 16
"""How far before the hit (code points) a question word may stand, where no pause is written."""

_WHATEVER = lazy.pattern(
    r"(?:不管|无论|不论|任凭|管他|管它|随便|随你|爱|甭管|别管|不拘)[^，。！？]{0,10}$"
)
_ASKING = lazy.pattern(
    rf"(?P<none>{either(_INNOCENT)})|(?P<one>{either(_ASKED_VERB, _WH)}|{_A_NOT_A})"
)
# Question words inside a hit: rules look for 怎么办 and 算什么东西 too, so only plain ones.
_INSIDE = lazy.pattern(
    r"多少|哪[里儿边天]|几[点号天]|什么时候|啥时候|多久|多长|(?<!说)[怎咋](?:么|样|"
    r"个)?[弄办退用交开]|" + _A_NOT_A
)

_END = lazy.pattern(
    r"(?P<cue>吗|么|没有|没得|没|不|未|咩|伐|否|啵|不呢|没呢|不啊|不嘛|没嘛|不咯|不哦|"
    r"没哦|不哈)(?:呀|啊|呢|哦)?$"
)
_NO_END = lazy.pattern(
    r"(?:那|这|什|怎|多|干)(?:么|吗)$|(?<![需想])要么$|(?:都|也|才|偏|绝|就|说|还|我)(?:不|没有?)$"
)
_MAYBE = lazy.pattern(r"(?P<cue>吧)$")
_ABOUT_YOU = lazy.pattern(
    r"(?:您|你)(?:们)?(?:这边|那边)?(?:就|应该|大概|可能)?(?:是|要|想|不会|有|确认|确定)"
)
_TAG = lazy.pattern(
    r"^[，](?:[^，。！？我]{1,6}[，])?(?:[您你]?(?:看|觉得|说))?(?:这样)?(?P<cue>是吗|对吗|对吧|"
    r"是吧|是不是|对不对|好吗|好不好|"
    r"可以吗|可不可以|行吗|行不行?|成吗|成不|中不|得不得|好不好|"
    r"系咪|系不系|是伐|对伐|好伐|可以伐|可以不|要得不|得不得行|好不|没错吧|有没有|能行不|能行吗|"
    r"方便吗|方便不)(?=$|[，。！？])"
)
_TAIL = lazy.pattern(r"(?:是|对)(?:吧|不)$")
_OR = lazy.pattern(
    r"(?:是|要|想|选|走|用|算|系|到底)[^，。！？]{0,12}，?(?P<cue>还是|还系|抑或|定系|或是)$"
)
_OR_AFTER = lazy.pattern(r"^[^，。！？]{0,8}，?(?P<cue>还是|还系|定系)(?!要|得|那句|老|不|没)")
_CHOICE = lazy.pattern(r"(?:是|要|想|选|走|用|算|系)[^，。！？]{0,8}$")

_TELLS = lazy.pattern(
    r"难道|莫非|不就(?:是)?|(?<!能)能不(?!能)|何不|岂不|(?<!是)不是(?!不|您|你|要|想)"
    r"[^，]{0,10}$|又不是|还不是|还不够|有[你您]们?这[么样]|有这[么样]|(?:还|你|您)好意思|"
    r"我(?:干嘛|干吗|为什么|"
    r"为啥|凭啥)|我还不|这(?:也|还)?(?:叫|配)|这(?:也|还)算|"
    r"[你您]们?知道我们?"
)
_INSULT = lazy.pattern(
    r"有病|毛病|神经|脑子|瞎|聋|傻|蠢|笨|听不懂|良心|王法|人性|素质|天理|公德|长眼|长耳|要脸|"
    r"有完没完|疯|找茬|故意|成心|吃饱了撑"
)
_FORBIDS = lazy.pattern(r"(?:别(?![的人家处])|(?<!要)不要|莫|请不要|勿|不许)[^，。！？]{0,6}$")
_ATTENTION = lazy.pattern(
    r"(?:知道|晓得|听见|听到|听懂|明白|懂|看见|清楚|记住)(?:了)?(?:吗|没有?|不)$"
)
_DENIES = lazy.pattern(r"^(?:我|我们)(?:又|还|刚才)?[^，。！？]{0,4}$")
_ANY_BEFORE = lazy.pattern(
    r"都(?!没|还没|有)|也(?!没)|随时|尽管|请|就是|(?:^|[^，]{2})就(?!能|可|会|是)"
)
# 哪个月不扣钱, 谁家扣费不打招呼: every one does, nobody does.
_WHO = ("谁", "哪个", "哪家", "哪天", "哪次", "边个", "啥人", "哪位")
_WHO_NOT = lazy.pattern(r"[不没](?!是|了|$)")
_NOWHERE = lazy.pattern(r"(?:跟|找|向|问|和)(?:谁|哪个)$")
_GUESS = lazy.pattern(r"可以|能|会|应该|是不是|该不|(?<!我)是")
_WU = lazy.pattern(r"讲(?=哪能)|阿拉|伊|伐|勿|覅|讲讲|啥")
_ANYHOW = ("都", "也", "吧")
_ANY = lazy.pattern(
    r"^[^，。！？]{0,8}(?:都|也)(?!没|还没|有)|^[^，。！？]{0,6}[，]?(?:就|便)(?!是|能|可)|"
    r"^[^，。！？]{0,4}，?(?:我|我们|这边)[^，。！？]{0,4}(?:告诉|通知|联系|给您|给你|跟您说|发您)"
)


def question(place: Place, context: Context) -> str:
    """The word that asks, or nothing."""
    if _INSULT.search(place.words) or _waved_aside(place):
        return ""
    if tag := _TAG.match(place.follow):
        return "" if _FORBIDS.search(place.before) else tag["cue"]
    if _TELLS.search(place.before):
        return ""
    return _at_the_end(place) or _choice(place) or _asking_word(place)


def _waved_aside(place: Place) -> bool:
    """什么三天到账，都是骗人的: 什么 before another's words asks nothing."""
    alone = place.before in ("什么", "啥", "啥子") and not place.after
    return alone and place.follow.startswith("，")


def _at_the_end(place: Place) -> str:
    whole, after = place.before + place.words + place.after, place.after
    end = _END.search(after)
    if end and not _NO_END.search(whole) and not _ATTENTION.search(after):
        return "" if _FORBIDS.search(place.before) or _denial(place) else end["cue"]
    if after == "呢" and (not place.before or place.before.endswith(("的", "那"))):
        # 我的退款呢: where is it?
        return after
    if (tail := _TAIL.search(after)) and _ABOUT_YOU.search(place.before):
        return tail[0]
    if maybe := _MAYBE.search(after):
        guess = after.endswith(("的吧", "了吧")) and _GUESS.search(place.before)
        return maybe["cue"] if guess or _ABOUT_YOU.search(place.before) else ""
    return ""


def _denial(place: Place) -> bool:
    """我骂您了吗, 我能骗您吗: who asks what he himself does to the hearer denies it."""
    to_hearer = re.search(r"您|你", place.words + place.after[:2] + place.before[1:])
    told = re.search(r"[了过]", place.words + place.after) or re.search(r"能|会|敢", place.before)
    return bool(_DENIES.match(place.before) and to_hearer and told)


def _choice(place: Place) -> str:
    if found := _OR.search(place.lead[-14:] + place.before):
        return found["cue"]
    found = _OR_AFTER.match(place.after + place.follow)
    return found["cue"] if found and _CHOICE.search(place.before) else ""


def _asking_word(place: Place) -> str:
    near, after = place.before[-_NEAR:], place.after
    # 怎么又是您: what makes a question word ask nothing may be the hit's own first words.
    opening = near + place.words[:2]
    asked = last(m for m in _ASKING.finditer(opening) if m["one"] and m.end() <= len(near))
    if asked:
        return "" if _asks_nothing(place, near, asked) else asked[0]
    if _WHATEVER.search(near):
        return ""
    inside = _INSIDE.search(place.words)
    if inside and not place.words.endswith(("吧", "都行")) and not after.startswith(_ANYHOW):
        return inside[0]
    behind = next((m for m in _ASKING.finditer(after[:_NEAR]) if m["one"]), None)
    if behind:
        return "" if _universal(place, behind[0], after[behind.end() :]) else behind[0]
    return "？" if place.asked else ""


def _asks_nothing(place: Place, near: str, asked: re.Match[str]) -> bool:
    """Whether a question word before the hit is said for any, for no, or for show."""
    between = near[asked.end() :]
    rest = between + place.words + place.after
    # 哪能 asks how in Wu only; elsewhere it denies.
    denies = asked[0] == "哪能" and not _WU.search(place.text)
    nobody = asked[0].startswith(_WHO) and _WHO_NOT.search(rest)
    doubled = asked[0] in near[max(0, asked.start() - 6) : asked.start()]
    return bool(
        denies
        or doubled
        or nobody
        or _WHATEVER.search(near[: asked.start()])
        or _universal(place, asked[0], rest)
        or _ANY_BEFORE.search(between)
        or _NOWHERE.search(near)
    )


def _universal(place: Place, word: str, clause_rest: str) -> bool:
    """谁来都行, 哪天收到哪天算: the question word means whoever, whenever."""
    rest = clause_rest + place.follow
    if (len(word) > 1 or word == "谁") and word in rest:
        return True
    return bool(_ANY.match(place.after)) and "吗" not in rest
