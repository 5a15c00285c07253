from __future__ import annotations

from . import samples


def test_seconds_become_milliseconds_and_text_is_stripped() -> None:
    turn = samples.call("whisperx").turns[1]
    assert (turn.text, turn.speaker, turn.start_ms, turn.end_ms) == (
        "我的包裹三天没动了，单号尾号七七二一。",
        "SPEAKER_01",
        3900,
        8200,
    )
    assert turn.meta["words"][0] == {
        "text": "我的",
        "start_ms": 4000,
        "end_ms": 4455,
        "confidence": 0.81,
    }


def test_a_segment_without_a_speaker_has_that_of_its_words() -> None:
    assert samples.call("whisperx").turns[2].speaker == "SPEAKER_00"


def test_a_word_of_another_speaker_says_so() -> None:
    words = samples.call("whisperx").turns[4].meta["words"]
    assert [word.get("speaker") for word in words[-2:]] == [None, "SPEAKER_00"]


def test_a_word_may_have_no_times() -> None:
    assert "start_ms" not in samples.call("whisperx").turns[3].meta["words"][0]


def test_no_speaker_at_all_is_nobody() -> None:
    call = samples.call("whisperx_plain")
    assert samples.who(call) == [("unknown", "")] * 6
    assert call.turns[0].meta["avg_logprob"] == -0.21
    assert call.meta == {"language": "zh"}
