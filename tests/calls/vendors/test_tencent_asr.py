from __future__ import annotations

import pytest

from . import samples


def test_the_details_are_read() -> None:
    call = samples.call("tencent_asr")
    assert call.id == "1029384756"
    turn = call.turns[4]
    assert (turn.text, turn.speaker, turn.start_ms, turn.end_ms) == (
        "上次也是这么说的，我要投诉！",
        "1",
        19000,
        21600,
    )
    assert turn.meta["emotion"] == ["angry"]
    assert (turn.meta["silence_ms"], turn.meta["speech_rate"]) == (500, 5.2)
    assert "SliceSentence" not in turn.meta


def test_words_count_from_the_sentence() -> None:
    turn = samples.call("tencent_asr").turns[1]
    assert samples.spans(turn)[0] == ("我的", 4000, 4455)


def test_words_that_count_from_the_start_are_seen() -> None:
    document = samples.value("tencent_asr")
    row = document["Response"]["Data"]["ResultDetail"][1]
    for word in row["Words"]:
        word["OffsetStartMs"] += row["StartMs"]
        word["OffsetEndMs"] += row["StartMs"]
    assert samples.read_value(document).turns == samples.call("tencent_asr").turns


def test_roles_that_are_named_are_taken() -> None:
    call = samples.call("tencent_asr_roles")
    assert samples.who(call)[:2] == [("agent", "0"), ("customer", "1")]


def test_without_details_the_lines_are_read() -> None:
    call = samples.call("tencent_asr_lines")
    last = call.turns[-1]
    assert (last.text, last.speaker, last.start_ms, last.end_ms) == (
        "喂，还在吗？",
        "1",
        61200,
        63050,
    )


def test_lines_may_have_no_speaker_and_no_time() -> None:
    data = {"TaskId": 1, "Status": 2, "Result": "[0:0.5,0:2.38]  喂。\n听不清\n\n"}
    turns = samples.read_value({"Data": data}).turns
    assert [(turn.text, turn.speaker, turn.start_ms) for turn in turns] == [
        ("喂。", "", 500),
        ("听不清", "", None),
    ]


@pytest.mark.parametrize(("status", "said"), [(0, "waiting"), (1, "doing"), (3, "failed")])
def test_what_is_not_done_is_no_result(status: int, said: str) -> None:
    data = {"TaskId": 1, "Status": status, "StatusStr": said, "Result": "", "ResultDetail": []}
    assert said in samples.error(samples.json.dumps(data), "a.json").message


def test_a_failure_says_what_the_vendor_said() -> None:
    assert "Failed to download audio file!" in samples.refused("tencent_asr_failed")
    refused = {"Response": {"Error": {"Code": "X.Y", "Message": "任务不存在"}, "RequestId": "r"}}
    assert "任务不存在" in samples.error(samples.json.dumps(refused), "a.json").message
