from __future__ import annotations

from linter.coaching.examples.formats.card import CardFormat

from ..making import BAD, made


def test_the_card_alone():
    text = "".join(CardFormat("en").text(made(BAD)))
    assert text.startswith("# Data card\n")
    assert text.endswith("\n")
