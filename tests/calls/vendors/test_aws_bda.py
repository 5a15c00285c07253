from __future__ import annotations

from . import samples


def test_segments_have_speakers_channels_and_words() -> None:
    call = samples.call("aws_bda")
    assert call.id == "calls/kd-77.wav"
    turn = call.turns[1]
    assert (turn.speaker, turn.start_ms, turn.end_ms) == ("spk_1", 3900, 8200)
    assert turn.meta["channel_id"] == "ch_1"
    assert samples.spans(turn)[0] == ("我的", 4000, 4455)
    assert "，" not in [word[0] for word in samples.spans(turn)]
