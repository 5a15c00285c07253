from __future__ import annotations

import pytest

from linter.ruletest.reach import Reach

from .helpers import SIGNALS, pack, rule

RULES = (
    rule(),
    rule("forbid: 脏话", name="worse", yields_to="rude"),
    rule("require: 谢\nwhen: 不满", name="thank", category="b"),
    rule("rise: {after: a, signal: 急}", name="rise", category="c"),
    rule(
        "sequence:\n  - 问: 问(项=X)\n  - 又问: asked(项=X)",
        name="again",
        category="d",
        severity="{default: info, after 怨: error}",
    ),
)
REACH = Reach(pack(*RULES, signals=SIGNALS + "  拒答或叫停: {who: customer, any: [不说]}\n"))


@pytest.mark.parametrize(
    ("signal", "rules"),
    [
        # ``worse`` gives way to ``rude``, ``rise`` looks at both.
        ("催", ("rude", "worse", "rise")),
        ("脏话", ("worse", "rise")),
        ("谢", ("thank",)),
        ("急", ("thank", "rise")),
        ("怨", ("thank", "again")),
        ("拒答或叫停", ("again",)),
        ("问", ("again",)),
    ],
)
def test_the_rules_a_signal_is_felt_in(signal, rules):
    assert REACH.rules(signal=signal) == rules


@pytest.mark.parametrize(
    ("name", "rules"), [("rude", ("rude", "worse", "rise")), ("thank", ("thank",))]
)
def test_the_rules_a_rule_is_felt_in(name, rules):
    assert REACH.rules(rule=name) == rules


def test_what_a_rule_names_and_what_it_rests_on():
    assert REACH.named(["worse"]) == {"脏话"}
    assert REACH.signals(["worse"]) == {"脏话", "催"}
    assert REACH.looked_at(["rise", "thank"]) == {"rise", "rude", "worse", "thank"}
    assert REACH.named(["thank"]) == {"谢", "不满", "急", "怨"}


def test_how_a_call_ends_is_never_left_out():
    signals = SIGNALS + "  通话结束: {who: any, any: [再见]}\n"
    reach = Reach(pack(*RULES[:3], signals=signals))
    assert "通话结束" in reach.signals(["rude"])
    assert "通话结束" not in reach.named(["rude"])
    assert "通话结束" in reach.named(["thank"])
