"""When two lines of a script library say the same: alike but for what carries no meaning.

Punctuation, particles, politeness and forms of address may differ; numbers, names, products and
every other word may not: two lines with different telephone numbers are two lines.
"""

from __future__ import annotations

from collections import Counter

from linter import lazy
from linter.calls.scripts.marks import NO_LEGEND, Legend
from linter.text.fold import folded
from linter.text.spoken import spoken

_LIGHT = lazy.pattern(
    r"您好|你好|请问|麻烦|不好意思|谢谢|感谢|的话|一下|这边|那边|这里|那个|这个|就是|然后|千万|务必|一定要|现在|马上|立即|尽快"
    r"|亲爱的|亲亲|亲|先生|女士|哦|噢|喔|呢|啊|呀|哈|吧|嘛|啦|哟|了|的|地|得|请|您|你|我们|咱们|我|给|为|帮|来|去|会|将|之|才|是|已经|已|可以|能够|能|就|都|也|再|把|被|所"
)
_WORDS = lazy.pattern(r"[^\W_]+")


def substance(line: str, legend: Legend = NO_LEGEND) -> str:
    """What is left of a line without what carries no meaning; slots count as 某.

    Words in quotation marks are kept: 点“退款” and 点“换货” are two things.
    """
    said = "".join(_WORDS.findall(folded(spoken(line, legend, quotes=True)[0])))
    return _LIGHT.sub("", said)


LEAST = 8
"""Characters of substance a line has to have: 好的，请稍等 may stand wherever it is needed."""
_LIKE = 85
"""Least likeness, in percent, of two lines that are compared at all."""
_GRAM = 3
_MOST_ADDED = 3
_MOST_PLACES = 2
"""Characters that one of two lines may have more, in how many places."""
_TELLING = lazy.pattern(
    r"[0-9a-z零〇一二两三四五六七八九十百千万亿半不没未无非别勿否某上下左右前后男女]"
)
"""What tells two lines apart however small it is: numbers, names, negation, sides."""


class Library:
    """The lines of a script library, each asked once whether one before it says the same.

    Two lines say the same when their substance is the same, or when one only has a few words more
    that tell nothing (:data:`_TELLING`): 请不要转给个人, 请千万不要转给个人. A word in place of
    another makes another line. Looked up by three characters in a row, so that the time grows with
    the number of lines and not with its square.
    """

    def __init__(self) -> None:
        self._lines: list[tuple[str, str]] = []
        self._exact: dict[str, int] = {}
        self._grams: dict[str, list[int]] = {}

    def before(self, substance: str, place: str) -> str:
        """Where the first line that says the same stands; empty when this is the first.

        :param substance: as of :func:`substance`.
        :param place: what to call the place of this one.
        """
        if len(substance) < LEAST:
            return ""
        known = self._exact.get(substance)
        if known is None:
            known = self._similar(substance)
            self._add(substance, place)
        return self._lines[known][1] if known is not None else ""

    def _add(self, substance: str, place: str) -> None:
        number = len(self._lines)
        self._lines.append((substance, place))
        self._exact[substance] = number
        for gram in _grams(substance):
            self._grams.setdefault(gram, []).append(number)

    def _similar(self, substance: str) -> int | None:
        """The first line that differs in what tells nothing only."""
        shared: Counter[int] = Counter()
        grams = _grams(substance)
        for gram in grams:
            near = self._grams.get(gram, ())
            # What hundreds of lines share (请问有什么) tells none of them.
            if len(near) <= _CROWDED:
                shared.update(near)
        for number in sorted(n for n, count in shared.items() if count * 5 >= len(grams) * 2):
            if _says_the_same(self._lines[number][0], substance):
                return number
        return None


_CROWDED = 200


def _grams(substance: str) -> set[str]:
    return {substance[i : i + _GRAM] for i in range(len(substance) - _GRAM + 1)}


def _says_the_same(one: str, other: str) -> bool:
    # Not at the top: who lints calls compares no scripts.

    short, long = sorted((one, other), key=len)
    if 200 * len(short) < _LIKE * (len(short) + len(long)):
        return False
    return _only_adds(short, long, _MOST_PLACES)


def _only_adds(short: str, long: str, places: int) -> bool:
    """Whether the longer is the shorter with a few words that tell nothing put in."""
    if len(short) == len(long):
        return short == long
    if not places:
        return False
    at = _shared(short, long)
    return any(
        not _TELLING.search(long[at : at + size])
        and _only_adds(short[at:], long[at + size :], places - 1)
        for size in range(1, min(_MOST_ADDED, len(long) - len(short)) + 1)
    )


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
