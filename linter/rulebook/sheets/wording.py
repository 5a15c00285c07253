"""What a rule from a table says of itself where its row says nothing."""

from __future__ import annotations

import re

from linter.rulebook.sheets.categories import UNNAMED, name_of
from linter.rulebook.sheets.examples import NAMES
from linter.rulebook.sheets.samples import Phrase, sample
from linter.rulebook.sheets.values import Side

_NOTATION = re.compile(r"[()<>|「」^$]")
_AROUND = " “”\"'‘’。！？!?，,；;、"


def shown(written: str, phrase: Phrase) -> str:
    """A phrase as messages have it: as the reviewer wrote it, or in plain words for notation."""
    bare = written.strip(_AROUND)
    return (sample(phrase.node) or bare) if _NOTATION.search(bare) else bare


def message_of(phrase: str, count: int, side: Side, script: bool) -> str:
    """What was found.

    :param phrase: the first of the row's ``count`` phrases.
    """
    who = "话术里有" if script else f"{NAMES[side]}说了"
    return f"{who}禁语“{phrase}”{'一类的话' if count > 1 else ''}。"


def reason_of(category: str) -> str:
    """Why it matters."""
    if category == UNNAMED:
        return "禁语表里有这句话。"
    return f"禁语表把这句话列为“{name_of(category)}”。"


def suggestion_of(phrase: str) -> str:
    """What to do instead."""
    return f"不说“{phrase}”，换一种说法。"


def one_line(text: str) -> str:
    """A text without line breaks."""
    return " ".join(text.split())
