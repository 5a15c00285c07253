from __future__ import annotations

import json

import pytest

from . import samples


def test_the_first_interface_is_read() -> None:
    call = samples.call("iflytek_lfasr_v1")
    assert [turn.speaker for turn in call.turns] == ["1", "2", "1", "2", "1"]
    assert (call.turns[1].start_ms, call.turns[1].end_ms) == (3100, 7000)


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"data": rows}])
def test_its_list_may_stand_alone_or_as_a_list(wrap: object) -> None:
    rows = json.loads(samples.value("iflytek_lfasr_v1")["data"])
    found = samples.read_value(wrap(rows))  # type: ignore[operator]
    assert found.turns == samples.call("iflytek_lfasr_v1").turns


def test_its_words_are_frames_from_the_sentence_and_0_is_nobody() -> None:
    call = samples.call("iflytek_lfasr_v1_list")
    assert {turn.speaker for turn in call.turns} == {""}
    assert call.turns[1].meta["words"][0] == {
        "text": "宽带",
        "start_ms": 3200,
        "end_ms": 3660,
        "confidence": 0.971,
    }


def test_the_second_interface_is_read() -> None:
    call = samples.call("iflytek_lfasr_v2")
    assert call.id == "DKHJQ202406121030001"
    assert [turn.speaker for turn in call.turns] == ["1", "2", "1", "1", "2", "1"]
    turn = call.turns[1]
    assert turn.text == "我的包裹三天没动了，单号尾号七七二一。"
    assert samples.spans(turn)[:2] == [("我的", 4000, 4450), ("包裹", 4450, 4910)]


def test_both_lattices_say_the_same() -> None:
    call = samples.call("iflytek_lfasr_v2_lattice2")
    assert [turn.text for turn in call.turns] == [
        turn.text for turn in samples.call("iflytek_lfasr_v2").turns
    ]
    assert call.turns[0].meta["spk"] == "段落-0"


def test_the_result_may_be_an_object() -> None:
    document = samples.value("iflytek_lfasr_v2")
    document["content"]["orderResult"] = json.loads(document["content"]["orderResult"])
    assert samples.read_value(document) == samples.call("iflytek_lfasr_v2")


def test_a_broken_string_is_an_error_at_its_place() -> None:
    document = samples.value("iflytek_lfasr_v2")
    document["content"]["orderResult"] = '{"lattice": ['
    wrong = samples.error(json.dumps(document), "a.json")
    assert wrong.message.startswith("content.orderResult：这个字符串不是合法的 JSON")
    assert wrong.line is None


def test_failures_say_what_the_vendor_said() -> None:
    assert "任务音频转写失败（code 26605）" in samples.refused("iflytek_lfasr_failed")
    first = {"ok": -1, "err_no": 26601, "failed": "非法应用信息", "data": None}
    assert "非法应用信息（ok -1）" in samples.error(json.dumps(first), "a.json").message
    going = {"ok": 0, "err_no": 0, "failed": None, "data": '{"status":2,"desc":"音频合并完成"}'}
    assert "音频合并完成" in samples.error(json.dumps(going), "a.json").message


def test_an_order_in_work_is_no_result() -> None:
    document = samples.value("iflytek_lfasr_failed") | {"code": "000000"}
    document["content"]["orderInfo"]["status"] = 3
    assert "订单处理中" in samples.error(json.dumps(document), "a.json").message
