"""Random patterns, and words that a pattern matches, nearly matches, or looks for elsewhere."""

from __future__ import annotations

import functools

from linter.rulebook import notation
from linter.rulebook.notation import Node
from linter.text.dialect import variants

from .choices import Choices

WORDS = (
    *("投诉", "抱歉", "退", "快点", "您好", "再见", "号码", "登记", "我要投诉", "非常抱歉"),
    *("给您登记", "什么态度", "没有", "不知道", "怎么办", "知道", "为什么", "要", "投诉你们"),
    *("滚", "app", "my app", "sf", "電話", "报一下", "才能", "优惠", "便宜", "骗子", "好"),
    *("修好", "您说", "不用", "开玩笑", "不办", "十块", "这个", "看看", "宽带", "稍等"),
)
"""Some contain others, some have regional forms, some are words of jieba's, some English."""

CLASSES = (
    {"类": ["甲方", "您的(宽带|)"], "信息": {"电话": ["号码", "电话"], "地址": ["地址", "住哪"]}},
    {
        "词": ["催", "加急", "(快|赶紧)点"],
        "类": ["<词>", "便宜", "不…3要", "知道"],
        "信息": {
            "电话": ["号码", "手机号", "电话…2号码"],
            "地址": ["地址", "住哪", "(小区|)地址"],
            "单号": ["单号", "<词>单"],
            "别": ["号码", "别的", "<数字 2+>号"],
        },
    },
    {
        "类": ["(投诉|)您", "什么", "抱歉"],
        "信息": {"姓名": ["姓名", "叫什么"], "别": ["抱歉", "单"]},
    },
)
"""Word classes; all of them have 类, and 信息 in groups."""

_TAGS = ("nr", "n", "v", "t")
_OF_TAG = {"nr": "王小明", "n": "宽带", "v": "投诉", "t": "今天"}
_FILL = "的了给上海哦x1人呢"


def pattern(by: Choices) -> str:
    """A pattern that can be read."""
    text = "".join(_item(by) for _ in range(1 + by.below(3)))
    return text if readable(text) else by.pick(WORDS)


@functools.lru_cache(100_000)
def readable(text: str) -> bool:
    """Whether this is a pattern: one that stutters is not."""
    try:
        notation.parse(text)
    except notation.NotationError:
        return False
    return True


def _item(by: Choices) -> str:
    word = by.pick(WORDS)
    match by.below(24):
        case 0 | 1 | 2 | 3 | 4 | 5:
            return word
        case 6:
            return f"({word}|{by.pick(WORDS)})"
        case 7:
            return f"({word}|)"
        case 8:
            return f"…{word}"
        case 9:
            return f"{word}…{1 + by.below(12)}{by.pick(WORDS)}"
        case 10:
            return f"……{word}"
        case 11:
            return f"{word}……{1 + by.below(20)}{by.pick(WORDS)}"
        case 12:
            return by.pick(("<类>", "…3<类>"))
        case 13 | 14:
            return by.pick(("<信息 as 项>", "报<信息 as 项>", "报…4<信息 as 项>", "<信息>"))
        case 15:
            return f"<数字 {1 + by.below(11)}+>"
        case 16:
            return f"<词性 {by.pick(_TAGS)}>"
        case 17:
            return f"「{by.pick(('投诉', '登记', '滚', '要', word))}」"
        case 18:
            return f"「({word}|{by.pick(WORDS)})…2」"
        case 19:
            return by.pick(("^", "^^")) + word
        case 20:
            return word + by.pick(("$", "$$"))
        case 21:
            return f"(前无 {by.pick(WORDS)}|{by.pick('给不我的')}){word}"
        case 22:
            return f"{word}(后无 {by.pick(WORDS)}|{by.pick('了吗的您')})"
        case _:
            second, third = by.pick(WORDS), by.pick(WORDS)
            return f"({word}…4(<类>|{second})|{second}(后无 吗|呢)|^{third})"


def words_of(node: Node, classes: dict[str, dict[str, tuple[Node, ...]]], by: Choices) -> str:
    """Words that a pattern matches, as far as its neighbours and the tokens are right."""
    match node:
        case notation.Literal(text):
            return by.pick(variants(text))
        case notation.Either(options):
            return words_of(by.pick(options), classes, by)
        case notation.Sequence(items):
            return "".join(words_of(item, classes, by) for item in items)
        case notation.Gap(size, wide):
            fill = "".join(by.pick(_FILL) for _ in range(by.below(min(size, 4) + 2)))
            return f"{fill}，" if wide and by.likely(30) else fill
        case notation.Digits(least):
            return "".join(by.pick("1380五") for _ in range(least + by.below(2)))
        case notation.PartOfSpeech(tag):
            return _OF_TAG[tag]
        case notation.Words(inner):
            return words_of(inner, classes, by)
        case notation.ClassRef(name, _, _):
            return words_of(by.pick([n for g in classes[name].values() for n in g]), classes, by)
        case notation.Anchor(_):
            return by.pick(("", "，", "。"))
    return ""
