"""The answers that are kept."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.coaching.drill import database, progress
from linter.coaching.drill.leitner import State, moved
from linter.coaching.drill.progress import Answer, Progress
from linter.errors import UsageError

DAY = "2026-01-05"


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "drill.sqlite")


def keep(kept, card="a1", *, passed=True, hinted=False, text="好的，我来办。", day=DAY):
    return kept.keep(card, day, passed=passed, hinted=hinted, text=text)


def test_an_answer_is_kept(path):
    with Progress(path, writes=True) as kept:
        state = keep(kept)
        assert state == State(2, "2026-01-07")
    with Progress(path, writes=False) as kept:
        assert kept.answers(["a1"]) == [Answer("a1", DAY, True, False, "好的，我来办。", state)]
        assert kept.states(["a1", "b2"]) == {"a1": state}


def test_it_is_there_for_others_at_once(path):
    """So that nothing is lost when the process ends."""
    with Progress(path, writes=True) as kept, Progress(path, writes=False) as other:
        keep(kept)
        assert len(other.answers(["a1"])) == 1


def test_the_words_need_not_be_kept(path):
    with Progress(path, writes=True) as kept:
        keep(kept, text=None)
        assert kept.answers(["a1"])[0].text is None


@given(st.lists(st.tuples(st.sampled_from("ab"), st.booleans()), max_size=6))
@settings(max_examples=15, deadline=None)
def test_a_card_goes_where_its_answers_send_it(tmp_path_factory, given_):
    expected: dict[str, State] = {}
    path = str(tmp_path_factory.mktemp("p") / "drill.sqlite")
    with Progress(path, writes=True) as kept:
        for card, passed in given_:
            expected[card] = moved(expected.get(card), passed, DAY)
            assert keep(kept, card, passed=passed) == expected[card]
        assert kept.states("ab") == expected
        assert [answer.card for answer in kept.answers("ab")] == [card for card, _ in given_]


def test_many_cards(path, monkeypatch):
    monkeypatch.setattr(progress, "_MANY", 2)
    cards = ["c", "a", "b", "e", "d"]
    with Progress(path, writes=True) as kept:
        for card in cards:
            keep(kept, card)
        assert [answer.card for answer in kept.answers("abcde")] == cards
        assert kept.forget("abcd") == 4
        assert list(kept.states("abcde")) == ["e"]


def test_what_is_forgotten_is_gone_from_the_file(path):
    with Progress(path, writes=True) as kept:
        keep(kept, text="我不会说这句话")
        keep(kept, "b2", text="另一句")
        assert kept.forget(["a1", "zz"]) == 1
    with open(path, "rb") as file:
        data = file.read()
    assert "我不会说这句话".encode() not in data
    assert "另一句".encode() in data


def test_there_is_nothing_where_nothing_was_written(path):
    with Progress(path, writes=False) as kept:
        assert kept.states(["a1"]) == {}
        assert kept.forget(["a1"]) == 0


def test_an_answer_that_cannot_be_written(path, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.0)
    with Progress(path, writes=True) as kept:
        keep(kept)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UsageError, match="正被别的程序占着"):
            keep(kept)
        other.close()
        assert len(kept.answers(["a1"])) == 1
        assert keep(kept).box == 3


def test_two_at_once_lose_nothing(path):
    Progress(path, writes=True).__exit__(None, None, None)
    boxes = []

    def answer() -> None:
        with Progress(path, writes=True) as kept:
            for _ in range(10):
                boxes.append(keep(kept, passed=False).box)

    threads = [threading.Thread(target=answer) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Progress(path, writes=False) as kept:
        assert len(kept.answers(["a1"])) == len(boxes) == 20
