from __future__ import annotations

import pickle

import pytest

from linter.model import Turn


def test_a_turn_needs_a_role_and_words() -> None:
    turn = Turn("agent", "您好")
    assert turn == Turn("agent", "您好", "", None, None, None, None, {})
    assert turn != Turn("agent", "您好", "王丽")
    assert turn.meta == {}


@pytest.mark.parametrize("name", ["text", "meta", "other"])
def test_a_turn_cannot_be_changed(name: str) -> None:
    turn = Turn("agent", "您好")
    with pytest.raises(AttributeError):
        setattr(turn, name, "别的")


def test_a_turn_goes_to_another_process() -> None:
    turn = Turn("agent", "您好", "王丽", 0, 900, 3, 1, {"a": [1]})
    assert pickle.loads(pickle.dumps(turn)) == turn
