from __future__ import annotations

from . import samples


def test_participants_are_resolved_and_told_apart() -> None:
    call = samples.call("contact_lens")
    assert call.id == "4f0e0bb2-77a1-4a0e-9a33-2c1b6f9d0a10"
    assert samples.who(call)[:2] == [("agent", "p-1"), ("customer", "")]
    assert samples.who(call)[-1] == ("agent", "p-3")
    assert call.turns[1].meta["emotion"] == "NEGATIVE"
    assert call.meta["CustomerMetadata"] == {"InputS3Uri": "s3://recordings/2024/06/12/a.wav"}


def test_literal_roles_are_taken() -> None:
    document = samples.value("contact_lens_literal")
    assert samples.who(samples.read_value(document)) == [("agent", ""), ("customer", "")] * 3
    document["Participants"] = []
    assert samples.who(samples.read_value(document)) == [("agent", ""), ("customer", "")] * 3


def test_a_chat_has_clock_times() -> None:
    call = samples.call("contact_lens_chat")
    assert (call.channel, call.started_at) == ("chat", "2024-06-12T02:30:00.000Z")
    assert [(turn.role, turn.start_ms) for turn in call.turns] == [("bot", 0), ("customer", 7500)]


def test_a_failure_says_what_the_vendor_said() -> None:
    assert "SENTIMENT" in samples.refused("contact_lens_failed")
