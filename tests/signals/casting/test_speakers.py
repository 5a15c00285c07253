from __future__ import annotations

from linter.model import Call, Turn
from linter.signals.casting.speakers import grouped, likely, told_apart


def of(*speakers: str) -> Call:
    return Call("c", tuple(Turn("unknown", "话", speaker) for speaker in speakers))


def test_the_speaker_who_sounds_more_like_an_agent_is_one_whatever_the_level() -> None:
    call = of("1", "2", "1", "2")
    assert told_apart(call, grouped(call), [-1, -4, -1, -4]).roles == ("agent", "customer") * 2
    assert told_apart(call, grouped(call), [1, 4, 1, 4]).roles == ("customer", "agent") * 2


def test_the_confidence_is_that_of_the_difference_of_all_they_say() -> None:
    call = of("1", "2", "1")
    assert told_apart(call, grouped(call), [1.0, -2.0, 0.5]).confidence == likely(0.6 * 3.5)
    assert told_apart(call, grouped(call), [0.0, 0.0, 0.0]).confidence == 0.5


def test_two_who_speak_alike_are_still_an_agent_and_a_customer() -> None:
    call = of("1", "2")
    assert set(told_apart(call, grouped(call), [1.0, 1.0]).roles) == {"agent", "customer"}


def test_of_three_the_one_in_the_middle_is_what_it_is_beyond_the_middle() -> None:
    call = of("1", "2", "3")
    assert told_apart(call, grouped(call), [4, -4, 3.5]).roles == ("agent", "customer", "agent")
    assert told_apart(call, grouped(call), [4, -4, -3.5]).roles == ("agent", "customer", "customer")
    middle = told_apart(call, grouped(call), [4, -4, 0.5])
    assert middle.roles == ("agent", "customer", "unknown")
    assert middle.doubtful == (2,)


def test_given_sides_are_groups_of_their_own_and_bots_are_none() -> None:
    call = Call(
        "c",
        (
            Turn("agent", "a", "1"),
            Turn("unknown", "b", "1"),
            Turn("bot", "c"),
            Turn("unknown", "d"),
        ),
    )
    assert sorted(grouped(call).values()) == [[0, 1], [3]]


def test_no_number_is_too_great_for_a_probability() -> None:
    assert likely(1e9) == 1.0
    assert likely(-1e9) < 1e-300
