from __future__ import annotations

import pytest

from linter.cli.common import load_book
from linter.coaching.exemplars.situations import KNOWN, watched
from linter.rulebook.load import load_texts


@pytest.fixture(scope="module")
def builtin():
    return {one.situation.name: one for one in watched(load_book(()))}


def test_every_known_situation_is_one_of_the_builtin_rules(builtin):
    assert {one.name for one in KNOWN} <= set(builtin)


def test_the_rules_say_what_makes_a_moment(builtin):
    upset = builtin["upset"]
    assert ("情绪", 2) in {(ref.name, ref.level) for ref in upset.refs}
    assert {"missing-apology", "missing-followup"} <= set(upset.rules)
    assert "致歉安抚" in {ref.name for ref in upset.wanted}
    assert not upset.by_agent


def test_saying_no_is_the_agents_own_moment(builtin):
    assert builtin["refused"].by_agent
    assert builtin["refused"].rules == ("praise-alternative",)


def test_the_order_is_that_of_a_call(builtin):
    names = list(builtin)
    assert (names[0], names[-1]) == ("opening", "closing")


def test_a_companys_own_trigger_is_a_situation_of_its_own(builtin):
    assert builtin["signal:急症"].situation.zh == "出现“急症”"
    assert builtin["signal:急症"].rules == ("health-emergency-missed",)


OWN = """
pack: own
rules:
  - id: asks-refund
    category: missing_followup
    aspect: 职责
    severity: warning
    require: 说时间
    when: 问退款
    within: 2
    say: 没说什么时候退。
    why: 客户要个准信。
    instead: 三天内退。
    source: 公司规定
    tests:
      - {flag: "客户：什么时候退款？\\n坐席：【不知道】。"}
      - {pass: "客户：什么时候退款？\\n坐席：三天内退。"}
signals:
  问退款: {who: customer, any: [什么时候退款]}
  说时间: {who: agent, any: [三天内]}
"""


def test_a_book_without_the_usual_signals_has_its_own():
    book = load_texts([("own.yml", OWN)])
    assert [one.situation.name for one in watched(book)] == ["signal:问退款"]
