"""What one side asks the other for, so that the answer is known for what it is."""

from __future__ import annotations

from linter import lazy
from linter.masking.labels import VAGUE, labels
from linter.masking.mentions import Kind
from linter.masking.plain import DIGITS
from linter.masking.words import Words

_ASKS = lazy.pattern(
    r"多少|是几|几号|报|提供|说一[下遍]|念|发[我给一]|发下|告诉|是什么|[吗呢?？]|核对|核实|留|方便"
    r"|读|确认|给我|给一下|输入|查一下|请问|麻烦|请|怎么|哪个|哪里|哪儿|什么|有没有|说下"
)
_NAME_ASKED = lazy.pattern(
    r"贵姓|怎么称呼|如何称呼|称呼您|您姓什么|姓名|[的个]名字|全名|叫什么|(?:收[件货]人"
    r"|户主|机主|车主|联系人|投保人|患者|病人)[^。]{0,6}(?:谁|哪位|什么|姓名|名字"
    r"|叫)|您是哪位|哪位"
)
_PLACE_ASKED = lazy.pattern(
    r"(?:地址|住址|位置)[^。]{0,10}(?:哪|多少|什么|报|说|发|提供|告诉|[吗呢?？]|写"
    r"|填)|(?:报|说|发|提供|告诉|留|核对|确认|请问|麻烦)[^。]{0,10}(?:地址|住址|位置)"
    r"|住(?:在)?哪|住(?:在)?什么|哪个(?:小区|村|路|街|单元|楼)|几栋|几号楼|几单元"
    r"|几楼|门牌号(?:是)?多少"
    r"|寄到哪|送到哪|发到哪|家在哪|在哪个位置|什么位置|哪个位置|具体(?:地址|位置)"
    r"|详细地址|哪里的房子"
)
_FILLERS = lazy.pattern(
    r"(?:嗯+|啊|呃|哦|噢|对|好的?|是的?|那个|就是|这个|你?我?记一下|我(?:的|叫|是"
    r"|姓)?|本人|名字|姓名|免贵|叫|姓|您好|你好|喂|[,，。、:： \ue000])*"
)
_ALIAS = lazy.pattern(r"(?:阿[\u4e00-\u9fff]|[\u4e00-\u9fff]{1,3})(?=[,，。!！ 吧啊呀哈]|$)")
_NO_ANSWER = lazy.pattern(r"[不没什么怎你您吗呢谁哪要等这那啥咋给就都很再问办查急快投诉]")


_REST, _BEGUN = 8, 6
"""What may stand behind the word that says what comes: characters, digits."""


def asked_for(text: str) -> Kind | None:
    """What a turn of plain text asks the other side for; ``None`` when for nothing."""
    name = _NAME_ASKED.search(text) is not None
    found: Kind | None = None
    for label in labels(text):
        around = text[max(0, label.start - 12) : label.end + 10]
        said = text[label.start : label.end]
        if said in VAGUE or said.startswith(("联系我", "打")):
            continue
        if label.kind and _ASKS.search(around):
            found = label.kind
    if found is None and _PLACE_ASKED.search(text):
        return "address"
    if found is None and name:
        return "name"
    return found


def left_open(text: str) -> Kind | None:
    """What a turn begins to tell and does not, or not all of it: 我手机号是 138."""
    said = labels(text)
    if not said:
        return None
    last = said[-1]
    rest = text[last.end :]
    digits = sum(char.isdecimal() or char in DIGITS[3:] for char in rest)
    if len(rest) - digits > _REST or digits > _BEGUN or _ASKS.search(rest):
        return None
    return last.kind


def answered_name(words: Words) -> tuple[int, int] | None:
    """The name that a turn begins with, where one was asked for."""
    lead = _FILLERS.match(words.text)
    at = lead.end() if lead else 0
    if size := words.name(at, "said"):
        return at, at + size
    alias = _ALIAS.match(words.text, at)
    if alias is None or _NO_ANSWER.search(alias[0]):
        return None
    if len(alias[0]) == 1:
        return alias.span() if words.surname(at) else None
    return alias.span() if alias[0][0] == "阿" else None
