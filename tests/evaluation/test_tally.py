"""All figures here are worked out by hand from the four calls and four sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.evaluation.scores import Score
from linter.evaluation.tally import CROSSED, Counts

from .samples import CALLS, SENTENCES, tally


def test_calls(tmp_path: Path) -> None:
    found = tally(CALLS, tmp_path)
    assert (found.items, found.agent_turns, found.labels) == (4, 9, 5)
    # Missed: c2 shirking. False: c3 careless and cold_refusal.
    assert found.score("call", "all") == Score(4, 1, 2)
    # Without what is to be reviewed, cold_refusal is missed in c1 and no alarm in c3.
    assert found.score("call", "certain") == Score(3, 2, 1)
    # At the turn, c2 impatience is missed at 5 and false at 3.
    assert found.score("turn", "all") == Score(3, 2, 3)
    assert found.score("turn", "certain") == Score(2, 3, 2)
    assert found.per_thousand("call", "all") == pytest.approx(2 / 9 * 1000)


def test_clean_calls(tmp_path: Path) -> None:
    found = tally(CALLS, tmp_path)
    assert (found.clean, found.clean_certain, found.clean_warned, found.clean_any) == (2, 0, 1, 1)
    strict = tally(CALLS, tmp_path, categories=["careless"])
    assert (strict.clean_certain, strict.clean_warned, strict.clean_any) == (0, 0, 1)


def test_one_threshold_for_recall_and_precision(tmp_path: Path) -> None:
    found = tally(CALLS, tmp_path, min_severity="error")
    # Shirking is a warning and careless is info.
    assert found.score("call", "all") == Score(3, 2, 1)
    # What clean calls are measured by does not depend on it.
    assert (found.clean_warned, found.clean_any) == (1, 1)


def test_by_category(tmp_path: Path) -> None:
    found = tally(CALLS, tmp_path)
    assert found.values("category") == ["careless", "cold_refusal", "impatience", "shirking"]
    scores = [found.score("call", "all", "category", name) for name in found.values("category")]
    assert scores == [Score(0, 0, 1), Score(1, 0, 1), Score(2, 0, 0), Score(1, 1, 0)]
    assert found.score("turn", "all", "category", "impatience") == Score(1, 1, 1)


def test_by_category_and_grade(tmp_path: Path) -> None:
    found = tally(CALLS, tmp_path)
    both = {value: found.score("call", "all", CROSSED, value) for value in found.values(CROSSED)}
    assert both == {
        "careless clean": Score(0, 0, 1),
        "cold_refusal clean": Score(0, 0, 1),
        "cold_refusal everyday": Score(1, 0, 0),
        "impatience everyday": Score(1, 0, 0),
        "impatience indirect": Score(1, 0, 0),
        "shirking everyday": Score(1, 0, 0),
        "shirking indirect": Score(0, 1, 0),
    }


@pytest.mark.parametrize(
    ("dimension", "scores"),
    [
        ("grade", {"clean": (0, 0, 2), "everyday": (3, 0, 0), "indirect": (1, 1, 0)}),
        ("voice", {"乙": (1, 1, 2), "甲": (3, 0, 0)}),
        ("channel", {"chat": (1, 1, 0), "phone": (3, 0, 2)}),
        ("business", {"bank": (3, 0, 0), "shop": (1, 1, 2)}),
        ("part", {"dev": (3, 0, 0), "test": (1, 1, 2)}),
    ],
)
def test_by_what_is_known_of_the_call(
    tmp_path: Path, dimension: str, scores: dict[str, tuple[int, int, int]]
) -> None:
    found = tally(CALLS, tmp_path)
    assert found.values(dimension) == list(scores)
    for value, counts in scores.items():
        assert found.score("call", "all", dimension, value) == Score(*counts)


def test_findings_by_where_they_came_from(tmp_path: Path) -> None:
    found = tally(CALLS, tmp_path)
    assert found.by("rule") == {
        "careless": Counts(missed=1),
        "cold": Counts(found=1, missed=1),
        "rude": Counts(found=1, elsewhere=1),
        "shirks": Counts(found=1),
    }
    assert found.by("certainty") == {"certain": Counts(2, 1, 1), "review": Counts(1, 0, 1)}
    assert found.by("severity") == {
        "error": Counts(2, 1, 1),
        "info": Counts(0, 0, 1),
        "warning": Counts(1, 0, 0),
    }
    assert found.by("pack") == {"shop": Counts(3, 1, 2)}
    assert found.by("pack")["shop"].right.value == pytest.approx(4 / 6)


def test_findings_below_the_threshold_are_not_counted(tmp_path: Path) -> None:
    assert "careless" not in tally(CALLS, tmp_path, min_severity="warning").by("rule")


def test_verdicts(tmp_path: Path) -> None:
    found = tally(CALLS, tmp_path)
    assert found.said("no-sorry") == {"not_applicable": 3, "met": 1}
    assert found.said("rude") == {"violated": 2, "met": 2}
    assert found.said("no such rule") == {}


def test_sentences(tmp_path: Path) -> None:
    found = tally(SENTENCES, tmp_path)
    # Missed: s2 cold_refusal. False: s4, to be reviewed.
    assert found.score("call", "all") == found.score("turn", "all") == Score(2, 1, 1)
    assert found.score("turn", "certain") == Score(2, 1, 0)
    assert (found.clean, found.clean_certain, found.clean_warned) == (2, 0, 1)
    assert found.values("channel") == ["", "chat", "phone"]


def test_the_overlap_is_the_mean_over_turns(tmp_path: Path) -> None:
    found = tally(CALLS, tmp_path)
    assert found.overlap().turns == 4
    assert found.overlap().mean == pytest.approx((1 + 2 / 3 + 1 / 2 + 0) / 4)
    assert found.overlap("grade", "everyday").mean == pytest.approx((1 + 2 / 3 + 1 / 2) / 3)
    assert found.overlap("part", "test") == (0, 1)
    assert found.overlap("voice", "丙").mean is None


def test_of_nothing_nothing_is_said(tmp_path: Path) -> None:
    found = tally(CALLS[3:], tmp_path)
    assert found.overlap().mean is None
    assert found.score("call", "all") == Score()
    assert found.score("call", "all").recall.value is None
