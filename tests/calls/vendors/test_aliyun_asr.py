from __future__ import annotations

from . import samples


def test_channels_listed_one_after_the_other_are_put_in_order() -> None:
    call = samples.call("aliyun_asr_channels")
    assert call.id == "7c1f40b2e5a911ee8d3e0b2f4a9c1d77"
    assert samples.who(call) == [("unknown", "0"), ("unknown", "1")] * 3
    assert [turn.start_ms for turn in call.turns] == [480, 4700, 9800, 14600, 17400, 22300]
    assert [notice.code for notice in call.notices] == ["reordered"]


def test_words_go_to_the_sentence_of_their_channel_they_begin_in() -> None:
    call = samples.call("aliyun_asr_channels")
    assert samples.spans(call.turns[0])[:2] == [("您好", 580, 924), ("安居", 924, 1268)]
    heard = ["".join(word[0] for word in samples.spans(turn)) for turn in call.turns]
    assert heard == [turn.text.translate(str.maketrans("", "", "，。")) for turn in call.turns]
    assert call.meta["words"] == [{"text": "嘟", "start_ms": 40, "end_ms": 200}]


def test_measures_have_the_common_names_and_units() -> None:
    meta = samples.call("aliyun_asr_voices").turns[3].meta
    assert meta == {
        "emotion": 6.5,
        "silence_ms": 4000,
        "speech_rate": 257.0,
        "channel_id": "0",
    }


def test_in_one_channel_the_voices_are_the_speakers() -> None:
    call = samples.call("aliyun_asr_voices")
    assert [turn.speaker for turn in call.turns] == ["1", "2", "1", "1", "2", "1"]


def test_in_two_channels_the_voice_is_kept_beside() -> None:
    document = samples.value("aliyun_asr_channels")
    for row in document["Result"]["Sentences"]:
        row["SpeakerId"] = str(row["ChannelId"] + 1)
    turn = samples.read_value(document).turns[1]
    assert (turn.speaker, turn.meta["speaker_id"]) == ("1", "2")


def test_the_older_callback_is_read() -> None:
    call = samples.call("aliyun_asr_callback")
    assert call.id == "2a6d11c0e5a911eea5720b2f4a9c1d55"
    assert call.turns[1].text == "宽带从昨天晚上就断了，路由器亮红灯。"
    assert (call.turns[1].speaker, call.turns[1].start_ms, call.turns[1].end_ms) == (
        "1",
        3100,
        7000,
    )


def test_what_a_gateway_put_around_it_is_kept() -> None:
    call = samples.call("aliyun_asr_gateway")
    assert len(call.turns) == 5
    assert call.meta["wrapper"] == {"code": 0, "traceId": "gw-20240612-0091"}


def test_a_failure_says_what_the_vendor_said() -> None:
    assert "FILE_DOWNLOAD_FAILED" in samples.refused("aliyun_asr_failed")


def test_a_receipt_is_no_result() -> None:
    document = samples.value("aliyun_asr_failed") | {"StatusText": "SUCCESS"}
    assert "只有任务号" in samples.error(samples.json.dumps(document), "a.json").message


def test_silence_is_a_call_without_turns() -> None:
    document = samples.value("aliyun_asr_failed")
    call = samples.read_value(document | {"StatusText": "SUCCESS_WITH_NO_VALID_FRAGMENT"})
    assert call.turns == ()
    assert [notice.code for notice in call.notices] == ["no-turns"]
