from __future__ import annotations

import pickle

import pytest

from linter.impact.model import Counterpart
from linter.model import Call, Turn

from .samples import CALLS, NEW, OLD, call, changed, comparer, impacts


def short(impact):
    return [(c.kind, c.rule, c.finding.turn, c.keys, c.label) for c in impact.changes]


def test_each_planted_change_is_found_and_nothing_else():
    c1, c2, c3, c4 = impacts()
    assert short(c1) == [
        ("gained", "rude", 1, (), "found"),
        ("changed", "shirks", 3, ("severity",), "found"),
    ]
    assert short(c2) == [("lost", "careless", 1, (), "missed")]
    assert short(c3) == [("lost", "careless", 3, (), None)]
    assert short(c4) == []
    assert (c2.same, c3.same) == ({("rude", "impatience"): 1}, {("icy", "cold_refusal"): 1})
    assert [c.agent_turns for c in (c1, c4)] == [2, 1]
    assert [c.labelled for c in (c1, c2, c3, c4)] == [True, True, False, True]


def test_verdicts():
    c1, c2, _, c4 = impacts()
    assert c1.verdicts == (("rude", "met", "violated"),)
    assert c2.verdicts == (("careless", "violated", "met"),)
    assert c4.verdicts == ()


def test_the_other_way_round():
    c1, c2, *_ = impacts(old=NEW, new=OLD)
    assert [(c.kind, c.rule) for c in c1.changes] == [("lost", "rude"), ("changed", "shirks")]
    assert [(c.kind, c.rule) for c in c2.changes] == [("gained", "careless")]


def test_the_same_books_say_the_same():
    assert all(not impact.changes and not impact.verdicts for impact in impacts(new=OLD))


def test_the_dialogue_around():
    (gained, _) = impacts()[0].changes
    assert [(said.turn, said.text) for said in gained.around] == [
        (0, "我想想。"),
        (1, "赶紧。"),
        (2, "灯不亮。"),
    ]


ASKED = "require: 致歉\n    within: 1\n    late: 2\n"


@pytest.mark.parametrize(
    ("words", "was", "now", "expected"),
    [
        ("我想想。 快点说。", "快点说, 「快」说", "别磨蹭", Counterpart("met")),
        ("要哪个？ 随便吧。", "id: careless", "id: sloppy", None),
        ("我想想。 快点说，自己看。", "id: cold", "id: cold\n    yields_to: rude", None),
        (
            "我想想。 快点说。",
            "forbid: 催促\n",
            "forbid: 催促\n    applies: {channel: {is: phone}}\n",
            Counterpart("not_applicable", "渠道"),
        ),
    ],
)
def test_what_the_new_rules_say_instead(words, was, now, expected):
    (impact,) = impacts([call("c", words)], new=changed((was, now)))
    lost = [change.counterpart for change in impact.changes if change.kind == "lost"]
    if expected is None:
        assert lost == ([Counterpart("violated", "", ("rude",))] if "yields" in now else [])
    else:
        assert [one.status for one in lost] == [expected.status]
        assert bool(lost[0].reason) is bool(expected.reason)


def test_a_rule_that_is_gone():
    start, end = OLD.index("  - id: careless"), OLD.index("  - id: cold")
    (impact,) = impacts([call("c", "要哪个？ 随便吧。")], new=OLD[:start] + OLD[end:])
    assert [(c.kind, c.counterpart) for c in impact.changes] == [("lost", Counterpart())]
    assert impact.verdicts == ()


def test_a_rule_that_a_profile_of_the_new_book_switches_off():
    profile = "profiles: {外呼: {note: 一, when: {direction: out}, change: {rules: {rude: off}}}}"
    turns = (Turn("customer", "我想想。"), Turn("agent", "快点说。"))
    one = Call("c", turns, direction="out")
    (impact,) = impacts([one], new=f"{OLD}\n{profile}\n")
    assert [(c.kind, c.counterpart.status) for c in impact.changes] == [("lost", "off")]
    assert impact.verdicts == (("rude", "violated", "off"),)


def test_a_message_and_a_span():
    new = changed(("say: 坐席在催客户。", "say: 催。"), ("[快点说, 「快」说]", "[点说, 「快」说]"))
    (impact,) = impacts([call("c", "我想想。 快点说。")], new=new)
    assert short(impact) == [("changed", "rude", 1, ("span", "message"), "missed")]


def test_it_can_be_pickled():
    again = pickle.loads(pickle.dumps(comparer()))
    assert [again.compare(one) for one in CALLS] == impacts()
    assert pickle.loads(pickle.dumps(impacts())) == impacts()
