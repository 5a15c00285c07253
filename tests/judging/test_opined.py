"""What a rule finds is not said where the learned scorer thinks nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from unittest.mock import patch

import pytest

from linter.signals import learned

from .helpers import ANGRY, findings, linter, places, verdict

TO_END = "{when: 投诉诉求, require: 跟进承诺, within: end, report: last"
WEIGHED = f"{TO_END}, weighed: {{of: missing_followup, drop: 10}}}}"
VAGUE = "坐席：那您先回去等一等看看吧。"
SHORT = "坐席：那行吧。"


@dataclass
class Told:
    """A scorer that has been told what to say of which turn."""

    percents: Mapping[str, int]
    labels = frozenset({"missing_followup"})

    def gate(self, label: str) -> str:
        return ""

    def score(self, label: str, said: str, before: str) -> int:
        assert label == "missing_followup"
        assert said
        return next(percent for words, percent in self.percents.items() if words in said)


def says(**percents: int) -> AbstractContextManager[object]:
    # Linters are kept, and each keeps the first scorer that it asked.
    linter.cache_clear()
    return patch.object(learned, "default_scorer", lambda: Told(percents))


@pytest.fixture(autouse=True)
def _no_linter_is_left() -> Iterator[None]:
    yield
    linter.cache_clear()


@pytest.mark.parametrize(("percent", "found"), [(9, 0), (10, 1), (97, 1)])
def test_a_finding_in_a_turn_that_scores_less_is_not_said(percent: int, found: int) -> None:
    with says(等一等=percent):
        assert len(findings(WEIGHED, ANGRY, VAGUE)) == found


def test_the_reason_says_how_little_it_was() -> None:
    with says(等一等=9):
        said = verdict(WEIGHED, ANGRY, VAGUE)
    assert (said.status, said.reason) == ("met", "像“缺少跟进承诺”只有 9%，不到 10%")


def test_a_turn_that_is_too_short_is_not_asked_about() -> None:
    with says():
        assert places(WEIGHED, ANGRY, SHORT) == [(1, "那行吧。")]


def test_a_rule_that_asks_for_nothing_is_left_as_it_is() -> None:
    with says():
        assert len(findings(f"{TO_END}}}", ANGRY, VAGUE)) == 1


def test_each_finding_by_its_own_turn() -> None:
    rule = "{forbid: 训人, weighed: {of: missing_followup, drop: 50}}"
    lines = ("坐席：您先别喊可以不可以。", ANGRY, "坐席：都说了别喊你听不见吗。")
    with says(可以=49, 听不见=50):
        assert places(rule, *lines) == [(2, "别喊")]
    with says(可以=12, 听不见=34):
        assert places(rule, *lines) == []
        assert verdict(rule, *lines).reason == "像“缺少跟进承诺”只有 34%，不到 50%"


def test_what_is_found_over_findings_is_asked_about_too() -> None:
    below = "{category: rude, forbid: 训人}"
    risen = "{rise: {after: [rude], signal: 情绪, within: 1, before: 3}"
    lines = ("坐席：都说了别喊你听不见吗。", "客户：混账。")
    assert len(findings((f"{risen}}}", below), *lines)) == 2
    with says(听不见=1):
        weighed = f"{risen}, weighed: {{of: missing_followup, drop: 2}}}}"
        assert [found.rule for found in findings((weighed, below), *lines)] == ["r2"]
