"""Third parties: the hit is done by, or said of, somebody who is not in the conversation.

Chinese has no agreement, so the doer is found by place: the nearest noun phrase or pronoun on the
left that is free, that is, not the object of a preposition or a verb (给配送员打电话, 我找师傅). A
clause without a subject keeps that of the clause before it. 让, 叫 and 被 make their object the
doer. What the speaker's or the hearer's own company does is no third party's (我们平台, 你们公司).
"""

from __future__ import annotations

import re

from linter import lazy
from linter.frozen import dataclass
from linter.signals.contexts.scope import PERFORMED, Place, either, listed
from linter.signals.matcher import Context

_THEY = (
    "他 她 他们 她们 渠 伊 伊拉 渠拉 人家 别人 旁人 别个 有人 对方 某人 那人 "
    "这人 那家伙 这家伙 那货"
)
_KIN = (
    "老公 老婆 爱人 太太 媳妇 媳妇儿 儿子 女儿 闺女 孩子 小孩 娃 娃儿 娃娃 爸爸 妈妈 爸 妈 "
    "老爸 老妈 父亲 母亲 爹 "
    "娘 外公 外婆 姥姥 姥爷 老人 老头 老头子 老太太 表哥 表弟 对象 男朋友 "
    "女朋友 男友 女友 老伴 老伴儿 家人 家里人 屋头人 亲戚 侄子 侄女 外甥 孙子 孙女 前夫 前妻 "
    "丈夫 妻子 丈母娘 岳父 岳母 "
    "婆婆 公公 女婿 儿媳 儿媳妇 舍友 室友 朋友 仔 囡囡 囡 阿爸 阿妈 姆妈 爷娘 舅舅 姑姑 小舅子 "
    "小叔子 大伯 伯伯 三叔 二叔 大姨 姨妈 舅妈 姑父 嫂子"
)
# 我先生 is a husband; 先生 alone is whom one speaks to. So with the others.
_KIN_WHEN_OWNED = (
    "先生 爷爷 奶奶 哥哥 弟弟 姐姐 妹妹 大哥 大姐 同学 叔叔 阿姨 叔 姨 哥 弟 姐 妹 奶 姑娘 "
    "师父 领导 老板 老师 客户 律师 司机"
)
_TRADES = (
    "快递员 快递小哥 快递小伙 快递 小哥 外卖员 外卖小哥 骑手 配送员 派件员 派送员 送货员 "
    "送餐员 揽件员 安装工 安装师傅 "
    "维修工 维修员 维修师傅 装机师傅 师傅 师父 工人 电工 水工 保安 门卫 物业 居委会 村长 "
    "村主任 店员 店家 店主 卖家 商家 "
    "买家 供应商 厂家 厂商 经销商 代理商 代理 收费员 抄表员 业务员 推销员 推销的 营业员 柜员 "
    "同事 班长 组长 经理 主管 "
    "主任 店长 站长 总监 医生 护士 律师 警察 民警 交警 骗子 诈骗分子 不法分子 犯罪分子 黑客 "
    "小偷 中介 房东 租客 租户 房客 "
    "司机 邻居 老板娘 施工队 施工方 包工头 开发商 物流 物流公司 快递公司 第三方 合作方 驿站 "
    "工作人员 专员 专人 员工 柜台 "
    "收银员 导购 导游 教练 老乡 同行 黄牛 号贩子 团伙 主播 博主 记者 催收员 催收 网格员 技术员 "
    "工程师 理赔员 查勘员 "
    "财务 仓库 前台 公安 派出所 法院 学校 医院 隔壁 楼上 楼下 楼上楼下 女的 男的 小伙子 小姑娘 "
    "小年轻 老头 婆娘 老哥 老爷子 装修公司 搬家公司 租车公司 会计 出纳 班主任 校长 辅导员 教官 "
    "好几家 好多人 很多人 不少人 有些人 有的人 好些人 肇事方 发货方 收货方 承运方 责任方 "
    "品牌方 供货方 出租方 维保方 甲方 乙方 大夫 村干部 社区 街道办 保姆 月嫂 房管 "
    "接线员 家属 机主 户主 买方 卖方 陌生人 年轻人 老大爷 其他人 其他客户 "
    "其他用户 别的客户 别的用户 "
    "别的顾客 其他顾客 另一位客户 有的客户 有些客户 很多客户 不少客户 好多客户 有个客户 "
    "有位客户 别家 别的公司 其他公司 "
    "其他平台 别的平台 另一个客服 上一个客服 上个客服 上一位客服 头一个客服 另外一个客服 "
    "那个客服 其他客服 别的客服 "
    "收件人 寄件人 发货方 承运商 航司 酒店 景区 门店 店里"
)
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕"
    "丁任沈姚卢姜崔钟谭陆范石廖贾夏韦付方白邹孟熊秦邱江薛雷侯龙史陶贺顾毛郝龚邵万钱严武戴莫孔"
)
_NAMED = (
    rf"(?:小|老|阿)[{_SURNAMES}](?!家)|[{_SURNAMES}](?:师傅|师父|经理|主管|主任|工|姐|哥|总|老师|"
    rf"大爷|阿姨|医生|某)"
)
_VERBAL = (
    r"(?:送|装|修|收|卖|开|接|管|拉)(?:快递|外卖|货|水|奶|餐|件|牛奶|煤气|气|宽带|机器?|电表|"
    r"水表|电|网|空调|废品|破烂|垃圾|房租|房子?|车|锁|门|"
    r"电话|保险|菜|事|线|账|费)的(?!钱|时候|话|电话|单|费|事)(?:人|那[个位]?)?"
)
# 消防员, 科长, 女客服: what ends in these is somebody.
_OFFICE = (
    r"(?<!会)(?<!人)[\u4e00-\u9fff]员(?!工)|[所院处科局厂队组班站店村镇校园]长(?![时期途大得短])|"
    r"[男女](?:客服|司机|经理|店员|员工|主管|老师|服务员)|[表堂][哥弟姐妹]|保洁|(?:装修|施工|"
    r"抢修|搬家|保安|工程|车)队|顾客"
)
_NOBODY = r"其他(?!人|客|用|顾|平|公|家)|[你我您真]?他妈(?!妈)|[你您]们?[这那][个些种帮]人"
_SOMEONE = (
    r"(?:那|这|某|有一?|另一|上一|前一|头一)[几两三]?(?:个|位|名|家|女的|男的|伙|帮)(?:女的|"
    r"男的|人|家伙|"
    r"公司|姑娘|小姑娘|小伙子|小伙|大姐|大哥|客服|客户|男人|女人)"
)
_HUMAN = (
    rf"{_SOMEONE}|{_NAMED}|{_OFFICE}|自称[^，]{{1,6}}的|(?:那|这)(?:小子|娘们儿?|丫头|孙子|老小子|"
    rf"帮孙子|"
    rf"老太婆|死老头)|{either(_THEY, _KIN, _TRADES)}|(?:(?<=[我你您他她家])|(?<=那个|这个|个那)"
    rf")家?{either(_KIN_WHEN_OWNED)}|那女的|那男的|的人(?!工)|{_VERBAL}"
)

_OWN = (
    "我们公司 我们这边 我们平台 我们客服 我们系统 我们店 你们公司 你们客服 你们平台 "
    "你们家 你们店 贵公司 我司 咱们公司 咱家 我家 您家 你家 我自己 您自己 你自己 "
    "您本人 我本人 我们 你们 您们 咱们 咱 阿拉 你 我 您 这边 您这边 您那边 偶"
)
_OWN_PERSON = lazy.pattern(
    rf"(?:{either(_OWN)})(?:的)?(?>(?:那个?|这个?|一?个|一?位|家|那位|这位)*)$"
)
# What another thing of the company is still the company itself.
_COMPANY = listed("财务 仓库 前台 柜台 门店 店里 专员 专人 员工 工作人员 客服")
_SUBJECT = lazy.pattern(rf"(?P<none>{_NOBODY})|(?P<they>{_HUMAN})|(?P<we>{either(_OWN)})")

_GOVERNORS = (
    "给 跟 和 与 对 向 把 请 帮 替 代 为 找 问 联系 骂 按 照 凭 当着 除了 "
    "像 跟着 比 因为 关于 等 听 见 见到 看见 投诉 举报 通知 告诉 提醒 催 打给 "
    "转给 交给 派给 发给 同 帮您 帮我 帮你 将 拿 同埋 怪 赖 怨 谢谢 感谢 谢 "
    "信 相信 认识 陪着 照顾 伺候 打 求 烦 得罪 影响 耽误 是给 陪 不如 由于 "
    "没有 不管 对于 针对 喊 叫上 派 安排 要求 代表 冒充 自称 拜托 麻烦 还给"
)
_GOVERNED = lazy.pattern(rf"(?<![说想自])(?:{either(_GOVERNORS)})(?:了|过|着)?$")
_MADE_TO = lazy.pattern(r"(?:让|叫|使|由|被|给我?派|喊|请|派|逼|安排|拨|等)(?:了)?$")
_DETERMINERS = lazy.pattern(
    r"(?>(?:我们|你们|他们|您|你|我|他|她|咱|家|的|那个|这个|那|这|一个|个|位|名|某|别的|其他|"
    r"另一|另外|隔壁|楼下|楼上|小区|有|几)*)$"
)
_TELLING = lazy.pattern(
    r"(?:告诉|答应|骂|骗|叫|让|问|催|通知|回复|回|吼|凶|忽悠|逼|害|劝|求|请|要求|联系|打给|给|"
    r"坑|教|坑了|骂了|欺负|威胁|恐吓|"
    r"跟|对|向|和|找|替|帮|为|把|被|喊|怪|推|拉黑|打|同)$"
)
_MAKES_YOU = lazy.pattern(r"(?:让|叫|要|骗|逼|忽悠|劝|教|哄|诱导|引导|喊|要求)(?:您|你|我)们?$")
_OVER = lazy.pattern(r"以后|之后|的时候|以前|之前|的话|完了|了后|(?<=[来走到])了(?=我|您|你)|时，")
_THING_OF = lazy.pattern(
    r"^的(?!(?:态度|口气|语气|脾气|服务|嘴|话|素质|行为|做法|人|意思|原话|时候)|$)|^(?:家)"
    r"的东西|^说法|^(?:的)?(?:手机号?|电话|号码|名字|姓名|工号|微信|地址|身份证|车牌|照片|签名|"
    r"账号)|^的(?:说法|面)"
)
_MANNER = lazy.pattern(r"态度|口气|语气|脾气|服务|素质|骗|混蛋|流氓|东西|人渣|毛病|样")
_SAID_OF = lazy.pattern(
    r"^[^，。！？]{0,4}的(?:都|就)?(?:是)?(?:那个?|这个?|一个|我们?的?|你们?的?)?(?P<cue>"
    + _HUMAN
    + r")"
)


@dataclass(frozen=True, slots=True)
class _Subject:
    words: str
    third: bool
    end: int


def third_party(place: Place, context: Context) -> str:
    """The words for the third party who does what the hit says, or nothing."""
    own = _subjects(place.before)
    if own:
        return "" if _owned(place, own[-1], context) else _doer(own, place.before)
    if PERFORMED.match(place.words):
        return ""
    if place.before and place.before.rstrip("，").endswith(("我", "您", "你")):
        return ""
    if said_of := _SAID_OF.match(place.after):
        return said_of["cue"]
    return _kept(place)


def _owned(place: Place, nearest: _Subject, context: Context) -> bool:
    """Whether the hit is a thing that somebody has: 小袁的电话, 等他电话."""
    between = place.before[nearest.end :]
    waited_for = not between and "等" in place.before
    if not (between == "的" or waited_for) or _MANNER.search(place.words):
        return False
    return context.tags(place.text).get(place.start, (0, ""))[1].startswith("n")


def _doer(found: list[_Subject], clause: str) -> str:
    nearest = found[-1]
    if not nearest.third:
        # 骗子让您转账: who makes somebody do a thing is behind it, but for 我老公让我投诉.
        first, made = found[0], _MAKES_YOU.search(clause, 0, nearest.end)
        own_circle = made and made[0].endswith("我") and first.words in listed(_KIN)
        return first.words if made and first.third and not own_circle else ""
    return "" if _OVER.search(clause[nearest.end :]) else nearest.words


def _kept(place: Place) -> str:
    """The subject of the clauses before, while no other takes its place."""
    sentence = place.lead.rstrip("，")
    for part in reversed(sentence.split("，")):
        found = _subjects(part)
        if found and found[0].words == part.rstrip("啊呀哎诶"):
            # Only called by name: 师傅，您听我说.
            continue
        if found:
            first = found[0]
            return first.words if first.third and not _OVER.search(part[first.end :]) else ""
        if re.search(r"[我您你]", part):
            return ""
    return ""


def _subjects(clause: str) -> list[_Subject]:
    """The free noun phrases of a clause that can be who does something, in order."""
    found = []
    for match in _SUBJECT.finditer(clause):
        if match["none"]:
            continue
        third = bool(match["they"])
        start = match.start()
        if third:
            owner = _DETERMINERS.search(clause, 0, start)
            start = owner.start() if owner else start
        head = clause[:start]
        if _THING_OF.match(clause[match.end() :]):
            continue
        if not third and _owner_of_next(clause, match.end()):
            continue
        if _free(head, third):
            if third and match[0] in _COMPANY and _OWN_PERSON.search(clause[: match.start()]):
                third = False
            found.append(_Subject(match[0], third, match.end()))
    return found


def _owner_of_next(clause: str, end: int) -> bool:
    """我老公, 您那张卡: the pronoun only says whose."""
    return bool(
        re.match(
            rf"(?:的)?(?:家|那个?|这个?|一?个|几个|有个|那位|这位|小区|店|公司|"
            rf"客服){{0,4}}(?:{_HUMAN})",
            clause[end:],
        )
        or re.match(
            r"的|(?:那|这)(?:张|个|台|块|件|部|笔|单|次|套|份|批)|屋头|女儿|孩子", clause[end:]
        )
    )


def _free(head: str, third: bool) -> bool:
    """Whether what stands before a noun phrase leaves it free to be a subject."""
    if third and _MADE_TO.search(head):
        return True
    return not _GOVERNED.search(head) and (third or not _TELLING.search(head))
