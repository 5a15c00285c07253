"""Names as they are said in Cantonese: 梁生, 陈太, 李 sir."""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.masking.mentions import Mention
from linter.masking.surnames import SINGLE, WEAK
from linter.masking.titles import family_name
from linter.masking.words import Words

_SPOKEN = lazy.pattern("[嘅喺唔佢冇啲咗哋咁嘢睇嚟揸畀俾瞓攞乜咩噉嗰喎啩]|系咪|点解|唔该|几多|边度")
"""Characters and words that nothing but Cantonese has."""
_TITLE = lazy.pattern(
    r"(?P<family>[\u4e00-\u9fff])(?:生(?![日气意活产效成命怕前病育鲜])|太(?!太|多|大|贵|慢|过)|师奶|伯|嫂|姑娘|sir)"
)
_GUEST = lazy.pattern(
    r"(?:客人|住客|客户|业主|房东|隔壁)(?P<family>[\u4e00-\u9fff])太(?![太多大贵慢过])"
)
_SIR = lazy.pattern(
    r"(?P<before>[\u4e00-\u9fff]) ?(?:sir|miss|madam)(?![a-z])"
    r"|(?<![a-z])(?:mr|mrs|ms|miss|madam)\.? ?(?P<behind>[\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)


def cantonese_names(words: Words) -> Iterator[Mention]:
    """Surnames with a title that only Cantonese has; 生 and 太 only where it is spoken."""
    text = words.text
    for match in _SIR.finditer(text):
        at = match.start("before" if match["before"] else "behind")
        if text[at] in SINGLE:
            yield family_name(words, at, 1, "旁边是 sir、miss")
    for match in _GUEST.finditer(text):
        if text[match.start("family")] in SINGLE - WEAK:
            yield family_name(words, match.start("family"), 1, "后面是“太”")
    if not _SPOKEN.search(text):
        return
    for match in _TITLE.finditer(text):
        at = match.start()
        if text[at] in SINGLE and not words.known(at, match.end()) and not words.word_over(at):
            yield family_name(words, at, 1, f"后面是“{text[at + 1 : match.end()]}”")
