"""What one side asks the other for, so that the answer is known for what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linter import lazy
from linter.masking.labels import VAGUE, labels
from linter.masking.mentions import Kind
from linter.masking.plain import DIGITS, SHORT_TITLES, TITLES
from linter.masking.runs import is_amount, runs
from linter.masking.words import Words

_ASKS = lazy.pattern(
    r"多少|是几|几多|点称呼|几号|报|提供|说一[下遍]|念|发[我给一]|发下|告诉|是什么|[吗呢?？]|核对|核实|留|方便"
    r"|读|确认|给我|给一下|输入|查一下|请问|麻烦|请|怎么|哪个|哪里|哪儿|什么|有没有|说下"
)
_WANTS = lazy.pattern(r"报给?我|念给?我|发给?我|告诉我|提供一?下|[您你]的(?:呢|报|发|给)")
"""What asks however far from what it asks for, and for another one behind one that was told."""
_ASKS_ELSE = lazy.pattern("多少|怎么|为什么|为啥|几[点天个时]|什么时候|啥时候")
_ASKS_FOR_IT = lazy.pattern(
    r"[\ue000嗯好的行可以哦那就,，。 是要需的呀啊]{0,12}(?:麻烦|请|劳烦|辛苦)?(?:您|你)?(?:再"
    r"|先|给我|帮我|重新)?(?:报|念|说|发|提供|读)(?:一下|一遍|下|给我|我)?"
    r"[吧呢哈啊嘛,，。!！?？ ]*"
)
_NAME_ASKED = lazy.pattern(
    r"贵姓|点称呼|怎么称呼|如何称呼|称呼您|您姓什么|姓名|[的个]名字|全名|叫什么|(?:收[件货]人"
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
_CLAUSE = lazy.pattern(
    r"(?<![^\s,，.。、;；:：!！])(?:我?(?:叫|是|系)|姓名|名字|收件人|联系人)?[是系:： ]{0,2}"
    r"(?P<name>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])"
)
_TITLED = lazy.pattern(f".(?:{TITLES}|{SHORT_TITLES})$")
_NO_ANSWER = lazy.pattern(r"[不没什么怎你您吗呢谁哪要等这那啥咋给就都很再问办查急快投诉]")


_REST, _BEGUN, _PIECE = 8, 6, 2
"""What may stand behind the word that says what comes: characters, digits; the least of these."""


class Asked(NamedTuple):
    """What a turn asks the other side for.

    :ivar number: which number; also what the answer is taken for in general.
    :ivar name: whether a name, beside or instead.
    :ivar place: whether an address, beside or instead.
    """

    number: Kind | None = None
    name: bool = False
    place: bool = False

    @property
    def kind(self) -> Kind | None:
        """What it asks for first of all."""
        return self.number or ("address" if self.place else "name" if self.name else None)


def asked_for(text: str) -> Asked:
    """What a turn of plain text asks the other side for."""
    found: Kind | None = None
    for label in labels(text):
        around = text[max(0, label.start - 12) : label.end + 16]
        said = text[label.start : label.end]
        if said in VAGUE or said.startswith(("联系我", "打")):
            continue
        if label.kind and (_ASKS.search(around) or _WANTS.search(text, label.end)):
            found = label.kind
    place = _PLACE_ASKED.search(text) is not None
    return Asked(found, _NAME_ASKED.search(text) is not None, place)


def asks_again(text: str) -> bool:
    """Whether a turn asks for what was spoken of, and does not say what: 麻烦报一下."""
    return _ASKS_FOR_IT.fullmatch(text) is not None


def last_named(text: str) -> Kind | None:
    """The last kind of number a turn speaks of."""
    said = [label for label in labels(text) if text[label.start : label.end] not in VAGUE]
    return said[-1].kind if said else None


def wants_more(text: str, at: int) -> bool:
    """Whether something is asked for behind a place."""
    return _WANTS.search(text, at) is not None


def asks_else(text: str, at: int) -> bool:
    """Whether behind a place a turn asks for something that is no number of anybody's."""
    return _ASKS_ELSE.search(text, at) is not None


def left_open(text: str) -> Kind | None:
    """What a turn begins to tell and does not, or not all of it: 我手机号是 138.

    Whatever else is said behind the first digits (哎呀水又喷出来了) does not close it.
    """
    said = [label for label in labels(text) if text[label.start : label.end] not in VAGUE]
    if not said:
        return None
    last = said[-1]
    rest = text[last.end :]
    digits = sum(char.isdecimal() or char in DIGITS[3:] for char in rest)
    if digits > _BEGUN or _ASKS.search(rest):
        return None
    if len(rest) - digits > _REST:
        first = next((run for run in runs(rest) if not is_amount(rest, run.start, run.end)), None)
        if first is None or first.start > _REST or len(first.digits) < _PIECE:
            return None
    return last.kind


def answered_names(words: Words) -> Iterator[tuple[int, int]]:
    """The name that a turn begins with, where one was asked for, and those by themselves in it."""
    if first := _answered_name(words):
        yield first
    for clause in _CLAUSE.finditer(words.text):
        at = clause.start("name")
        size = words.name(at, "said")
        if size and words.is_end(at + size) and not words.known(at, at + size):
            yield at, at + size


def _answered_name(words: Words) -> tuple[int, int] | None:
    lead = _FILLERS.match(words.text)
    at = lead.end() if lead else 0
    if (size := words.name(at, "said")) and not words.known(at, at + size):
        return at, at + size
    alias = _ALIAS.match(words.text, at)
    if alias is None or _NO_ANSWER.search(alias[0]) or _TITLED.search(alias[0]):
        return None
    if len(alias[0]) == 1:
        return alias.span() if words.surname(at) else None
    return alias.span() if alias[0][0] == "阿" else None
