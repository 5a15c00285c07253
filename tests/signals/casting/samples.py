"""Invented calls, a line a turn: the speaker's mark, a colon, the words."""

from __future__ import annotations

from linter.model import Call, Role, Turn

INBOUND = """\
a：您好工号三零二七很高兴为您服务请问有什么可以帮您
c：喂你好我家宽带昨天晚上就断了到现在都上不去网
a：好的先生给您带来不便请您提供一下宽带账号我帮您查询
c：我哪记得账号我报手机号行不行
a：可以的麻烦您报一下办理时登记的手机号码
c：幺三九零零零零一二三四
a：请您稍等正在为您查询这边看到您小区的设备在检修
c：那什么时候能好啊我晚上还要开会呢
a：预计今天下午六点前恢复我这边给您登记一下修好了短信通知您
c：行吧那你快点给我弄
a：好的请问还有什么可以帮您
c：没有了谢谢
a：感谢您的来电祝您生活愉快再见"""

COLLECTION = """\
c：喂
a：您好请问是刘先生本人吗我这边是安心分期的
c：是我什么事
a：您名下有一笔贷款已经逾期十二天了请问您今天能处理吗
c：我这个月工资还没发呢哪有钱
a：那您这边最晚什么时候可以还上呢我帮您备注一下
c：十五号吧发了工资我就还
a：好的那我给您登记十五号请您到时候保证账户里余额充足
c：知道了知道了"""

CHAT = """\
c：在吗
a：亲 在的呢 请问有什么可以帮您
c：我买的锅怎么还没发货啊
a：亲 麻烦您提供下订单号 这边帮您查询哦
c：昨天就付款了你们也太慢了
a：非常抱歉让您久等了亲 仓库已经在打包了 预计今晚为您发出呢
c：行 那我等着
a：感谢您的理解 祝您购物愉快哦"""

DIALECT = """\
a：您好社保热线请问有什么可以帮您
c：唔该我想问下我嗰张社保卡点解用唔到
a：请问您是在药店使用还是在医院使用呢
c：喺药店啊噚日都仲得今日就唔得啦
a：麻烦您提供一下身份证号码我帮您核实一下卡的状态
c：你等阵我搵下先
a：好的不着急您慢慢找
c：搵到啦你记低啦
a：好的已经帮您登记了稍后会有工作人员跟您联系"""

TRANSFER = """\
1：您好很高兴为您服务请问有什么可以帮您
2：我要查一下我那张卡为什么被扣了年费
1：好的女士这个业务需要帮您转接到信用卡专席请您稍等
3：您好信用卡专席工号五零一一请问有什么可以帮您
2：就是我那个年费你们扣了我三百块钱我都不知道
3：麻烦您报一下卡号后四位我帮您核实一下
2：四四七二
3：请您稍等这边看到您去年刷卡次数不够所以收取了年费
2：我不知道有这个规定啊能不能退给我
3：我帮您申请一次减免三个工作日内给您回复请问还有其他需要吗
2：没有了谢谢啊"""

BOT = """\
0：欢迎致电云水燃气业务咨询请按一报修请按二人工服务请按零
1：您好请问有什么可以帮您
2：我家燃气灶打不着火了
1：请您先检查一下阀门是否打开麻烦您提供一下地址我帮您登记
2：打开了的我都看过了
1：好的那我这边为您安排师傅上门请问您什么时候方便
2：就今天下午吧我在家
1：好的已经为您登记感谢您的来电
0：请对本次服务进行评价满意请按一不满意请按二"""

_MARKED: dict[str, Role] = {"a": "agent", "c": "customer"}


def call(text: str, **fields: str) -> Call:
    """The call with its roles, or with speaker numbers where it has such."""
    turns = []
    for line in text.splitlines():
        mark, _, words = line.partition("：")
        role = _MARKED.get(mark, "unknown")
        turns.append(Turn(role, words, "" if mark in _MARKED else mark))
    return Call("样", tuple(turns), **fields)  # type: ignore[arg-type]


def roles(call: Call) -> list[Role]:
    return [turn.role for turn in call.turns]


def numbered(call: Call, agent: str = "2", customer: str = "1") -> Call:
    """Without roles, with speaker numbers."""
    names = {"agent": agent, "customer": customer}
    return changed(call, [t._replace(role="unknown", speaker=names[t.role]) for t in call.turns])


def bare(call: Call) -> Call:
    """With neither roles nor labels."""
    return changed(call, [turn._replace(role="unknown", speaker="") for turn in call.turns])


def swapped(call: Call) -> Call:
    other: dict[Role, Role] = {"agent": "customer", "customer": "agent"}
    return changed(call, [turn._replace(role=other[turn.role]) for turn in call.turns])


def changed(call: Call, turns: list[Turn]) -> Call:
    return Call(call.id, tuple(turns), channel=call.channel, kind=call.kind)
