from __future__ import annotations

import pytest

from linter.ruletest import Difference, Mark, Result

from .helpers import FLAG, PASS, flag, pack, passes, results, rule

WORSE = rule(
    "forbid: 脏话", flag("坐席：【快点说，笨】", "客户：啊"), PASS, name="worse", category="b"
)


def both(
    first: str = FLAG, second: str = PASS, judge: str = "forbid: 催", **said: str
) -> list[Result]:
    return results(pack(rule(judge, first, second, **said), WORSE))


def test_both_pass():
    assert [result.outcome for result in both()] == ["passed", "passed"]


@pytest.mark.parametrize("mark", ["【快】点说", "快点【说】", "您【，快点说，】啊"])
def test_overlapping_the_mark_is_enough(mark):
    assert both(flag("客户：啊", f"坐席：{mark}"))[0].outcome == "passed"


def test_touching_the_mark_is_not():
    result = both(flag("客户：啊", "坐席：快点说【啊】"))[0]
    assert result.outcome == "wrong_place"
    assert result.unmet == (Mark(1, 3, 4, "啊"),)
    assert [(finding.turn, finding.quote) for finding in result.stray] == [(1, "快点说")]


def test_the_marked_turn_counts():
    result = both(flag("客户：啊", "坐席：【快点说】", "客户：我不懂", "坐席：快点说"))[0]
    assert result.outcome == "noisy"
    assert result.unmet == ()
    assert [finding.turn for finding in result.stray] == [3]


def test_nothing_reported():
    result = both(flag("客户：啊", "坐席：【您请说】"))[0]
    assert result.outcome == "missing"
    assert result.stray == ()
    assert (result.verdict.rule, result.verdict.status) == ("rude", "met")


def test_every_marked_turn_has_to_be_reported():
    result = both(flag("客户：啊", "坐席：【快点说】", "客户：我不懂", "坐席：【您说】"))[0]
    assert result.outcome == "missing"
    assert result.unmet == (Mark(3, 0, 2, "您说"),)


def test_marks_of_one_turn_are_one_report():
    assert both(flag("客户：啊", "坐席：【快点说】！【快点说】！"))[0].outcome == "passed"


def test_a_report_where_none_should_be():
    result = both(second=passes("坐席：快点说", "客户：啊"))[1]
    assert result.outcome == "noisy"
    assert [finding.quote for finding in result.stray] == ["快点说"]


def test_a_report_that_yielded_counts():
    marked, bare = "坐席：【快点说】，笨", "坐席：快点说，笨"
    flagged, passed = both(flag("客户：啊", marked), passes("客户：啊", bare), yields_to="worse")
    assert flagged.outcome == "passed"
    assert passed.outcome == "noisy"


def test_being_late_is_no_fault_in_a_call_to_pass():
    judge = "require: 谢\nwhen: 急\nwithin: 1\nlate: 2"
    late = ["客户：急", "坐席：马上办", "客户：我等着", "坐席：谢谢"]
    first = flag("客户：急", "坐席：【马上办】")
    assert both(first, passes(*late), judge)[1].outcome == "passed"
    marked = [turn.replace("马上办", "【马上办】") for turn in late]
    assert both(flag(*marked), judge=judge)[0].outcome == "passed"


SEVERE = "{default: info, after 急: error}"


@pytest.mark.parametrize(
    ("before", "asked", "different"),
    [
        ("啊", "info", ()),
        ("急", "error", ()),
        ("急", "info", (Difference("severity", "info", "error"),)),
        ("啊", "error", (Difference("severity", "error", "info"),)),
    ],
)
def test_the_severity_asked_for(before, asked, different):
    first = flag(f"客户：{before}", "坐席：【快点说】", severity=asked)
    result = both(first, severity=SEVERE)[0]
    assert result.different == different
    assert result.outcome == ("different" if different else "passed")


def test_the_certainty_asked_for():
    first = flag("客户：啊", "坐席：【快点说】", certainty="review")
    assert both(first)[0].different == (Difference("certainty", "review", "certain"),)
    assert both(first, certainty="review")[0].outcome == "passed"


def test_whether_it_gives_way():
    yielding = flag("客户：啊", "坐席：【快点说】，笨", yields="true")
    staying = flag("客户：啊", "坐席：【快点说】，笨", yields="false")
    assert both(yielding, yields_to="worse")[0].outcome == "passed"
    assert both(yielding)[0].different == (Difference("yields", "true", "false"),)
    assert both(staying)[0].outcome == "passed"
    assert both(staying, yields_to="worse")[0].different == (Difference("yields", "false", "true"),)


def test_whether_it_came_late():
    judge = "require: 谢\nwhen: 急\nwithin: 1\nlate: 1"
    turns = ["客户：急", "坐席：【马上办】", "客户：我等着", "坐席：谢谢"]
    assert both(flag(*turns, late="true"), judge=judge)[0].outcome == "passed"
    assert both(flag(*turns, late="false"), judge=judge)[0].different == (
        Difference("late", "false", "true"),
    )


def test_praise_that_is_not_shown_has_not_given_way():
    first = flag("客户：啊", "坐席：【快点说】", yields="false")
    assert both(first, praise="true")[0].outcome == "passed"


def test_the_verdict_asked_for():
    judge = "require: 谢\nwhen: 急"
    first = flag("客户：急", "坐席：【马上办】")
    calm = both(first, passes("客户：啊", "坐席：谢谢", verdict="met"), judge)[1]
    assert calm.outcome == "different"
    assert calm.different == (Difference("verdict", "met", "not_applicable"),)
    thanked = both(first, passes("客户：急", "坐席：谢谢", verdict="met"), judge)[1]
    assert thanked.outcome == "passed"


def test_a_wrong_place_is_told_before_a_difference():
    result = both(flag("客户：啊", "坐席：快点说【啊】", severity="info"))[0]
    assert (result.outcome, result.different) == ("wrong_place", ())


ON_THE_PHONE = (
    "profiles:\n  电话:\n    note: 电话\n    when: {{channel: phone}}\n    change: {{rules: {}}}\n"
)


def by_phone(change: str) -> list[Result]:
    """A call that is to be flagged, by chat and by phone, where the rules are others."""
    turns = ("客户：啊", "坐席：【快点说】")
    tests = (flag(*turns), flag("# 渠道: 电话", *turns), PASS)
    book = pack(rule("forbid: 催", *tests), more=ON_THE_PHONE.format(change))
    return results(book)


def test_a_call_is_judged_with_its_profile():
    calm, phoned, _ = by_phone("{rude: {forbid: 谢}}")
    assert (calm.outcome, phoned.outcome) == ("passed", "missing")


def test_a_rule_that_the_profile_switches_off():
    calm, phoned, _ = by_phone("{rude: off}")
    assert (calm.outcome, phoned.outcome) == ("passed", "missing")
    assert phoned.verdict.reason == "这通对话用的方案去掉了这条规则"


def test_a_test_may_say_what_its_call_says_of_itself():
    said = {"applies": "{scene: {is: 催收}}"}
    tests = (
        flag("# scene: 催收", "客户：啊", "坐席：【快点说】"),
        passes("客户：啊", "坐席：快点说", verdict="not_applicable"),
    )
    assert [r.outcome for r in results(pack(rule("forbid: 催", *tests, **said)))] == ["passed"] * 2
    silent = (flag("客户：啊", "坐席：【快点说】"), tests[1])
    found = results(pack(rule("forbid: 催", *silent, **said)))
    assert [r.outcome for r in found] == ["missing", "passed"]
