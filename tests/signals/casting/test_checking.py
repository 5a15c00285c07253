from __future__ import annotations

import pytest

from linter.model import Call, Turn
from linter.signals.casting import checking
from linter.signals.casting.checking import check
from linter.signals.casting.weights import default_weights
from tests.signals.casting import samples
from tests.signals.casting.samples import call, changed, roles, swapped

WHOLE = [samples.INBOUND, samples.COLLECTION, samples.CHAT, samples.DIALECT]


@pytest.mark.parametrize("text", WHOLE)
def test_right_roles_are_not_suspicious(text: str) -> None:
    assert check(call(text)) is None


@pytest.mark.parametrize("text", WHOLE)
def test_swapped_sides_are_noticed(text: str) -> None:
    given = swapped(call(text))
    found = check(given)
    assert found is not None
    assert found.source == "swapped"
    assert found.confidence >= 0.97
    assert list(found.roles) == roles(given)
    assert all(given.turns[e.turn].role == "customer" for e in found.why if e.label == "像坐席说的")


def test_a_short_call_is_not_called_swapped() -> None:
    given = swapped(call(samples.INBOUND))
    assert getattr(check(changed(given, list(given.turns[:7]))), "source", "") != "swapped"


def test_a_rude_agent_and_a_polite_customer_are_not_swapped() -> None:
    given = call(
        "a：说\nc：您好麻烦您帮我查一下快递\na：单号\nc：好的请您稍等我找一下\na：快点\n"
        "c：您好我的单号是七七零一\na：在路上等着\nc：请问大概什么时候能到我家里\na：不知道\nc：那我等着吧谢谢您"
    )
    assert check(given) is None


@pytest.mark.parametrize(
    "line",
    [
        "您好这里是城南供水请问您是陈女士吗",
        "感谢您的来电祝您生活愉快再见",
        "好的请问您还有什么其他问题需要咨询吗",
        "请您稍等这边帮您查询一下缴费记录",
    ],
)
def test_an_agents_stock_line_on_the_customers_channel_is_noticed(line: str) -> None:
    whole = call(samples.INBOUND)
    found = check(changed(whole, [*whole.turns, Turn("customer", line)]))
    assert found is not None
    assert found.source == "bleeding"
    assert found.doubtful == (len(whole.turns),)
    assert list(found.roles) == [*roles(whole), "customer"]
    assert {evidence.turn for evidence in found.why} == {len(whole.turns)}


@pytest.mark.parametrize(
    "line",
    [
        "你们每次就说很高兴为您服务有什么用",
        "谢谢您啊麻烦您了",
        "客服跟我说请您稍等稍等到现在",
        "您好我想查一下我的话费",
        "祝您工作愉快谢谢",
    ],
)
def test_what_customers_say_of_agents_is_theirs(line: str) -> None:
    whole = call(samples.INBOUND)
    assert check(changed(whole, [*whole.turns, Turn("customer", line)])) is None


@pytest.mark.parametrize("role", ["agent", "customer"])
def test_one_side_alone_is_not_checked(role: str) -> None:
    whole = call(samples.INBOUND)
    assert check(changed(whole, [t for t in whole.turns if t.role == role])) is None


def test_a_script_is_not_checked() -> None:
    given = swapped(call(samples.INBOUND))
    assert check(Call("话术", given.turns, kind="script")) is None


def test_nothing_is_loaded_for_a_call_that_looks_right(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("the weights were asked for")

    monkeypatch.setattr(checking, "default_weights", refuse)
    assert check(call(samples.INBOUND)) is None
    with pytest.raises(AssertionError, match="asked for"):
        check(swapped(call(samples.INBOUND)))
    assert default_weights().points("您好") > 0
