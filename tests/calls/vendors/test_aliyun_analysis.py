from __future__ import annotations

from . import samples


def test_each_result_is_a_call() -> None:
    first, second = samples.calls("aliyun_analysis")
    assert (first.id, first.direction) == ("rec-5501", "in")
    assert (first.agent_id, first.agent_name, first.team) == ("k09", "陈涛", "投诉组")
    assert first.meta["TaskId"] == "20240612-task-01"
    assert first.meta["Recording"]["Caller"] == "138****2210"
    assert (second.id, second.direction, len(second.turns)) == ("rec-5502", "out", 5)


def test_turns_have_role_identity_and_measures() -> None:
    turn = samples.calls("aliyun_analysis")[0].turns[1]
    assert (turn.role, turn.speaker, turn.start_ms, turn.end_ms) == (
        "customer",
        "客户1",
        3900,
        8200,
    )
    assert turn.meta == {"emotion": 6.0, "speech_rate": 240.0, "HourMinSec": "00:00:03"}


def test_the_other_spelling_is_read() -> None:
    call = samples.call("aliyun_analysis_lower")
    assert call.id == "20240613-task-07"
    assert samples.who(call) == [("agent", ""), ("customer", "")] * 3
    assert call.meta["score"] == 90


def test_a_result_taken_out_of_its_answer_is_read() -> None:
    result = samples.value("aliyun_analysis")["Data"]["ResultInfo"][0]
    assert samples.read_value(result).turns == samples.calls("aliyun_analysis")[0].turns


def test_a_failure_says_what_the_vendor_said() -> None:
    assert "任务不存在或已过期" in samples.refused("aliyun_analysis_failed")
