from __future__ import annotations

from . import samples


def test_sentences_have_speakers_and_timed_characters() -> None:
    call = samples.call("funasr_sentences")
    assert call.id == "call_0612_001"
    assert [turn.speaker for turn in call.turns] == ["0", "1"] * 3
    assert samples.spans(call.turns[1])[:2] == [("你", 4700, 4944), ("好", 4944, 5188)]
    assert "timestamp" not in call.turns[1].meta


def test_speaker_0_on_everything_is_nobody() -> None:
    call = samples.call("funasr_nobody")
    assert samples.who(call) == [("unknown", "")] * 5
    assert call.turns[4].text == "明白了，我现在给您派单，明天上午师傅联系您。"


def test_seconds_are_seen() -> None:
    call = samples.call("funasr_seconds")
    assert (call.turns[1].speaker, call.turns[1].start_ms, call.turns[1].end_ms) == (
        "SPK1",
        3900,
        8200,
    )


def test_whole_seconds_are_seen_and_few_words_in_ms_are_not_seconds() -> None:
    rows = [{"text": "我想问一下上个月的账单", "start": 3, "end": 6, "spk": 1}]
    assert samples.read_value([{"text": "", "sentence_info": rows}]).turns[0].end_ms == 6000
    rows = [{"text": "喂", "start": 300, "end": 460, "spk": 1}]
    assert samples.read_value([{"text": "", "sentence_info": rows}]).turns[0].end_ms == 460


def test_the_servers_spaced_characters_are_joined() -> None:
    call = samples.call("funasr_websocket")
    assert call.id == "call_0612_004.wav"
    assert [turn.text for turn in call.turns] == [
        "您好，",
        "云通宽带报障台，",
        "请讲。",
        "用的是WiFi还是网线？",
    ]
    assert samples.spans(call.turns[3])[3] == ("WiFi", 3700, 3900)


def test_times_that_do_not_fit_the_characters_are_kept() -> None:
    document = samples.value("funasr_sentences")
    document[0]["sentence_info"][0]["timestamp"].pop()
    meta = samples.read_value(document).turns[0].meta
    assert len(meta["timestamp"]) == 18
    assert "words" not in meta


def test_without_sentences_the_text_is_one_turn() -> None:
    document = {"key": "k", "text": "您好。", "timestamp": [[10, 200], [200, 390]]}
    (turn,) = samples.read_value([document]).turns
    assert (turn.text, turn.start_ms, turn.end_ms) == ("您好。", 10, 390)


def test_each_element_is_a_call() -> None:
    both = [samples.value("funasr_nobody"), *samples.value("funasr_seconds")]
    found = samples.read(samples.json.dumps(both), "a.json")
    assert [call.id for call in found] == ["call_0612_002", "call_0612_003"]
