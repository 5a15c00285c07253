from __future__ import annotations

import pytest

from .helpers import SORRY, TELL, chain, judged

CAUSE = "{forbid: [训人, 骂人]}"
RISE = "{rise: {after: [tone], signal: 情绪, within: 1, before: 3}, category: rise, deduct: false}"
WIDE = "{rise: {after: [tone], signal: 情绪, within: 2, before: 1}, category: rise}"
RULES = (CAUSE, RISE)
ONE, TWO, TOP = "客户：真烦。", "客户：气人。", "客户：混账。"
TOP2 = "客户：混账，真混账。"
SCOLD, ASK = "坐席：别喊。", "坐席：请讲。"


def _rises(*lines: str, rules: tuple[str, ...] = RULES) -> bool:
    return "r2" in {found.rule for found in judged(rules, *lines).findings}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((), ONE, True),
        ((TELL,), ONE, True),
        ((ONE,), ONE, False),
        ((ONE,), TWO, True),
        ((TWO,), ONE, False),
        ((TWO,), TELL, False),
        ((ONE,), "客户：真烦，你真烦。", False),
        ((TOP,), TOP, False),
        ((TOP,), TOP2, True),
        ((TOP2,), TOP2, False),
        ((TOP2,), "客户：混账，真烦，气人。", False),
    ],
)
def test_rising_is_above_what_was_before(
    before: tuple[str, ...], after: str, expected: bool
) -> None:
    assert _rises(*before, SCOLD, after) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ((TWO, ASK, TELL, ASK, TELL), False),
        ((TWO, ASK, TELL, ASK, TELL, ASK, TELL), True),
        ((TWO, ASK, "客户：嗯。", ASK, TELL, ASK, TELL), False),
        ((TWO, ASK, TELL, "坐席1：请讲。", TELL), False),
    ],
)
def test_maximum_of_the_three_customer_turns_before(
    before: tuple[str, ...], expected: bool
) -> None:
    assert _rises(*before, SCOLD, TWO) is expected


def test_most_hits_of_one_turn_before_count_at_the_ceiling() -> None:
    assert not _rises(TOP2, ASK, TOP, SCOLD, TOP2)
    assert _rises(TOP, ASK, TOP, SCOLD, TOP2)


def test_heat_before_is_the_maximum_not_the_last() -> None:
    assert not _rises(TWO, ASK, TELL, SCOLD, TWO)
    assert not _rises(TOP, ASK, "客户：真烦，你真烦。", SCOLD, TWO)


def test_window_after_counts_customer_turns() -> None:
    assert not _rises(TELL, SCOLD, TELL, ASK, ONE)
    assert _rises(TELL, SCOLD, "客户：嗯。", ASK, ONE)
    assert _rises(TELL, SCOLD, TELL, ASK, ONE, rules=(CAUSE, WIDE))
    assert not _rises(TELL, SCOLD, TELL, ASK, TELL, ASK, ONE, rules=(CAUSE, WIDE))


def test_fewer_turns_before() -> None:
    assert _rises(TWO, ASK, TELL, SCOLD, ONE, rules=(CAUSE, WIDE))


def test_no_cause_is_not_applicable_and_no_rise_is_met() -> None:
    assert judged(RULES, ONE, ASK, TWO).verdicts[1].status == "not_applicable"
    assert judged(RULES, ONE, SCOLD, TELL).verdicts[1].status == "met"
    assert judged(RULES, ONE, SCOLD).verdicts[1].status == "met"


def test_reported_at_the_cause_with_before_and_after() -> None:
    (cause, rise) = judged(RULES, ONE, SCOLD, TWO).findings
    assert (rise.turn, rise.quote, rise.deduct, cause.deduct) == (1, "别喊", False, True)
    assert chain(rise) == [
        (0, "before", "真烦"),
        (1, "cause", "别喊"),
        (2, "outcome", "气人"),
    ]
    assert [(e.label, e.rule) for e in rise.evidence] == [
        ("之前情绪", ""),
        ("说明", "r1"),
        ("之后情绪", ""),
    ]


def test_one_hit_before_is_enough_and_one_after_is_certain() -> None:
    (_, rise) = judged(RULES, "客户：真烦，你真烦。", SCOLD, TWO).findings
    assert [part for _, part, _ in chain(rise)] == ["before", "cause", "outcome"]
    assert (rise.evidence[0].start, rise.certainty) == (4, "certain")


def test_two_causes_in_a_turn_are_one_finding() -> None:
    rules = ("{forbid: 训人}", "{forbid: 骂人}", RISE.replace("category: rise", "category: up"))
    found = [f for f in judged(rules, TELL, "坐席：别喊，有病。", ONE).findings if f.rule == "r3"]
    assert [chain(f) for f in found] == [
        [(1, "cause", "别喊"), (1, "again", "有病"), (2, "outcome", "真烦")]
    ]


def test_hidden_cause_still_feeds_it() -> None:
    rules = ("{forbid: 训人, yields_to: r2}", "{forbid: 训人, category: other}", RISE)
    made = judged(rules, TELL, SCOLD, ONE)
    assert [found.rule for found in made.hidden] == ["r1"]
    assert [found.rule for found in made.findings] == ["r2", "r3"]


def test_other_categories_are_no_cause() -> None:
    assert not _rises(TELL, SCOLD, ONE, rules=("{forbid: 训人, category: other}", RISE_OTHER))


RISE_OTHER = "{rise: {after: [x], signal: 情绪}, category: x}"


def test_doubtful_cause_makes_a_doubtful_rise() -> None:
    made = judged(RULES, TELL, "坐席：小声点。", ONE)
    assert [found.certainty for found in made.findings] == ["review", "review"]


# --- signals without levels, and signals made of others

HURT = "{rise: {after: [tone], signal: 委屈, within: 1}, category: rise}"


def test_signal_without_levels_rises_with_more_hits() -> None:
    assert _rises(TELL, SCOLD, "客户：委屈。", rules=(CAUSE, HURT))
    assert not _rises("客户：委屈。", SCOLD, "客户：委屈。", rules=(CAUSE, HURT))
    assert _rises("客户：委屈。", SCOLD, "客户：委屈，真委屈。", rules=(CAUSE, HURT))
    assert not _rises(TELL, SCOLD, TELL, rules=(CAUSE, HURT))


def test_doubtful_heat_makes_a_doubtful_rise() -> None:
    def certainty(*lines: str) -> str:
        return judged((CAUSE, HURT), *lines).findings[-1].certainty

    assert certainty(TELL, SCOLD, "客户：难过。") == "review"
    assert certainty(TELL, SCOLD, "客户：难过，委屈。") == "certain"
    assert certainty("客户：委屈。", SCOLD, "客户：难过，委屈。") == "review"


def test_ceiling_of_a_signal_made_of_others_is_theirs() -> None:
    rules = (CAUSE, RISE.replace("情绪", "火气"))
    assert _rises(TOP, SCOLD, TOP2, rules=rules)
    assert not _rises(ONE, SCOLD, "客户：真烦，你真烦。", rules=rules)
    assert _rises(ONE, SCOLD, TWO, rules=rules)


def test_apology_is_no_cause() -> None:
    made = judged(RULES, TELL, SORRY, TOP)
    assert [v.status for v in made.verdicts] == ["met", "not_applicable"]
