"""Words of the other side's last turn that a hit throws back."""

from __future__ import annotations

import pytest

from linter.signals.contexts import echoes

from .test_features_context import judged


@pytest.mark.parametrize(
    ("words", "other", "least", "there"),
    [
        ("我调门", "您先把调门收一收", 2, True),
        ("我调门", "您先把调门收一收", 3, False),
        # Who says it again swaps the pronouns, and is free with particles.
        ("什么叫总可以吧", "这总可以了吧", 3, True),
        ("说我拿了包", "会不会是您拿的包呢", 2, True),
        ("我调子", "把门调一调", 2, False),
        ("我门调", "把调门收一收", 2, False),
        # Numbers are said again to hear them right, but may stand between what counts.
        ("三十二", "一共三十二块", 2, False),
        ("我捞一笔", "想捞一笔", 2, True),
        ("我捞一笔", "想捞一笔", 3, False),
        ("我调门", "", 2, False),
        ("", "调门", 2, False),
        ("的了吗", "的了吗", 2, False),
    ],
)
def test_a_stretch_that_the_other_side_has(words: str, other: str, least: int, there: bool) -> None:
    assert echoes(words, other, least) is there


SAID = "any: [^我…8$], echo: 2"


def test_only_what_the_other_side_said_last_counts() -> None:
    tone, fine = ("a", "您把调门收一收"), ("a", "在给您查订单")
    thrown = ("c", "我调门")
    assert judged(SAID, tone, thrown) == ([(1, "我调门")], [])
    assert judged(SAID, fine, thrown) == ([], ["echo: 2"])
    assert judged(SAID, tone, ("c", "你说"), fine, thrown) == ([], ["echo: 2"])
    assert judged(SAID, thrown) == ([], ["echo: 2"])


def test_a_nod_is_no_turn_and_ones_own_words_are_none() -> None:
    tone, thrown = ("a", "您把调门收一收"), ("c", "我调门")
    assert judged(SAID, tone, ("c", "嗯"), ("a", "嗯"), thrown)[0] == [(3, "我调门")]
    assert judged(SAID, ("c", "调门"), ("a", "您请讲"), thrown)[0] == []


def test_the_words_of_the_hit_have_to_have_it() -> None:
    tone = ("a", "您把调门收一收")
    assert judged("any: [我急], echo: 2", tone, ("c", "调门，我急")) == ([], ["echo: 2"])


def test_groups_ask_it_of_their_members() -> None:
    said = "of: [调], echo: 2}, 调: {who: any, any: [我…8$]"
    assert judged(said, ("a", "把调门收收"), ("c", "我调门"))[0] == [(1, "我调门")]
    assert judged(said, ("a", "您请讲"), ("c", "我调门")) == ([], ["echo: 2"])
