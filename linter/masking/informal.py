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
    r"(?:妈妈|爸爸|妈咪|家长|奶奶|爷爷|外婆|妈(?![妈咪])|爸(?!爸))"
)
_MY_CHILD = lazy.pattern(
    r"(?:[我您你他她俺咱]们?家?的?)?(?:儿子|女儿|孩子|闺女|娃儿?|孙子|孙女|宝宝|外孙女?|弟弟|妹妹)(?:小名)?[叫是]?"
    r"(?P<name>([\u4e00-\u9fff])\2)(?=$|[^\u4e00-\u9fff])"
)
_PARENT = lazy.pattern(
    r"([\u4e00-\u9fff])([\u4e00-\u9fff])(?:小朋友|宝宝|同学)?的?(?P<who>妈妈|爸爸|妈咪|家长|奶奶|爷爷|外婆|姥姥)"
)
_PET_NAMES = GIVEN | frozenset("豆糖果朵球蛋萌妞多")
_NO_CHILD = frozenset("天常早明年少年来可爱好每大小老公")
_ANY = r"[a-z\u00e0-\u024f\u0370-\u052f\u3040-\u30ff\uac00-\ud7a3]"
"""Letters of the scripts that names of foreigners are written in."""
_LATIN = lazy.pattern(
    r"(?:(?:姓名|名字)(?:的?拼音)?|拼音|英文名字?|外文名|(?<!用)户名"
    r"|(?:乘[机车客]|旅客|入住|登记|持卡|联系|收件|预订)人|乘客|旅客|护照上?的?名字"
    r"|(?<![它其])(?:我|他|她|您|人|客户|学生)(?:的?名字)?叫做?)"
    r"(?:是|叫|为|写的?|[:：,，\s]){0,3}"
    rf"(?P<name>{_ANY}{{2,20}}(?:,{_ANY}{{2,20}}|(?:[ /·.]{_ANY}{{1,20}}){{0,3}}))(?![a-z0-9@_\-])"
    r"|(?<![a-z])(?:mr|mrs|ms|miss|dr)\.? ?"
    r"(?P<called>[a-z]{2,20}(?: [a-z]{2,20})?)(?![a-z0-9])"
)
_NO_LATIN = lexicon()["not latin"]
_LATIN_NAMES = lexicon()["latin names"]
_SOUNDED = lazy.pattern("|".join(sorted(lexicon()["sounded names"], key=len, reverse=True)))
_WORD = lazy.pattern(r"(?<![a-z0-9@._/\-])[a-z]{2,12}(?![a-z0-9@._/\-])")
_LATIN_TITLE = lazy.pattern(
    r" ?(?:老师|小姐|女士|先生|教练|经理|总监|医生|顾问|同学|姐|哥)(?![姐妹])"
)
_SOUNDED_LED = lazy.pattern(
    r"(?:[找叫是]|[叫喊]我|我是|那个|这个|联系|客服|教练|老师|发型师|造型师|顾问|导师|外教|[给跟让问说])[“\"「]?$"
)
_DOES = lazy.pattern("[说讲问](?!明)|[今昨]天|老师|的(?:电话|手机|作业|家长)|请假|没来|在不在")
_IN_A_NAME = lazy.pattern(" [a-z]{2,}")


def informal_names(words: Words) -> Iterator[Mention]:
    """The names that people call each other, and those of foreigners."""
    yield from _ranked(words)
    yield from _children(words)
    yield from _own_children(words)
    yield from _parents(words)
    yield from _latin(words)
    yield from _at_work(words.text)


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


def _own_children(words: Words) -> Iterator[Mention]:
    """我儿子豆豆."""
    for match in _MY_CHILD.finditer(words.text):
        char = match["name"][0]
        if char in _PET_NAMES and char not in _NO_CHILD:
            yield full_name(words, match.start("name"), 2, "前面说的是孩子")


def _parents(words: Words) -> Iterator[Mention]:
    """一诺的爸爸: a given name that is no word."""
    for match in _PARENT.finditer(words.text):
        at = match.start()
        if match[1] in GIVEN and match[2] in GIVEN and match[1] != match[2]:
            is_new = not words.known(at, at + 2) and not words.known(at + 1, at + 3)
            if is_new and at in words.edges and match.start("who") in words.edges:
                yield full_name(words, at, 2, "后面说的是孩子的家长")


def _latin(words: Words) -> Iterator[Mention]:
    """他叫 Daniel, 姓名拼音 WANG/FANG, Mr Smith: the searched text has no capitals."""
    for match in _LATIN.finditer(words.text):
        group = "name" if match["name"] else "called"
        if match[group].split()[0] not in _NO_LATIN:
            yield Mention("name", *match.span(group), "说的是拉丁字母的姓名", match[group])


def _at_work(text: str) -> Iterator[Mention]:
    """Linda, Tony 老师, 找凯文: what people are called at work."""
    for match in _WORD.finditer(text):
        word, end = match[0], match.end()
        titled = _LATIN_TITLE.match(text, end) is not None and word not in _NO_LATIN
        if titled or (word in _LATIN_NAMES and _is_called(text, *match.span())):
            yield Mention("name", *match.span(), "外文名字", word)
    for match in _SOUNDED.finditer(text):
        if _SOUNDED_LED.search(text, max(0, match.start() - 5), match.start()):
            yield Mention("name", *match.span(), "外文名字", match[0])


def _is_called(text: str, start: int, end: int) -> bool:
    """Whether a word before says that somebody comes, or nothing else is in the clause so far."""
    if _IN_A_NAME.match(text, end):
        return False
    before = text[:start].rstrip()
    return (
        not before
        or _DOES.match(text, end) is not None
        or before[-1] in ",，。！!？?\ue000"
        or _SOUNDED_LED.search(before[-5:]) is not None
    )
