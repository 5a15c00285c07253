from __future__ import annotations

import json
import pickle
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.calls.canonical import call_from
from linter.calls.place import Place
from linter.calls.write import to_canonical
from linter.model import ROLES, Call, Notice, Role, Turn
from linter.signals.casting import with_roles
from tests.signals.casting import samples
from tests.signals.casting.samples import bare, call, changed, numbered, roles, swapped


def noticed(call: Call) -> Notice:
    (notice,) = call.notices
    return notice


def test_a_call_with_its_roles_is_returned_as_it_is() -> None:
    whole = call(samples.INBOUND)
    assert with_roles(whole) is whole


def test_roles_are_filled_in_and_speakers_kept() -> None:
    given = numbered(call(samples.INBOUND))
    found = with_roles(given)
    assert roles(found) == roles(call(samples.INBOUND))
    assert [turn.speaker for turn in found.turns] == [turn.speaker for turn in given.turns]
    assert found.casting is not None
    assert found.casting.source == "inferred"
    notice = noticed(found)
    assert notice.code == "roles-inferred"
    assert not notice.warns
    assert "--agent-channel" in notice.hint
    assert "把握 99%" in notice.message


def test_what_is_less_sure_warns() -> None:
    turns = [
        Turn("unknown", text, speaker)
        for speaker, text in [
            ("1", "喂"),
            ("2", "嗯我看一下"),
            ("1", "嗯"),
            ("2", "嗯"),
        ]
    ]
    found = with_roles(Call("c", tuple(turns)))
    assert found.casting is not None
    assert 0.85 <= found.casting.confidence < 0.97
    assert noticed(found).warns


def test_what_cannot_be_told_stays_unknown_and_says_what_to_do() -> None:
    given = Call("c", tuple(Turn("unknown", "嗯", str(n % 2), line=n + 3) for n in range(8)))
    found = with_roles(given)
    assert found.turns == given.turns
    notice = noticed(found)
    assert (notice.code, notice.warns, notice.line) == ("roles-unknown", True, 3)
    assert "--role" in notice.hint


def test_swapped_roles_are_said_and_not_changed() -> None:
    given = swapped(call(samples.INBOUND))
    found = with_roles(given)
    assert found.turns == given.turns
    assert noticed(found).code == "roles-swapped"
    assert noticed(found).warns


def test_bled_turns_are_named_by_their_numbers_and_line() -> None:
    whole = call(samples.INBOUND)
    bled = Turn("customer", "感谢您的来电祝您生活愉快再见", line=40)
    found = with_roles(changed(whole, [*whole.turns, bled]))
    assert noticed(found).code == "roles-bleed"
    assert f"第 {len(whole.turns)} 句" in noticed(found).message
    assert noticed(found).line == 40


def test_earlier_notices_stay_and_nothing_is_said_twice() -> None:
    given = numbered(call(samples.INBOUND))
    given = Call(given.id, given.turns, notices=(Notice("other", "别的"),))
    once = with_roles(given)
    assert [notice.code for notice in once.notices] == ["other", "roles-inferred"]
    assert with_roles(once) is once


@pytest.mark.parametrize("turns", [0, 1])
def test_a_call_of_fewer_than_two_turns_is_left_alone(turns: int) -> None:
    given = Call("c", bare(call(samples.INBOUND)).turns[:turns])
    assert with_roles(given) is given


def test_a_script_is_left_alone() -> None:
    given = Call("话术", bare(call(samples.INBOUND)).turns, kind="script")
    assert with_roles(given) is given


def test_how_roles_were_found_makes_no_other_call_of_it_and_goes_to_other_processes() -> None:
    found = with_roles(numbered(call(samples.INBOUND)))
    assert pickle.loads(pickle.dumps(found)).casting == found.casting
    assert Call(found.id, found.turns) == found


WORDS = st.text(max_size=12) | st.sampled_from(
    [
        "您好请问有什么可以帮您",
        "我要投诉",
        "",
        "嗯",
        "满意请按一",
        "感谢您的来电",
        "\ud83d",
        "&nbsp;",
    ]
)
TIMES = st.none() | st.integers(-10, 10**9)
TURNS = st.builds(
    Turn,
    role=st.sampled_from(ROLES),
    text=WORDS,
    speaker=st.sampled_from(["", "1", "2", "3", "\0agent", "客服"]),
    start_ms=TIMES,
    end_ms=TIMES,
    line=st.none(),
    column=st.none(),
    meta=st.just({}),
)
OPEN = TURNS.map(lambda turn: turn._replace(role="unknown"))


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.lists(TURNS, max_size=14), st.lists(OPEN, max_size=14)),
    st.sampled_from(["", "chat", "phone"]),
    st.sampled_from(["call", "script"]),
)
def test_any_call_is_told_or_left_and_given_roles_never_change(
    turns: list[Turn], channel: str, kind: str
) -> None:
    before = Call("c", tuple(turns), channel=channel, kind=kind)  # type: ignore[arg-type]
    after = with_roles(before)
    assert len(after.turns) == len(before.turns)
    for old, new in zip(before.turns, after.turns, strict=True):
        assert new._replace(role=old.role) == old
        assert new.role == old.role or old.role == "unknown"
        assert new.role in get_args(Role)
    if after is not before:
        assert after.casting is not None
        assert 0 <= after.casting.confidence <= 1
        assert all(0 <= number < len(turns) for number in after.casting.doubtful)
        for evidence in after.casting.why:
            said = before.turns[evidence.turn].text
            assert said[evidence.start : evidence.end] == evidence.quote


def test_what_was_inferred_stays_inferred_when_written_down_and_read_again() -> None:
    found = with_roles(numbered(call(samples.INBOUND)))
    assert found.casting is not None
    found = replace(found, casting=replace(found.casting, confidence=0.9, doubtful=(1,)))
    written = json.loads(json.dumps(to_canonical(found)))
    again = with_roles(call_from(written, Place("")))
    assert again.casting is not None
    assert (again.casting.source, again.casting.confidence) == ("inferred", 0.9)
    assert again.casting.doubtful == (1,)
    assert [*again.casting.roles] == roles(found)
    assert noticed(again).warns
    assert to_canonical(again) == written


@pytest.mark.parametrize(
    "said",
    [
        "inferred",
        {"source": "unknown", "confidence": 0.9},
        {"source": "inferred"},
        {"source": "inferred", "confidence": "0.9"},
        {"source": "inferred", "confidence": 2},
        {"source": "inferred", "confidence": 0.9, "doubtful": [99]},
        {"source": "inferred", "confidence": 0.9, "doubtful": [[1]]},
        {"source": "inferred", "confidence": 0.9, "doubtful": 1},
    ],
)
def test_what_an_input_says_of_its_roles_in_another_way_is_not_understood(said: object) -> None:
    whole = replace(call(samples.INBOUND), meta={"casting": said})
    assert with_roles(whole) is whole
