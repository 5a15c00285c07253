"""Quotation: the hit is somebody else's words, which the speaker only repeats.

Recognisers write no quotation marks, so the frame has to show it: a verb of saying whose subject
is the hearer or a third person (您说的是…, 他跟我说…), a source (短信上写的), a denied quotation
(我什么时候说过…), or a word that holds the other's words up (什么叫…, 一口一个…, 又是…). Who says
我跟您说 or 我再说一遍 speaks himself, and 您说怎么办 asks for an opinion.
"""

from __future__ import annotations

from linter import lazy
from linter.signals.contexts.scope import Place, either
from linter.signals.contexts.third_party import third_party
from linter.signals.matcher import Context

_SAY = (
    "说 讲 话 提到 反映 骂 吼 喊 自称 答复 回复 承诺 答应 说好 讲好 保证 告诉 写着 声称 宣称 "
    "宣传 提出 标着 注明 印着 反馈说 反馈的 报的 写的 "
    "提的 问的 写着说 回我 回了句 回一句 回答 回复我 嚷 嚷嚷 强调 要求 撂下 甩 甩给 来一句 "
    "来了一句 来了句 来句 蹦出 丢下 扔下 丢给我 贴着 贴的是 口口声声 张口闭口"
)
_DETAIL = (
    r"(?:您|你|我|我们|他|她)?(?>(?:了|的|得|是|到|过|着|道|就|又|我就|什么(?!$)|啥(?!$)|一?句|"
    r"那?句|这?句|俩字|两个字|的是|这么|这样|那个|这个|说|要|想|讲|咱们?)*)"
)
_ADVERBS = (
    r"(?>(?:刚才|刚刚|刚|方才|头先|上次|上回|昨天|当时|之前|一开始|前面|先前|一直|老|老是|总|总是|"
    r"都|就|也|还|又|天天|亲口|自己|明明|一口咬定|当面|直接|居然|竟然|反复|好像|可能|应该|这边|"
    r"那边|是|的|不是|可)*)"
)
_TO = r"(?:(?:跟|对|给|和|向|同|冲|朝|当着)(?:我|我们|您|你|他|她|人家|咱)(?:的面)?(?:这边)?)?"
_YOU = r"(?:您|你)(?:们)?(?:这边|那边|公司|客服|店里?|家|平台)?"
_SOURCES = (
    "他 她 他们 她们 渠 伊 人家 对方 别人 师傅 师父 快递员 客服 骗子 老公 老婆 "
    "爱人 先生 儿子 女儿 妈 爸 同事 经理 主管 领导 店员 店长 店家 商家 卖家 "
    "物业 保安 司机 小哥 医生 护士 老板 老板娘 房东 邻居 朋友 姑娘 小伙子 女的 "
    "男的 那人 那位 一位 那个 人 婆娘 前台 业务员 销售 中介 短信 短信上 短信里 "
    "合同 合同上 合同里 广告 广告上 网上 网页上 页面上 页面 系统 系统里 工单 "
    "工单上 单子上 通知 通知上 公告 电话里 上面 说明书 说明书上 条款 录音 录音里 "
    "小票上 规则 规则里 app上 app里 海报上 宣传单 宣传单上 直播间 门口 墙上 "
    "客户 顾客 客服那边 机器人 语音 骑手 外卖员 派件员 大家"
)
_NAME = (
    r"(?:小|老)[\u4e00-\u9fff](?:姐|哥)?|[^跟给和找问让叫请帮替对向你您我是个，](?:师傅|经理|"
    r"主管|姐|哥|总)"
)
_SAID_BY_YOU = lazy.pattern(
    rf"(?P<cue>{_YOU}{_ADVERBS}{_TO}{_ADVERBS}(?:{either(_SAY)}){_DETAIL})$"
)
_SAID_BY_THEM = lazy.pattern(
    rf"(?P<cue>(?:{either(_SOURCES)}|{_NAME})(?:们)?{_ADVERBS}{_TO}{_ADVERBS}(?:{either(_SAY)})"
    rf"){_DETAIL}(?P<rest>[^，。！？]{{0,8}})$"
)
_YOUR_VIEW = lazy.pattern(
    rf"(?P<cue>{_YOU}(?:(?:刚才|刚)?(?:反馈|反映|投诉|提|描述|说|讲|咨询|遇到)的(?:情况|问题|"
    rf"诉求|内容|意思|事情?)|的意思|的原话|的诉求|的要求|的意见|的想法|的问题|的需求|原话|"
    rf"刚才的意思|意思|觉得|认为|以为)(?:就)?(?:是|说|"
    rf"讲)*)[^，。！？]{{0,6}}$"
)
# 您说怎么办, 你说你们, 您说个时间, 您说得对: no words of the hearer are repeated.
_NOT_YOURS = lazy.pattern(
    r"(?:请|麻烦|按|跟|和|给|我)(?:您|你)[^，。！？]{0,3}(?:说|讲)$|(?:说|讲|问|反映|提|要求)"
    r"的(?:话|那个|这个|情况)?(?:我|我们|咱|这边)(?!们?是)"
)
_TELL_ME = lazy.pattern(
    r"(?:您|你)(?:们)?(?:就|给我|跟我|对我|倒|先|再|只要)*(?:说|讲)(?>(?:你|您|们|个|得|说|一下|"
    r"一声|一?句)*)$"
)
_LET_ME_KNOW = lazy.pattern(r"(?:您|你)(?:们)?(?:就|先|可以)*告诉我?(?:一下|一声)?$")
_ASKS = lazy.pattern(r"怎么|咋|如何|怎样|什么|啥事|多少|哪|实话|真话|准话|点解|几时|清楚|明白")
_DENIED = lazy.pattern(
    r"(?P<cue>(?:我|我们|咱们?)(?:又|可|真|从来|从|啥|什么时候|啥时候|几时|哪里|哪儿|哪|并|"
    r"根本|压根儿?|也|刚才|都)*"
    r"(?:没有?|不是|未|什么时候|啥时候|几时|哪里|哪儿|哪|不曾)(?:跟您|跟你|对您|对你)?(?:说|"
    r"讲|提|答应|承诺|骂|要求)(?:过|了)?)(?>(?:您|你|要|是|的|我|我们|这个|那个|他|她)*)$"
)
_HELD_UP = lazy.pattern(
    r"(?P<cue>(?:什么|啥子?)叫(?:做)?|一口一个|一口一句|口口声声|所谓的?|"
    r"(?:别|少|莫|不要|休)(?:老|再|总|又|光|给我|跟我|来|拿|用)*(?:跟我|给我|拿|用(?=这|那)|"
    r"来(?=这|那)|整(?=这|那)|扯(?=这|那)|提(?=这|那|什么))(?:说|讲|提|来|整|扯)*(?:什么|这套|"
    r"那套|这句|那句|这些|那些|啥|我)*|"
    r"(?<!我)(?:老|总|天天|成天|整天|净|光)(?:是)?(?:跟我|给我)?(?:说|讲)|(?:张口|开口|张嘴|"
    r"一问|问)(?:闭口)?就(?:是|说)|别(?:老|总|光)?(?:拿|用)?一句|谁说(?:的|过|了)?(?:我|我们)?|"
    r"(?:就|只有)一?句(?:话)?|(?:就|只)(?:会|知道|晓得)(?:一句|说|"
    r"讲|念)|翻来覆去(?:就|都)?(?:是|这句)?|动不动就|(?:老|"
    r"总|天天|每次|次次|回回)(?:都)?是(?:这句|一句|那句)?|"
    r"(?:那|这)(?:句|个词|几个字|套)(?:话)?(?:是|就是)?)$"
)
_SAY_NOT = lazy.pattern(r"(?:别|少|莫|不要)(?:再|老|总)?(?:跟我|给我|对我)?(?:说|讲|提)$")
_AGAIN = lazy.pattern(r"(?:你们|您们|你|您)?(?:怎么)?又是(?:这句|那句|一句)?$")
_LABELLED = lazy.pattern(
    r"^(?:了|的)?，?(?:这|那)(?:句(?!话?我)|[两三四五几]?个[字词]|俩字|种话|话(?!我)|些话|套话|"
    r"叫什么话|是什么话|叫啥话)|^，?(?:是|可是|都是)(?:您|你|你们)(?:自己|亲口|刚才)?(?:说|讲)"
    r"的|"
    r"^[^，。！？]{0,3}，?(?:回回|次次|每次|天天|翻来覆去)(?:都)?(?:是)?(?:这|那)|"
    r"^，?(?:是您说的|您是这么说|是您的原话|原话)"
)
_LED_IN = lazy.pattern(
    r"(?P<cue>(?:您|你|你们|他|她|人家|师傅|对方|客服)[^，。！？我]{0,8}(?:说|讲|回|骂|吼|答复|"
    r"写|撂)(?:了|的|嘛|道|过|我)*(?:一?句|话|这么一句|俩字|两个字|几个字|嘛)?|"
    r"(?:俩|两个|几个|三个|四个)字|一句话?|这么一句|原话(?:是)?|(?:(?<!我)就|还)[说讲](?:什么|"
    r"啥|是))，$"
)
_OWN_VOICE = lazy.pattern(
    r"(?<![跟对给和向同冲朝])我(?:就|再|也|都|只|先|可|跟您|跟你|给您|给你|和您|和你|对你|对您|"
    r"告诉您?你?)*(?:说|讲|告诉)$"
)
_SPOKEN_TO = lazy.pattern(
    r"(?:代表|跟|给|和|对|向|问|同|替|帮|让|叫|请|找|催)(?>(?:那个?|这个?|你们|我们|您|你)*)$"
)
_NO_SAYING = lazy.pattern(
    r"(?:什么|啥)?[^，。！？]{0,3}[都也]$|(?:什么|啥)我|完|不|话|起|明|服|了算|穿|破|清楚|"
    r"了(?:以后|之后)"
)
_SAY_PAUSE = lazy.pattern(r"(?P<cue>[说讲骂话])(?:了|道)?，$")
_SAY_END = lazy.pattern(r"(?P<cue>[说讲骂])(?:了|道|我|你|您|什么|的是|啥)?$")
_ECHO_END = lazy.pattern(r"^呢，?(?:谁|哪|你|我|还)")


def quoted(place: Place, context: Context) -> str:
    """The frame that makes the hit somebody else's words, or nothing."""
    before, after = place.before, place.after
    for pattern in (_DENIED, _YOUR_VIEW, _HELD_UP):
        if found := pattern.search(before):
            return found["cue"]
    if _echoed(place):
        return before
    if (_AGAIN.match(before) or _SAY_NOT.search(before)) and not after:
        return before
    if labelled := _LABELLED.match(after + place.follow):
        return labelled[0]
    if not before and (led := _LED_IN.search(place.lead)):
        return led["cue"]
    return _by_you(place) or _by_them(place, context)


def _echoed(place: Place) -> bool:
    """什么三天到账，都是骗人的; 还亲呢，谁跟你亲: the other's words thrown back."""
    if place.before == "还":
        return bool(_ECHO_END.match(place.after + place.follow))
    alone = place.before in ("什么", "啥", "啥子") and not place.after
    return alone and place.follow.startswith("，")


def _by_you(place: Place) -> str:
    found = _SAID_BY_YOU.search(place.before)
    if not found or _NOT_YOURS.search(place.before):
        return ""
    if _SPOKEN_TO.search(place.before[: found.start()]) or _LET_ME_KNOW.search(place.before):
        return ""
    bare = _TELL_ME.search(place.before)
    if bare and (_ASKS.search(place.words + place.after) or not bare[0].endswith(("说", "讲"))):
        return ""
    return found["cue"]


def _by_them(place: Place, context: Context) -> str:
    before = place.before
    if not before and (said := _SAY_PAUSE.search(place.lead)):
        verb = place.low - len(place.lead) + said.start()
        return third_party(Place(place.text, verb, verb + 1), context) and said["cue"]
    found = _SAID_BY_THEM.search(before)
    if not found and (said := _SAY_END.search(before)):
        verb = place.low + said.start("cue")
        return third_party(Place(place.text, verb, verb + 1), context) and said["cue"]
    if not found or _OWN_VOICE.search(before[: found.end("cue")]):
        return ""
    if _SPOKEN_TO.search(before[: found.start()]) or _NO_SAYING.match(before[found.end("cue") :]):
        return ""
    return found["cue"]
