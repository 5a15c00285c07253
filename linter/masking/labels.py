"""Words that say what a number is."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal, NamedTuple, cast

from linter import lazy
from linter.masking.mentions import Kind
from linter.masking.plain import DIGITS

Group = Kind | Literal["none", "tail"]
"""A kind; ``none`` for what tells of nobody, ``tail`` for the last digits of something."""

_NONE = (
    r"取件码|提货码|取货码|金额|价格|邮编|邮政编码|验证码|校验码|密码|型号|款号|货号"
    r"|商品编?[号码]|产品编?[号码]|物料[号码]|条形?码|版本|股票|基金|代码|错误[码号]?"
    r"|报错|端口"
    r"|规格|尺码|批[号次]|生产日期|有效期|保质期|文号|条例|航班|车次|频道|优惠[券码]"
    r"|活动|套餐|资费|积分|流量|余额|里程|工号|员工号|柜台|窗口"
    r"|话费|电话费|手机费|分数|得分|编码|色号|总数|数量|销量|库存|阅读|浏览|播放|人口"
    r"|房号数|楼层|门店|店号|站点|网点|区号|日期|时间|年份|生日|国标|标准|费率|利率"
    r"|汇率"
    r"|排队号|叫号|座位号?|页码|客服热线|转人工|客服电话|服务电话|投诉电话|咨询电话"
    r"|官方电话|报警电话"
)
_GROUPS = (
    (
        "tail",
        r"尾[号数]|[后末最]后?[四三六4368八]位|末尾",
    ),
    ("none", _NONE),
    (
        "id_card",
        r"身份证号?码?|证件号?码?|身份号码?|身份证明",
    ),
    (
        "bank_card",
        r"银行卡号?|信用卡号?|储蓄卡号?|借记卡号?|贷记卡号?|工资卡号?|结算卡|社保卡号?"
        r"|打款账[号户]|收款账[号户]|银行账[号户]|开户账号|对公账[号户]|卡号",
    ),
    ("plate", r"车牌号?码?|牌照号?"),
    (
        "order",
        r"订单编?[号码]?|单号|运单号?|快递单号?|快递号|物流单?号|包裹号?|工单编?号?"
        r"|保单号?码?|保险单号|服务单号?|合同编?号?|流水号?|交易号|案件号|报案号|受理编?号"
        r"|查询码"
        r"|预约号|挂号单?号?|就诊号|票号|退[单货款]单?号|发票号码?|追踪号|序列号|(?<![a-z])sn码?"
        r"|s/n|车架号|发动机号|(?<![a-z])vin码?|提单号?|凭证号?|回执号?|申请[单编]?号"
        r"|投诉[单编]?号|维修单号?"
        r"|派单号|任务号|参考号|业务号|赔案号|理赔号|批单号|检测单号|报修单?号|支付单号"
        r"|商户单号|编号",
    ),
    (
        "other_id",
        r"护照号?码?|通行证号?码?|军官证号?|居住证号?|驾[驶照]证?号?|档案编?号|社保[编账]?号"
        r"|医保[卡编账]?号|学[籍]?号|准考证号|病[历案]号|住院号|门诊号|统一社会信用代码"
        r"|信用代码"
        r"|税号|纳税人识别号|imei码?|(?<![a-z])ip地址?|mac地址|营业执照|港澳通行证"
        r"|台胞证|回乡证|就诊卡号?|公积金[账]?号|残疾证号?|结婚证号?|房产证号?|不动产证号?",
    ),
    (
        "account",
        r"宽带账?[号户]|户号|用户编?[号码]|客户编?[号码]|会员编?[号码]|会员卡号?|账[号户]"
        r"|帐[号户]|微信号?|(?<![a-z])qq号?码?|q号|扣扣号?|企鹅号|支付宝账?号?|用户名"
        r"|登录名"
        r"|昵称|电表号?|水表号?|燃气表号?|表号|卡号|(?<![a-z])u?id号?(?![a-z])|(?<![a-z])[vw]x(?![a-z])"
        r"|淘宝号|旺旺号?|抖音号|快手号|微博号|缴费号码?|机顶盒号?|设备号",
    ),
    (
        "phone",
        r"手机号?码?|电话号?码?|联系方式|联系号码|座机号?|固话|固定电话|来电号码?"
        r"|来电显示|主叫号?码?|被叫|小灵通|分机号?|联系[我他她您你]|打给?[我他她]"
        r"|回拨|致电|传真|呼叫|同号|转(?=[0-9])"
        r"|本机号?码?|绑定的?号码?|预留的?号码?|充值号码?|号码|机主号|(?<![a-z])(?:tel"
        r"|phone|mobile|fax)(?![a-z])|拨打?",
    ),
)
_LABELS = lazy.pattern("|".join(f"(?P<{group}>{words})" for group, words in _GROUPS))
_FAR, _NEAR = 18, 8
"""How far before and after a number (code points) a word may stand that says what it is."""
_BESIDE = 6
_LIST = 48
"""How far back the number before in a list may begin."""
VAGUE = frozenset(
    ["账户", "帐户", "编号", "id", "转", "拨打", "拨", "呼叫", "回拨", "致电", "传真", "同号"]
)
"""Labels that are said of many things: they mean only a number right behind them."""
_STOPS = lazy.pattern(r"[。！!？?；;\n]")
_LISTED = lazy.pattern(
    rf"(?<![a-z0-9{DIGITS}])(?P<other>[a-z0-9{DIGITS}][a-z0-9{DIGITS} \-]{{3,23}})"
    r"[,，、;；和或 ]{1,2}"
    r"(?:然后|还有|现在|后来|改成)?(?:新|旧|老|原来|现在|以前|之前|后面|另外?一?个?|第[二三]个|换)"
    r"(?:的|那个|这个|办的|换的)?(?:号码?|本)?(?:就?是|为|[:：])?\s?$"
)
"""What comes between two numbers of one kind: 旧的是 A，新的是 B."""


class Label(NamedTuple):
    """A word that says what a number is: ``text[start:end]``."""

    start: int
    end: int
    group: Group

    @property
    def kind(self) -> Kind | None:
        """The kind it says; ``None`` for what tells of nobody, and for the end of a number."""
        return None if self.group in ("none", "tail") else cast(Kind, self.group)


def labels(text: str) -> list[Label]:
    """All such words of a plain text."""
    return [Label(*found.span(), cast(Group, found.lastgroup)) for found in _LABELS.finditer(text)]


class Labels:
    """The labels of a text, to be asked which one is a number's.

    :param text: plain.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.all = labels(text)
        self._starts = [label.start for label in self.all]

    def of(self, start: int, end: int, *, far: int = _FAR) -> Label | None:
        """What the nearest word before a number, else right after it, says it is."""
        if listed := _LISTED.search(self._text, max(0, start - _LIST), start):
            return self.of(*listed.span("other"), far=far)
        at = bisect_left(self._starts, start)
        if at:
            last = self.all[at - 1]
            between = self._text[last.end : start]
            if len(between) <= (
                _BESIDE if self._text[last.start : last.end] in VAGUE else far
            ) and not _STOPS.search(between.rstrip("？?。 \n")):
                return last
        if at < len(self.all):
            following = self.all[at]
            between = self._text[end : following.start]
            if len(between) <= _NEAR and self._is_told_after(between):
                return following
        return None

    @staticmethod
    def _is_told_after(between: str) -> bool:
        """这个号码, 是我的手机号, (订单号)."""
        return _AFTER.fullmatch(between) is not None


_AFTER = lazy.pattern(
    r"[,，、\s(（]{0,2}(?:这个|那个|这是|是|就是|这)?(?:我|他|她|您|你|本人|家里?"
    r"|公司|新|旧|老|原来)?(?:的|那个)?"
)
