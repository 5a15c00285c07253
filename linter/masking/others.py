"""Names of what is nobody: of a dog, a shop, a song; they are no reason to hide a word."""

from __future__ import annotations

from collections.abc import Iterable

from linter import lazy

_CALLED = lazy.pattern(
    r"(?:猫|狗|猫咪|狗狗|宠物|毛孩子|兔子|鹦鹉|仓鼠|乌龟|柯基|金毛|泰迪|布偶|英短|它|店|店铺|驾校|公司|品牌|牌子"
    r"|歌|剧|书|电影|游戏|产品|套餐|活动|学校|楼盘|小区|基金|课|课程|项目|软件|船|酒店|餐厅|饭店|机构|角色|主角"
    r"|医院|药|药名|菜|菜名|节目|账号|直播间|群|机器人|音箱|村|路|站|那家)"
    r"(?:的)?(?:大?名|名字|名称|小名|抬头)?(?:就)?(?:叫|是叫|名叫|取名|起名)(?:做|作|个)?[“\"「 ]?"
    r"(?P<name>[\u4e00-\u9fff]{2,4})"
)
_SIZES = (2, 3, 4)


def names_of_nobody(texts: Iterable[str]) -> frozenset[str]:
    """What may be such a name in plain texts: what is called so, and its beginnings."""
    return frozenset(
        match["name"][:size]
        for text in texts
        for match in _CALLED.finditer(text)
        for size in _SIZES
    )
