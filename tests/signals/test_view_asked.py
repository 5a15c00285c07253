"""A call prepared for judging is looked at only where, and only for what, it is asked."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.model import Call, Role
from linter.rulebook.types import Ref, Signal
from linter.signals.detect import Detector, Seen
from linter.signals.opinions import Opinions
from linter.signals.search import Search
from linter.signals.sieve import Patterns
from linter.signals.slots import SlotTracker
from linter.signals.view import CallView, prepare

from .helpers import book, call
from .helpers import view as view_of

RULES = """
signals:
  通话结束: {who: any, any: [再见]}
  情绪: {who: customer, levels: {1: [着急], 2: [气死]}}
  投诉: {who: any, any: [投诉]}
  道歉: {who: agent, any: [抱歉], over: [抱歉什么]}
"""


def view(*said: tuple[str, str]) -> CallView:
    return view_of(RULES, *said)


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """For which signals was looked in which speaking turns."""
    asked: list[tuple[str, int]] = []
    hits = Detector.hits

    def noted(
        self: Detector,
        spec: Signal,
        search: Search,
        opinions: Opinions,
        patterns: Patterns | None = None,
    ) -> list[Seen]:
        asked.append((spec.name, search.turn.number))
        return hits(self, spec, search, opinions, patterns)

    monkeypatch.setattr(Detector, "hits", noted)
    return asked


SAID = (("a", "抱歉"), ("c", "气死我了，我要投诉"), ("a", "很抱歉"), ("c", "着急"))


def test_a_signal_is_looked_for_when_it_is_asked_for(looked: list[tuple[str, int]]) -> None:
    seen = view(*SAID)
    assert looked == []
    assert [s.speaking for s in seen.seen["道歉"]] == [0, 2]
    assert looked == [("道歉", 0), ("道歉", 2)]
    assert len(seen.hits(Ref("情绪", level=2))) == 1
    assert looked[2:] == [("情绪", 1), ("情绪", 3)]


def test_a_signal_is_looked_for_in_a_turn_only_once(looked: list[tuple[str, int]]) -> None:
    seen = view(*SAID)
    for _ in range(2):
        assert seen.first_within((Ref("道歉"),), range(1, 3), "agent")
        assert looked == [("道歉", 2)]
    for _ in range(2):
        assert len(seen.hits(Ref("道歉"))) == len(seen.seen["道歉"]) == 2
        assert "道歉" not in seen.taken_back
        assert "道歉" not in seen.unjudged
        assert seen.first_within((Ref("道歉"),), range(4), "agent")
        assert looked == [("道歉", 2), ("道歉", 0)]


def test_a_signal_whose_words_nobody_says_is_not_looked_for(
    looked: list[tuple[str, int]],
) -> None:
    seen = view(("a", "您好"), ("c", "抱歉"), ("a", "您说"))
    assert len(seen.seen) == len(seen.taken_back) == len(seen.unjudged) == 0
    assert seen.first_within((Ref("道歉"),), range(3), "agent") is None
    assert not seen.possible
    assert looked == []


def test_of_a_greeting_only_a_few_turns_are_looked_at(looked: list[tuple[str, int]]) -> None:
    rules = "signals: {问候: {who: agent, any: [您好], at: first 1}}"
    said = [("a", "您好请讲"), ("c", "我要退款")] * 3
    seen = view_of(rules, *said)
    assert [s.speaking for s in seen.standing("问候")] == [0]
    assert looked == [("问候", 0)]
    assert [s.speaking for s in seen.taken_back["问候"]] == [2, 4]
    assert looked == [("问候", 0), ("问候", 2), ("问候", 4)]
    assert [s.speaking for s in seen.seen["问候"]] == [0]


def test_what_was_found_of_signals_are_mappings() -> None:
    seen = view(("a", "抱歉什么"), ("c", "气死我了"), ("a", "抱歉"), ("c", "再见"))
    assert list(seen.seen) == ["通话结束", "情绪", "道歉"]
    assert len(seen.seen) == 3
    assert dict(seen.seen).keys() == seen.seen.keys()
    assert list(seen.taken_back) == ["道歉"]
    assert "投诉" not in seen.seen
    assert "没有这个" not in seen.seen
    for missing in ("投诉", "没有这个"):
        with pytest.raises(KeyError, match=missing):
            seen.seen[missing]
        assert seen.standing(missing) == ()


def test_members_are_told_before_their_group() -> None:
    rules = """
signals:
  都: {who: any, of: [客气, 投诉]}
  客气: {who: agent, of: [道歉]}
  道歉: {who: agent, any: [抱歉]}
  投诉: {who: customer, any: [投诉]}
"""
    seen = view_of(rules, ("a", "抱歉"), ("c", "我要投诉"))
    names = list(seen.seen)
    assert sorted(names) == sorted(["道歉", "客气", "投诉", "都"])
    assert names.index("道歉") < names.index("客气") < names.index("都") > names.index("投诉")
    assert [(s.hit.signal, s.member) for s in seen.seen["都"]] == [("都", "客气"), ("都", "投诉")]


def test_what_cannot_be_judged_is_told_when_it_is_asked_for() -> None:
    rules = """
signals:
  快: {who: agent, measure: {of: rate, over: 200}}
  快语: {who: agent, of: [快, 道歉]}
  道歉: {who: agent, any: [抱歉]}
"""
    seen = view_of(rules, ("a", "抱歉让您久等了我马上就给您办理请您稍等"), ("c", "嗯"))
    assert dict(seen.unjudged) == {"快": "没有说话的时间", "快语": "没有说话的时间"}
    assert [s.hit.signal for s in seen.seen["快语"]] == ["快语"]


PLACED = """
conditions: {引用: {quoted: true}}
signals:
  问候: {who: agent, any: [您好], at: first 2, over: [您好的]}
  收尾: {who: customer, any: [再见, 您好], at: last 1}
  双方: {who: any, any: [您好, 再见], at: last 2, not_if: [抱歉]}
  秒: {who: any, any: [您好], at: first 5s}
  长: {who: any, at: first 1, measure: {of: characters, over: 4}}
  应: {who: customer, at: last 2, backchannel: true}
  情绪: {who: customer, levels: {1: [着急], 2: [气死]}, not_when: [引用]}
  无: {who: agent, none: [您好]}
  道歉: {who: any, any: [抱歉, 再见], not_if: [气死]}
  组: {who: any, of: [情绪, 道歉, 问候], at: first 3}
  都: {who: any, of: [情绪, 道歉]}
  对: {who: any, of: [情绪, 道歉], least: 2, in: 2 turns}
"""
LOADED = book(PLACED)
DETECTOR = Detector(LOADED)
NAMES = tuple(LOADED.signals)
pieces = st.sampled_from(
    ["您好", "再见", "抱歉", "着急", "气死", "的", "嗯", "，", "“", "”", "请讲"]
)
lines = st.tuples(st.sampled_from("aaaccccbsu"), st.lists(pieces, max_size=5).map("".join))
calls = st.lists(lines, max_size=10).map(lambda said: call(*said))
refs = st.lists(
    st.builds(Ref, st.sampled_from(NAMES), level=st.integers(0, 2)), min_size=1, max_size=3
)
SIDES: tuple[Role, ...] = ("agent", "customer")


def fresh(said: Call) -> CallView:
    return prepare(said, DETECTOR, SlotTracker(LOADED.slots, DETECTOR))


@settings(deadline=None, max_examples=300)
@given(calls, st.permutations(NAMES))
def test_in_whatever_order_signals_are_asked_for(said: Call, names: list[str]) -> None:
    one, other = fresh(said), fresh(said)
    standing = {name: one.standing(name) for name in names}
    found = {name: other.found(name) for name in NAMES}
    for name in NAMES:
        assert standing[name] == found[name].standing == one.seen.get(name, ())
        assert one.found(name) == found[name]
        assert one.taken_back.get(name, ()) == found[name].taken_back
        assert {*found[name].hits} == {*found[name].standing, *found[name].taken_back}
        if DETECTOR.of_its_own(name).isdisjoint(one.possible):
            assert found[name].hits == ()


GREETED = (("a", "您好，请讲"), ("c", "抱歉，气死"), ("a", "请讲"), ("c", "着急"), ("a", "您好"))


@settings(deadline=None, max_examples=300)
@given(
    calls,
    st.lists(
        st.tuples(refs, st.integers(0, 3), st.integers(1, 6), st.sampled_from(SIDES)),
        min_size=1,
        max_size=4,
    ),
)
@example(call(*GREETED), [([Ref("问候")], 3, 2, "agent"), ([Ref("问候")], 0, 2, "agent")])
@example(call(*GREETED), [([Ref("情绪"), Ref("道歉")], 1, 2, "customer")])
@example(call(*GREETED), [([Ref("都")], 2, 2, "customer"), ([Ref("对")], 1, 1, "customer")])
def test_the_first_hit_within_some_turns(
    said: Call, asked: list[tuple[list[Ref], int, int, Role]]
) -> None:
    seen = fresh(said)
    for named, begin, size, role in asked:
        stretch = range(begin, min(begin + size, len(seen.turns)))
        every = fresh(said).any_hits(tuple(named))
        inside = [s for s in every if s.speaking in stretch and seen.turns[s.speaking].role == role]
        first = seen.first_within(tuple(named), stretch, role)
        assert first == next(iter(inside), None)
