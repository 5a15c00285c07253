"""How it stands with the cards of a set."""

from __future__ import annotations

from linter.coaching.drill.history import LATEST, Row, history, history_object
from linter.coaching.drill.leitner import State
from linter.coaching.drill.progress import Answer

from .made import card

DAY = "2026-01-05"
CARDS = [card("a"), card("b"), card("c", "insult"), card("d", "own_category")]


def answer(id_, *, passed=True, box=2, due="2026-01-07", text="好的，我来办。"):
    return Answer(id_, DAY, passed, False, text, State(box, due))


def test_nothing_yet():
    told = history(CARDS, [], DAY)
    assert [row.category for row in told.rows] == ["insult", "backtalk", "own_category"]
    assert told.rows[1] == Row("backtalk", 2, (2, 0, 0, 0, 0, 0), 0, 0, 0)
    assert (told.days, told.latest) == ((), ())


def test_some_answers():
    first = answer("a", passed=False, box=1, due="2026-01-04")
    told = history(CARDS, [first, answer("b"), answer("b", box=3, due="2026-01-09")], DAY)
    assert told.rows[1] == Row("backtalk", 2, (0, 1, 0, 1, 0, 0), 1, 3, 2)
    assert told.days == ((DAY, 1), ("2026-01-09", 1))
    assert [(category, one.state.box) for category, one in told.latest] == [
        ("backtalk", 3),
        ("backtalk", 2),
        ("backtalk", 1),
    ]


def test_only_the_latest_are_told():
    told = history(CARDS, [answer("a", box=1)] + [answer("a")] * LATEST, DAY)
    assert [one.state.box for _, one in told.latest] == [2] * LATEST


def test_as_an_object():
    assert history_object(history(CARDS[:1], [answer("a", text=None)], DAY)) == {
        "today": DAY,
        "categories": [
            {
                "category": "backtalk",
                "cards": 1,
                "boxes": {"0": 0, "1": 0, "2": 1, "3": 0, "4": 0, "5": 0},
                "due": 0,
                "answers": 1,
                "passed": 1,
            }
        ],
        "due": [{"day": "2026-01-07", "cards": 1}],
        "latest": [
            {
                "card": "a",
                "category": "backtalk",
                "day": DAY,
                "passed": True,
                "hinted": False,
                "answer": None,
                "box": 2,
                "due": "2026-01-07",
            }
        ],
    }
