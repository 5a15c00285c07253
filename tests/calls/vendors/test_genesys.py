from __future__ import annotations

from . import samples


def test_epoch_times_count_from_the_first() -> None:
    call = samples.call("genesys")
    assert (call.id, call.channel) == ("0b8f3c1a-5f2d-4c55-8a40-7f3f1d2c9e11", "phone")
    assert call.started_at == "2024-06-12T04:00:00.300+00:00"
    turn = call.turns[1]
    assert (turn.role, turn.start_ms, turn.end_ms) == ("customer", 3600, 7900)
    assert samples.spans(turn)[0] == ("我的", 3700, 4155)


def test_sentiment_is_that_of_the_phrase() -> None:
    turns = samples.call("genesys").turns
    assert [turn.meta.get("emotion") for turn in turns] == [None, None, None, None, -0.8, None]


def test_relative_times_and_bare_lengths_are_read() -> None:
    call = samples.call("genesys_relative")
    assert [(turn.role, turn.start_ms, turn.end_ms) for turn in call.turns[:2]] == [
        ("agent", 200, 2700),
        ("customer", 3100, 7000),
    ]


def test_several_transcripts_are_one_call() -> None:
    document = samples.value("genesys_relative")
    more = samples.value("genesys_relative")["transcripts"][0]
    for phrase in more["phrases"]:
        phrase["startTimeMs"] += 30_000
    document["transcripts"].append(more)
    assert len(samples.read_value(document).turns) == 10
