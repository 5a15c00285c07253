from __future__ import annotations

from linter.coaching.exemplars import CallMoments, Collection
from linter.coaching.exemplars.moments import Moment, Said


def moment(situation, good=True, cooler=None, *turns):
    said = tuple(Said(turn, f"第{turn}轮") for turn in turns)
    return Moment(situation, "a", ("寄件",), good, cooler, "c", "", "问", said)


def collected(*calls):
    found = Collection()
    for moments in calls:
        found.add(CallMoments("a", moments))
    return found


def test_all_moments_of_a_call_count_as_one_together():
    found = collected(
        (
            moment("opening"),
            moment("upset", True, True, 2, 4),
            moment("complaint", False, None, 4, 6),
        )
    )
    (together,) = found.of("any")
    assert (together.good, together.cooler) == (False, True)
    assert together.stratum == ("寄件", "complaint+upset")
    assert [said.turn for said in together.said] == [2, 4, 6]


def test_places_alone_are_nothing_together():
    assert collected((moment("opening"), moment("closing"))).of("any") == []


def test_together_is_left_out_where_it_says_no_more():
    assert set(collected((moment("opening"), moment("upset"))).situations()) == {
        "opening",
        "upset",
    }
    two = collected((moment("upset"),), (moment("complaint"),))
    assert set(two.situations()) == {"upset", "complaint", "any"}


def test_calls_without_an_agent_are_counted_and_left_out():
    found = Collection()
    found.add(CallMoments("", ()))
    found.add(CallMoments("b", (moment("upset"),), 2))
    assert (found.calls, found.nobody, found.unjudged) == (2, 1, 2)
    assert list(found.agents) == ["b"]
