"""What should not be said, by theme: predicates, and the words they are put behind.

A forbidden list of a call centre is such a product: the same thirty rudenesses behind 你, 您,
这事 and so on. Ten thousand phrases come from here.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """One kind of thing not to say.

    :ivar id: part of the rules' ids.
    :ivar category: the category of the findings.
    """

    id: str
    category: str
    aspect: str
    predicates: tuple[str, ...]


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


def _theme(id_: str, category: str, aspect: str, predicates: str) -> Theme:
    return Theme(id_, category, aspect, _split(predicates))


THEMES: tuple[Theme, ...] = (
    _theme(
        "shirk",
        "shirking",
        "职责",
        "不归我管 找别人去 管不着 不是我的事 别赖我 轮不到我 与我无关 推给后台 没我份 不该我接",
    ),
    _theme(
        "refuse",
        "cold_refusal",
        "职责",
        "办不了就是办不了 没门儿 不可能的 想都别想 没得商量 就这规定 改不成 没戏 休想 不给办",
    ),
    _theme(
        "blame",
        "blame",
        "态度",
        "自找的 活该 看错条款 不会看字 瞎操作 手欠 乱点的 粗心大意 没长记性 怨谁呢",
    ),
    _theme(
        "hurry",
        "impatience",
        "态度",
        "快点说 别磨叽 少废话 啰嗦什么 说重点行不行 没完没了 烦不烦 磨蹭啥 赶紧讲完 别绕弯子",
    ),
    _theme(
        "scold",
        "tone_policing",
        "态度",
        "别嚷嚷 冲谁喊呢 嗓门小点 吼什么吼 消停会儿 别跟我急 发什么火 注意措辞 耍什么横 闹够了没",
    ),
    _theme(
        "insult",
        "insult",
        "态度",
        "脑子进水 有毛病吧 缺根弦 听不懂人话 没文化 眼瞎了 笨得可以 猪脑子 神经兮兮 不可理喻",
    ),
    _theme(
        "sneer",
        "sarcasm",
        "态度",
        "真有意思 可真行啊 挺会算计 好大架子 了不起呗 真稀罕 算您厉害 长见识了 真会开玩笑 "
        "高人一等呀",
    ),
    _theme(
        "fob",
        "fobbing_off",
        "职责",
        "等着就完了 过两天再看 回去等信 慢慢等呗 随便看看就好 先这么着吧 以后再说 凑合用吧 "
        "差不多得了 有空再弄",
    ),
    _theme(
        "promise",
        "overpromise",
        "话术",
        "百分百没问题 包您满意 绝对到账 保证不掉线 肯定全退 一定批下来 稳赚不赔 零风险 全网最低 "
        "终身免费",
    ),
    _theme(
        "threat",
        "threat",
        "态度",
        "后果自负 小心上黑名单 要上征信 停您的号 告到法院去 走着瞧 别怪没提醒 叫保安来 封您账户 "
        "查您底细",
    ),
    _theme(
        "command",
        "command",
        "态度",
        "听我说完 把嘴闭上 老实待着 站那儿别动 照我说的做 给我记住 必须现在弄 立刻去办 不许插嘴 "
        "马上挂掉",
    ),
    _theme(
        "talkback",
        "backtalk",
        "态度",
        "爱投不投 随你怎么告 投诉也没用 找谁都一样 有本事去告 奉陪到底 不信拉倒 爱办不办 "
        "谁怕谁啊 我等着呢",
    ),
    _theme(
        "policy",
        "policy_shield",
        "职责",
        "规定写死的 上头不让 制度摆在那 系统不让弄 领导定的死 流程就这样 公司不允许 条文明摆着 "
        "权限不够别问 白纸黑字写着",
    ),
    _theme(
        "doubt",
        "prejudging",
        "态度",
        "想讹钱吧 占便宜来的 编故事呢 骗保的吧 装糊涂 蒙谁呢 肯定撒谎 无理取闹 想白嫖 故意找茬",
    ),
    _theme(
        "person",
        "depersonalise",
        "态度",
        "这种人 那号人 农村来的 外地的都这样 老年人就是麻烦 女的就是事多 穷讲究 一看就没见识 "
        "素质真低 没读过书",
    ),
    _theme(
        "slack",
        "efficiency",
        "效率",
        "我要下班了 电脑懒得开 没空理会 吃饭呢等会 打完这局 忙别的呢 先晾一边 不想查了 手头没闲 "
        "懒得翻",
    ),
    _theme(
        "gossip",
        "verification",
        "职责",
        "把密码念一遍 验证码报给我 背面三位数 给我转一笔 私下加微信 打我私人号 截个余额图 "
        "发我身份照 远程让我点 卡借我用用",
    ),
    _theme(
        "rival",
        "competitor",
        "职责",
        "别家更便宜 隔壁送得多 换他们家吧 那家早倒闭 同行全是骗 对手不如咱 去对面办吧 他家信号好 "
        "别处没这价 友商更黑",
    ),
    _theme(
        "empty",
        "empty_apology",
        "话术",
        "抱歉行了吧 对不起总可以了 算我错行吗 给您赔罪得了 道过歉了还想怎样 不好意思咯 歉也道了 "
        "都说对不起了 认错了行不 别揪着不放",
    ),
    _theme(
        "secret",
        "disclosure",
        "职责",
        "内部都知道 成本才几块 我们也骂公司 员工都不买 后台随便改 数据想看就看 这批全有毛病 "
        "上次也坏一片 领导瞒着呢 别往外说",
    ),
    _theme(
        "sell",
        "hard_sell",
        "话术",
        "不买会后悔 最后一单了 过了今天涨价 人人都在抢 先扣了再说 默认给开通 顺手帮订了 "
        "送的其实收费 勾上就对了 不办白不办",
    ),
    _theme(
        "hang",
        "hang_up",
        "适时结束",
        "没别的就挂了 我先挂了 不说了啊 懒得跟你讲 到此为止 别再打来 浪费我时间 线路让给别人 "
        "挂了挂了 没工夫陪聊",
    ),
    _theme(
        "medical",
        "out_of_scope",
        "职责",
        "不用看医生 吃这个就好 停药没事 包治百病 根治不复发 比药管用 孕妇随便吃 血压不用管 "
        "癌症也能好 立竿见影的",
    ),
    _theme(
        "invest",
        "out_of_scope",
        "职责",
        "翻倍没问题 保本保息 内幕消息准 闭眼买就行 年底必涨 跟着我操作 亏了算我的 加杠杆更快 "
        "满仓别怕 老师带单",
    ),
)

SUBJECTS = _split(
    "你 您 你们 您家 你这人 你自己 您自己 你这边 这事 这个 这种 那个 那事 你家 我看 我说 我看你 "
    "我跟你讲 反正 本来 就是 明明 其实 真是 总之 你看看 谁让你 人家 他们 上次 每次 又是 还 都 "
    "那就 要不 你老 您老 这单 这回 这笔 这号 那单 你倒 您倒 何必"
)
ENDINGS = ("", "啊", "呢", "吧", "了", "嘛", "呗", "呀")

SPECIAL = _theme(
    "special",
    "efficiency",
    "职责",
    "磨洋工 打马虎眼 装聋作哑 和稀泥 踢皮球 甩脸子 翻白眼 嗑瓜子 打哈欠 唱高调 抬杠子 摆臭脸 "
    "敲桌子 嚼口香糖 哼小曲 打游戏 刷视频 放鸽子 撂挑子 打太极",
)
"""The rules' own that are no plain lists: no other theme has them, so nothing else reports them."""
