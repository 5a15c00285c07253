"""What may follow a role word in a label: a number or a name, and nothing else.

``客服小王：`` is a label; ``客户姓名：`` and ``客服电话：`` are words inside somebody's turn, and
taking them for labels would tear the turn apart. So a bare run of characters counts as a name
only when it looks like one.
"""

from __future__ import annotations

from linter import lazy

_NUMBER = lazy.pattern(r"[\s_\-·#]*[0-9]{1,8}号?")
_NUMERAL = lazy.pattern(r"[一二三四五六七八九十甲乙丙丁]")
_MARKED = lazy.pattern(
    r"\s*(?:\([^()]{1,16}\)|\[[^\[\]]{1,16}\]|【[^【】]{1,16}】|[-_·/][^\s]{1,12})"
)
_NICK = lazy.pattern(r"[小老阿][一-龥]{1,2}")
_TITLED = lazy.pattern(r"[一-龥]{1,3}(?:先生|女士|小姐|经理|主管|老师|师傅)")
_LATIN = lazy.pattern(r"[A-Z]|[A-Z][a-z]{1,14}|[a-z]{2,14}")
_NO_NAME = frozenset(("id", "no", "app", "vip", "tel", "name", "phone", "qq", "ip"))

# The hundred or so commonest surnames (the Ministry of Public Security's yearly name report),
# for full names after an agent's role word: 客服王丽. Customers are not labelled so.
_SURNAMED = lazy.pattern(
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶魏"
    "苏吕丁任沈姚卢姜崔钟谭陆汪范廖石贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵][一-龥]{1,2}"
)
_NO_SURNAME = (
    *("陈述", "周期", "程序", "程度", "任务", "许可", "范围", "范例"),
    *("范本", "余额", "方案", "方式", "方法", "夏季", "白天"),
)


def is_name(tail: str, *, after_latin: bool, agent: bool) -> bool:
    """Whether what follows a role word is a number or a name.

    :param tail: NFKC-normalised, not empty.
    :param after_latin: the role word is Latin, so that letters touching it belong to another
        word (``username``).
    :param agent: the role word is an agent's, after which full names are usual.
    """
    if _NUMBER.fullmatch(tail) or _NUMERAL.fullmatch(tail) or _MARKED.fullmatch(tail):
        return True
    if after_latin and tail[0].isascii() and tail[0].isalpha():
        return False
    name = tail.strip()
    if _NICK.fullmatch(name) or _TITLED.fullmatch(name):
        return True
    if _LATIN.fullmatch(name):
        return name.casefold() not in _NO_NAME
    return agent and _SURNAMED.fullmatch(name) is not None and not name.startswith(_NO_SURNAME)
