"""Names of accounts, which are made of letters."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.mentions import Mention

_CHAT = lazy.pattern(
    r"(?:[微薇威]信号?|(?<![a-z])[vw]x|wechat|whatsapp|telegram|小红书号?|v信|加[我个]?v|(?<![a-z])v(?=[:：])|支付宝账?号?"
    r"|用户名|登录名|登录账号|账号|旺旺号?|抖音号|游戏id|(?<![a-z])id)"
    r"(?:(?:是|系|叫|为|:|：|\s|就){0,4}(?P<name>[a-z][a-z0-9_\-]{4,19})"
    r"|[嘛哈啊吧呢哦噢呗哟]{0,2}[,，、。\s]{0,2}(?:就?是|叫)?\s?(?P<apart>(?=[a-z_\-]*[0-9_\-])[a-z][a-z0-9_\-]{5,19}))"
    r"(?![a-z0-9])"
)
_NICK = lazy.pattern(
    r"(?:(?<![a-z])(?:u?id|网名|用户名|登录名|旺旺名?|抖音名|账号名|微信名|群昵称|群里叫"
    r"|游戏名)(?:我)? ?(?:就?是|就?叫|改成了?|为|[:：]){1,2} ?[“\"「]?)"
    r"(?P<name>(?![多什啥哪不没怎这那我您你它为空0-9])[\u4e00-\u9fffa-z][\u4e00-\u9fffa-z0-9_\-·.]{1,15})"
)
_IS_HAN = lazy.pattern("[\u4e00-\u9fff]+")
"""Names of accounts in characters and something else, up to the next stop."""
_NO_CHAT = frozenset(
    [
        "alipay",
        "wechat",
        "weixin",
        "apple",
        "android",
        "huawei",
        "iphone",
        "login",
        "wifi",
        "email",
        "vip",
        "svip",
    ]
)


def account_mentions(text: str) -> Iterator[Mention]:
    """The names of accounts that a plain text says are some."""
    for match in _CHAT.finditer(text):
        said = match["name"] or match["apart"]
        if said not in _NO_CHAT:
            yield Mention("account", match.end() - len(said), match.end(), "前面说是账号", said)
    for match in _NICK.finditer(text):
        if match["name"] not in _NO_CHAT and not _IS_HAN.fullmatch(match["name"]):
            yield Mention("account", *match.span("name"), "前面说是账号", match["name"])
