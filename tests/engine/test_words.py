"""A book's own words are words to the engine where they are to jieba, and nowhere else."""

from __future__ import annotations

from random import Random

import pytest

from linter.linting import Linter
from linter.model import Call, Turn

from .books import COMPANY_WORDS
from .differences import Oracle, compare
from .pairs import load
from .phrases import WORDS

SAID = {
    "pack": "p",
    "signals": {
        "词": {
            "who": "any",
            "any": ["「投诉」", "「登记」", "「好」", "「要」", "「滚」", "您…2「宽带」"],
        },
        "名": {"who": "any", "any": ["<词性 n>"], "not_when": ["negated", "third_party"]},
    },
    "rules": [
        {
            **{"id": "words", "category": "c", "aspect": "态度", "severity": "error"},
            **{"forbid": ["词", "名"], "say": "说", "why": "因", "instead": "问"},
            "tests": [{"flag": "坐席：【好】"}, {"pass": "坐席：好"}],
        }
    ],
}


@pytest.mark.parametrize("own", COMPANY_WORDS, ids="、".join)
def test_own_words(own: list[str]) -> None:
    random = Random(1)
    with_words, without = load({**SAID, "words": own}), load(SAID)
    linter, oracle, plain = Linter(with_words), Oracle(with_words), Oracle(without)
    changed = 0
    for _ in range(60):
        texts = ["".join(random.choices([*WORDS, *own], k=4)) for _ in range(4)]
        turns = [Turn(("agent", "customer")[n % 2], text) for n, text in enumerate(texts)]
        call = Call("c", tuple(turns))
        judgement, found = compare(oracle, linter, call)
        assert found == []
        changed += judgement.view.seen != plain.view(call).seen
    assert changed > 20
