"""Names that are no surname with a given name: 谭老三, 朵朵妈妈, and those in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.mentions import Mention
from linter.masking.surnames import GIVEN, NOT_NAMES, SINGLE, WEAK, lexicon
from linter.masking.titles import full_name
from linter.masking.words import Words

_RANKED = lazy.pattern(
    r"[\u4e00-\u9fff](?:老[大二三四五六七八九幺么]"
    r"|小[二三四五六七八九](?=[^\u4e00-\u9fff]|[叫说让给的他她]|$)"
    r"|胖子|麻子|瘸子|秃子|聋子|瞎子|瘦子|拐子|光头|二狗|大炮|铁柱|二娃|老幺)"
    r"(?![十百千万点号个天年月块元师板])"
)
_NO_SURNAME = frozenset("于时钱")
_CHILD = lazy.pattern(
    r"([\u4e00-\u9fff])\1(?:小朋友|宝宝|同学)?的?"
    r"(?:妈妈|爸爸|妈咪|家长|奶奶|爷爷|外婆)"
)
_PET_NAMES = GIVEN | frozenset("豆糖果朵球蛋萌妞多")
_NO_CHILD = frozenset("天常早明年少年来可爱好每大小老公")
_LATIN = lazy.pattern(
    r"(?:(?:姓名|名字)(?:的?拼音)?|拼音|英文名字?|外文名|(?<!用)户名"
    r"|(?:乘[机车客]|旅客|入住|登记|持卡|联系|收件|预订)人|乘客|旅客|护照上?的?名字"
    r"|(?<![它其])(?:我|他|她|您|人|客户|学生)(?:的?名字)?叫做?)"
    r"(?:是|叫|为|写的?|[:：,，\s]){0,3}"
    r"(?P<name>[a-z]{2,20}(?:[ /·.,][a-z]{1,20}){0,3})(?![a-z0-9@_\-])"
    r"|(?<![a-z])(?:mr|mrs|ms|miss|dr)\.? ?"
    r"(?P<called>[a-z]{2,20}(?: [a-z]{2,20})?)(?![a-z0-9])"
)
_NO_LATIN = lexicon()["not latin"]


def informal_names(words: Words) -> Iterator[Mention]:
    """The names that people call each other, and those of foreigners."""
    yield from _ranked(words)
    yield from _children(words)
    yield from _latin(words)


def _ranked(words: Words) -> Iterator[Mention]:
    text = words.text
    for match in _RANKED.finditer(text):
        at, end = match.span()
        char = text[at]
        if char not in SINGLE or char in WEAK or char in _NO_SURNAME or words.word_over(at):
            continue
        if match[0] not in NOT_NAMES:
            yield full_name(words, at, end - at, "姓加排行或外号")


def _children(words: Words) -> Iterator[Mention]:
    for match in _CHILD.finditer(words.text):
        if match[1] in _PET_NAMES and match[1] not in _NO_CHILD:
            yield full_name(words, match.start(), 2, "后面说的是孩子的家长")


def _latin(words: Words) -> Iterator[Mention]:
    """他叫 Daniel, 姓名拼音 WANG/FANG, Mr Smith: the searched text has no capitals."""
    for match in _LATIN.finditer(words.text):
        group = "name" if match["name"] else "called"
        if match[group].split()[0] not in _NO_LATIN:
            yield Mention("name", *match.span(group), "说的是拉丁字母的姓名", match[group])
