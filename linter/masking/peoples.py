"""Names of Tibetans, Mongols, Uyghurs: no surname, but words that hardly anything else has."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.mentions import Mention
from linter.masking.titles import full_name
from linter.masking.words import FUNCTION, Words

_PART = lazy.pattern(
    "卓玛|扎西|才让|央金|次仁|多吉|拉姆|达瓦|尼玛|[旦丹]增|格桑|洛桑|索南|平措|白玛|仁[青增]|江措|加措|顿珠|曲珍|德吉|旺堆|巴桑|卓嘎|曲措"
    "|查干|巴日|敖登|乌云|塔娜|宝音|阿牛|曲比|吉克|沙马|阿呷|海来|莫色|吉木|尔古|勒伍|俄木"
    "|其其格|图雅|巴特尔|格日勒|乌日娜|斯琴|那日苏|娜仁"
    "|古丽|古力|买买提|麦麦提|吐尔逊|艾山|热合曼|阿[卜不]杜|努尔|帕提|阿依|木合塔|依明|玉素甫|艾合买提"
)
_MOST = 3
"""Characters of a name before or behind such a part."""
_MAY_BE = frozenset("让里地都来")
_LEADS = frozenset("叫是找给跟和问姓名字系")


def peoples_names(words: Words) -> Iterator[Mention]:
    """乌兰图雅, 尕让卓玛, 古丽."""
    done = 0
    for match in _PART.finditer(words.text):
        start, end = match.span()
        if start < done:
            continue
        while start > max(done, match.start() - _MOST) and _belongs(words, start - 1):
            start -= 1
        while end < match.end() + _MOST and _belongs(words, end) and not words.ends(end):
            end += 1
        done = end
        yield full_name(words, start, end - start, "像少数民族的姓名")


def _belongs(words: Words, at: int) -> bool:
    char = words.text[at : at + 1]
    return words.is_han(at, at + 1) and (char in _MAY_BE or char not in FUNCTION | _LEADS)
