"""``repeat`` by points: what is said again, and how the customer took it."""

from __future__ import annotations

from .helpers import ANGRY, ASK, TELL, chain, findings, one, places, status

ASKED = "坐席：先报门牌户号。"
AGAIN = "坐席：得报门牌户号。"
CARD = "{repeat: {of: substance, chars: 2, within: 2, over: [稍等], points: {%s}}}"
MINDED = CARD % "least: 40, same: 10, far: -10, between: {情绪: 15, 投诉诉求: 20}, next: {情绪: 15}"


def test_what_is_said_again_and_minded_is_counted() -> None:
    found = one(MINDED, ASKED, ANGRY, AGAIN)
    assert found.quote == "报门牌户号"
    assert chain(found) == [
        (0, "step", "报门牌户号"),
        (1, "context", "我要投诉"),
        (2, "context", "报门牌户号"),
    ]


def test_the_evidence_tells_every_point() -> None:
    labels = [part.label for part in one(MINDED, ASKED, ANGRY, AGAIN).evidence]
    assert labels[0] == "上一次这样说"
    assert any(label.endswith("+20") for label in labels)
    assert "同样的词串 4 个 +20，合计 40 分" not in labels


def test_too_few_points_are_no_finding() -> None:
    enough = CARD % "least: 40, same: 10, between: {投诉诉求: 20}"
    more = CARD % "least: 41, same: 10, between: {投诉诉求: 20}"
    assert status(enough, ASKED, ANGRY, AGAIN) == "violated"
    assert status(more, ASKED, ANGRY, AGAIN) == "met"


def test_nobody_minded() -> None:
    always = CARD % "least: 0, same: 10, between: {投诉诉求: 20}"
    assert status(always, ASKED, TELL, AGAIN) == "met"
    assert status(always, ANGRY, ASKED, TELL, AGAIN) == "met"


def test_the_next_turn_alone_may_tell() -> None:
    later = CARD % "least: 1, same: 10, next: {投诉诉求: 5}"
    assert places(later, ASKED, TELL, AGAIN, ANGRY) == [(2, "报门牌户号")]
    assert status(later, ASKED, TELL, AGAIN, TELL, ASK, ANGRY) == "met"


def test_shares_of_both_turns() -> None:
    whole = CARD % "least: 120, later: 100, between: {投诉诉求: 20}"
    assert status(whole, ASKED, ANGRY, ASKED) == "violated"
    assert status(whole, ASKED, ANGRY, f"{ASKED}家里有几口人住着。") == "met"
    first = CARD % "least: 120, earlier: 100, between: {投诉诉求: 20}"
    assert status(first, ASKED, ANGRY, f"{ASKED}家里有几口人住着。") == "violated"
    assert status(first, f"{ASKED}家里有几口人住着。", ANGRY, ASKED) == "met"


def test_farther_away_counts_less() -> None:
    near = CARD % "least: 20, far: -10, between: {投诉诉求: 20}"
    other = "坐席：家里有几口人。"
    assert status(near, ASKED, ANGRY, AGAIN) == "violated"
    assert status(near, ASKED, ANGRY, other, TELL, AGAIN) == "met"


def test_the_repetition_with_most_points_is_shown() -> None:
    card = CARD % "least: 0, same: 10, between: {投诉诉求: 20}"
    *_, found = findings(card, ASKED, ANGRY, "坐席：报报门牌。", TELL, "坐席：再报门牌户号。")
    assert [part.turn for part in found.evidence if part.label == "上一次这样说"] == [0]


def test_what_stands_in_the_turn_itself_takes_points_away() -> None:
    card = CARD % "least: 40, same: 10, between: {投诉诉求: 20}, here: {致歉安抚: -5}"
    assert status(card, ASKED, ANGRY, AGAIN) == "violated"
    assert status(card, ASKED, ANGRY, f"{AGAIN}非常抱歉。") == "met"
