from __future__ import annotations

from linter.calls.epochs import from_first
from linter.model import Turn

EPOCH = 1718164800000  # 2024-06-12 04:00 UTC


def test_times_since_1970_count_from_the_earliest_turn() -> None:
    words = [{"text": "喂", "start_ms": EPOCH + 520, "confidence": 0.5}]
    turns = [
        Turn("agent", "您好", start_ms=EPOCH + 900, end_ms=EPOCH + 1000),
        Turn("customer", "喂", start_ms=EPOCH + 500, meta={"words": words}),
        Turn("system", ""),
    ]
    moved, started = from_first(turns)
    assert [(turn.start_ms, turn.end_ms) for turn in moved] == [(400, 500), (0, None), (None, None)]
    assert moved[1].meta["words"] == [{"text": "喂", "start_ms": 20, "confidence": 0.5}]
    assert started == "2024-06-12T04:00:00.500+00:00"


def test_other_times_stay_as_they_are() -> None:
    for first in (0, 5000, 1 << 52):
        turns = [Turn("agent", "您好", start_ms=first)]
        assert from_first(turns) == (turns, "")
    assert from_first([]) == ([], "")
