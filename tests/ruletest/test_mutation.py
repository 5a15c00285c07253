from __future__ import annotations

from dataclasses import replace

from linter.linting import Linter
from linter.rulebook.types import RuleBook
from linter.ruletest import read_cases
from linter.ruletest.mutants import mutants
from linter.ruletest.mutation import try_mutants

from .helpers import flag, pack, passes, rule


def killers(book: RuleBook, *, deaf: bool = False) -> dict[tuple[str, str], str | None]:
    """Subject and change → text of the test that noticed it."""
    trials = try_mutants(
        Linter(book),
        read_cases(book.rules),
        (one for one in mutants(book) if one.deaf == deaf),
    )
    return {
        (one.mutant.subject, one.mutant.change): one.killer and one.killer.test.text
        for one in trials
    }


def test_a_test_that_fails_with_the_change_notices_it():
    tests = (
        flag("客户：啊", "坐席：【快点说】"),
        passes("客户：啊", "坐席：您快点说"),
    )
    found = killers(pack(rule("forbid: 催", *tests)))
    assert found["催", "who: agent → customer"] == "客户：啊\n坐席：【快点说】"
    assert found["催", "去掉 over：您快点说"] == "客户：啊\n坐席：您快点说"
    assert found["催", "去掉 not_if：麻烦…快点说"] is None


def test_signals_no_rule_names_are_noticed_by_nobody():
    found = killers(pack(rule()))
    assert found["谢", "who: agent → customer"] is None


def test_changes_of_a_rule():
    tests = (
        flag("客户：急", "坐席：【嗯嗯查】", "客户：快", "坐席：谢谢"),
        passes("客户：急", "坐席：谢谢"),
    )
    found = killers(pack(rule("require: 谢\nwhen: 急\nwithin: 1\ncredit: 0\nlate: 0", *tests)))
    assert found["rude", "within: 1 → 2"] == tests[0].split('"')[1].replace("\\n", "\n")
    assert found["rude", "credit: 0 → 1"] is None
    assert found["rude", "late: 0 → 1"] is None


def test_what_a_test_asks_for_besides_counts():
    asked = flag("客户：急", "坐席：【嗯嗯查】", "客户：快", "坐席：谢谢", severity="error")
    tests = (asked, passes("客户：急", "坐席：谢谢"))
    found = killers(pack(rule("require: 谢\nwhen: 急\nwithin: 1\ncredit: 0\nlate: 0", *tests)))
    assert found["rude", "late: 0 → 1"] == "客户：急\n坐席：【嗯嗯查】\n客户：快\n坐席：谢谢"


def test_tests_of_another_rule_notice_what_it_rests_on():
    rising = rule(
        "rise: {after: a, signal: 急}",
        flag("坐席：【快点说】", "客户：急死了"),
        passes("坐席：麻烦快点说", "客户：急死了"),
        name="rise",
        category="b",
    )
    found = killers(pack(rule(), rising))
    killer = found["催", "去掉 not_if：麻烦…快点说"]
    assert killer == "坐席：麻烦快点说\n客户：急死了"


def test_a_test_that_fails_anyway_proves_nothing():
    tests = (flag("客户：啊", "坐席：【您说】"), passes("客户：啊", "坐席：您快点说"))
    found = killers(pack(rule("forbid: 催", *tests)))
    assert found["催", "who: agent → customer"] is None
    assert found["催", "去掉 over：您快点说"] is not None


def test_company_words_are_cut_as_ever():
    book = pack(
        rule("forbid: 整", flag("客户：啊", "坐席：【小黑盒】"), passes("坐席：嗯", "客户：啊")),
        signals="  整: {who: agent, any: [「小黑盒」], over: [小黑盒子]}\n",
    )
    found = killers(replace(book, words=("小黑盒",)))
    assert found["整", "去掉 over：小黑盒子"] is None
    assert found["整", "who: agent → customer"] is not None


YIELDING = (
    rule(yields_to="worse"),
    rule(
        "forbid: 脏话",
        flag("坐席：【快点说，笨】", "客户：啊"),
        passes("坐席：嗯", "客户：啊"),
        name="worse",
        category="b",
    ),
)


def rising(after: str) -> str:
    return rule(
        f"rise: {{after: {after}, signal: 急}}",
        flag("坐席：【快点说】，笨", "客户：急死了"),
        passes("坐席：嗯", "客户：急死了"),
        name="rise",
        category="c",
    )


def test_a_second_layer_that_does_not_hear_what_gave_way():
    change = ("rise", "看不到让位的报告")
    heard = killers(pack(*YIELDING, rising("a")), deaf=True)
    assert heard[change] == "坐席：【快点说】，笨\n客户：急死了"
    # What it gave way to is heard as well, and stands in the same turn.
    assert killers(pack(*YIELDING, rising("[a, b]")), deaf=True)[change] is None


def test_what_gives_way_to_the_second_layer_is_left_alone():
    yielding = rule(
        "forbid: 催",
        flag("坐席：【快点说】", "客户：急死了", yields="true"),
        passes("坐席：嗯", "客户：啊"),
        yields_to="rise",
    )
    rising_too = rule(
        "rise: {after: a, signal: 急}",
        flag("坐席：【快点说】", "客户：急死了"),
        passes("坐席：嗯", "客户：急死了"),
        name="rise",
        category="b",
    )
    found = killers(pack(yielding, rising_too), deaf=True)
    assert found["rise", "看不到让位的报告"] == "坐席：【快点说】\n客户：急死了"


def test_a_call_with_a_profile_is_judged_by_another_book():
    more = "profiles:\n  电话:\n    note: 电话\n    when: {channel: phone}\n"
    more += "    change: {rules: {rude: {severity: info}}}\n"
    phoned = passes("# 渠道: 电话", "客户：啊", "坐席：您快点说")
    tests = (flag("客户：啊", "坐席：【快点说】"), phoned)
    change = ("催", "去掉 over：您快点说")
    assert killers(pack(rule("forbid: 催", *tests)))[change] is not None
    assert killers(pack(rule("forbid: 催", *tests), more=more))[change] is None
