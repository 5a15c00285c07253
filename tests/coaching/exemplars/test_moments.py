from __future__ import annotations

import pickle

import pytest

from linter.coaching.exemplars import Moments
from linter.linting import Linter
from linter.model import Call, Turn
from linter.triage.select import Selection

UPSET = ("customer", "我的件到现在都没人送，急死我了！")
GOOD = ("agent", "实在对不起，让您着急了，我马上给您登记，今天下午三点前给您回电话。")
BAD = ("agent", "那您再等一等，系统显示还在路上。")
RUDE = ("agent", "你跟我急有什么用，爱等不等。")


@pytest.fixture(scope="module")
def linter():
    return Linter(selection=Selection(praise=True))


def call(*turns, **fields):
    fields = {"agent_id": "1001", "business": "派件", "channel": "phone", **fields}
    return Call("c-1001", tuple(Turn(role, text) for role, text in turns), **fields)


@pytest.fixture
def moments(linter):
    def found(*turns, **fields):
        told = Moments(linter).of(call(*turns, **fields))
        return {moment.situation: moment for moment in told.moments}

    return found


def test_what_the_rules_ask_for_makes_it_go_well(moments):
    upset = moments(UPSET, GOOD, ("customer", "好的谢谢。"))["upset"]
    assert upset.good
    assert upset.asked == UPSET[1]
    assert [said.text for said in upset.said] == [GOOD[1]]
    assert (upset.agent, upset.stratum) == ("1001", ("派件", "phone"))


def test_what_is_missing_or_wrong_makes_it_go_badly(moments):
    assert not moments(UPSET, BAD, ("customer", "一二三。"), BAD)["upset"].good
    assert not moments(UPSET, RUDE, ("customer", "啊？"), GOOD)["upset"].good


def test_the_words_the_rules_look_for_are_marked(moments):
    said = moments(UPSET, GOOD)["upset"].said[0]
    assert "对不起" in {said.text[start:end] for start, end in said.wanted}


def test_only_two_turns_are_the_answer(moments):
    turns = (UPSET, GOOD, ("customer", "单号一二三。"), BAD, ("customer", "四五六。"), BAD)
    assert [said.turn for said in moments(*turns)["upset"].said] == [1, 3]


def test_what_was_asked_later_is_another_moment(moments):
    noted = ("customer", "单号是一二三四。"), ("agent", "我记下了。")
    turns = (UPSET, GOOD, *noted, ("customer", "我要投诉你！"), BAD)
    found = moments(*turns)
    assert found["upset"].good
    assert not found["complaint"].good


def test_a_calm_call_has_its_opening_and_closing_alone(moments):
    found = moments(
        ("agent", "您好，很高兴为您服务。"),
        ("customer", "查一下单号。"),
        ("agent", "已经签收了，感谢来电，再见。"),
    )
    assert {name: moment.good for name, moment in found.items()} == {
        "opening": True,
        "closing": True,
    }
    assert found["opening"].asked == ""
    assert [said.turn for said in found["closing"].said] == [2]


def test_saying_no_goes_well_with_another_way(moments):
    ask = ("customer", "一个号码能开集团彩铃吗？")
    no = ("agent", "这个办不了。")
    other = ("agent", "这个办不了，不过我们有一个彩铃的业务，一个号码就能用。")
    assert moments(ask, other)["refused"].good
    assert not moments(ask, no)["refused"].good


def test_whether_the_customer_calmed_down(moments):
    calm = ("customer", "那好吧，谢谢。")
    assert moments(UPSET, GOOD, calm)["upset"].cooler
    angry = ("customer", "你们就是骗子，气死我了！")
    assert moments(UPSET, GOOD, angry, GOOD)["upset"].cooler is False
    assert moments(UPSET, GOOD)["upset"].cooler is None


def test_what_is_not_certain_is_counted_and_left_out(linter):
    # Cut off before the agent could answer.
    told = Moments(linter).of(call(GOOD, ("customer", "嗯。"), BAD, UPSET))
    assert "upset" not in {moment.situation for moment in told.moments}


def test_a_rule_that_was_not_asked_for_does_not_judge(linter):
    linter = linter.alike(Selection(select=frozenset({"missing-apology"})))
    sorry = ("agent", "实在对不起，让您着急了。")
    turns = (UPSET, sorry, ("customer", "然后呢？"), sorry)
    (upset,) = Moments(linter).of(call(*turns)).moments
    assert (upset.situation, upset.good) == ("upset", True)


def test_scripts_and_calls_of_nobody_have_none(linter):
    moments = Moments(linter)
    assert moments.of(call(UPSET, GOOD, agent_id="")) == ("", (), 0)
    assert moments.of(call(UPSET, GOOD, kind="script")).moments == ()
    assert moments.of(call(UPSET, GOOD, agent_id="", agent_name="王丽")).agent == "王丽"


def test_numbers_and_the_agent_are_masked(moments):
    said = ("agent", "我是王丽，工号1001，实在对不起，您的电话13800000000我马上登记，三点前回您。")
    upset = moments(UPSET, said, path="1001/a.txt", agent_name="王丽")["upset"]
    assert "王丽" not in upset.said[0].text
    assert "1001" not in upset.said[0].text + upset.call + upset.path
    assert "138000" not in upset.said[0].text
    assert len(upset.said[0].text) == len(said[1])


def test_calls_keep_their_names_where_agents_may_be_known(linter):
    said = ("agent", "我是王丽，实在对不起，我马上给您登记，三点前给您回电话。")
    told = Moments(linter, hide=False).of(call(UPSET, said, agent_name="王丽"))
    assert "王丽" not in told.moments[0].said[0].text
    assert told.moments[0].call == "c-1001"


def test_strata_are_fields_of_the_call(linter):
    told = Moments(linter, ("team",)).of(call(UPSET, GOOD, team="早班"))
    assert {moment.stratum for moment in told.moments} == {("早班",)}
    assert Moments(linter, ()).of(call(UPSET, GOOD)).moments[0].stratum == ()


def test_it_can_be_sent_to_other_processes(linter):
    moments = Moments(linter, ("team",), hide=False)
    again = pickle.loads(pickle.dumps(moments))
    assert again.of(call(UPSET, GOOD)) == moments.of(call(UPSET, GOOD))
