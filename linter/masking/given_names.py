"""Given names and pet names alone, where only somebody's name stands: 喂翠萍, 外孙晨晨."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.kin import RELATIVES, ROLES, STAFF
from linter.masking.mentions import Mention
from linter.masking.surnames import GIVEN, LITTLE_NOT, NOT_NAMES
from linter.masking.titles import full_name
from linter.masking.words import FUNCTION, Words

PET_NAMES = GIVEN | frozenset("豆糖果朵球蛋萌妞多丁当甜圆团点牛虎兔米")
"""What children, and people online, are called by, once or twice over."""
_TWO = r"[\u4e00-\u9fff]{2}"
_BEGINS = "(?:^|(?<=[,，。!！?？ ]))"
_CALLED_OUT = lazy.pattern(
    rf"{_BEGINS}(?:喂+|诶|哎|欸)[,，]?(?P<called>{_TWO})(?=[啊呀吗在你是嘞,，]|$)"
    rf"|{_BEGINS}(?P<first>{_TWO})(?=在不在|在家[吗不没]|在吗[^\u4e00-\u9fff]|[啊呀][,，])"
)
_KIN = f"(?=[我您你他她俺咱{''.join(sorted({word[0] for word in RELATIVES.split('|')}))}外孙小])"
"""What such a word begins with: to look further only there."""
_OF_KIN = lazy.pattern(
    rf"{_KIN}(?:(?:[我您你他她俺咱]们?家?(?:大|小|二|三)?的?)?(?:{RELATIVES}|外孙女?|孙儿|小外孙)|[我您你他她俺]家)(?:小名|名字)?[叫是]?(?P<name>{_TWO})"
)
_SERVING = lazy.pattern(
    r"(?:客服|管家|顾问|专员|主播|导购|店员|小二|售后|我是|这里是|助理|坐席|^|(?<=[,，。!！ ]))"
    r"(?P<name>[\u4e00-\u9fff]{2,3})(?=[,，]?(?:很高兴|竭诚|将)?[为給给][您你](?:服务|解答|处理))"
)
_SERVANTS = "妹弟姐哥二编仙女主"
"""小妹, 小二: what anybody who serves is called."""
_CALL_ME = lazy.pattern(
    r"(?:叫|喊|称呼)我(?P<name>[\u4e00-\u9fff]{2,3}?)(?=就行|就好|就可以|就成|好了|吧|得了|[,，。!！]|$)"
    r"|(?:^|(?<=[,，。!！ 喂]))我是(?P<self>[\u4e00-\u9fff]{2})(?=[啊呀诶]|[,，。!！]|$)"
)
_IS_CALLED = lazy.pattern(rf"(?:我|[他她])(?:就)?叫(?P<name>{_TWO})(?=[,，。]|$)")
"""我叫国庆: a word that is a name, too."""
_ON_FORM = lazy.pattern(
    rf"(?:{ROLES})[:：]\s{{0,2}}(?P<name>[\u4e00-\u9fff]{{2,4}})(?=$|[\s,，;；。/、(（]|电话|手机)"
    rf"|(?:{ROLES})(?P<said>[\u4e00-\u9fff]{{3,4}})(?=$|[,，。;；])"
)
_NOT_FILLED = frozenset("见同略空未请无暂待另如默匿本多两变为栏处项信")
_HIS_FATHER = lazy.pattern(
    rf"{_BEGINS}(?P<name>{_TWO})[他她](?:[爸妈爹娘奶爷](?![妈爸们])|爸爸|妈妈)"
)
_NO_NAME = lazy.pattern(
    rf"{RELATIVES}|{STAFF}|宝宝|宝贝|小孩|娃娃|这个|那个|今天|昨天|现在|因为|所以"
)
_ALIAS = lazy.pattern(
    rf"(?:{RELATIVES}|团长|群主|[叫找])(?P<name>阿[\u4e00-\u9fff])(?![姨姐哥妹伯公婆嫂叔])"
    r"|(?:叫我?|我是|找|喊我?|那个)(?P<letter>[老小大阿][a-z]{1,8})(?![a-z0-9])"
    r"|(?:团长|群主|主播|房东|中介|楼长|邻居)(?P<titled>[\u4e00-\u9fff])(?:姐|哥|姨|叔|嫂)(?![姐哥])"
)
_NO_TITLED = frozenset("大小二三老的和是跟个")


def given_names(words: Words) -> Iterator[Mention]:
    """Names without a surname, and nicknames, by the words around them."""
    for match in _CALLED_OUT.finditer(words.text):
        yield from _given(words, match.span(match.lastgroup or 0), "这么叫了一声")
    for match in _OF_KIN.finditer(words.text):
        at, end = match.span("name")
        if match["name"][0] == match["name"][1] and _is_pet_name(words, at):
            yield full_name(words, at, 2, "前面说的是亲友")
        yield from _given(words, (at, end), "前面说的是亲友")
    for match in _HIS_FATHER.finditer(words.text):
        if not _NO_NAME.fullmatch(match["name"]) and not set(match["name"]) & FUNCTION:
            yield full_name(words, match.start(), 2, "后面说的是孩子的家长")
    for match in _IS_CALLED.finditer(words.text):
        if set(match["name"]) <= GIVEN:
            yield full_name(words, match.start("name"), 2, "这么叫自己的")
    for match in _CALL_ME.finditer(words.text):
        yield from _given(words, match.span(match.lastgroup or 0), "这么叫自己的")
    for match in _SERVING.finditer(words.text):
        at, end = match.span("name")
        if end - at == 2 and match["name"][0] in "小老阿":
            at += 1
            if match["name"][1] in _SERVANTS:
                continue
        yield from _open(words, (at, end), "自报的名字")
    for match in _ON_FORM.finditer(words.text):
        at, end = match.span(match.lastgroup or 0)
        if words.text[at] in _NOT_FILLED:
            continue
        if (
            set(words.text[at + 1 : end]) <= GIVEN - FUNCTION
            and words.text[at] not in FUNCTION
            and not words.known(at, end)
        ):
            yield full_name(words, at, end - at, "表格里填的姓名")
        else:
            yield from _open(words, (at, end), "表格里填的姓名")
    yield from _aliases(words)


def _is_pet_name(words: Words, at: int) -> bool:
    """Whether twice the same is what a child is called, and no adverb: 嘟嘟, not 刚刚."""
    tag = words.tags.get(at, (0, ""))[1]
    said = words.text[at]
    return (said in PET_NAMES or tag == "o") and tag[:1] in ("", "n", "o", "a", "z")


def _given(words: Words, span: tuple[int, int], why: str) -> Iterator[Mention]:
    """What is made of characters of names and is no word."""
    at, end = span
    said = words.text[at:end]
    if said in NOT_NAMES or said in LITTLE_NOT or not set(said) <= PET_NAMES:
        return
    if (
        words.word_over(at)
        or words.known(at, end)
        or words.known(end - 1, end + 1)
        or words.known(at, end + 1)
    ):
        return
    yield full_name(words, at, end - at, why)


def _open(words: Words, span: tuple[int, int], why: str) -> Iterator[Mention]:
    """Whatever it is, where nothing but a name comes: unless a word of the language is in it."""
    at, end = span
    if set(words.text[at:end]) & FUNCTION or words.text[at:end] in NOT_NAMES:
        return
    if not any(words.known(start, start + 2) for start in range(at, end - 1)):
        yield full_name(words, at, end - at, why)


def _aliases(words: Words) -> Iterator[Mention]:
    """朋友阿衰, 叫我老K, 团长花姐."""
    for match in _ALIAS.finditer(words.text):
        at, end = match.span(match.lastgroup or 0)
        if match["titled"]:
            if words.text[at] not in _NO_TITLED and not words.known(at, end + 1):
                yield full_name(words, at, 1, "后面是称呼")
        elif match["letter"] or not words.known(at, end):
            yield full_name(words, at, end - at, "这么叫的")
