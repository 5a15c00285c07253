from __future__ import annotations

from dataclasses import replace

import pytest

from linter.judging.load import LOAD_SIGNAL
from linter.rulebook.types import Learned, Pattern, Position, RuleBook, Steps, Weighed
from linter.ruletest.mutants import KINDS, Mutant, mutants

from .helpers import SIGNALS, pack, rule


def changes(judge: str = "forbid: 催", **said: str) -> list[tuple[str, str]]:
    """Kind and change of every mutant of one rule."""
    found = mutants(pack(rule(judge, **said), rule("forbid: 谢", name="b", category="b")))
    return [(one.kind, one.change) for one in found if one.subject == "rude"]


def of_signal(book: RuleBook, name: str) -> list[Mutant]:
    return [one for one in mutants(book) if one.subject == name]


def test_a_signal_changes_sides_and_loses_its_exceptions():
    book = pack(rule())
    role, over, not_if = of_signal(book, "催")
    assert (role.kind, role.change) == ("role", "who: agent → customer")
    assert (over.kind, over.change) == ("exception", "去掉 over：您快点说")
    assert (not_if.kind, not_if.change) == ("exception", "去掉 not_if：麻烦…快点说")
    assert role.is_signal
    assert role.place == book.signals["催"].place
    assert role.book.signals["催"] == replace(book.signals["催"], who="customer")
    assert over.book.signals["催"] == replace(book.signals["催"], over=())
    assert not_if.book.signals["谢"] == book.signals["谢"]
    assert not_if.book.rules == book.rules


def test_context_conditions_are_dropped_one_by_one():
    book = pack(rule())
    late = replace(book.conditions["asking"], name="late")
    spec = replace(book.signals["催"], not_when=("asking", "late"), only_when=("late",))
    both = replace(book, signals={"催": spec}, conditions={**book.conditions, "late": late})
    found = [(one.change, one.book.signals["催"]) for one in of_signal(both, "催")[3:]]
    assert found == [
        ("去掉 not_when：asking", replace(spec, not_when=("late",))),
        ("去掉 not_when：late", replace(spec, not_when=("asking",))),
        ("去掉 only_when：late", replace(spec, only_when=())),
    ]


def test_limits_of_a_signal_are_lifted():
    book = pack(rule())
    spec = replace(book.signals["谢"], at=Position("first", 2), least=2)
    found = of_signal(replace(book, signals={"谢": spec}), "谢")
    assert [(one.kind, one.change) for one in found[1:]] == [
        ("context", "去掉 at"),
        ("context", "去掉 least"),
    ]
    assert [one.book.signals["谢"] for one in found[1:]] == [
        replace(spec, at=None),
        replace(spec, least=1),
    ]


def test_the_scorer_is_not_asked():
    book = pack(rule())
    learned = Learned("blame", 60, alone=True, sure=80)
    asked = {"learned": learned, "weighed": Weighed("any", 5, 95)}
    spec = replace(book.signals["谢"], **asked)
    found = of_signal(replace(book, signals={"谢": spec}), "谢")[1:]
    assert {one.kind for one in found} == {"opinion"}
    assert {one.change: one.book.signals["谢"] for one in found} == {
        "去掉 learned": replace(spec, learned=None),
        "去掉 weighed": replace(spec, weighed=None),
        "去掉 learned 的 alone": replace(spec, learned=Learned("blame", 60, sure=80)),
        "去掉 learned 的 sure": replace(spec, learned=Learned("blame", 60, alone=True)),
    }


def test_how_many_phrases_were_dropped():
    book = pack(rule())
    phrases = tuple(replace(p, text=text) for p in book.signals["催"].over for text in "甲乙丙")
    assert all(isinstance(phrase, Pattern) for phrase in phrases)
    spec = replace(book.signals["谢"], over=phrases)
    assert of_signal(replace(book, signals={"谢": spec}), "谢")[1].change == (
        "去掉 over：甲 等 3 条"
    )


def test_a_signal_of_signals_has_no_side_to_change():
    assert of_signal(pack(rule()), "不满") == []


def test_a_signal_of_both_sides_has_none_either():
    book = pack(rule(), signals="  催: {who: any, any: [快点说]}\n")
    assert of_signal(book, "催") == []


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        ("forbid: 催", []),
        (
            "forbid: 催\nwhen: 急\nwithin: 2\nuntil: 谢",
            [
                ("window", "within: 2 → 1"),
                ("window", "within: 2 → 3"),
                ("excuse", "去掉 when：急"),
                ("excuse", "去掉 until：谢"),
            ],
        ),
        (
            "forbid: 催\nunless:\n  - same_turn: [谢, 问]\n  - before 2: 谢\n  - earlier: 怨",
            [
                ("excuse", "去掉 unless same_turn：谢、问"),
                ("excuse", "去掉 unless before：谢"),
                ("window", "unless before 2 → 1：谢"),
                ("window", "unless before 2 → 3：谢"),
                ("excuse", "去掉 unless earlier：怨"),
            ],
        ),
        (
            "forbid: 催\nunless:\n  - same_or_next: 谢\n  - after: 问",
            [
                ("excuse", "去掉 unless same_or_next：谢"),
                ("window", "unless same_or_next 1 → 0：谢"),
                ("window", "unless same_or_next 1 → 2：谢"),
                ("excuse", "去掉 unless after：问"),
                ("window", "unless after 1 → 2：问"),
            ],
        ),
        (
            "require: 谢\nwhen: [急 2+, 怨]\nwithin: 1\nlate: 0\nsettled: 问\nnearly: 催",
            [
                ("window", "within: 1 → 2"),
                ("window", "credit: 1 → 0"),
                ("window", "credit: 1 → 2"),
                ("window", "late: 0 → 1"),
                ("excuse", "去掉 settled：问"),
                ("excuse", "去掉 nearly：催"),
                ("level", "急 2+ → 急"),
            ],
        ),
        (
            "require: 谢\nwhen: 急\nwithin: end",
            [("window", "credit: 1 → 0"), ("window", "credit: 1 → 2")],
        ),
        (
            "require: 谢\nat: opening\nwithin: 2",
            [("window", "within: 2 → 1"), ("window", "within: 2 → 3")],
        ),
        ("require: 谢\nat: anywhere", []),
        (
            "require: {all: [谢, 问]}\nwhen: 急\nbefore: 1\nwhich: first",
            [
                ("window", "before: 1 → 0"),
                ("window", "before: 1 → 2"),
                ("excuse", "去掉 which"),
                ("excuse", "去掉 every"),
            ],
        ),
        ("forbid: 催\nwhich: last", [("excuse", "去掉 which")]),
        (
            "repeat: {within: 1, when: 急, over: [谢, 问]}",
            [
                ("window", "within: 1 → 2"),
                ("excuse", "去掉 when：急"),
                ("excuse", "去掉 over：谢、问"),
            ],
        ),
        ("measure: {of: mixed, signals: [谢, 问]}", []),
        (
            "measure: {of: count, limit: 3, signals: 谢}",
            [("window", "limit: 3 → 2"), ("window", "limit: 3 → 4")],
        ),
        (
            "measure: {of: count, limit: 1, signals: 谢, within: 2, each: hit}",
            [
                ("window", "limit: 1 → 2"),
                ("window", "within: 2 → 1"),
                ("window", "within: 2 → 3"),
                ("excuse", "去掉 hits"),
            ],
        ),
        (
            "rise: {after: b, signal: 急, within: 1, before: 2}",
            [
                ("window", "within: 1 → 2"),
                ("window", "before: 2 → 1"),
                ("window", "before: 2 → 3"),
                ("layer", "去掉 after 的类别"),
                ("layer", "看不到让位的报告"),
            ],
        ),
    ],
)
def test_what_is_changed_in_each_kind_of_rule(judge, expected):
    assert changes(judge) == expected


def test_severities_and_yielding():
    severity = "{default: info, after 急 2+: error, after 怨: warning}"
    assert changes(severity=severity, yields_to="b") == [
        ("severity", "去掉 after 急 2+: error"),
        ("level", "after 急 2+ → 急"),
        ("severity", "去掉 after 怨: warning"),
        ("yields", "去掉 yields_to：b"),
    ]


STEPS = """\
sequence:
  - 先: 问(项=X)
  - 无 谢: 谢
  - 再: [given(项=X), 怨]
  - 同轮 后: asked(项=X)
span: 3
unless_between: 怨
unless_turn: 谢"""


def test_what_is_changed_in_a_sequence():
    assert changes(STEPS) == [
        ("window", "span: 3 → 2"),
        ("window", "span: 3 → 4"),
        ("excuse", "去掉 unless：怨"),
        ("excuse", "去掉 unless_turn：谢"),
        ("step", "去掉步骤 无 谢"),
        ("step", "去掉步骤 再"),
        ("step", "步骤 再：可以同轮"),
        ("step", "步骤 后：不能同轮"),
        ("join", "步骤 先 不连 X"),
        ("join", "步骤 再 不连 X"),
        ("join", "步骤 后 不连 X"),
    ]


def test_an_order_that_did_not_matter():
    free = "sequence:\n  - 先: 问\n  - 后: 谢\norder: any"
    assert ("excuse", "去掉 any_order") in changes(free)


def steps_of(judge: str) -> dict[str, Steps]:
    found: dict[str, Steps] = {}
    for one in mutants(pack(rule(judge))):
        (only,) = one.book.rules
        assert isinstance(only.judge, Steps)
        found[one.change] = only.judge
    return found


def test_a_step_set_free_shares_its_variable_with_no_other():
    found = steps_of(STEPS)["步骤 再 不连 X"]
    variables = [ref.slot[1] for step in found.steps for ref in step.signals if ref.slot]
    assert len(variables) == 3
    assert len(set(variables)) == 2
    assert variables[0] == variables[2]


def test_the_first_step_goes_only_before_one_that_may_be_first():
    assert "去掉步骤 先" not in steps_of(STEPS)
    two = "sequence:\n  - 先: 问(项=X)\n  - 后: asked(项=X)"
    found = steps_of(two)
    assert [step.name for step in found["去掉步骤 先"].steps] == ["后"]
    # Of two steps either may be set free: it is the same.
    assert [change for change in found if "不连" in change] == ["步骤 后 不连 X"]


def test_a_variable_of_one_step_joins_nothing():
    alone = "sequence:\n  - 先: 问(项=X)\n  - 后: 谢"
    assert [change for change in steps_of(alone) if "不连" in change] == []


def test_the_second_layer_that_does_not_hear_is_the_same_book():
    book = pack(rule("rise: {after: b, signal: 急}"), rule("forbid: 谢", name="b", category="b"))
    (deaf,) = [one for one in mutants(book) if one.deaf]
    assert deaf.book is book
    assert (deaf.subject, deaf.kind) == ("rude", "layer")


def test_every_kind_has_a_name():
    severity = "{default: info, after 急 2+: error}"
    book = pack(
        rule(STEPS, severity=severity, yields_to="b"),
        rule("rise: {after: a, signal: 急}", name="b", category="b"),
        signals=SIGNALS.replace("[谢谢]", "[谢谢], weighed: {drop: 5}"),
    )
    assert {one.kind for one in mutants(book)} == set(KINDS)


def test_a_signal_that_is_there_for_reports_has_no_mutants():
    book = pack(rule())
    abuse = replace(book.signals["催"], name=LOAD_SIGNAL)
    more = replace(book, signals={**book.signals, LOAD_SIGNAL: abuse})
    assert of_signal(more, "催")
    assert of_signal(more, LOAD_SIGNAL) == []
