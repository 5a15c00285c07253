from __future__ import annotations

import pytest

from linter.desk.choices import Choices
from linter.desk.naming import Agent, Names, agent_of, disguised
from linter.judged import Report
from linter.model import Call, Turn
from linter.reports import Agents, Options

CALL = Call(
    "王丽-1",
    (
        Turn("agent", "您好，工号8023，我是王丽。", speaker="王丽"),
        Turn("customer", "我叫张伟，电话13812345678。"),
    ),
    path="calls/王丽/1.jsonl",
    agent_id="8023",
    agent_name="王丽",
    team="一组",
)
LI = Agent("8024", "8024", "李强")


def choices(agents: Agents, *, mask: bool = False) -> Choices:
    return Choices(Options(agents=agents), mask=mask)


def shown(made: Choices) -> str:
    return repr(disguised(Report(CALL, (), ()), made))


def test_the_agent_of_a_call() -> None:
    assert agent_of(CALL) == Agent("8023", "8023", "王丽")
    assert agent_of(Call("c", ())) == Agent()


@pytest.mark.parametrize("agents", ["pseudonyms", "hidden"])
def test_nothing_tells_the_agent(agents: Agents) -> None:
    text = shown(choices(agents))
    assert "王丽" not in text
    assert "8023" not in text
    assert "calls/坐席/1.jsonl" in text


def test_names_are_there_for_who_asks() -> None:
    assert "我是王丽" in shown(choices("names"))


def test_a_mask_hides_the_customer_and_the_agent() -> None:
    text = shown(choices("pseudonyms", mask=True))
    for secret in ("王丽", "8023", "张伟", "13812345678"):
        assert secret not in text
    assert "一组" in text


def test_pseudonyms_come_in_the_order_of_the_agents() -> None:
    names = Names(choices("pseudonyms"))
    assert [names.of(LI), names.of(Agent()), names.of(agent_of(CALL)), names.of(LI)] == [
        "坐席01",
        "",
        "坐席02",
        "坐席01",
    ]


def test_names_or_nothing() -> None:
    assert Names(choices("hidden")).of(LI) == ""
    names = Names(choices("names"))
    assert names.of(LI) == "李强"
    assert names.of(Agent("8025", "8025")) == "8025"


def test_a_file_that_was_not_read_does_not_tell_either() -> None:
    names = Names(choices("pseudonyms"))
    names.of(LI)
    assert names.hidden("calls/李强/2.jsonl:3") == "calls/坐席01/2.jsonl:3"
    hiding = Names(choices("hidden"))
    hiding.of(LI)
    assert hiding.hidden("calls/李强/2.jsonl:3") == "calls/*/2.jsonl:3"
    open_ = Names(choices("names"))
    open_.of(LI)
    assert open_.hidden("calls/李强/2.jsonl:3") == "calls/李强/2.jsonl:3"
