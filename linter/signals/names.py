"""A person's name in an answer: a surname with what follows it, or a surname and a title."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from linter import lazy
from linter.text.normal import clause

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴"
    "夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜"
    "倪严牛温芦季俞章鲁葛韦申尤毕聂焦柳邢岳齐莫庄辛祝左祁耿詹苗凌费纪靳盛童欧甄项曲游阳裴席卫屈鲍霍翁隋甘景薄柏宁柯"
    "阮桂闵柴华冉吉饶刁瞿戚古池滕晋苑臧褚廉娄奚穆燕姬连郁蒙喻窦敖冷艾蓝楚佟栗匡巫桑荆谌骆蒲邝习伍肖付涂尚代"
)
"""The commoner surnames of one character."""
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|东方|夏侯|慕容|令狐|皇甫|尉迟|公孙|端木|轩辕"
_SURNAME = rf"(?:{_DOUBLE}|[{_SURNAMES}])"
_HAN = r"[\u4e00-\u9fff]"
_MASKED = lazy.pattern(r"\[姓名[^\]]{0,8}\]")
_LEAD = lazy.pattern(
    r"(?:对|嗯|哦|啊|是|好|那个|就|行)?(?:我|本人|他|她|患者|机主|户主|老人)?(?:的|是)?(?:姓名|名字)?(?:就|是)*(?P<said>叫|免贵姓?|姓|是)?"
)
_TITLED = lazy.pattern(rf"{_SURNAME}(?:{_HAN}{{1,2}})?(?:先生|女士|小姐|师傅|老师|阿姨|大爷|大姐)")
_TITLES = ("先生", "女士")
_TAILS = ("呀", "啊", "吧", "哈", "嘛", "的", "呢", "哦", "了", *_TITLES)
_NO_NAME = lazy.pattern(r"[不没什么怎你您我吗呢谁哪要等了的是这那啥咋给就都很再到]")
_LONGEST = 4


def name_in(
    text: str, start: int, tags: Callable[[str], Mapping[int, tuple[int, str]]]
) -> tuple[int, int] | None:
    """Where a name is given in the clause of a matching form that goes on from ``start``.

    A word of the dictionary that begins like a name (方便, 马上) is one only after 叫 or 姓.

    :returns: its span, or ``None`` when there is no name.
    :param tags: for each place where a token of a text begins, its end and its part of speech.
    """
    end = clause(text, start, soft=True)[1]
    if masked := _MASKED.search(text, start, end):
        return masked.span()
    lead = _LEAD.match(text, start, end)
    at = lead.end() if lead else start
    said = lead["said"] if lead else None
    if titled := _TITLED.match(text, at, end):
        return titled.span()
    if said and "姓" in said:
        family = re.compile(rf"(?![名什啥]){_HAN}").match(text, at, end)
        return family.span() if family else None
    while text.endswith(_TAILS, at, end):
        end -= 2 if text.endswith(_TITLES, at, end) else 1
    words = text[at:end]
    if not words or _NO_NAME.search(words[:_LONGEST]):
        return None
    if said == "叫" and re.fullmatch(rf"{_SURNAME}{_HAN}{{1,2}}", words):
        return at, at + len(words)
    size = _bare(words, tags(words))
    return (at, at + size) if size else None


def _bare(words: str, tokens: Mapping[int, tuple[int, str]]) -> int:
    """The length of a name that words begin with; 0 when they do not.

    It stands by itself, or a token's edge tells it from more words after it.
    """
    if not re.match(_SURNAME, words):
        return 0
    inside = [(end - start, tag) for start, (end, tag) in sorted(tokens.items())]
    if len(words) <= _LONGEST and re.fullmatch(rf"{_HAN}+", words):
        return len(words) if all(_in_names(*token) for token in inside) else 0
    first = inside[0][0]
    return first if _in_names(*inside[0]) and 1 < first <= _LONGEST else 0


def _in_names(size: int, tag: str) -> bool:
    """Whether names are made of such tokens; jieba's dictionary lacks most given names."""
    return size == 1 or tag in ("", "nz") or tag.startswith(("nr", "ns"))
