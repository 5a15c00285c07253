from __future__ import annotations

from dataclasses import replace

import pytest

from linter.coaching.examples.pairing import MOST, Answers

from .making import BAD, GOOD, candidate

SAME = replace(GOOD, rule="rude", category="impatience")


@pytest.mark.parametrize(
    ("goods", "found"),
    [
        ([replace(SAME, id="r"), replace(SAME, id="c", rule="x"), GOOD], ("r", "rule")),
        ([replace(SAME, id="c", rule="x"), GOOD], ("c", "category")),
        ([GOOD], ("good1", "moment")),
        ([replace(GOOD, moments=("别的",))], None),
        ([replace(SAME, lookalike="quoted")], None),
        ([replace(SAME, good=False)], None),
        ([replace(SAME, part="test")], None),
    ],
)
def test_the_best_there_is(goods, found):
    pair = Answers(candidate(one, f"c{n}") for n, one in enumerate(goods)).pair(candidate(BAD, "b"))
    assert (pair.good and (pair.good.id, pair.same)) == found


def test_never_of_the_same_call():
    assert Answers([candidate(SAME, "b")]).pair(candidate(BAD, "b")).good is None


@pytest.mark.parametrize(
    ("other", "agent"),
    [
        (replace(SAME, id="a"), "same"),
        (replace(SAME, id="a", moment="别的"), "x"),
        (replace(SAME, id="a", business="games"), "x"),
        (replace(SAME, id="a", channel="chat"), "x"),
    ],
)
def test_what_fits_better(other, agent):
    goods = [candidate(other, "c1", agent), candidate(replace(SAME, id="z"), "c2", "y")]
    pair = Answers(goods).pair(candidate(BAD, "b", "same"))
    assert pair.good
    assert pair.good.id == "z"


def test_one_answer_does_not_do_for_everything():
    answers = Answers([candidate(SAME, "c1")])
    pairs = [answers.pair(candidate(BAD, "b")) for _ in range(MOST + 1)]
    assert [pair.good is not None for pair in pairs] == [True] * MOST + [False]
