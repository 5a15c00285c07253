"""What people are called who are called by half a name: 小王, 老李, 阿强, 根生, 志强哥."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.mentions import Mention
from linter.masking.plain import SHORT_TITLES
from linter.masking.surnames import GIVEN, LITTLE_NOT, NOT_NAMES, SINGLE, WEAK
from linter.masking.titles import family_name, full_name, is_title
from linter.masking.words import Words

_LITTLE = lazy.pattern(r"[小老](?=[\u4e00-\u9fff])")
_WITH = lazy.pattern("[那这][儿里]|他们|师傅|同学|吗|的同事|的电话|在[吗不]")
"""寄存在小熊那儿."""
_OLD = lazy.pattern(r"头(?=$|[^\u4e00-\u9fff]|[他家的说来也那])")
"""老陈头."""
_CALL_ME = lazy.pattern(
    r"(?:(?:叫|喊|称呼|唤)(?:我|他|她|俺)|(?<!们)(?:[跟和让问请]|问问)|我(?:就)?[是系]|(?:就)?[那这]个|找|不是|是|我姓[\u4e00-\u9fff][,，]?(?:叫我)?|就?叫)(?P<called>[小老阿大][\u4e00-\u9fff])"
    r"(?=$|[^\u4e00-\u9fff]|[就吧呢行好啊呀即也都的了]|可以|得了|在|[帮给替][我您你他她咱]|[接办处修送]的|处理|接待)"
)
_NICKNAME = lazy.pattern(
    r"(?:找|我是|我叫|叫|联系|导游|客服|售后|管家|专员|店长|坐席|仓库|前台|同事|快递员|骑手|司机)[小阿][\u4e00-\u9fff]"
)
_OWNED = lazy.pattern("[她他](?:家|们|爸|妈|说)|家里?(?:的|那)")
_JOB = lazy.pattern("电工|村长|支书|会计|保安|护工|保洁|技师|队长|组长$")

_GIVEN_TITLE = lazy.pattern(
    rf"(?P<given>[\u4e00-\u9fff]{{2}})(?:(?P<short>{SHORT_TITLES})|老师|师傅|阿姨|大哥|大姐|同学|姐姐|哥哥|叔叔)"
)
_SPOKEN_TO = lazy.pattern(
    r"(?:^|(?<=[,，。！!?？ \ue000]))(?P<who>[小老][\u4e00-\u9fff])(?=[,，!！?？])"
    r"|(?:^|(?<=[,，。！!?？ \ue000]))(?P<family>[\u4e00-\u9fff])(?:太|生)(?=[,，。!！?？]|$)"
)
_INTRODUCED = lazy.pattern(r"(?:您好|你好)[,，]?(?P<clause>[\u4e00-\u9fff]{3,10})(?=[,，。])")
_FAMILY = lazy.pattern(
    r"(?:(?<=[,，。！!、 :：])|^)(?P<family>[\u4e00-\u9fff])家(?:的)?"
    r"(?=[!！,，。]|$|[那这]边|阿姨|[要想说]|老[人太]|孩子)"
)
_THE_ONE = lazy.pattern(
    r"我(?:就?是|系)[^,，。!！?？]{0,10}(?:那|这)个(?:姓)?(?P<family>[\u4e00-\u9fff])(?=[啊呀嘛]?(?:$|[,，。!！]))"
)
"""我是上午做胃镜的那个廖."""
_PERSONAL = frozenset(
    "区时间号心费米白红黄蓝花车票店牌孩伙朋姑组鸟猫狗熊熊鱼本样点数学便票票型众家块吃"
)
"""What 小, 老 and 大 make other words with, whoever is called so."""


def called_names(words: Words) -> Iterator[Mention]:
    """Half a name with what goes before or behind it."""
    yield from _little(words)
    yield from _nicknames(words)
    yield from _call_me(words)
    yield from _given_with_title(words)
    yield from _spoken_to(words)
    yield from _introduced(words)
    for match in _THE_ONE.finditer(words.text):
        char = match["family"]
        if char in SINGLE and char not in WEAK:
            yield family_name(words, match.start("family"), 1, "说的是哪一个人")
    for match in _FAMILY.finditer(words.text):
        char = match["family"]
        if char in SINGLE and char not in WEAK:
            yield family_name(words, match.start("family"), 1, "后面是“家”")


def _call_me(words: Words) -> Iterator[Mention]:
    """您叫我小裴就行: whatever the character is."""
    for match in _CALL_ME.finditer(words.text):
        at = match.start("called") + 1
        char = words.text[at]
        if char in _PERSONAL or words.known(at - 1, at + 1):
            continue
        if char in SINGLE or char in GIVEN:
            yield family_name(words, at, 1, f"前面是“{words.text[match.start() : at]}”")


def _spoken_to(words: Words) -> Iterator[Mention]:
    """小常，…: nothing else is in the clause; 岑太，…."""
    for match in _SPOKEN_TO.finditer(words.text):
        at = match.start("family") if match["family"] else match.start("who") + 1
        around = (at, at + 2) if match["family"] else (at - 1, at + 1)
        is_free = match["family"] or words.text[at] not in _PERSONAL
        if is_free and words.text[at] in SINGLE and not words.known(*around):
            yield family_name(words, at, 1, "只这么叫了一声")


def _introduced(words: Words) -> Iterator[Mention]:
    """您好，链家谷丽，: at the end of the first clause."""
    for match in _INTRODUCED.finditer(words.text):
        for size in (3, 2):
            at = match.end("clause") - size
            if words.name(at, "is") == size and not words.word_over(at):
                yield full_name(words, at, size, "开头自报的姓名")
                break


def _given_with_title(words: Words) -> Iterator[Mention]:
    """志强哥, 美玲姐: two characters of names that are no word."""
    for match in _GIVEN_TITLE.finditer(words.text):
        at, end = match.span("given")
        given = match["given"]
        if at not in words.edges or (match["short"] and not is_title(words, end)):
            continue
        if given in NOT_NAMES or given in LITTLE_NOT or not all(char in GIVEN for char in given):
            continue
        if not words.known(at, end) and not words.known(at + 1, end + 1):
            yield full_name(words, at, 2, "名字后面是称呼")


def _little(words: Words) -> Iterator[Mention]:
    """小王, 老李."""
    text = words.text
    for match in _LITTLE.finditer(text):
        at = match.end()
        if text[at] not in SINGLE or text[at] in WEAK:
            continue
        if text[match.start() : at + 1] in LITTLE_NOT and not _WITH.match(text, at + 1):
            continue
        end, tag = words.tags.get(match.start(), (0, ""))
        if not end or (tag and end != at + 1 and end != at):
            continue
        is_new = not words.known(at - 1, at + 1) and not words.known(at, at + 2)
        old = bool(match[0] == "老" and _OLD.match(text, at + 1))
        if (words.ends(at + 1) or is_new or old) and not words.word_over(match.start()):
            mention = family_name(words, at, 1, f"前面是“{match[0]}”")
            yield mention._replace(end=at + 1 + old)


def _nicknames(words: Words) -> Iterator[Mention]:
    """找小雅, 我是阿强; 电工根生, 翠花她家."""
    text = words.text
    for match in _NICKNAME.finditer(text):
        at = match.end() - 1
        if match[0][-2:] in LITTLE_NOT or text[at] in "妹姐哥弟编仙" or not words.ends(at + 1):
            continue
        if text[at] in GIVEN or text[at] in SINGLE or match[0][-2] == "阿":
            yield Mention("name", at, at + 1, f"前面是“{match[0][:-1]}”", match[0][-2:])
    for at in words.starts:
        end, tag = words.tags[at]
        if end - at != 2 or (tag and not tag.startswith("nr")) or text[at:end] in NOT_NAMES:
            continue
        if text[at] not in GIVEN or text[at + 1] not in GIVEN:
            continue
        if _OWNED.match(text, end) or _JOB.search(text, max(0, at - 3), at):
            yield full_name(words, at, 2, "像名字，前后说的是人")
