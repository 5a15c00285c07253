"""What may follow a role word in a label: a number or a name, and nothing else.

``客服小王：`` is a label; ``客户姓名：`` and ``客服电话：`` are words inside somebody's turn, and
taking them for labels would tear the turn apart. So a bare run of characters counts as a name
only when it looks like one.
"""

from __future__ import annotations

from linter import lazy

_NUMBER = lazy.pattern(r"[\s_\-·#]*[0-9]{1,8}号?")
_NUMBERS = lazy.pattern(r"^[\s_\-·#]*[0-9]{1,8}号?[\s_\-·]*|[\s_\-·#]*[0-9]{1,8}号?$")
_NUMERAL = lazy.pattern(r"[一二三四五六七八九十甲乙丙丁]")
_MARKED = lazy.pattern(
    r"\s*(?:\([^()]{1,16}\)|\[[^\[\]]{1,16}\]|【[^【】]{1,16}】|[-_·/][^\s]{1,12})"
)
_NICK = lazy.pattern(r"[小老阿][一-龥]{1,2}")
_NO_NICK = ("小时", "小区", "小票", "小费", "小额", "小计", "小数", "老年", "老家")
_TITLED = lazy.pattern(r"[一-龥]{1,3}(?:先生|女士|小姐|经理|主管|老师|师傅)")
_LATIN = lazy.pattern(r"[A-Z]|[A-Z][a-z]{1,14}|[a-z]{2,14}")
_NO_NAME = frozenset(("id", "no", "app", "vip", "tel", "name", "phone", "qq", "ip"))

# The hundred or so commonest surnames (the Ministry of Public Security's yearly name report).
_SURNAME = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶魏"
    "苏吕丁任沈姚卢姜崔钟谭陆汪范廖石贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵]"
)
# Surnames of two characters that begin no other word.
_DOUBLE = "(?:欧阳|慕容|司马|司徒|上官|诸葛|皇甫|尉迟|公孙|令狐|夏侯|宇文|长孙|呼延|拓跋|独孤|端木)"
_SURNAMED = lazy.pattern(f"{_SURNAME}[一-龥]{{1,2}}")
_DOUBLY_SURNAMED = lazy.pattern(f"{_DOUBLE}[一-龥]{{1,2}}")
_SURNAME_ALONE = lazy.pattern(f"{_SURNAME}|{_DOUBLE}")
_NO_SURNAME = (
    *(
        "陈述",
        "陈情",
        "周期",
        "周边",
        "周末",
        "程序",
        "程度",
        "任务",
        "任何",
        "任意",
        "许可",
        "许诺",
    ),
    *(
        "范围",
        "范例",
        "范本",
        "余额",
        "余款",
        "余下",
        "方案",
        "方式",
        "方法",
        "方面",
        "方向",
        "夏季",
    ),
    *(
        "白天",
        "白条",
        "何时",
        "何地",
        "何种",
        "马上",
        "段落",
        "曾经",
        "于是",
        "张贴",
        "付款",
        "付费",
    ),
    *(
        "史上",
        "叶子",
        "江西",
        "江苏",
        "黄金",
        "黄牛",
        "石油",
        "田地",
        "毛病",
        "钟点",
        "陆续",
        "顾虑",
    ),
)


def is_name(tail: str, *, after_latin: bool, agent: bool) -> bool:
    """Whether what follows a role word is a number or a name, or both.

    :param tail: NFKC-normalised, not empty.
    :param after_latin: the role word is Latin, so that letters touching it belong to another
        word (``username``).
    :param agent: the role word is an agent's, after which full names are usual.
    """
    if _is_mark(tail):
        return True
    if after_latin and tail[0].isascii() and tail[0].isalpha():
        return False
    name = tail.strip()
    return _is_called(name, agent=agent) or _is_numbered(name, agent=agent)


def is_full_name(name: str) -> bool:
    """Whether it looks like a surname and a given name: 王丽, 慕容雪."""
    if _DOUBLY_SURNAMED.fullmatch(name):
        return True
    return _SURNAMED.fullmatch(name) is not None and not name.startswith(_NO_SURNAME)


def is_nick(name: str) -> bool:
    """Whether it looks like what colleagues call one another: 小王, 老张."""
    return _NICK.fullmatch(name) is not None and not name.startswith(_NO_NICK)


def is_surname(name: str) -> bool:
    """Whether it is one of the common surnames."""
    return _SURNAME_ALONE.fullmatch(name) is not None


def _is_mark(tail: str) -> bool:
    return any(one.fullmatch(tail) for one in (_NUMBER, _NUMERAL, _MARKED))


def _is_called(name: str, *, agent: bool) -> bool:
    if is_nick(name) or _TITLED.fullmatch(name) or _DOUBLY_SURNAMED.fullmatch(name):
        return True
    if _LATIN.fullmatch(name):
        return name.casefold() not in _NO_NAME
    return agent and is_full_name(name)


def _is_numbered(tail: str, *, agent: bool) -> bool:
    """Whether it is a number and a name, in any order: 0417王, 小王02, 0417(王)."""
    name = _NUMBERS.sub("", tail, count=1)
    if not name or name == tail:
        return False
    alone = agent and is_surname(name)
    return alone or _MARKED.fullmatch(name) is not None or _is_called(name, agent=agent)
