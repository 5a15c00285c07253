from __future__ import annotations

from . import samples


def test_roles_words_and_sentiment_are_read() -> None:
    call = samples.call("transcribe_analytics")
    assert (call.id, call.channel) == ("bao-xiu-0612-17", "phone")
    assert samples.who(call) == [("agent", ""), ("customer", "")] * 3
    turn = call.turns[1]
    assert (turn.start_ms, turn.end_ms, turn.meta["emotion"]) == (4700, 9350, "MIXED")
    assert turn.meta["words"][0] == {
        "text": "你好",
        "start_ms": 4800,
        "end_ms": 5245,
        "confidence": 0.98,
    }


def test_marks_are_no_words() -> None:
    words = samples.call("transcribe_analytics").turns[0].meta["words"]
    assert "，" not in [word["text"] for word in words]


def test_a_failure_says_what_the_vendor_said() -> None:
    assert "could not be read" in samples.refused("transcribe_analytics_failed")
