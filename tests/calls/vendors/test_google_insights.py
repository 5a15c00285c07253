from __future__ import annotations

from . import samples


def test_uploaded_entries_count_from_the_first() -> None:
    call = samples.call("google_insights_entries")
    assert call.started_at == "2024-06-12T04:00:00.300+00:00"
    assert [(turn.role, turn.start_ms) for turn in call.turns[:2]] == [
        ("agent", 0),
        ("customer", 3600),
    ]
    assert samples.who(call)[-1] == ("bot", "3")


def test_entries_may_count_from_the_start_already() -> None:
    call = samples.call("google_insights_entries_zero")
    assert (call.turns[1].role, call.turns[1].start_ms) == ("customer", 3100)
    assert call.started_at == ""


def test_what_the_api_answers_is_read() -> None:
    call = samples.call("google_insights_api")
    assert (call.id, call.agent_id, call.channel) == ("8811", "a-17", "phone")
    turn = call.turns[1]
    assert (turn.role, turn.speaker, turn.start_ms, turn.end_ms) == ("customer", "u-1", 4800, 9250)
    assert turn.meta["emotion"] == {"magnitude": 0.6, "score": -0.6}
    assert turn.meta["words"][0]["start_ms"] == 4800


def test_channels_have_the_roles_the_document_gives_them() -> None:
    document = samples.value("google_insights_camel")
    assert samples.who(samples.read_value(document))[:2] == [("agent", ""), ("customer", "")]
    del document["callMetadata"]
    assert samples.who(samples.read_value(document))[:2] == [("unknown", "1"), ("unknown", "2")]


def test_lengths_may_be_objects() -> None:
    document = samples.value("google_insights_api")
    word = document["transcript"]["transcript_segments"][0]["words"][0]
    word["start_offset"] = {"seconds": "0", "nanos": 250_000_000}
    assert samples.read_value(document).turns[0].start_ms == 250
