from __future__ import annotations

import pytest

from . import samples

TEXTS = [turn.text for turn in samples.call("transcribe_analytics").turns]


@pytest.mark.parametrize("name", ["transcribe_segments", "transcribe_speakers"])
def test_speakers_are_read_from_segments_and_from_labels(name: str) -> None:
    call = samples.call(name)
    assert [turn.text for turn in call.turns] == TEXTS
    assert [turn.speaker for turn in call.turns] == ["spk_0", "spk_1"] * 3
    assert call.turns[1].meta["words"][0] == {
        "text": "你好",
        "start_ms": 4800,
        "end_ms": 5250,
        "confidence": 0.97,
    }


def test_channels_are_put_together_by_time() -> None:
    call = samples.call("transcribe_channels")
    assert call.id == "kuan-dai-03"
    assert [turn.speaker for turn in call.turns] == ["ch_0", "ch_1", "ch_0", "ch_1", "ch_0"]
    assert call.turns[1].text == "宽带从昨天晚上就断了，路由器亮红灯。"
    assert (call.turns[1].start_ms, call.turns[1].end_ms) == (3200, 6900)


def test_a_failure_says_what_the_vendor_said() -> None:
    assert "FAILED" in samples.refused("transcribe_failed")
