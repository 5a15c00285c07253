from __future__ import annotations

from .helpers import ANGRY, ASK, SORRY, TELL, chain, findings, one, places, status, verdict

APOLOGY = "{when: [投诉诉求, 情绪], require: 致歉安抚, within: 2, credit: 1, late: 2}"
STRICT = "{when: 投诉诉求, require: 致歉安抚, within: 2, credit: 0}"


def test_repeated_triggers_are_one_finding() -> None:
    found = one(APOLOGY, ANGRY, ASK, "客户：真烦。", ASK, ANGRY, ASK)
    assert found.turn == 1
    assert chain(found) == [
        (0, "trigger", "我要投诉"),
        (2, "again", "真烦"),
        (4, "again", "我要投诉"),
    ]


def test_new_episode_after_the_demand_was_met() -> None:
    lines = (ANGRY, SORRY, TELL, ASK, ANGRY, ASK, TELL, ASK)
    assert places(STRICT, *lines) == [(5, "请接着讲。")]
    assert verdict(STRICT, *lines).turn == 1


def test_new_episode_after_the_demand_was_met_late() -> None:
    rule = APOLOGY.replace("within: 2", "within: 1")
    lines = (ANGRY, ASK, TELL, SORRY, TELL, ASK, ANGRY, ASK, TELL, ASK)
    first, second = findings(rule, *lines)
    assert (first.turn, first.late, chain(first)[0][0]) == (1, True, 0)
    assert (second.turn, second.late, chain(second)) == (7, False, [(6, "trigger", "我要投诉")])


def test_words_after_the_second_trigger_do_not_end_the_episode_before_it() -> None:
    assert len(findings(STRICT, ANGRY, ASK, TELL, ASK, ANGRY, SORRY)) == 1


def _quiet(turns: int) -> tuple[str, ...]:
    """A trigger, so many substantive turns without one, and a trigger again."""
    between = [ASK if number % 2 == 0 else TELL for number in range(turns)]
    if turns % 2 == 0:
        between[-1] = "坐席2：我来接着听。"
    return (ANGRY, *between, ANGRY, ASK)


def test_new_episode_when_six_turns_pass_without_a_trigger() -> None:
    assert len(findings(STRICT, *_quiet(5))) == 1
    assert len(findings(STRICT, *_quiet(6))) == 2
    assert len(findings(STRICT, *_quiet(7))) == 2


def test_quiet_is_counted_from_the_last_trigger() -> None:
    lines = (*_quiet(5), TELL, ASK, TELL, ANGRY, ASK)
    assert len(findings(STRICT, *lines)) == 1


def test_quiet_counts_no_back_channels() -> None:
    lines = [line for spoken in _quiet(5) for line in (spoken, "客户：嗯。")]
    assert len(findings(STRICT, *lines)) == 1


def test_words_after_all_triggers_are_late_for_them_together() -> None:
    rule = APOLOGY.replace("within: 2", "within: 1")
    found = one(rule, ANGRY, ASK, ANGRY, ASK, TELL, SORRY)
    assert [turn for turn, _, _ in chain(found)] == [0, 2, 5]
    assert found.late


def test_first_episode_that_was_met_is_the_one_named() -> None:
    assert verdict(STRICT, ANGRY, SORRY, TELL, ASK, ANGRY, SORRY).turn == 1


def test_two_triggers_in_one_turn_are_one_episode() -> None:
    assert len(findings(APOLOGY, "客户：我要投诉，真烦。", ASK, TELL, ASK)) == 1


def test_one_missing_episode_among_met_ones_is_violated() -> None:
    lines = (ANGRY, SORRY, TELL, ASK, ANGRY, ASK, TELL, ASK, TELL, SORRY, ANGRY, SORRY)
    assert (status(STRICT, *lines), verdict(STRICT, *lines).turn) == ("violated", 1)
