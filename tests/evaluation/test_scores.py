from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.evaluation.scores import Score, Share, wilson


# R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_published_intervals(hits: int, of: int, low: float, high: float) -> None:
    found = wilson(hits, of)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_of_nothing_there_is_no_interval() -> None:
    assert wilson(0, 0) is None
    assert Share(0, 0).value is None


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_an_interval_holds_the_share_and_mirrors_its_complement(trial: tuple[int, int]) -> None:
    hits, of = trial
    found, mirrored = wilson(hits, of), wilson(of - hits, of)
    assert found is not None
    assert mirrored is not None
    assert 0 <= found.low <= hits / of <= found.high <= 1
    assert found.low == pytest.approx(1 - mirrored.high, abs=1e-12)


def test_a_score() -> None:
    score = Score(true=4, missed=1, false=2)
    assert score.support == 5
    assert score.recall == Share(4, 5)
    assert score.precision == Share(4, 6)
    # Of 0.8 and 2/3: 2 * 0.8 * 2/3 / (0.8 + 2/3).
    assert score.f1 == pytest.approx(0.7272727)
    assert Score(1, 2, 3) + Score(10, 20, 30) == Score(11, 22, 33)


def test_a_score_of_nothing() -> None:
    assert Score().f1 is None
    assert Score(missed=2).f1 == 0
