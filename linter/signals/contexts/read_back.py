"""Reading back: the hit's words stand in what the other side has said."""

from __future__ import annotations

import functools
import itertools
from difflib import SequenceMatcher

from linter import lazy
from linter.signals.contexts.question import question
from linter.signals.contexts.quoted import quoted
from linter.signals.contexts.scope import Place
from linter.signals.matcher import Context

SHORTEST = 4
"""Under this many characters (under one less, where what changes from mouth to mouth is not
counted) equal words prove nothing: 投诉 and 骗子 are everybody's."""

NEAR = 0.8
"""The least likeness (2·M/T of Ratcliff and Obershelp, as in difflib) of words said again."""

# Who says it again swaps 我 and 您, and is free with particles and pauses.
_FREE = frozenset("您你我咱们了的啊呀呢吧嘛吗哦哈就都是也这那个，。！？")

# The speaker's own words, though they are the same ones.
_RETORT = lazy.pattern(
    r"(?:您|你)(?:们)?(?:自己)?才(?:是|会|叫|像)?|(?:您|你)(?:们)?自己|彼此|我看(?:您|你)"
)
_OWN_ACT = lazy.pattern(
    r"(?:我|我们|咱们?|这边)(?:马上|现在|这就|立刻|会|可以|能|一定|已经|来|先|再|就|尽快|今天|"
    r"刚|刚才)*(?:给|帮|为|替|跟)(?:您|你)"
    r"|(?:好的?|行|可以|没问题)，?(?:我|那|这就|马上)"
)
_GO_AHEAD = lazy.pattern(r"^(?:您|你)?(?:就)?去(?:吧|呗|好了|啊|嘛)?(?:$|，)")

_NO_TOKENS = Context(edges=lambda text: frozenset())


def read_back(own: str, start: int, end: int, other: str) -> bool:
    """Whether the hit ``[start, end)`` only says again what the other side said.

    Equal words, but for pronouns and particles, or nearly equal ones. Not when they are thrown
    back (您才…), when the speaker does or promises what was asked for (我给您…), or when they
    answer a question that had them: who says yes says it himself.

    :param own: the matching form of the speaking turn with the hit.
    :param other: the matching form of an earlier speaking turn of the other side.
    """
    place = Place(own, start, end)
    said = _said_in(place.words, other)
    if said is None or _RETORT.search(place.before) or _GO_AHEAD.match(place.after):
        return False
    if quoted(place, _NO_TOKENS) or question(place, _NO_TOKENS):
        return True
    return not (_OWN_ACT.search(place.before) or question(Place(other, *said), _NO_TOKENS))


def _said_in(words: str, other: str) -> tuple[int, int] | None:
    """Where ``other`` has nearly these words; ``None``: nowhere."""
    if len(words) < SHORTEST:
        return None
    core = "".join([char for char in words if char not in _FREE])
    said, kept = bound(other)
    if len(core) < SHORTEST - 1 or not said:
        return None
    at = said.find(core)
    if at < 0:
        at = _nearly(core, said)
    if at < 0:
        return None
    return kept[at], kept[min(at + len(core), len(kept)) - 1] + 1


@functools.lru_cache(maxsize=256)
def bound(text: str) -> tuple[str, tuple[int, ...]]:
    """The characters of a turn that nobody is free with, and where each stands.

    :param text: its matching form.
    """
    kept = tuple([at for at, char in enumerate(text) if char not in _FREE])
    return "".join([text[at] for at in kept]), kept


def _nearly(core: str, said: str) -> int:
    """Where a stretch about as long as ``core`` is like it; -1: nowhere."""
    # No stretch has more of its characters than all of ``said``: most often that is too few.
    there = set(said)
    shared = sum([char in there for char in core])
    if 2.0 * shared / (len(core) + min(len(core), len(said))) < NEAR:
        return -1
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(core)
    sizes = (len(core), len(core) + 1)
    for at, size in itertools.product(range(max(1, len(said) - len(core) + 1)), sizes):
        matcher.set_seq1(said[at : at + size])
        if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR <= matcher.ratio():
            return at
    return -1
