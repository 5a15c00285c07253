from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from linter.judged import Entry, Part, Report, Suppressed
from linter.masking import mask_call
from linter.masking.pseudonymising import pseudonymised
from linter.masking.pseudonyms import Apart, Pseudonyms, agent_key, team_key
from linter.model import Call, Casting, Evidence, Finding, Notice, Turn
from linter.scoresheet import DimensionScore, ScoreSheet, ScoreStep


def test_names_come_in_the_order_of_appearance():
    names = Pseudonyms()
    assert [names.of(key) for key in ("8012", "王", "8012", "")] == [
        "坐席01",
        "坐席02",
        "坐席01",
        "",
    ]


def test_what_masking_made_the_same_is_told_apart():
    names = Apart()
    said = [
        ("王丽", "某甲"),
        ("张伟", "某甲"),
        ("王丽", "某乙"),
        ("二组", "二组"),
        ("李", "某甲 2"),
    ]
    assert [names.of(*one) for one in said] == ["某甲", "某甲 2", "某甲", "二组", "某甲 2 2"]


def test_a_masked_call_keeps_what_tells_agent_and_team_apart():
    call = mask_call(Call("c", (), agent_name="王小明", team="王丽"))
    assert (call.agent_name, call.team) == ("某某甲", "某乙")
    assert (agent_key(mask_call(call)), team_key(call)) == ("王小明", "王丽")
    assert "王" not in repr(call)


def test_there_is_no_end_of_names_and_english_ones():
    names = Pseudonyms("en")
    assert [names.of(str(number)) for number in range(100)][98:] == ["Agent 99", "Agent 100"]


@pytest.mark.parametrize(
    ("number", "name", "key"), [("8012", "王", "8012"), ("", "王", "王"), ("", "", "")]
)
def test_the_id_comes_before_the_name(number, name, key):
    assert agent_key(Call("c", (), agent_id=number, agent_name=name)) == key


PATH = "录音/王小明/8012-1.json"
QUOTE = "我是王小明"


def evidence() -> Evidence:
    return Evidence(0, 3, 8, QUOTE, "trigger", "说了王小明")


def finding() -> Finding:
    return Finding(
        "8012-1", PATH, "r", "insult", "态度", "error", "certain", 0, "agent", 3, 8, QUOTE,
        "“我是王小明”不妥", "说别的", evidence=(evidence(),), fingerprint="f",
    )  # fmt: skip


STEP = ScoreStep("deduction", Decimal(-5), "王小明没有致歉")
REPORT = Report(
    Call(
        "8012-1",
        (
            Turn("agent", "您好，我是王小明。", "客服王小明", meta={"agent": "x", "k": "王小明"}),
            Turn("customer", "小王，工号八零幺二是吧", speaker="客户"),
            Turn("agent", "我是李娜", speaker="李娜"),
        ),
        path=PATH,
        agent_id="8012",
        agent_name="王小明",
        team="一组",
        meta={"坐席邮箱": "w@x", "queue": ["王小明", 8012, 3, {"by": "8012"}], "n": None},
        notices=(Notice("x", "王小明的一句没有读"),),
        casting=Casting("inferred", 0.9, why=(evidence(),)),
    ),
    findings=(finding(),),
    verdicts=(),
    diagnosis=(Part("态度", "缺失", 0, QUOTE, "王小明没有", "", (evidence(),)),),
    hidden=(finding(),),
    suppressed=(Suppressed(finding(), Entry("exception", "r", "why", "张三", path="e.yml")),),
    sheet=ScoreSheet(
        "s", Decimal(100), Decimal(95), "", (),
        (DimensionScore("态度", "", Decimal(1), None, Decimal(1), "scored", "", (STEP,)),), (STEP,),
    ),
    load=(evidence(),),
)  # fmt: skip
SECRETS = ("王小明", "小王", "8012", "八零幺二", "李娜", "w@x")


def test_nothing_tells_the_agent_any_more():
    shown = repr(pseudonymised(REPORT, "坐席01"))
    assert [secret for secret in SECRETS if secret in shown] == []
    assert [secret for secret in SECRETS if secret not in repr(REPORT)] == []


def test_a_name_is_in_its_place():
    call = pseudonymised(REPORT, "坐席01").call
    assert (call.agent_id, call.agent_name, call.team) == ("", "坐席01", "一组")
    assert (call.id, call.path) == ("坐席01-1", "录音/坐席01/坐席01-1.json")
    assert [turn.speaker for turn in call.turns] == ["坐席01", "客户", "坐席01-2"]
    assert call.meta == {"queue": ["坐席01", "坐席01", 3, {"by": "坐席01"}], "n": None}
    assert call.turns[0].meta == {"k": "坐席01"}


def test_without_a_name_there_is_a_hole():
    call = pseudonymised(REPORT, "").call
    assert (call.agent_name, call.id, call.path) == ("", "*-1", "录音/*/*-1.json")
    assert [turn.speaker for turn in call.turns] == ["", "客户", ""]


def test_spans_hold_everywhere():
    shown = pseudonymised(REPORT, "坐席01")
    (found,) = shown.findings
    assert (found.quote, found.message) == ("我是***", "“我是***”不妥")
    assert (found.call, found.path) == (shown.call.id, shown.call.path)
    for place in (found, *found.evidence, *shown.load, *shown.diagnosis[0].chain):
        assert shown.call.turns[place.turn].text[place.start : place.end] == place.quote
    assert [len(turn.text) for turn in shown.call.turns] == [
        len(turn.text) for turn in REPORT.call.turns
    ]


def test_of_nobody_only_what_meta_may_say_goes():
    call = Call("c", (Turn("agent", "您好", speaker="坐席2"),), meta={"agent_mail": "w@x", "k": 1})
    report = Report(call, (), ())
    assert pseudonymised(report, "") == replace(report, call=replace(call, meta={"k": 1}))


def test_a_team_that_is_called_after_its_leader_is_not():
    call = Call("张三班组-1", (), path="张三班组/1.txt", team="张三班组")
    shown = pseudonymised(Report(call, (), ()), "坐席01").call
    assert (shown.team, shown.path, shown.id) == ("某甲班组", "某甲班组/1.txt", "某甲班组-1")
    assert team_key(shown) == "张三班组"


def test_the_name_an_agent_says_is_hidden_where_the_input_does_not_have_it():
    turns = (Turn("agent", "您好，我是小王，工号8012"), Turn("customer", "小王啊，我姓王"))
    call = pseudonymised(Report(Call("c", turns), (), ()), "坐席").call
    assert [turn.text for turn in call.turns] == ["您好，我是小*，工号****", "小*啊，我姓*"]
