from __future__ import annotations

import subprocess
import sys

import pytest

from linter.model import Call, Turn
from linter.signals.casting.inferring import ENOUGH, cast, is_open
from tests.signals.casting import samples
from tests.signals.casting.samples import bare, call, changed, numbered, roles

CALLS = {
    "inbound": samples.INBOUND,
    "collection": samples.COLLECTION,
    "chat": samples.CHAT,
    "dialect": samples.DIALECT,
}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(("agent", "customer"), [("1", "2"), ("2", "1"), ("王丽", "说话人B")])
def test_of_two_speakers_the_agent_is_told(name: str, agent: str, customer: str) -> None:
    right = call(CALLS[name])
    found = cast(numbered(right, agent, customer))
    assert list(found.roles) == roles(right)
    assert found.source == "inferred"
    assert found.confidence >= 0.97
    assert found.doubtful == ()


@pytest.mark.parametrize("name", ["inbound", "collection", "dialect"])
def test_without_labels_each_turn_is_told(name: str) -> None:
    right = call(CALLS[name])
    found = cast(bare(right))
    assert list(found.roles) == roles(right)
    assert found.source == "inferred"


def test_one_label_for_all_is_none() -> None:
    right = call(samples.INBOUND)
    found = cast(numbered(right, "0", "0"))
    assert list(found.roles) == roles(right)


def test_of_a_chat_without_labels_less_is_sure() -> None:
    right = call(samples.INBOUND)
    phone = cast(bare(right))
    chat = cast(bare(call(samples.INBOUND, channel="chat")))
    assert chat.confidence < phone.confidence


def test_turns_that_overlap_are_of_two_speakers() -> None:
    texts = ["您好请问有什么可以帮您", "我要退货", "嗯", "麻烦您提供一下订单号码", "一二三四"]
    times = [(0, 900), (1000, 2000), (1500, 1700), (2100, 3000), (3100, 4000)]
    turns = [
        Turn("unknown", text, "", start, end)
        for text, (start, end) in zip(texts, times, strict=True)
    ]
    found = cast(Call("c", tuple(turns)))
    apart = cast(Call("c", tuple(t._replace(start_ms=None, end_ms=None) for t in turns)))
    assert found.confidence != apart.confidence


def test_a_second_agent_is_an_agent() -> None:
    found = cast(call(samples.TRANSFER))
    by_speaker = {
        turn.speaker: role
        for turn, role in zip(call(samples.TRANSFER).turns, found.roles, strict=True)
    }
    assert by_speaker == {"1": "agent", "2": "customer", "3": "agent"}


def test_who_only_reads_out_menus_is_a_bot() -> None:
    found = cast(call(samples.BOT))
    assert found.roles == ("bot", *["agent", "customer"] * 3, "agent", "bot")


def test_menus_on_the_agents_own_channel_are_the_agents() -> None:
    text = samples.BOT.replace("0：", "1：")
    found = cast(call(text))
    assert set(found.roles) == {"agent", "customer"}


def test_a_third_speaker_who_hardly_speaks_stays_unknown() -> None:
    given = call(samples.TRANSFER + "\n4：嗯")
    found = cast(given)
    assert found.roles[-1] == "unknown"
    assert found.doubtful == (len(given.turns) - 1,)


def test_the_other_side_of_a_given_one_is_told_even_of_two_turns() -> None:
    given = Call("c", (Turn("agent", "您好"), Turn("unknown", "喂", "2")))
    assert cast(given).roles == ("agent", "customer")
    given = Call("c", (Turn("unknown", "您好", "1"), Turn("customer", "喂", "2")))
    assert cast(given).roles == ("agent", "customer")


def test_two_turns_of_which_one_has_neither_role_nor_label_are_too_few() -> None:
    given = Call("c", (Turn("customer", "我要投诉。"), Turn("unknown", "您别喊。")))
    assert cast(given).roles == ("customer", "unknown")


def test_a_label_that_has_a_role_elsewhere_has_it_everywhere() -> None:
    turns = (
        Turn("agent", "您好请问有什么可以帮您", "1"),
        Turn("unknown", "我的包裹呢", "2"),
        Turn("unknown", "嗯我", "1"),
    )
    assert cast(Call("c", turns)).roles == ("agent", "customer", "agent")


def test_where_nobody_is_left_for_the_other_side_nothing_is_told() -> None:
    given = Call("c", (Turn("agent", "您好", "1"), Turn("unknown", "请稍等", "1")))
    assert cast(given).source == "unknown"
    assert cast(given).roles == ("agent", "unknown")


@pytest.mark.parametrize("turns", [2, 3])
@pytest.mark.parametrize("labels", [True, False])
def test_of_two_or_three_turns_nothing_is_told(turns: int, labels: bool) -> None:
    whole = call(samples.INBOUND)
    short = changed(whole, list(whole.turns[:turns]))
    found = cast(numbered(short) if labels else bare(short))
    assert found.source == "unknown"
    assert set(found.roles) == {"unknown"}
    assert found.confidence < ENOUGH


def test_turns_without_words_do_not_count() -> None:
    whole = call(samples.INBOUND)
    empty = [
        turn if n in (2, 5) else turn._replace(text="……") for n, turn in enumerate(whole.turns)
    ]
    assert cast(numbered(changed(whole, empty))).source == "unknown"
    half = [turn if n % 4 < 2 else turn._replace(text="") for n, turn in enumerate(whole.turns)]
    assert list(cast(numbered(changed(whole, half))).roles) == roles(whole)


def test_of_what_both_say_alike_nothing_is_told() -> None:
    turns = tuple(Turn("unknown", "嗯", str(n % 2)) for n in range(20))
    found = cast(Call("c", turns))
    assert found.source == "unknown"
    assert set(found.roles) == {"unknown"}


def test_why_quotes_the_words_that_weighed_most() -> None:
    right = numbered(call(samples.INBOUND))
    found = cast(right)
    assert {evidence.label for evidence in found.why} == {"像坐席说的", "像客户说的"}
    for evidence in found.why:
        assert right.turns[evidence.turn].text[evidence.start : evidence.end] == evidence.quote
        wanted = "agent" if evidence.label == "像坐席说的" else "customer"
        assert found.roles[evidence.turn] == wanted
        assert evidence.quote


def test_bots_and_the_system_keep_their_roles() -> None:
    whole = numbered(call(samples.INBOUND))
    given = changed(whole, [Turn("system", "通话开始"), *whole.turns, Turn("bot", "请评价")])
    found = cast(given)
    assert (found.roles[0], found.roles[-1]) == ("system", "bot")
    assert list(found.roles[1:-1]) == roles(call(samples.INBOUND))


def test_what_is_open() -> None:
    whole = call(samples.INBOUND)
    assert not is_open(whole)
    assert is_open(bare(whole))
    assert not is_open(changed(whole, [*whole.turns, Turn("unknown", "什么")]))
    assert not is_open(changed(whole, [Turn("unknown", "喂")]))
    assert not is_open(Call("话术", bare(whole).turns, kind="script"))


def test_another_process_says_the_same() -> None:
    script = (
        "from tests.signals.casting import samples as s\n"
        "from linter.signals.casting import cast\n"
        "for text in (s.INBOUND, s.COLLECTION, s.CHAT):\n"
        "    print(cast(s.bare(s.call(text))), cast(s.numbered(s.call(text))))\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(said) == 1
    assert b"inferred" in said.pop()
