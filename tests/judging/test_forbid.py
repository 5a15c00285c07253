from __future__ import annotations

import pytest

from .helpers import (
    ANGRY,
    ASK,
    SCOLD,
    SORRY,
    TELL,
    chain,
    findings,
    one,
    places,
    status,
    verdict,
)

PLAIN = "{forbid: 训人}"
AFTER = "{forbid: 训人, when: 情绪, within: 2, until: 已解决}"
UPSET = "客户：真烦。"


def _unless(where: str, signal: str = "致歉安抚") -> str:
    return f"{{forbid: 训人, unless: [{{{where}: {signal}}}]}}"


# --- everywhere


def test_hit_is_quoted_and_reported() -> None:
    found = one(PLAIN, TELL, "坐席：先生，您别喊了。")
    assert (found.turn, found.start, found.end, found.quote) == (1, 4, 6, "别喊")
    assert found.evidence == ()


def test_none_is_met() -> None:
    assert status(PLAIN, TELL, ASK) == "met"


def test_customers_words_are_not_the_agents() -> None:
    assert status(PLAIN, "客户：你别喊。", ASK) == "met"


def test_one_finding_a_speaking_turn() -> None:
    first, second = findings(PLAIN, TELL, "坐席：别喊，我说别喊。", TELL, SCOLD)
    assert chain(first) == [(1, "again", "别喊")]
    assert (first.start, first.evidence[0].start) == (0, 5)
    assert (second.turn, second.evidence) == (3, ())


def test_fragments_are_one_turn() -> None:
    found = one(PLAIN, TELL, "坐席：别喊，", "客户：嗯。", "坐席：我说别喊。")
    assert (found.turn, chain(found)) == (1, [(3, "again", "别喊")])


def test_certain_hit_of_a_turn_is_the_one_reported() -> None:
    found = one(PLAIN, TELL, "坐席：小声点，请小声点，您别喊。")
    assert (found.quote, found.certainty) == ("别喊", "certain")
    assert chain(found) == [(1, "again", "小声点"), (1, "again", "小声点")]


def test_doubtful_hit_is_worth_a_look() -> None:
    assert one(PLAIN, TELL, "坐席：小声点。").certainty == "review"
    assert one("{forbid: 训人, certainty: review}", TELL, SCOLD).certainty == "review"


def test_two_signals_on_the_same_words_are_no_second_span() -> None:
    assert one("{forbid: [结束语, 通话结束]}", TELL, "坐席：再见。").evidence == ()


# --- within a window


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((UPSET, SCOLD), [1]),
        ((UPSET, ASK, TELL, SCOLD), [3]),
        ((UPSET, ASK, TELL, ASK, TELL, SCOLD), []),
        ((SCOLD, UPSET, ASK), []),
        ((UPSET, "坐席：嗯。", TELL, ASK, TELL, SCOLD), [5]),
        ((UPSET, "坐席：请讲，", "客户：嗯。", "坐席：我听着。", TELL, SCOLD), [5]),
        ((UPSET, "坐席1：请讲。", "坐席2：请讲。", TELL, SCOLD), []),
    ],
)
def test_window_after_a_trigger(lines: tuple[str, ...], expected: list[int]) -> None:
    assert [turn for turn, _ in places(AFTER, *lines)] == expected


def test_no_trigger_is_not_applicable() -> None:
    assert status(AFTER, TELL, SCOLD) == "not_applicable"
    assert status(AFTER, UPSET, ASK) == "met"


def test_trigger_is_evidence_and_the_last_one_counts() -> None:
    lines = (UPSET, ASK, "客户：气人。", SCOLD)
    assert chain(one(AFTER, *lines)) == [(2, "trigger", "气人")]


def test_what_came_before_a_short_word_is_not_after_it() -> None:
    rule = "{forbid: 训人, when: 同意, within: 2}"
    assert places(rule, TELL, "坐席：别喊，", "客户：好的。", "坐席：请讲。") == []
    assert places(rule, TELL, "坐席：请讲，", "客户：好的。", "坐席：别喊。") == [(3, "别喊")]


def test_until_ends_the_window() -> None:
    assert places(AFTER, UPSET, ASK, "客户：修好了。", SCOLD) == []
    assert places(AFTER, UPSET, SCOLD, "客户：修好了。", ASK) == [(1, "别喊")]
    assert places(AFTER, "客户：修好了。", ASK, UPSET, SCOLD) == [(3, "别喊")]


def test_until_in_the_triggers_own_turn_counts_when_it_comes_after() -> None:
    for cut in ("，", "，|客户："):
        assert places(AFTER, *f"客户：真烦{cut}修好了。".split("|"), SCOLD) == []
        assert len(places(AFTER, *f"客户：修好了{cut}真烦。".split("|"), SCOLD)) == 1


def test_triggers_own_turn_is_no_part_of_the_window() -> None:
    own = "{forbid: 训人, when: 稍等, within: 1}"
    assert places(own, TELL, "坐席：请稍等，别喊。", TELL, ASK) == []
    assert places(own, TELL, "坐席：请稍等，", "坐席：别喊。", TELL, ASK) == []
    assert places(own, TELL, "坐席：请稍等，", "坐席：马上。", TELL, SCOLD) == [(4, "别喊")]


def test_doubtful_trigger_makes_a_doubtful_finding() -> None:
    rule = "{forbid: 训人, when: 投诉诉求, within: 2}"
    assert one(rule, "客户：我想反映一下。", SCOLD).certainty == "review"
    found = one(rule, ANGRY, ASK, "客户：我想反映一下。", SCOLD)
    assert (found.certainty, chain(found)) == ("certain", [(0, "trigger", "我要投诉")])


# --- unless


@pytest.mark.parametrize(
    ("where", "lines", "excused"),
    [
        ("same_turn", (TELL, "坐席：别喊，抱歉。"), True),
        ("same_turn", (TELL, "坐席：别喊，", "客户：嗯。", "坐席：抱歉。"), True),
        ("same_turn", (SORRY, TELL, SCOLD, TELL, SORRY), False),
        ("same_or_next", (TELL, "坐席：抱歉，别喊。"), True),
        ("same_or_next", (TELL, SCOLD, TELL, SORRY), True),
        ("same_or_next", (TELL, SCOLD, TELL, ASK, TELL, SORRY), False),
        ("same_or_next", (SORRY, TELL, SCOLD), False),
        ("earlier", (SORRY, TELL, ASK, TELL, SCOLD), True),
        ("earlier", (TELL, "坐席：抱歉，别喊。"), False),
        ("earlier", (TELL, "坐席：抱歉，", "客户：嗯。", "坐席：别喊。"), False),
        ("earlier", (TELL, SCOLD, TELL, SORRY), False),
        ("before 1", (SORRY, TELL, SCOLD), True),
        ("before 1", (SORRY, TELL, ASK, TELL, SCOLD), False),
        ("before 1", (SORRY, TELL, SCOLD, TELL, ASK), True),
        ("before 1", (SORRY, TELL, "坐席：请讲，", "坐席：别喊。"), True),
        ("before 2", (SORRY, TELL, ASK, TELL, SCOLD), True),
        ("before 2", (SORRY, TELL, ASK, TELL, ASK, TELL, SCOLD), False),
        ("before 2", (TELL, "坐席：抱歉，别喊。"), False),
        ("before 2", (TELL, SCOLD, TELL, SORRY), False),
        ("before 2", (TELL, "坐席：抱歉，", "坐席：别喊。"), False),
        ("after 1", (TELL, SCOLD, TELL, SORRY), True),
        ("after 1", (TELL, SCOLD, TELL, ASK, TELL, SORRY), False),
        ("after 1", (TELL, "坐席：别喊，", "坐席：请讲。", TELL, SORRY), True),
        ("after 1", (ASK, TELL, SCOLD, TELL, SORRY), True),
        ("after 2", (TELL, SCOLD, TELL, ASK, TELL, SORRY), True),
        ("after 2", (TELL, SCOLD, TELL, ASK, TELL, ASK, TELL, SORRY), False),
        ("after 2", (SORRY, TELL, SCOLD), False),
        ("after 2", (TELL, "坐席：别喊，抱歉。"), False),
        ("after 2", (TELL, "坐席：别喊，", "坐席：抱歉。"), False),
    ],
)
def test_unless(where: str, lines: tuple[str, ...], excused: bool) -> None:
    assert status(_unless(where), *lines) == ("met" if excused else "violated")


@pytest.mark.parametrize(
    ("where", "lines", "excused"),
    [
        ("before 1", ("客户：我要投诉。", SCOLD), True),
        ("before 1", ("客户：我要投诉。", ASK, TELL, SCOLD), False),
        ("before 2", ("客户：我要投诉。", ASK, TELL, SCOLD), True),
        ("after 1", (TELL, SCOLD, "客户：我要投诉。"), True),
        ("after 1", (TELL, SCOLD, TELL, ASK, "客户：我要投诉。"), False),
    ],
)
def test_unless_counts_turns_of_the_excuses_own_side(
    where: str, lines: tuple[str, ...], excused: bool
) -> None:
    rule = _unless(where, signal="投诉诉求")
    assert status(rule, *lines, ASK) == ("met" if excused else "violated")


@pytest.mark.parametrize(
    ("where", "lines", "excused"),
    [
        ("before 1", (TELL, ASK, "客户：好的。", SCOLD), True),
        ("before 1", (TELL, ASK, "客户：好的。", ASK, TELL, SCOLD), False),
        ("before 1", (ASK, "客户：好的。", SCOLD), True),
        ("before 1", ("客户：好的。", SCOLD, TELL), True),
        ("before 1", ("客户：好的。", ASK, TELL, SCOLD), False),
        ("after 1", (TELL, SCOLD, "客户：好的。"), True),
        ("after 1", (TELL, SCOLD, "客户：好的。", TELL, ASK), True),
        ("after 1", (TELL, SCOLD, TELL, "客户：好的。", ASK), False),
        ("earlier", (ASK, "客户：好的。", SCOLD, TELL), True),
    ],
)
def test_short_answer_excuses_and_is_no_turn_to_count(
    where: str, lines: tuple[str, ...], excused: bool
) -> None:
    assert status(_unless(where, signal="同意"), *lines) == ("met" if excused else "violated")


def test_any_excuse_is_enough() -> None:
    rule = "{forbid: 训人, unless: [{same_turn: 致歉安抚}, {before 1: [受理动作, 跟进承诺]}]}"
    assert status(rule, "坐席：给您登记。", TELL, SCOLD) == "met"
    assert status(rule, TELL, "坐席：抱歉，别喊。") == "met"
    assert status(rule, TELL, ASK, TELL, SCOLD) == "violated"


def test_excuse_excuses_its_own_hit_only() -> None:
    lines = (TELL, "坐席：抱歉，别喊。", TELL, SCOLD)
    assert places(_unless("same_turn"), *lines) == [(3, "别喊")]


# --- severity

HARDER = "{forbid: 训人, severity: {default: info, after 投诉诉求: error, after 情绪 2+: warning}}"


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        ((TELL, SCOLD), "info"),
        ((UPSET, SCOLD), "info"),
        (("客户：气人。", SCOLD), "warning"),
        ((ANGRY, ASK, TELL, SCOLD), "error"),
        (("客户：气人，我要投诉。", SCOLD), "error"),
        ((TELL, SCOLD, ANGRY), "info"),
    ],
)
def test_severity_depends_on_what_went_before(lines: tuple[str, ...], severity: str) -> None:
    assert findings(HARDER, *lines)[0].severity == severity


def test_what_raised_the_severity_is_evidence() -> None:
    lines = (ANGRY, ASK, ANGRY, SCOLD)
    assert chain(one(HARDER, *lines)) == [(2, "context", "我要投诉")]


def test_same_turn_is_not_after_however_it_was_cut() -> None:
    rule = "{forbid: 训人, severity: {default: info, after 稍等: error}}"
    assert one(rule, TELL, "坐席：请稍等，别喊。").severity == "info"
    cut = one(rule, TELL, "坐席：请稍等，", "坐席：别喊。")
    assert (cut.severity, cut.evidence) == ("info", ())
    assert one(rule, TELL, "坐席：请稍等。", TELL, SCOLD).severity == "error"


def test_verdict_of_a_forbidden_thing_names_no_turn() -> None:
    assert verdict(PLAIN, TELL, ASK).turn is None
