"""Names that no one word tells of: what is said before and behind them, and what they are made of,
weighed together."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from linter import lazy
from linter.masking.kin import PRODUCTS, RELATIVES, ROLES, STAFF
from linter.masking.mentions import Mention
from linter.masking.plain import TITLES
from linter.masking.surnames import DOUBLE, GIVEN, LITTLE_NOT, NOT_NAMES, SINGLE, WEAK
from linter.masking.titles import full_name
from linter.masking.words import FUNCTION, HARDLY, HAS_GIVEN, Words

ENOUGH = 4.5
"""A surname that is nothing else with two characters of given names, between two stops."""
_LEFT = (
    (
        2.5,
        lazy.pattern(
            rf"(?:{RELATIVES}|{ROLES}|{STAFF}|{TITLES}|志愿者|带队|门卫|职工|工友|同桌|队员|选手|组员|骑手"
            r"|工程师|销售|中介|护工|保洁|电工|村民|社员|干事|[\u4e00-\u9fff]员|[领取反申证经签代监担借付汇购介收寄]..?人|[领收寄签介证]人|[男女]方|新[郎娘]|[男女]友|同事|客人|家属|雇主|住客|房客|阿姨|师傅|死者|伤者|乘客)(?:[是叫:：]|[,，](?=.{2,3}[,，]))?$"
        ),
    ),
    (
        1.0,
        lazy.pattern(
            r"(?:[叫喊找让请跟和与给替帮由问陪见接送带姓、@]|通知|麻烦|还有|以及|或者|安排|谢谢|感谢|转告"
            r"|[有那这]个|写着?|签的?|填的?|遇到|认识|联系|我是|你是|您是|就是|不是|写的?是|签名是?)$"
        ),
    ),
    (0.5, lazy.pattern(r"(?:^|[^\u4e00-\u9fffa-z0-9])$")),
)
_RIGHT = (
    (
        2.0,
        lazy.pattern(
            rf"(?:{TITLES})|的(?:家长|手机|电话|号码|[妈爸]|名字|身份证|快递|包裹|订单|账号|卡|微信|工资|作业|座位|签名|老[公婆]|孩子)"
            r"|[他她](?:[妈爸爹娘哥姐弟妹奶爷]|家|媳妇|男人|老[公婆])|家(?:[的里住长孩]|$|[^\u4e00-\u9fff])"
            r"|听电话|本人|签收|负责|请假|旷工|迟到|收[^\u4e00-\u9fff]|收$"
        ),
    ),
    (
        1.0,
        lazy.pattern(
            r"说(?!明)|讲(?![法书座课解])|[问催]|来(?!自|源)|[去没也都就要想把跟和给签还又让每拿你]|在(?!线)|发(?:[烧的给现]|高烧|消息|微信)|打|上次|[昨今明]天|显示|[那这]边|[他她]"
            r"|的(?:事|那|东西|单)|、"
        ),
    ),
    (0.5, lazy.pattern(r"$|[^\u4e00-\u9fffa-z0-9]|[啊呀吧嘛呢的]")),
)
_AND = lazy.pattern("还是|或者?|[和跟与及、]")
_FAR = 6
_MAY_BEGIN = lazy.pattern(
    f"(?:{'|'.join(sorted(DOUBLE))}|[{''.join(sorted(SINGLE))}])"
    f"(?=[\u4e00-\u9fff](?<![{''.join(sorted(FUNCTION - set('有来，')))}]))"
)
_MAY_BE = lazy.pattern(f"(?=(?P<name>[{''.join(sorted(GIVEN))}]{{2}}))")
_PRODUCT = lazy.pattern(PRODUCTS)
_JOINS = "和向那时应"
"""Surnames that join, point and ask: 和志强 is 志强 and somebody."""
_NO_PET_NAME = frozenset("中大人民国生东南西北公正")
_FAMOUS = 20
"""How often a name is in jieba's dictionary that is everybody's: 杜甫, 钱学森."""


def weighed_names(words: Words, found: Collection[Mention] = ()) -> Iterator[Mention]:
    """The names that enough speaks for.

    :param found: what is known to be a name; what is named with one is one more easily.
    """
    text = words.text
    known = {mention.start for mention in found}
    for match in _MAY_BEGIN.finditer(text):
        at, first = match.start(), match.end()
        for end in (first + 2, first + 1):
            made = _full(words, at, first, end)
            if made and _is_enough(words, (at, end), made, known):
                yield full_name(words, at, end - at, "前后的话和用字都像姓名")
                break
    for match in _MAY_BE.finditer(text):
        at, end = match.span("name")
        made = _given(words, at, end)
        if made and _is_enough(words, (at, end), made, known):
            yield full_name(words, at, end - at, "前后的话和用字都像名字")


def _is_enough(words: Words, span: tuple[int, int], made: float, known: Collection[int]) -> bool:
    """Whether what a place is made of and what is around it outweigh what is against a name."""
    joint = _AND.match(words.text, span[1])
    weight = made + around(words, *span) + bool(joint and joint.end() in known)
    return weight >= ENOUGH and weight - _against(words, *span) >= ENOUGH


def around(words: Words, at: int, end: int) -> float:
    """How much the words around a place speak for a name; below 0 they speak against one."""
    text = words.text
    if _PRODUCT.match(text, end):
        return -ENOUGH
    before = text[max(0, at - _FAR) : at]
    left = next((weight for weight, said in _LEFT if said.search(before)), None)
    right = next((weight for weight, said in _RIGHT if said.match(text, end)), None)
    if left is None:
        left = 0.0 if at in words.edges and words.tags.get(at) else -1.0
    return left + (-1.0 if right is None else right)


def _full(words: Words, at: int, first: int, end: int) -> float:
    """What a surname and a given name are made of; 0 where there is none."""
    text = words.text
    given = text[first:end]
    if text[at] in HARDLY and (text[at] in _JOINS or not set(given) <= GIVEN or len(given) == 1):
        return 0.0
    if not words.is_han(at, end) or text[at:end] in NOT_NAMES or text[at : at + 2] in NOT_NAMES:
        return 0.0
    if set(given) & FUNCTION and not HAS_GIVEN.fullmatch(given):
        return 0.0
    made = 2.5 if first - at == 2 else 1.0 if text[at] in WEAK else 1.5
    usual = sum(char in GIVEN for char in given)
    made += usual if len(given) == 2 else 1.2 * usual
    made -= 0.7 * (len(given) - usual)
    made -= 1.5 * ((words.named(at, end) or 0) >= _FAMOUS)
    return made


def _given(words: Words, at: int, end: int) -> float:
    """What a given name alone is made of; 0 where there is none."""
    said = words.text[at:end]
    if said in NOT_NAMES or said in LITTLE_NOT or set(said) & FUNCTION:
        return 0.0
    if said[0] in "小大" and said[0] != said[1]:
        return 2.5
    if said[0] == said[1]:
        return 0.0 if said[0] in _NO_PET_NAME else 3.0
    return 1.5


def _against(words: Words, at: int, end: int) -> float:
    """What words of the language say against it: that it is one, has one, or cuts one in two."""
    weight = 0.0
    if words.known(at, end):
        weight += 3.0
    elif end - at > 2 and any(words.known(one, one + 2) for one in range(at, end - 1)):
        weight += 1.5
    for edge in (at, end):
        cut = any(
            words.known(edge - left, edge + size - left)
            for size in (2, 3)
            for left in range(1, size)
        )
        weight += 2.0 * cut
    return weight
