"""Regional ways of saying the same small words.

Rules are written in standard Chinese. Function words of Cantonese and of regional Mandarin are
few and occur in every second sentence, so they are known here once, and not in every rule:

* a *character* of written Cantonese that stands for one standard character is read as that one,
  in transcripts and patterns alike (唔知 is 不知, 我哋 is 我们);
* a *word* in a pattern also matches its regional forms (什么态度 also matches 啥态度).

Only forms that mean nothing else in standard writing are listed: 系, 呢, 点 and 中 are not. The
forms are those of ordinary written Cantonese (as in Hong Kong's press), of Sichuan, the north-east
and the lower Yangtze in transcripts of customer calls.
"""

from __future__ import annotations

from collections.abc import Iterator

CHARACTERS = {
    "唔": "不",
    "冇": "没",
    "佢": "他",
    "哋": "们",
    "嘅": "的",
    "咗": "了",
    "喺": "在",
    "嚟": "来",
    "睇": "看",
    "搵": "找",
    "揾": "找",
    "畀": "给",
    "俾": "给",
    "啲": "些",
    "嗰": "那",
    "嬲": "气",
    "谂": "想",
    "甭": "别",
    "侬": "你",
    "俺": "我",
}
"""Regional characters and the standard ones that they are read as."""
_TABLE = str.maketrans(CHARACTERS)
_COURTESY = "唔该"
"""Please, thank you: no 不该."""

WORDS: dict[str, tuple[str, ...]] = {
    "为什么": ("为啥", "为啥子", "点解"),
    "什么时候": ("啥时候", "啥时", "几时", "啥辰光"),
    "什么": ("啥", "啥子", "咩", "乜", "乜嘢", "么子"),
    "怎么": ("咋", "咋个", "啷个", "点样", "哪能", "肿么"),
    "没有": ("没得", "莫得", "木有"),
    "不知道": ("不晓得", "晓不得"),
    "知道": ("晓得",),
    "不要": ("莫要", "勿要"),
    "哪里": ("哪儿", "哪块", "边度", "啥地方"),
    "这里": ("这儿", "呢度"),
    "明白": ("灵清",),
    "清楚": ("灵清",),
}
"""Words that patterns may have, and their regional forms."""


def standard(text: str) -> str:
    """A folded text with regional characters read as standard ones; its length stays."""
    if CHARACTERS.keys().isdisjoint(text):
        return text
    return _COURTESY.join(part.translate(_TABLE) for part in text.split(_COURTESY))


def variants(phrase: str) -> tuple[str, ...]:
    """A pattern's words, and what they are in other regions; the phrase itself first."""
    found = list(dict.fromkeys(_variants(phrase)))
    return (phrase, *(variant for variant in found if variant != phrase))[:MOST_VARIANTS]


MOST_VARIANTS = 40
"""Of one phrase: two regional words in it already make 49."""

_LONGEST = max(map(len, WORDS))


def _variants(phrase: str) -> Iterator[str]:
    for at in range(len(phrase)):
        for size in range(_LONGEST, 1, -1):
            word = phrase[at : at + size]
            if len(word) == size and word in WORDS:
                for rest in _variants(phrase[at + size :]):
                    for form in (word, *WORDS[word]):
                        yield phrase[:at] + form + rest
                return
    yield phrase
