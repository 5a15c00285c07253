from __future__ import annotations

from itertools import product
from math import exp

import pytest

from linter.signals.casting import decoding
from linter.signals.casting.decoding import OVERLAP, STAYS, SWITCHES, TRUST, decode


def test_turns_that_say_nothing_are_told_by_their_neighbours() -> None:
    agent = decode([4, 0, 4, -4, 4], [False] * 5)
    assert [one > 0.5 for one in agent] == [True, False, True, False, True]


def test_two_lines_in_a_row_are_of_one_speaker_when_the_words_say_so() -> None:
    agent = decode([4, -4, -4, -4, 4, -4], [False] * 6)
    assert [one > 0.5 for one in agent] == [True, False, False, False, True, False]


def test_one_turn_is_told_by_its_words_alone() -> None:
    assert decode([2.0], [False]) == [pytest.approx(1 / (1 + exp(-2 * TRUST)))]


def test_it_is_the_sum_over_all_ways_to_deal_out_the_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "ROUNDS", 1)
    points, overlaps = [1.5, -0.3, 0.2, -2.0], [False, False, True, False]
    rate = SWITCHES / (SWITCHES + STAYS)
    total, agents = 0.0, [0.0] * len(points)
    for way in product((True, False), repeat=len(points)):
        chance = 1.0
        for at, agent in enumerate(way):
            seen = 1 / (1 + exp(-TRUST * points[at]))
            chance *= seen if agent else 1 - seen
            if at:
                switch = OVERLAP if overlaps[at] else rate
                chance *= switch if agent != way[at - 1] else 1 - switch
        total += chance
        agents = [sum_ + chance * agent for sum_, agent in zip(agents, way, strict=True)]
    assert decode(points, overlaps) == pytest.approx([one / total for one in agents])
