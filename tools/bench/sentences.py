"""What the two sides of a generated call say: templates with slots, grouped into moves.

A move is a short exchange: ``A`` lines are the agent's, ``C`` lines the customer's, each with
several wordings. ``{slots}`` are filled from :mod:`tools.bench.words`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One turn's wordings, and who says it (``A`` agent, ``C`` customer)."""

    side: str
    wordings: tuple[str, ...]


Move = tuple[Line, ...]


def _agent(*wordings: str) -> Line:
    return Line("A", wordings)


def _customer(*wordings: str) -> Line:
    return Line("C", wordings)


OPENINGS: tuple[Move, ...] = (
    (
        _agent(
            "您好，{company}，工号{badge}为您服务，请问有什么可以帮您？",
            "喂您好，这里是{company}，很高兴为您服务，您请讲。",
            "{part}好，{company}，我姓{surname}，请问您要咨询哪方面的业务？",
            "您好，感谢您致电{company}，请问有什么能帮到您的？",
        ),
        _customer(
            "喂，你好，我想问一下我的{thing}，{trouble}。",
            "你好，是{company}吗？我{kin_of}那个{thing}{trouble}，我想问问怎么回事。",
            "哎你好，我{day}{part}办的{thing}，到现在{trouble}，{feeling}。",
            "喂，麻烦你帮我看一下，{thing}{trouble}。",
        ),
    ),
    (
        _customer(
            "喂？能听见吗？我找你们问一下{thing}的事。",
            "你好，我刚才打过一个电话，说的是{thing}，断线了。",
        ),
        _agent(
            "您好，能听见的，您请讲，{company}为您服务。",
            "您好，很高兴为您服务，您说的{thing}是哪方面的问题？",
        ),
        _customer("就是{trouble}，你给我看看。", "{day}开始的，{trouble}，我{kin_of}也是一样。"),
    ),
)

TALK: tuple[Move, ...] = (
    (
        _agent(
            "好的，您是说{thing}{trouble}，对吧？大概是从什么时候开始的？",
            "我了解一下，您的{thing}是{day}办的还是更早之前办的呢？",
            "嗯，{thing}这一块我来帮您看，之前有没有重新启动或者重新登录过？",
        ),
        _customer(
            "应该是{day}{part}吧，具体几点我记不清了，反正{part}还好好的。",
            "{day}就有了，我以为过一阵子自己会好，结果到今天还是{trouble}。",
            "试过了，关了又开，开了又关，弄了有{n}遍吧，还是老样子。",
        ),
    ),
    (
        _agent(
            "好的，那我{step}，您看可以吗？",
            "这样，我先{step}，再看看要不要别的处理。",
            "您这个情况，我可以{step}，大概要{n}分钟左右。",
        ),
        _customer(
            "行，那你弄吧。", "可以，那就麻烦你了。", "嗯，好，我等一下。", "那也行，你看着办吧。"
        ),
    ),
    (
        _agent(
            "我这边看到的是{cause}，所以才会出现您说的这个现象。",
            "查到了，主要是因为{cause}，目前正在处理当中。",
            "是这样的，{day}{part}{cause}，受影响的不止您一位。",
        ),
        _customer(
            "哦，这样啊，那什么时候能弄好呢？",
            "那这个跟我有什么关系呀，我的钱是照交的呀。",
            "原来是这样，我还以为是我自己的{thing}有毛病。",
        ),
        _agent(
            "预计{day}{part}{clock}之前就会恢复，到时候您再试一试。",
            "一般是{n}个工作日，最晚{date}就会有结果。",
            "正常的话{n}个小时以内，您这边不用做什么操作。",
        ),
    ),
    (
        _agent(
            "这个月的账单一共是{money}块，其中{thing}占了{money}块{digit}毛。",
            "系统里显示{date}{clock}有一笔{money}元的记录，名称是{thing}。",
            "您现在用的是{money}元一档的{thing}，{date}到期。",
        ),
        _customer(
            "{money}块？我记得当时说好是{money}的呀，怎么算出来的？",
            "哦，{date}那一笔是我自己的，那{part}那一笔呢？",
            "行，那我明白了，我回头跟{kin}说一声。",
        ),
        _agent(
            "您看，{money}是基本的费用，加上{day}新增的{n}项，合起来就是这个数。",
            "{date}那一笔是按天折算的，用了{n}天，所以看着零零碎碎的。",
        ),
    ),
    (
        _customer(
            "我再问一下，{thing}要是不想用了，违约金怎么算？",
            "对了，还有个事，{kin}的{thing}能不能跟我的放在一块儿？",
            "那个{thing}和{thing}有什么区别，哪个划算一点？",
        ),
        _agent(
            "可以的，您带上证件到{place}的网点就能办，{n}分钟就好。",
            "两个主要差在价格上，一个{money}，一个{money}，看您平时用得多不多。",
            "合同期内是按剩下的月数算的，您还有{n}个月，大概{money}块。",
        ),
        _customer(
            "哦，那我考虑一下，{day}再说。", "知道了，那先不弄了。", "好，那就按你说的这个来。"
        ),
    ),
    (
        _agent(
            "您稍等一下，我查一下系统，可能需要{n}秒钟。",
            "麻烦您不要挂机，我跟后台的同事核实一下{thing}。",
            "请稍等，我正在调您{date}的记录。",
        ),
        _customer("好的，不着急。", "嗯，你慢慢查，我不挂。", "行，你查吧，我这边信号还可以。"),
        _agent(
            "让您久等了，我看了一下，{cause}。",
            "感谢您的耐心等待，刚才跟同事确认过，{day}{part}会有人跟进。",
            "不好意思让您久等了，记录已经调出来了，{date}确实有一条。",
        ),
    ),
    (
        _customer(
            "我住在{city}{place}{n}号楼{n}单元，你们师傅{day}能来吗？",
            "东西寄到{place}{n}号就行，我{kin_of}在家，{part}都有人。",
            "能不能约到{day}{clock}以后，白天家里都上班，没有人。",
        ),
        _agent(
            "可以的，{day}{clock}到{clock}之间，师傅出门之前会先给您打电话。",
            "好的，我把地址备注上了，{place}，{part}派送。",
            "没问题，时间给您改到{date}{part}，还有别的要求吗？",
        ),
        _customer("没有了，就这个时间吧。", "那麻烦让他提前{n}分钟打电话，我下楼接。"),
    ),
    (
        _agent(
            "{surname}先生，这边给您记一下：{thing}{trouble}，{day}{part}开始，您看对不对？",
            "{surname}女士，那我总结一下，您希望{date}之前把{thing}弄好，是这样吧？",
        ),
        _customer("对对对，就是这么个情况。", "差不多，不过是{part}开始的，不是{part}。", "没错。"),
        _agent(
            "好的，已经登记上了，{n}个工作日之内会有专人给您回电话。",
            "好，{thing}的事我已经提交上去了。",
        ),
    ),
    (
        _customer(
            "你们那个手机上的页面，我找了半天也没有找到{thing}在哪里。",
            "我不太会弄这个，年纪大了，字又小，{kin}又不在身边。",
            "我按照短信上说的点进去，结果跳出来一个{thing}的页面，不敢点。",
        ),
        _agent(
            "没关系，{thing}我一步一步告诉您，您先打开首页，右下角有个我的，您点一下。",
            "那您先退出来，从首页上面的搜索里输入{thing}，看看能不能出来。",
            "您做得对，不认识的页面先别点，我{part}用短信把{thing}的入口发给您。",
        ),
        _customer(
            "点了，然后呢？", "出来了出来了，有{n}个，选哪一个？", "还是没有，是不是我手机太旧了？"
        ),
        _agent(
            "选第{n}个，往下翻，看到{thing}没有？",
            "您往下拉一点，灰色的{thing}那个就是，点进去等{n}秒。",
        ),
    ),
)

ASKS: tuple[Move, ...] = (
    (
        _agent(
            "麻烦您报一下办理业务的手机号码，我帮您核对一下。",
            "方便的话，请您提供一下联系电话，好吗？",
        ),
        _customer(
            "{phone}。", "你记一下，{phone_said}，是我本人的。", "就是我现在打的这个，{phone}。"
        ),
        _agent("好的，跟您核对一下，尾号{tail}，对吗？", "收到，{phone}，这边已经查到了。"),
    ),
    (
        _agent("请问您贵姓，怎么称呼？", "麻烦您说一下登记的姓名。"),
        _customer(
            "我姓{surname}，叫{name}。", "{name}，{given}是{given}的{given}。", "免贵姓{surname}。"
        ),
    ),
    (
        _agent("麻烦您把订单号报给我，在短信里可以看到。", "请您提供一下单号，字母和数字都要。"),
        _customer("我找找啊，{code}。", "等一下，我看看，{code}，对，就是这个。"),
    ),
    (
        _agent("请您说一下收货地址，我这边核对一下。", "您的地址是哪里呢，具体到门牌号。"),
        _customer("{city}{place}{n}号{n}零{digit}室。", "{place}{n}栋，就在{place}对面。"),
    ),
)

COMPLAINTS: tuple[Move, ...] = (
    (
        _customer(
            "你们这{thing}怎么还没好，我都打了{n}个电话了！",
            "这都几天了，{trouble}，到底有没有人管？",
            "说好的{day}，结果呢，又拖到{day}，怎么这么慢。",
        ),
        _agent(
            "实在抱歉，给您添麻烦了，我马上{step}。",
            "非常抱歉，让您跑了这么多趟，这个我来跟进。",
            "对不起，耽误您这么久，我理解您的心情，我现在就{step}。",
        ),
        _customer("你光说有什么用，{day}能不能弄好？", "行吧，那你这次可得给我个准话。"),
        _agent(
            "我给您登记成加急，{day}{clock}之前一定给您回电话。",
            "好，我记录下来了，{n}小时内有专人联系您，单号是{code}。",
        ),
    ),
    (
        _customer(
            "我要投诉，你们{thing}{trouble}，一点都不负责任！",
            "你什么态度啊，把你们领导叫来，我跟他说！",
            "太过分了，{money}块钱就这么没了，我要投诉你们！",
        ),
        _agent(
            "非常抱歉给您带来不好的体验，您的投诉我现在就登记，由主管来处理。",
            "实在对不起，您先别着急，我这就给您受理，{n}小时内主管给您回电话。",
        ),
        _customer("那你记清楚，{date}{clock}，我就等这个电话。", "好，我等着，别又没有下文。"),
    ),
    (
        _customer("不用问了，你直接给我处理就行。", "这个不方便说，你就说能不能弄吧。"),
        _agent(
            "好的，那我先按您说的情况登记，不影响受理。", "明白，那我直接{step}，有结果了告诉您。"
        ),
    ),
    (
        _agent(
            "您这个问题需要专席处理，我给您转过去可以吗？",
            "这个要由{thing}的专员来看，帮您转接，您同意吗？",
        ),
        _customer("可以，转吧。", "行，别又断了就好。", "好的，谢谢。"),
    ),
)

BACKCHANNELS = (
    "嗯。",
    "好的。",
    "嗯嗯，好。",
    "对。",
    "哦。",
    "行。",
    "嗯，您说。",
    "是的。",
    "对对。",
)

CLOSINGS: tuple[Move, ...] = (
    (
        _agent("请问您还有其他问题吗？", "好的，那您看还有别的需要帮忙的吗？"),
        _customer("没有了，谢谢你啊。", "没了，就这些，麻烦你了。", "暂时没有，{day}我再看看。"),
        _agent(
            "不客气，感谢您的来电，祝您生活愉快，再见。",
            "好的，感谢您的理解和支持，稍后请对我的服务做个评价，再见。",
        ),
    ),
)
