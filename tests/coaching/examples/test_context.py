from __future__ import annotations

import pytest

from linter.coaching.examples.context import MOST, example_turns, shown_turns
from linter.coaching.examples.model import Span

from .making import call, linter


def numbers(text: str, focus: int, *evidence: int) -> list[int]:
    view = linter().view(call(text))
    speaking = next(t for t in view.turns if t.first <= focus <= t.last and t.role == "agent")
    return shown_turns(view, speaking, set(evidence))


LONG = "坐席：您好，一\n客户：我说二\n" * 6


@pytest.mark.parametrize(
    ("text", "focus", "evidence", "shown"),
    [
        (LONG, 6, (), [4, 5, 6, 7]),
        (LONG, 6, (1,), [1, 4, 5, 6, 7]),
        (LONG, 0, (), [0, 1]),
        (
            "客户：我说\n客户：嗯\n坐席：您好，一\n坐席：再说\n客户：嗯\n客户：我说完了",
            2,
            (),
            [0, 1, 2, 3, 4, 5],
        ),
    ],
)
def test_shown_turns(text, focus, evidence, shown):
    assert numbers(text, focus, *evidence) == shown


def test_never_too_many():
    text = "客户：我说二\n" * 40 + "坐席：您好，一"
    shown = numbers(text, 40)
    assert len(shown) == MOST
    assert shown[-1] == 40


def test_turns_know_what_is_left_out_before_them():
    turns = example_turns(call(LONG), [0, 5, 6], {5: [Span(1, 2, "b", ""), Span(0, 1, "a", "")]})
    assert [turn.skipped for turn in turns] == [0, 4, 0]
    assert turns[1].spans == ((0, 1, "a", ""), (1, 2, "b", ""))
