from __future__ import annotations

from . import samples


def test_each_ticket_is_a_call() -> None:
    first, second = samples.calls("aliyun_tickets")
    assert (first.id, first.direction, first.channel) == ("wy-20240612-0001", "in", "phone")
    assert (first.agent_id, first.agent_name, first.team) == ("302", "赵敏", "报修组")
    assert (second.id, second.direction, second.team) == ("wy-20240612-0002", "out", "回访组")
    assert first.meta == {"batchNo": "20240612", "customerId": "c-88012"}
    assert second.meta == {"batchNo": "20240612", "skillGroupId": "12"}


def test_a_bots_turns_are_the_bots() -> None:
    first, _ = samples.calls("aliyun_tickets")
    assert samples.who(first)[:4] == [
        ("system", ""),
        ("bot", ""),
        ("agent", "客服1"),
        ("customer", ""),
    ]
    assert first.turns[2].meta == {"emotion": 6.0, "speech_rate": 230.0, "type": "TEXT"}


def test_a_ticket_of_a_bot_has_a_bot_for_its_agent() -> None:
    document = samples.value("aliyun_tickets_one") | {"customerServiceType": "1"}
    assert {turn.role for turn in samples.read_value(document).turns} == {"bot", "customer"}


def test_one_ticket_may_stand_alone() -> None:
    call = samples.call("aliyun_tickets_one")
    assert (call.id, call.agent_name, call.direction) == ("kd-77", "陈涛", "in")
    assert (call.turns[4].role, call.turns[4].start_ms, call.turns[4].end_ms) == (
        "customer",
        19000,
        21600,
    )


def test_an_unknown_kind_of_call_is_kept_as_it_is() -> None:
    call = samples.read_value(samples.value("aliyun_tickets_one") | {"callType": 9})
    assert (call.direction, call.meta["callType"]) == ("", 9)


def test_no_tickets_is_an_error() -> None:
    assert samples.error('{"tickets": []}', "a.json").message == "tickets：一通对话也没有"
