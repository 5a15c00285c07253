"""Negation: the thing is denied, forbidden, or said not to be or to happen.

A Chinese negator stands before what it denies and reaches to the right over adverbs, modal verbs,
prepositional phrases and verbs that only carry another (给, 让, 打算). It ends at a full verb
(您别急我给您登记), at a word that opens a main clause (没收到就投诉), at a particle. Two negators
that reach one another cancel out (不能不登记). A-not-A and 不是…吗 deny nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter import lazy
from linter.signals.contexts.scope import Place, either, last, listed
from linter.signals.matcher import Context

_NEGATORS = (
    "不 没 没有 别 莫 未 未曾 勿 切勿 请勿 弗 覅 勿要 不好 不使 不会 咪 莫得 "
    "没得 不得 不要 不用 不能 不可 不是 不必 不许 不准 不让 不想 不敢 不肯 不该 "
    "不应该 不可能 不可以 不需要 不至于 无 无法 无需 无须 毫无 并非 绝非 从未 "
    "尚未 休想 别想 并未 没法 没法儿 没办法 不系"
)
# Verbs and the like that say of themselves that the next thing does not happen.
_IMPLICIT = (
    "拒绝 拒不 忘 忘了 忘记 忘记了 避免 免得 省得 以免 防止 懒得 禁止 严禁 杜绝 谢绝 差点 "
    "差点儿 险些 用不着 "
    "犯不着 轮不到 谈不上 算不上 说不上 舍不得 来不及 顾不上"
)
# Questions that only deny.
_RHETORICAL = (
    "怎么可能 怎么敢 咋可能 咋敢 哪敢 哪能 哪会 哪里敢 哪里会 哪儿会 哪儿敢 哪可能 岂能 岂敢 岂会 "
    "何必 何苦 何曾 啷个可能 啷个会 啷个敢 咋个可能 咋个会 咋个敢 几时会 点会 点可能"
)
# They hold the characters of a negator and deny nothing, or are a whole predicate.
_INNOCENT = (
    "不好意思 不但 不光 不仅 不仅仅 不只 不单 不单单 不止 不管 不论 无论 不过 "
    "不得不 不得已 不得了 不瞒 不然 要不 要不要 要不然 要不是 差不多 好不容易 不久 "
    "没多久 没好久 不时 不断 不停 不一会 不知不觉 不由得 不可避免 忍不住 不错 不愧 "
    "不料 不妨 不免 未免 难免 不禁 说不定 指不定 保不齐 保不准 没准 不外乎 无非 "
    "对不起 对不住 巴不得 恨不得 了不起 大不了 动不动 没想到 没料到 想不到 料不到 "
    "没成想 不行 不成 不对 不中 不好办 没事 没关系 没错 没问题 没什么 没啥 不客气 "
    "不少 不是我说 不说 别的 别人 别个 别家 别处 别看 别提多 特别 个别 分别 区别 "
    "级别 性别 识别 告别 离别 莫名 莫非 未来 未必 非得 非要 无聊 无赖 无奈 无语 "
    "无数 无敌 是不是 有没有 有没得 有没 系不系 免不了 少不了 避免不了 不由分说 "
    "不二 不一定 不见了 不怪 怪不得 无所谓 别忘了不 管不了 不管不顾 好不好 "
    "行不行 能不 何不 岂不 莫不 不就 不刚 不也 不还 不都 不正 不早 难道不 凡不 "
    "不知道的还以为 不晓得的还以为 不是滋味 没完没了 没完 不服气 不服 不耐烦 不三不四 "
    "不出意外 不出所料 不夸张 不客气地说 不骗"
)
# A span of time that is short, and a number that is passed.
_SHORT_TIME = (
    r"(?:没|不)(?:到|过|出|足|满|上)?[几一二两三四五六七八九十百半多\d]+(?:个|多)*(?:天|日|分钟|"
    r"小时|钟头|月|年|周|星期|秒|块|元|次|回|下|会儿?|久)"
)
# 受不了, 看不惯: a whole predicate; what follows is there to be suffered.
_CANNOT = (
    r"[看搞弄听想受忍说讲闹猜吃熬撑扛顶等惹斗拗犯划经禁耐挡拦管赶气]不"
    r"(?:惯|懂|明白|清楚|清|了|过|起|住|动|来|出|透|得|完|下|通|上)"
)
_A_NOT_A = r"(?P<a>[\u4e00-\u9fff])(?:不|没|未|勿|弗)(?P=a)"
# 怎么会 denies what the speaker is charged with; of others it asks how that came about.
_HOW_SHOULD_I = r"(?<=我|们|司)(?:又|还)?(?:怎么会|咋会)"
_NEGATOR = lazy.pattern(
    rf"(?P<none>{_SHORT_TIME}|{_CANNOT}|{_A_NOT_A}|不是我说[你您]|不同(?!意)|没有?(?:像|"
    rf"见过)?[你您他]们?(?:公司|家)?[这那](?:么|样|种)|{either(_INNOCENT)})|"
    rf"(?P<one>{_HOW_SHOULD_I}|{either(_NEGATORS, _IMPLICIT, _RHETORICAL)})"
)

# A negator reaches past these verbs to what they carry.
_CARRIERS = listed(
    "会 能 能够 可以 可 要 想 用 需要 需 必 必须 应该 该 应 敢 肯 愿意 愿 "
    "准 许 让 叫 使 给 有 是 算 属于 说 讲 打算 准备 允许 同意 答应 承诺 "
    "保证 建议 支持 提供 进行 做 办理 办 收 收取 产生 发生 存在 出现 受理 安排 "
    "看到 看见 见 见过 听到 收到 接到 查到 查询到 显示 得到 来 去 到 跟 把 被 "
    "对 为 向 帮 替 派 派人 派人来 来人 上门 打电话 过来 过去 出来 代表 意味着 "
    "等于 表示 说明 相信 信 认为 觉得 见得 再 拿 用来 告诉 通知 要求 请 找 "
    "继续 开始 在 得 记得 担心 怕 害怕 系 话 搞 弄 整 主动 提前 负责 带 动 "
    "直接 及时 负责任 涉及 包含 包括 含 提 提到 提过 说过 讲过 随便 随意 轻易 "
    "享受 符合 构成 造成 影响到 打 接 好意思 知会 交代 经过 经 由 够 舍得 忍心 "
    "至于 强制 强迫 逼 逼着 故意 存心 成心 有意 私自 擅自 帮忙 帮我 帮您 给我 "
    "给您 给你 跟我 跟您 马上 立刻 参与 参加 接受 承担 适用 介入 干涉 理会 指望 稀罕"
)
# Where the negated clause ends and its consequence, or another clause, begins.
_CLOSERS = listed(
    "就 那 便 则 却 才 只好 只能 而 但 也 都 还 所以 因为 但是 可是 只有 还是 照样 我就 那就 "
    "的话 怎么 咋 咋个 为什么 为啥 凭什么 凭啥 如何"
)
_PREDICATES = listed("明白 知道 晓得 清楚 满意 懂 高兴 方便 着急 急")
_PAIR = 2
_LONGEST = 4
"""No word of the dictionary that begins with a negator matters beyond this many characters."""
# Right behind a negator they assert (不也…), later they are adverbs like any other.
_ADVERBS = ("都", "也", "还", "才")
_OWN_SIDE = ("我", "咱", "这边", "我们", "咱们")
_ANSWERS = listed("没 没有 不 没得 莫得 不用 不会 不要")
_ASSERTED_BY_NOT = ("不是", "没有", "没", "不", "不系", "未", "勿是")

# 您没收到我再给您补发: a subject with its own verb opens another clause.
_NEW_SUBJECT = lazy.pattern(
    r"的[^，]{1,4}(?:[你我]们?|您|他们?)(?:也|都|还|就)|(?<=..)"
    r"(?<![是用要让叫许准说讲给跟对把被请求替帮为意议劝由])(?:我|我们|这边|咱们?|您|你)"
    r"(?:再|先|马上|立刻|立马|这就|只能|只好|要|就|还|也|可以|直接|给|帮|来)"
)

_CANNOT_BE = lazy.pattern(
    r"(?:这[个种]?|那[个种]?|的|事儿?|事情|情况|话|费|钱)*(?:我们?|这边|咱们?)?(?:是|都|也|真|"
    r"根本|绝对|肯定|从来|我们?|这边|暂时)*"
    r"(?P<cue>不了|不到(?!\w?[天点号日月年])|不上(?!班)|不通|不成(?![问就])|不起来|不出来|"
    r"不可能|不存在|没有的事|没这回事|"
    r"没门|免谈|休想|办不到|做不到|办不了|做不了|[不没](?:会|能|用|需要|必)?(?:收|给办|给做|"
    r"支持|提供|要过|做过|干过))"
)
_MUST = lazy.pattern(
    r"[^，。！？]{0,4}(?:不行|不可|不成|不中|不得|怎么行|哪行|咋行|可不行|都不行|(?:这个?事|"
    r"咱们?|今天|我跟你)?(?:没完|不算完|过不去))"
)
_LITTLE = lazy.pattern(r"(?<![至多减缺])少(?:给我|跟我|来|说|讲|在那儿?|在这儿?|拿|动不动|废话)+$")
_HAVE_I = lazy.pattern(
    r"(?:^|[，。！？]|[吧啊呢])(?P<cue>(?:我|我们|咱们?)(?:又|还)?(?:什么时候|啥时候|啥时|"
    r"几时|哪里|哪儿|哪|哪次|啥辰光))"
    r"(?>(?:跟|对|给|把|有|说|讲|这么|那么|您|你|过)*)$"
)


def negated(place: Place, context: Context) -> str:
    """The negator that reaches the hit, or nothing."""
    before, after = _reaching(place), place.after
    if cannot := _CANNOT_BE.match(after):
        return "" if _rhetorical_end(place) else cannot["cue"]
    if (have_i := _HAVE_I.search(before)) and re.search(r"[了过]", place.words + after[:4]):
        return have_i["cue"]
    if little := _LITTLE.search(before):
        return little[0]
    harmless = [m.span() for m in _NEGATOR.finditer(before + place.words[:2]) if m["none"]]
    found = [
        m
        for m in _NEGATOR.finditer(before)
        if m["one"] and not any(a < m.end() and m.start() < b for a, b in harmless)
    ]
    cue, count, stop = "", 0, len(before)
    offset = place.start - len(before)
    for match in reversed(found):
        word = match["one"]
        gap = (offset + match.end(), offset + stop)
        if not _reaches(place.text, word, *gap, context):
            break
        cue, count, stop = cue or word, count + 1, match.start()
    if count % 2 == 0:
        return ""
    return "" if _asserted(place, before, cue, after) else cue


def _reaching(place: Place) -> str:
    """The clause before the hit; with the one before it when a comma only cuts off a negator."""
    if place.before or not place.lead.endswith("，"):
        return place.before
    lead = place.lead[:-1]
    begin = max(lead.rfind(stop) for stop in "，。！？") + 1
    cut_off = last(_NEGATOR.finditer(lead, begin))
    if cut_off and cut_off["one"] and cut_off.end() == len(lead) and cut_off.start() > begin:
        return place.text[place.start - (len(place.lead) - begin) : place.start]
    return ""


def _reaches(text: str, negator: str, start: int, end: int, context: Context) -> bool:
    """Whether nothing in ``[start, end)`` ends what a negator before it denies."""
    between = text[start:end]
    if not between:
        return True
    answered = negator in _ANSWERS and between.startswith(_OWN_SIDE)
    if answered or _NEW_SUBJECT.search(between):
        return False
    tags = context.tags(text)
    at = _behind_word(text, start, tags)
    if at is None:
        return False
    while at < end:
        stop, tag = tags.get(at, (at + 1, ""))
        word = text[at : min(stop, end)]
        closes = word in _CLOSERS and (at == start or word not in _ADVERBS)
        if closes or not _passes(word, tag, negator):
            return False
        at = stop
    return True


def _behind_word(text: str, start: int, tags: Mapping[int, tuple[int, str]]) -> int | None:
    """Where the word ends that a negator, which ends at ``start``, is the first part of.

    ``None`` when that word is a predicate of its own: 别急, 不合理.
    """
    begin = next((at for at in range(start - 1, start - _LONGEST, -1) if at in tags), start)
    end, tag = tags.get(begin, (start, ""))
    if end <= start or text[start:end] in _CARRIERS:
        return max(end, start)
    whole = tag.startswith("a") or (text[begin] == "不" and end - begin > _PAIR)
    return None if whole else start


def _passes(word: str, tag: str, negator: str) -> bool:
    if word in _CARRIERS or word == "，":
        return True
    if word in _PREDICATES or tag in ("v", "vi", "y", "ul", "e"):
        return False
    # 没及时登记 denies through an adjective that says how; 不合理收费 is a charge all the same.
    return not (tag.startswith("a") and tag != "ad" and negator.startswith("不"))


def _asserted(place: Place, before: str, cue: str, after: str) -> bool:
    """Whether the sentence asserts what its words deny: 不是…吗, 不…不行, 不是…就是."""
    if cue == "不" and _MUST.match(after):
        return True
    if cue == "不是" and re.match(r".{0,10}就是", after + place.follow[:6]):
        return True
    if cue in _ASSERTED_BY_NOT and "难道" in before:
        return True
    return cue.startswith(_ASSERTED_BY_NOT) and _rhetorical_end(place)


def _rhetorical_end(place: Place) -> bool:
    if "不是" in place.before and (place.asked or place.after.endswith("嘛")):
        return True
    return bool(re.search(r"[吗么咩伐]$", place.after))
