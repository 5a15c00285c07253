"""Sound: what a text says to the ear, so that a misheard word can be found by its sound.

A recogniser that mishears writes other characters of the same syllables, or of syllables that
the speaker's accent does not keep apart. Here every Chinese character becomes one code point
for its syllable, so places in the coded text are places in the text, and words that sound alike
are found by comparing strings. Tones do not count.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from types import MappingProxyType
from typing import Any

_PRIVATE_USE = range(0xE000, 0xF900)
"""The private-use area of the Basic Multilingual Plane: no text has a meaning there."""

_NOTHING = "\ufffd"
"""What private-use characters of a text become, lest they pass for a syllable."""

Rewrites = tuple[tuple[str, str], ...]
"""Regular expressions on a syllable and what replaces the match."""

MERGERS: Mapping[str, Rewrites] = MappingProxyType(
    {
        "z-zh": (("^zh", "z"),),
        "c-ch": (("^ch", "c"),),
        "s-sh": (("^sh", "s"),),
        "n-l": (("^n", "l"),),
        "l-r": (("^r", "l"),),
        "f-h": (
            ("^fei$", "hui"),
            ("^fen$", "hun"),
            ("^feng$", "hong"),
            ("^fu$", "hu"),
            ("^f(?=a|o$)", "hu"),
        ),
        "g-k": (("^k", "g"),),
        "an-ang": (("(?<![iuwy])ang$", "an"),),
        "en-eng": (("eng$", "en"),),
        "in-ing": (("ing$", "in"),),
        "ian-iang": (("(?<=[iy])ang$", "an"),),
        "uan-uang": (("(?<=[uw])ang$", "an"),),
    }
)
"""Sounds that accents do not keep apart, by the names that rules use.

These are the pairs that Chinese input methods offer as 模糊音: libpinyin's ``PINYIN_AMB_*`` has
all but the last two, libime's ``PinyinFuzzyFlag`` all but g-k. Finals go by what is
heard, not by what is spelt: wan and wang are uan-uang, yan and yang ian-iang. f-h is no swap of
letters either: who says 灰机 for 飞机 turns f into hu, which makes fei sound like hui, fan like
huan and feng like hong, while 烦 and 寒 stay apart (普通话与口才训练实用教程, f 与 h 的辨正;
input methods list the same syllables as 组合模糊音).
"""

NEAR = frozenset({"z-zh", "c-ch", "s-sh", "n-l", "an-ang", "en-eng", "in-ing"})
"""What "sounds near" means unless a rule says otherwise.

The three confusions that courses of standard Chinese drill everywhere: 平翘舌音, 鼻边音 and
前后鼻音. Left out are those of single regions (f-h, l-r, g-k), and ian-iang and uan-uang, which
libpinyin does without as well; each costs more places where a harmless word sounds alike.
"""


@dataclass(frozen=True, slots=True)
class Hearing:
    """An ear that does not hear certain differences. :func:`hearing` makes these.

    Codes of one hearing mean nothing to another: code the word and the text with the same one.
    """

    mergers: frozenset[str]
    _table: str = field(repr=False, compare=False)
    """What each code point of the Basic Multilingual Plane becomes, at that index."""

    def code(self, text: str) -> str:
        """``text`` by sound, with exactly as many code points.

        Chinese characters with a known reading become a private-use code point, the same one
        for all that sound alike. Private-use characters of the text become U+FFFD; everything
        else stays. One reading a character: 银行 is coded like 银形.

        :param text: folded text (:func:`linter.text.fold.fold`), or traditional characters
            stay as they are.
        """
        return text.translate(self._table)

    def __reduce__(self) -> tuple[Any, ...]:
        # By name: the table is large, and whoever unpickles it hears the same.
        return hearing, (self.mergers,)


@functools.cache
def hearing(mergers: frozenset[str]) -> Hearing:
    """The ear to which the sounds of each of ``mergers`` are one.

    :param mergers: names of :data:`MERGERS`; none for "the same sound", :data:`NEAR` for "near".
        A syllable sounds like another when any chain of these mergers leads from one to the
        other.
    :raises KeyError: for an unknown name.
    """
    table = [chr(code) for code in range(0x10000)]
    table[_PRIVATE_USE.start : _PRIVATE_USE.stop] = _NOTHING * len(_PRIVATE_USE)
    characters = _characters()
    codes: dict[str, str] = {}
    for syllable, group in _merged(tuple(characters), mergers).items():
        code = codes.setdefault(group, chr(_PRIVATE_USE.start + len(codes)))
        for char in characters[syllable]:
            table[ord(char)] = code
    return Hearing(mergers, "".join(table))


def _merged(syllables: tuple[str, ...], mergers: frozenset[str]) -> dict[str, str]:
    """Each of ``syllables`` with the name of the group it falls into."""
    rules = [rule for name in mergers for rule in MERGERS[name]]
    groups = {syllable: {syllable} for syllable in syllables}
    for syllable in syllables:
        for pattern, replacement in rules:
            # Syllables that no character has count too: nen and ren meet in len.
            other = re.sub(pattern, replacement, syllable)
            group = groups[syllable] | groups.get(other, {other})
            groups.update(dict.fromkeys(group, group))
    return {syllable: min(groups[syllable]) for syllable in syllables}


@functools.cache
def _characters() -> Mapping[str, str]:
    """Per syllable, in alphabetical order, the characters that are read so."""
    table = resources.files("linter.text").joinpath("sounds.txt").read_text(encoding="utf-8")
    return dict(line.split(" ") for line in table.splitlines() if not line.startswith("#"))
