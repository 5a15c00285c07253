"""Supposition: the thing is a condition, or imagined; nobody says that it is so.

What is supposed stands in the conditional clause (要是投诉的话), which ends at 的话, at a pause,
or where the main clause opens (就, 那, a new subject with its own verb). What the main clause says
is a promise, a threat or a fact, and no supposition, unless the condition is against the facts
(早知道我就不办了). Speech leaves the conjunction out as often as not: 你再推一次试试,
不来电我就打热线.
"""

from __future__ import annotations

import re

from linter import lazy
from linter.signals.contexts.scope import Place, either, last, listed
from linter.signals.matcher import Context

_IF = (
    "如果 如果说 要是 假如 假若 假使 假设 假定 倘若 倘使 倘或 若是 若果 若系 "
    "如若 要系 如系 如 若 万一 一旦 除非 只要 但凡 哪怕 哪怕是 就算 就算是 即使 "
    "即便 纵然 纵使 设想 谁要是 谁要 哪天要是 要万一 真要 真要是 若真 一经 "
    "倘然 假比 比方讲 要想 要说 设若 若非"
)
# With these the main clause says 也 or 都, not 就.
_EVEN_IF = listed("哪怕 哪怕是 就算 就算是 即使 即便 纵然 纵使")
_INNOCENT = (
    "主要是 重要是 需要是 首要是 必要是 次要是 紧要是 要是要 若干 如何 如今 如此 如下 如您所说 "
    "如你所说 如实 例如 比如 "
    "不如 如期 如同 如数 如约 假如果 要不是 若无其事 若有所思 如期而至 诸如 正如 犹如 如意 "
    "有如 如愿 如常 别跟我如果 "
    "没有如果 哪有如果 如上 如是 宛若 要是的 如来 照如"
)
_OR_RATHER = r"要不(?:再|先|还是|就|然|我|给|换|试)"
_SPAN_OF_TIME = r"(?<=我|们)只要(?![你您我他她])|只要[\d一二两三四五六七八九十半几]+"
# 要 supposes when something follows it that no wish or demand has.
_YAO = (
    r"(?:我|你|您|他|她|它|们|师傅|师父|家|公司|(?<![一-鿿])(?=要[^不]))要(?=(?:早|真|再|敢|能|"
    r"不|没|还|老|总|光|一直|晓得|知道)(?!要))"
    r"(?!不(?:要|是|然))"
)
_IMAGINE = (
    r"(?:换成|换作|换做|换了|换着|搁在?|放在?)(?:是)?(?:你|您|我|谁|别人|自己|哪个)(?:们|自己|"
    r"身上|家)*|"
    r"(?:比方|比如|譬如|假比|打个比方)(?:说|讲)?(?=我|你|您|有人|谁|哪天|明天|将来)|"
    r"(?:到时候?|(?<![一-鿿])以后|将来|下次|下回|回头|哪天)(?:要是|又|再|万一)?"
)
_CUE = lazy.pattern(
    rf"(?P<who>{_IMAGINE})|(?P<none>{_SPAN_OF_TIME}|{_OR_RATHER}|{either(_INNOCENT)})|"
    rf"(?P<one>{either(_IF)}|{_YAO})"
)

# 比如您昨天投诉的那单 is an instance that there was.
_FACT = lazy.pattern(r"昨|上次|上回|上个|之前|前天|已经|刚")
_CUT_OFF = lazy.pattern(rf"(?:^|[，。！？])(?P<cue>{either(_IF)})(?:您|你|我|说|呢|这个)*，$")

_THEN = (
    r"就(?!是|算|连|这样|这么|怕)|那(?![个么边些里儿种天时家位次]|时候)|才(?!能)|便(?!宜)|"
    r"的话(?!费)|则|(?<=了)(?=按|给|由|找|去|帮|走|把|先|再|请|麻烦|随时)"
)
_OWN_VERB = (
    r"(?:我|我们|咱们?|这边|您|你|你们|我这边|我这里)(?:再|先|都|也|还|直接|马上|立马|立刻|"
    r"只能|只好|肯定|一定|"
    r"会|可以|能|给|帮|为|这就|已经|把|另|随时|保证|负责|去|这边)"
)
# 没问题我提交了: the main clause begins with its subject, right before the hit.
_READY = (
    r"(?<=没问题|不着急|不介意|不需要|没别的)我们?$|(?<=没事|方便|可以|不急|着急|同意|的话|好了|"
    r"完了|行的)(?:我|我们|这边)$"
)
_OPENS_MAIN = lazy.pattern(
    rf"{_READY}|(?:{_THEN})|(?<=..)(?:{_OWN_VERB})|(?<=..)(?:照样|仍然|照旧|也|都)"
)
_OPENS_MAIN_AFTER_IF = lazy.pattern(
    rf"{_READY}|(?:{_THEN})|(?<=..)(?:{_OWN_VERB})|(?<=..)(?:照样|仍然|照旧)"
)

_SPOKEN = r"(?:[说讲骂问道]|这种|那种|这些|那些|什么|一?句|满嘴|满口|一嘴|净是|全是|都是|再多)"
_IF_SAID = lazy.pattern(r"^[^，。！？]{0,10}?(?P<cue>的话(?!费|也说|说|讲)|个闲话)")
_WORDS = lazy.pattern(rf"{_SPOKEN}[^，。！？]{{0,6}}$")

# Conditions with no conjunction: what follows shows that the clause was one.
_DARE = lazy.pattern(
    r"(?P<cue>(?:你|您|你们|谁|他|哪个|他们)(?:们)?(?:今天|要|还|给我)*(?:敢|再敢|再))(?>(?:给我|"
    r"跟我|这么|这样|来|在那儿?)*)$"
)
_OR_ELSE = lazy.pattern(
    r"^[^。！？]{0,8}?(?:试试|试一?下?看|[，]?(?:我|老子|老娘|我们|咱)(?:马上|立马|立刻|今天|"
    r"现在|直接|可|也)*(?:就|便|跟你|要)|"
    r"信不信|别怪|[，]?(?:就|有你)|[，]?后果|，小心)"
)
_UNLESS = lazy.pattern(
    r"^[^，。！？了过啊呀哦那]{0,6}[，]?(?:(?:我|老子|老娘|我们|咱们?)?(?:今天|明天|"
    r"马上|立马|立刻|现在|直接)*就(?=好|能|不|得|会|要|可以|走|给|按|去|找|打|报|投|告|看|退|罚|"
    r"跟|上|让|天天|挂|录|曝|发|换|注|销)(?!没))"
    r"(?!(?!不)[^，。！？]{0,8}(?:了|过))"
)
_NOT_DONE = lazy.pattern(r"(?:不|没|没有|再不|还不|莫得|勿|弗|没得)$")
_NOT_BEGIN = lazy.pattern(r"(?:不|没|没有|再不|还不|没得)(?![了事住]|到[两几一])")
_SO_I = lazy.pattern(r"^[^，。！？]{0,6}，?(?:我|我们|咱们?)?(?:可|真)?就")
_UNABLE = lazy.pattern(r"(?<=[一-鿿])不(?=[好通到上了完出下成起])")
_WHAT_IF = lazy.pattern(
    r"^[^，。！？]{0,4}[，]?(?P<cue>怎么办|咋办|咋整|咋个办|点算|点办|哪能办|谁负责|谁赔|算谁的|"
    r"哪个负责|哪个赔)"
)
_LATER = lazy.pattern(
    r"(?:到时候?|以后|将来|下次|下回|回头|哪天|过两天|又|再|突然|真|它|会)(?:[^，。！？]{0,6})$"
)
_AGAINST_FACTS = lazy.pattern(
    r"(?:早知道|早晓得|早知|要早|早点|要不是|若不是|若非|要早知道)[^。！？]{2,24}?"
    r"(?:我|谁|咱|老子|打死)(?:们)?(?:早)?(?:就|才|也|还|都|会|能)+[^。！？]{0,6}$"
)
_WOULD_HAVE = lazy.pattern(
    r"^[^。！？]{0,6}[，]?(?:我|谁|咱)(?:们)?(?:还|至于|用得着|犯得着|能|会|哪|"
    r"也)+[^。！？]{0,12}(?:吗|么|嘛|呢)?$"
)
_BACK_THEN = lazy.pattern(
    r"(?P<cue>当初|要早|(?<![今明清一])早(?![上就已晨点])|当时)[^。！？]{0,6}$"
)


def hypothetical(place: Place, context: Context) -> str:
    """The word that makes the hit a supposition, or nothing."""
    return _conjunction(place) or _if_said(place) or _bare(place)


def _conjunction(place: Place) -> str:
    before = place.before
    cue = last(m for m in _CUE.finditer(before) if not m["none"])
    if cue is None:
        return _after_pause(place)
    between = before[cue.end() :]
    if cue["who"]:
        later = cue["who"].startswith(("到时", "以后", "将来", "下", "回头", "哪天"))
        asked = _WHAT_IF.match(place.after + place.follow)
        if later:
            return cue[0] if asked else ""
        return "" if _OPENS_MAIN.search(between) or _FACT.search(between) else cue[0]
    opens = _OPENS_MAIN if cue[0] in _EVEN_IF else _OPENS_MAIN_AFTER_IF
    return "" if opens.search(between) else cue[0]


def _after_pause(place: Place) -> str:
    """A conjunction that only a stray pause parts from its clause: 如果，您投诉的话."""
    found = _CUT_OFF.search(place.lead)
    if found and not _OPENS_MAIN.search(place.before):
        return found["cue"]
    against = _AGAINST_FACTS.search(place.lead + place.before)
    return against[0][:3] if against else ""


def _if_said(place: Place) -> str:
    """的话 after the hit, unless 话 are somebody's words (满嘴骗人的话)."""
    said = _IF_SAID.match(place.after)
    if said is None or _WORDS.search(place.before) or place.words.endswith(("说", "讲", "道歉")):
        return ""
    rest = place.after[: said.start("cue")]
    return "" if re.search(r"[说讲骂问]$|就|，|的(?!$)", rest) else said["cue"]


def _bare(place: Place) -> str:
    """A condition without a conjunction."""
    rest = place.after + place.follow
    dared = _DARE.search(place.before) or re.match(r"(?P<cue>(?:再)?敢|再)", place.words)
    if dared and _OR_ELSE.match(rest) and not re.search(r"我[^，]{0,3}$", place.before):
        return dared["cue"]
    if place.before.endswith("再") and _NOT_BEGIN.match(place.words) and _SO_I.match(rest):
        return "再"
    undone = (
        _NOT_DONE.search(place.before)
        or _NOT_BEGIN.match(place.words)
        or _UNABLE.search(place.words)
    )
    if undone and _UNLESS.match(rest):
        return undone[0]
    if _LATER.search(place.before) and (asked := _WHAT_IF.match(rest)):
        return asked["cue"]
    back = _BACK_THEN.search(place.before)
    return back["cue"] if back and _WOULD_HAVE.match(rest) and "我" in rest else ""
