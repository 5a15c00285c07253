"""People's names, by what is said around them and by what they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.informal import informal_names
from linter.masking.kin import NEAR, PRODUCTS, RELATIVES, ROLES, STAFF
from linter.masking.mentions import Mention
from linter.masking.plain import HIDDEN
from linter.masking.surnames import GIVEN, LITTLE_NOT, NOT_NAMES, SINGLE, WEAK
from linter.masking.titles import family_name, full_name, titled_names
from linter.masking.words import FUNCTION, Level, Words

_BE = r"(?:[:：是叫为\s]|就是|叫做|写的|应该|填的|名字|姓名|的){0,4}"
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
    r"|找(?:一下)?|联系(?:一下)?|转接?给?|叫|喊|[给让跟](?=[^我您你他她])|由|通知|问(?:一下)?|@ ?"
)
_OF_KIN = lazy.pattern(
    rf"(?:[我您你他她俺咱]们?家?的?|是)?(?:{RELATIVES})(?:的?名字)?[是叫]?"
    rf"|[我您你他她俺咱]家?(?:大|小|二|三|老)?(?:{NEAR})(?:的?名字)?[是叫]?"
    r"|实名(?:认证)?(?:的?是|叫|[:：])?"
)
_AFTER = lazy.pattern(
    r"为您服务|为你服务|本人|签收|签字|您好|你好|收$|的(?:手机|电话|名字|身份证|账[户号]"
    r"|快递|包裹|病历|身份)"
    r"|(?=[ ,，、]{0,2}(?:\+?86 ?)?1[3-9][0-9])"
)
_LITTLE = lazy.pattern(r"[小老](?=[\u4e00-\u9fff])")
_SURNAME_SAID = lazy.pattern(
    r"(?P<sure>免贵|我|他|她|本人|您|人家)?(?<!百)姓(?:是)?(?=[\u4e00-\u9fff])"
)
_NO_SURNAME = frozenset("名什啥甚氏么谁您你我的是吗呢吧哪他她")
_SPELLED = lazy.pattern(
    "弓长张|立早章|木子李|耳东陈|双口吕|古月胡|口天吴|言午许|草头黄|三横王|三横一竖王"
    "|双人徐|双木林|走肖赵|人可何|美女姜|干钩于|干勾于|走之郭|文刀刘|卯金刀刘|土口吉"
    "|草肃萧|日月明|口木呆"
    "|十八子李|大肚黄|禾呈程|禾木程|三点水江|三点水汪|立心旁.|单人旁.|草字头.|木字旁."
    "|女字旁.|提手旁.|金字旁.|三点水的?.|言字旁.|王字旁.|火字旁.|双人旁.|绞丝旁."
)
_FOREIGN = lazy.pattern(r"([\u4e00-\u9fff]{2,8})·([\u4e00-\u9fff]{2,8})")
_LEADS = "叫是姓名字找给让跟和的您你我他她"
"""Characters right before a name with a dot in it."""
_NEVER_IN = FUNCTION - set("不都里地对也来")
"""What is no part of such a name: 阿不都 and 阿里木 are."""
_NICKNAME = lazy.pattern(
    r"(?:找|我是|我叫|叫|联系|导游|客服|售后|管家|专员|店长|坐席)[小阿][\u4e00-\u9fff]"
)
_PRODUCT = lazy.pattern(PRODUCTS)
_OWNED = lazy.pattern("[她他](?:家|们|爸|妈|说)|家里?(?:的|那)")
_JOB = lazy.pattern("电工|村长|支书|会计|保安|护工|保洁|技师|队长|组长$")


def name_mentions(words: Words) -> list[Mention]:
    """The names in a plain text; one place may be found twice."""
    text = words.text
    found = [*_foreign(text)]
    found += [
        Mention("name", *match.span(), "说的是姓名用的字", match[0])
        for match in _SPELLED.finditer(text)
    ]
    found += titled_names(words)
    found += _after(words, _SAID, "said")
    found += _after(words, _OF_KIN, "kin")
    found += _after(words, _IS, "is")
    found += _surnames(words)
    found += _before(words)
    found += _little(words)
    found += _nicknames(words)
    found += informal_names(words)
    found += _bare(words)
    return found


def _foreign(text: str) -> Iterator[Mention]:
    for match in _FOREIGN.finditer(text):
        head, tail = match[1], match[2]
        before = max(map(head.rfind, _LEADS)) + 1
        behind = min(at for char in _NEVER_IN if (at := f"{tail}了".find(char)) >= 0)
        if len(head) - before > 1 and behind > 1 and not _NEVER_IN & set(head[before:]):
            start, end = match.start() + before, match.start(2) + behind
            yield Mention("name", start, end, "带间隔号的姓名", text[start:end])


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
        else:
            yield family_name(words, at, size or 1, f"前面是“{match[0]}”")


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


def _little(words: Words) -> Iterator[Mention]:
    """小王, 老李."""
    text = words.text
    for match in _LITTLE.finditer(text):
        at = match.end()
        if text[at] not in SINGLE or text[at] in WEAK or text[match.start() : at + 1] in LITTLE_NOT:
            continue
        end, tag = words.tags.get(match.start(), (0, ""))
        if not end or (tag and end != at + 1 and end != at):
            continue
        if words.ends(at + 1) and not words.word_over(match.start()):
            yield family_name(words, at, 1, f"前面是“{match[0]}”")


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


def _bare(words: Words) -> Iterator[Mention]:
    """王小芳, as a word that the dictionary does not have, or has as a name."""
    for at in words.starts:
        end, tag = words.tags[at]
        if tag and not tag.startswith("nr"):
            continue
        if HIDDEN in words.text[at:end]:
            continue
        if (size := words.name(at, "bare")) and not _PRODUCT.match(words.text, at + size):
            yield full_name(words, at, size, "像姓名的词")
