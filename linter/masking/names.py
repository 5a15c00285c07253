"""People's names, by what is said around them and by what they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.called import called_names
from linter.masking.cantonese import cantonese_names
from linter.masking.explained import explained_names, told_by
from linter.masking.foreign import foreign_names
from linter.masking.given_names import given_names
from linter.masking.informal import informal_names
from linter.masking.kin import NEAR, PRODUCTS, RELATIVES, ROLES, STAFF
from linter.masking.mentions import EXPLAINED, Mention
from linter.masking.peoples import peoples_names
from linter.masking.plain import HIDDEN
from linter.masking.surnames import DOUBLE, SINGLE, WEAK
from linter.masking.titles import family_name, full_name, titled_names
from linter.masking.weighed import weighed_names
from linter.masking.words import Level, Words

_BE = r"(?:[:：是叫为系写填\s]|就[是写填]|叫做|写的|应该|填的|[改换写填]成|改为|名字|姓名|的){0,4}"
_SAID = lazy.pattern(
    rf"(?:{ROLES}){_BE}"
    rf"|(?:收货|收件|寄件|联系|登记|预约|客户|本人)信息[:：\s]+|(?:客服代表|客服专员"
    rf"|客服人员|坐席|专员|顾问|话务员|接线员|工程师|快递员|骑手|司机|客户经理|值班经理){_BE}"
    r"|(?<!小)(?<!喊)(?:我|他|她|名|人|字|子|公|婆|儿|爸|妈|弟|妹|哥|姐|友|事|孩|师|员|姓.)叫做?"
)
_IS = lazy.pattern(
    rf"本人|(?:我|您|你|他|她|这边|这里|本人|请问|好|不|就|那|对方|电话|喂)是(?:不是"
    rf"|客服|坐席|专员)?"
    rf"|(?:{STAFF}|工号[0-9 ]{{2,8}}的?)[:：\s]?"
    r"|(?:^|(?<=[,，。 \ue000]))是(?=[\u4e00-\u9fff]{2,3}(?:$|[,，。]))"
    r"|找(?:一下)?|联系(?:一下)?|转接?给?|叫|喊|[给让跟](?=[^我您你他她])|由|通知|问(?:一下)?|@ ?"
)
_OF_KIN = lazy.pattern(
    rf"(?:[我您你他她俺咱]们?家?的?|是)?(?:{RELATIVES})(?:的?名字)?[是叫]?"
    r"(?:的?[,，](?=[\u4e00-\u9fff]{2,3}(?:$|[她他,，。!！])))?"
    rf"|[我您你他她俺咱]家?(?:大|小|二|三|老)?(?:{NEAR})(?:的?名字)?[是叫]?"
    r"|(?:[写打听念填登叫]成了?|不[是叫])[“\"「 ]?"
    r"|实名(?:认证)?(?:的?是|叫|[:：])?"
)
_OF_WHOM = lazy.pattern(
    r"(?:我|我这边|这里|这边|这儿|俺)(?:是|系)(?:[\u4e00-\u9fffa-z0-9](?<![想要问说看打用买办开了在有没不这那来去给跟把让从为的您你])){2,9}的(?:客服|顾问|经理|专员|老师)?"
    r"|(?:^|[,，。!！ ])(?:喂[,，]?)?我(?=[\u4e00-\u9fff]{2,4}(?:$|[啊呀,，。!！]))"
)
_AND = lazy.pattern(r"(?:还是|或者?|或是|和|跟|与|及|同埋|[、/])(?:叫|是)?")
"""Between two names."""
_AFTER = lazy.pattern(
    r"为您服务|为你服务|本人|签收|签字|您好|你好|收$|的(?:手机|电话|名字|身份证|账[户号]"
    r"|快递|包裹|病历|身份)"
    r"|(?=[ ,，、]{0,2}(?:\+?86 ?)?1[3-9][0-9])"
)
_SURNAME_SAID = lazy.pattern(
    r"(?P<sure>免贵|我|他|她|本人|您|人家)?(?<!百)(?<!(?<!是)不是)姓(?:是)?(?=[\u4e00-\u9fff])"
)
_AGAIN = lazy.pattern(r"(?:[啦啊呀哈的嘛咧诶,，。、 ]{1,4}|(?=叫))(?:全名|名字)?(?:叫|是)?")
"""Between a surname and the whole name: 我姓卓，卓然."""
_FIRST_NAME = lazy.pattern(
    r"[\u4e00-\u9fff][,， ]?(?:单?名|名叫|名字叫?)(?:一个|单名)?"
    r"(?P<given>[\u4e00-\u9fff]{1,2}?)(?:字)?(?![\u4e00-\u9fff])"
)
"""姓向名阳."""
_NO_SURNAME = frozenset("名什啥甚氏么谁您你我的是吗呢吧哪他她")
_MAY_BEGIN = lazy.pattern(
    f"(?=[{''.join(sorted(SINGLE - WEAK))}][\u4e00-\u9fff]|{'|'.join(sorted(DOUBLE))})"
)
_PRODUCT = lazy.pattern(PRODUCTS)


def name_mentions(words: Words) -> list[Mention]:
    """The names in a plain text; one place may be found twice."""
    found = [*foreign_names(words), *explained_names(words)]
    found += _told(words, found)
    found += titled_names(words)
    found += _after(words, _SAID, "said")
    found += _after(words, _OF_KIN, "kin")
    found += _after(words, _IS, "is")
    found += _after(words, _OF_WHOM, "is")
    found += _surnames(words)
    found += _before(words)
    found += called_names(words)
    found += cantonese_names(words)
    found += informal_names(words)
    found += given_names(words)
    found += weighed_names(words, found)
    found += peoples_names(words)
    found += _bare(words)
    return [*found, *_listed(words, found)]


def _listed(words: Words, found: list[Mention]) -> Iterator[Mention]:
    """The names after names: 蔡阿水还是蔡阿瑞, 王芳、李强."""
    for mention in found:
        at = mention.end
        while joint := _AND.match(words.text, at):
            at = joint.end()
            same = words.text[at : at + 1] == words.text[mention.start]
            size = words.name(at, "said" if same else "is")
            if not size:
                break
            yield full_name(words, at, size, "和姓名并列")
            at += size


def _told(words: Words, found: list[Mention]) -> Iterator[Mention]:
    """双木林的林林巧: the name itself behind what tells its characters."""
    for mention in found:
        if mention.why == EXPLAINED and (size := words.name(mention.end, "is")):
            yield full_name(words, mention.end, size, "刚说了是哪几个字")


def _after(words: Words, leads: object, level: Level) -> Iterator[Mention]:
    for match in leads.finditer(words.text):  # type: ignore[attr-defined]
        at = match.end()
        if size := words.name(at, level):
            yield full_name(words, at, size, f"前面是“{match[0].strip()}”")


def _surnames(words: Words) -> Iterator[Mention]:
    text = words.text
    for match in _SURNAME_SAID.finditer(text):
        at = match.end()
        if text[at] in _NO_SURNAME:
            continue
        size = words.surname(at)
        if not size and not match["sure"]:
            continue
        if full := words.name(at, "bare"):
            yield full_name(words, at, full, f"前面是“{match[0]}”")
        elif both := _FIRST_NAME.match(text, at):
            yield family_name(words, at, size or 1, f"前面是“{match[0]}”")
            given = both["given"]
            whole = text[at] + given
            yield Mention("name", *both.span("given"), "姓什么名什么", whole)
        else:
            yield family_name(words, at, size or 1, f"前面是“{match[0]}”")
            again = _AGAIN.match(text, at + (size or 1))
            if again and text[again.end() : again.end() + 1] == text[at]:
                if told_by(text, again.end()):
                    continue
                told = 2 * (text[again.end() - 1] == "叫" and words.ends(again.end() + 2))
                if full := words.name(again.end(), "said") or told:
                    yield full_name(words, again.end(), full, "刚说了姓")


def _before(words: Words) -> Iterator[Mention]:
    """王芳为您服务, 张伟本人, 李强的手机."""
    for match in _AFTER.finditer(words.text):
        for size in (3, 2):
            at = match.start() - size
            if at < 0 or words.word_over(at) or words.name(at, "is") != size:
                continue
            if at in words.edges or not words.is_han(at - 1, at):
                yield full_name(words, at, size, f"后面是“{match[0]}”")
                break


def _bare(words: Words) -> Iterator[Mention]:
    """王小芳, as a word that the dictionary does not have, or has as a name."""
    text = words.text
    for match in _MAY_BEGIN.finditer(text):
        at = match.start()
        end, tag = words.tags.get(at, (0, ""))
        if (tag and not tag.startswith("nr") and text[at:end] not in DOUBLE) or HIDDEN in text[
            at:end
        ]:
            continue
        if (size := words.name(at, "bare")) and not _PRODUCT.match(text, at + size):
            yield full_name(words, at, size, "像姓名的词")
