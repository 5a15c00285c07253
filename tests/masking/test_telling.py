from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.masking.telling import telling
from linter.model import Call, Turn


def call(name="", number="", *labels):
    turns = tuple(Turn("agent", "您好", speaker=label) for label in labels)
    return Call("c", turns, agent_id=number, agent_name=name)


@pytest.mark.parametrize(
    ("name", "number", "text", "shown"),
    [
        ("王小明", "", "我是王小明，王 小 明", "我是***，*****"),
        ("王小明", "", "我叫小明，叫我小王，我姓王", "我叫**，叫我**，我姓*"),
        ("王小明", "", "大王说小明天来", "大王说小明天来"),
        ("李方便", "", "您方便吗", "您方便吗"),
        ("", "8012", "工号8012、八零幺二、8 0 1 2", "工号****、****、*******"),
        ("", "8012", "号码138012，80123", "号码138012，80123"),
        ("", "7", "工号7，7天，工号是七", "工号*，7天，工号是*"),
        ("", "A7", "a7为您服务，A72", "**为您服务，A72"),
        ("Ann Lee", "", "ann lee here, Annlee", "******* here, ******"),
    ],
)
def test_what_is_said_keeps_its_length(name, number, text, shown):
    assert telling(call(name, number)).hidden(text) == shown


@pytest.mark.parametrize(
    ("name", "number", "text", "shown"),
    [
        ("王小明", "", "录音/王小明/1.json", "录音/X/1.json"),
        ("", "8012", "2026-8012-3", "2026-X-3"),
        ("", "8012", "80125", "80125"),
        ("", "7", "7/2026-7-1/7.json", "X/2026-7-1/X.json"),
    ],
)
def test_what_is_written_has_a_name_in_its_place(name, number, text, shown):
    assert telling(call(name, number)).replaced(text, "X") == shown


@pytest.mark.parametrize(
    ("label", "text", "shown"),
    [
        ("客服小王", "我是小王", "我是**"),
        ("李娜", "我是李娜", "我是**"),
        ("坐席8012", "工号8012", "工号****"),
    ],
)
def test_a_label_tells_too(label, text, shown):
    assert telling(call("", "", label)).hidden(text) == shown


@pytest.mark.parametrize("label", ["", "坐席", "坐席2", "Agent 1"])
def test_a_label_that_only_says_the_role_tells_nothing(label):
    assert telling(call("", "", label)) is None


def test_a_customers_label_tells_nothing_of_the_agent():
    assert telling(Call("c", (Turn("customer", "喂", speaker="客户小李"),))) is None


@given(st.text(min_size=1), st.text(), st.text())
def test_any_name_keeps_lengths(name, number, text):
    found = telling(call(name, number))
    if found is not None:
        assert len(found.hidden(text + name + number)) == len(text + name + number)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("工号９０１２为您服务，九零幺二", "工号****为您服务，****"),
        ("我的工号是 A8-021。", "我的工号是 ******。"),
        ("工号八零二幺八，谢谢", "工号*****，谢谢"),
    ],
)
def test_the_number_an_agent_says_is_the_agents(text, shown):
    spoken = Call("c", (Turn("agent", text), Turn("customer", "我的工号是12345")))
    assert telling(spoken).hidden(text) == shown


def test_a_number_that_a_customer_says_tells_no_agent():
    assert telling(Call("c", (Turn("customer", "我的工号是12345"),))) is None


@pytest.mark.parametrize(
    ("greeting", "text", "shown"),
    [
        ("您好，工号0417为您服务", "0417吗，零四幺七", "****吗，****"),
        ("工号是A17", "找A17", "找***"),
        ("我的工号：八零幺二", "八零幺二", "****"),
        ("工号是多少我忘了", "是多少", "是多少"),
    ],
)
def test_a_number_the_agent_gives_tells_where_the_input_does_not(greeting, text, shown):
    said = telling(Call("c", (Turn("agent", greeting),)))
    assert (said.hidden(text) if said else text) == shown
