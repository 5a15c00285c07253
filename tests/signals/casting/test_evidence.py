from __future__ import annotations

from linter.model import Call, Role, Turn
from linter.signals.casting.evidence import why
from linter.signals.casting.weights import Weights

WEIGHTS = Weights({"您": 4, "我": -4}, 1.0, 0.0)


def test_three_turns_of_a_side_are_quoted_at_most_and_none_that_spoke_against_it() -> None:
    said: list[tuple[Role, str]] = [("agent", "您"), ("customer", "我")] * 5
    said += [("agent", "我"), ("customer", "您")]
    call = Call("c", tuple(Turn(role, text) for role, text in said))
    points = [WEIGHTS.points(turn.text) for turn in call.turns]
    found = why(call, WEIGHTS, points, [role for role, _ in said])
    assert [(one.turn, one.quote) for one in found] == [
        (0, "您"), (1, "我"), (2, "您"), (3, "我"), (4, "您"), (5, "我"),
    ]  # fmt: skip
