"""Codes that are spelled out: letters one by one, with what they are letters of; signs by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linter import lazy
from linter.masking.plain import DIGITS, digits_of
from linter.masking.runs import is_amount
from linter.masking.shapes import strong

_UNIT = lazy.pattern(
    r"(?P<times>(?:[二两三四五六2-6]个|双) ?(?:[a-z](?![a-z])|[0-9零一二三四五六七八九幺]))"
    rf"|(?P<digits>[{DIGITS}洞拐勾钩]+)"
    r"|(?P<mark>下划线|中划线|短横线?|横线|横杠|中杠|斜杠|减号|杠|小数点|点|艾特|圈a|小老鼠"
    r"|[@._/\-]|(?<![a-z])(?:at|dot)(?![a-z]))"
    r"|(?:[\u4e00-\u9fff]{2,4}的 ?)(?P<of>[a-z])(?![a-z])"
    r"|(?P<case>(?:英文|字母|大写|小写|[大小](?= ?[a-z](?![a-z])))的?)"
    r"|(?P<letter>[a-z])(?![a-z])"
    r"(?:[,， ]?(?:(?P=letter)[,， ]?)?(?:就?是|呢|像|好像|like|for|as in"
    r"|代表)?[ ]?[\u4e00-\u9fffa-z ]{1,10}?的(?:[\u4e00-\u9fff]{0,2}首?字母|那个)?"
    r"[ ]?(?P=letter)(?![a-z])"
    r"|[,， ]?(?:for|as in) [a-z]{2,10}"
    r"|[,， ]?(?:就?像|like|for|as in)[ ]?(?:[\u4e00-\u9fff]{1,4}|[a-z]{2,10})(?:的那个)?)?"
    r"|(?P<word>[a-z]{2,20})"
)
_NOISE = lazy.pattern(
    r"(?:[ ,，、。:：·•・]|嗯|啊|呃|额|哦|诶|然后|再|接着|后面|那个|就是|是|空格|加上?|跟着?"
    r"|还有|都|全"
    r"|数字|一个|两个字母|连着|这个){1,5}"
)
_MARKS = {
    "下划线": "_", "中划线": "-", "短横": "-", "短横线": "-", "横线": "-", "横杠": "-", "中杠": "-",
    "减号": "-", "杠": "-", "斜杠": "/", "小数点": ".", "点": ".", "dot": ".",
    "艾特": "@", "圈a": "@", "小老鼠": "@", "at": "@",
}  # fmt: skip
_LETTER = lazy.pattern("[a-z@]|艾特|小老鼠")
_RADIO = str.maketrans("洞拐勾钩", "零七九九")
_ENOUGH = 4
"""Digits of a code that may be over where the next thing is one by itself."""


class Spelled(NamedTuple):
    """A code: ``text[start:end]`` says ``code``, whose letters are small."""

    start: int
    end: int
    code: str

    @property
    def digits(self) -> int:
        """How many digits there are."""
        return sum(char.isdecimal() for char in self.code)

    @property
    def letters(self) -> int:
        """How many letters there are."""
        return sum(char.isalpha() for char in self.code)


def spelled_codes(text: str) -> Iterator[Spelled]:
    """What a plain text spells out with a letter or a sign in it, in order."""
    if not _LETTER.search(text):
        return
    at = 0
    while unit := _UNIT.search(text, at):
        found, at = _code(text, unit.start())
        if found and (found.letters or "@" in found.code):
            yield found


def _code(text: str, at: int) -> tuple[Spelled | None, int]:
    """The code that begins at a place, and where to look for the next."""
    start = end = at
    code, units = "", 0
    while unit := _UNIT.match(text, at):
        said = _said(unit[0], unit.lastgroup or "")
        if unit.lastgroup == "digits" and _counts(text, *unit.span()):
            break
        if units and "," in text[end:at] and _is_another(code, said):
            break
        code += said
        units += 1
        end = at = unit.end()
        if noise := _NOISE.match(text, at):
            at = noise.end()
    if not units:
        return None, start + 1
    return Spelled(start, end, code.strip("./-_")), end


def _said(written: str, group: str) -> str:
    if group == "times":
        count, what = int(digits_of(written[0]) or 2), written[-1]
        return (digits_of(what) or what) * count
    if group == "digits":
        return digits_of(written.translate(_RADIO))
    if group == "mark":
        return _MARKS.get(written, written)
    if group == "case":
        return ""
    return written[0] if group == "letter" else written[-1] if group == "of" else written


def _counts(text: str, start: int, end: int) -> bool:
    """Whether digits count something; a letter behind them is no unit where it is spelled."""
    behind = text[end : end + 2].strip()[:1]
    return (
        not ("a" <= behind <= "z")
        and _UNIT_OF.match(text, end) is None
        and is_amount(text, start, end)
    )


_UNIT_OF = lazy.pattern(r" ?[点@._/\-] ?[a-z]")


def _is_another(code: str, said: str) -> bool:
    """Whether what comes after a comma begins something else: a code is all there."""
    if code.isalpha() and len(code) > _ENOUGH and said[:1].isalpha():
        return True
    if sum(char.isdecimal() for char in code) < _ENOUGH:
        return False
    return said[:1].isalpha() or bool(strong(said))
