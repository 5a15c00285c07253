from __future__ import annotations

import pytest

from linter.linting import Linter
from linter.rulebook.types import RuleBook
from linter.ruletest import read_cases
from linter.ruletest.coverage import Item, counts, coverage

from .helpers import flag, pack, passes, rule

SIGNALS = """\
  催: {who: agent, any: [(快|赶紧)(点|)说, 磨蹭], maybe: [等着呢], over: [您快点说, 请快说], \
not_if: [麻烦…快点说], not_when: [asking]}
  闲: {who: agent, any: [随便]}
  怨: {who: customer, any: [白跑]}
"""


def items(book: RuleBook, rules: slice = slice(None)) -> tuple[Item, ...]:
    chosen = book.rules[rules]
    return coverage(Linter(book), chosen, read_cases(chosen))


def shown(found: tuple[Item, ...], part: str) -> dict[str, bool]:
    return {item.text or item.owner: item.reached for item in found if item.part == part}


def test_everything_that_may_be_reached():
    tests = (flag("客户：啊", "坐席：【快点说】"), passes("客户：快说，磨蹭", "坐席：您快点说"))
    found = items(pack(rule("forbid: 催", *tests), rule("forbid: 闲", name="b"), signals=SIGNALS))
    assert shown(found, "rules") == {"rude": True, "b": False}
    # The other rule has the tests of a rule about 催: its own signal is never hit.
    assert shown(found, "signals") == {"催": True, "闲": False}
    assert shown(found, "patterns") == {
        "(快|赶紧)(点|)说": True,
        "磨蹭": False,
        "等着呢": False,
        "随便": False,
    }
    options = [(item.text, item.pattern, item.reached) for item in found if item.part == "options"]
    whole = "(快|赶紧)(点|)说"
    assert options == [
        ("快", whole, True),
        ("赶紧", whole, False),
        ("点", whole, True),
        ("", whole, False),
    ]
    assert shown(found, "exceptions") == {
        "over: 您快点说": True,
        "over: 请快说": False,
        "not_if: 麻烦…快点说": False,
        "not_when: asking": False,
    }


CONTEXTS = """\
  催: {who: agent, any: [快点说, 骗子], not_when: [negated, quoted, past, third_party]}
  谁催: {who: agent, of: 催, over: [您快点说], not_when: [asking]}
"""


@pytest.mark.parametrize(
    ("turns", "reached"),
    [
        (("客户：啊", "坐席：我没有说快点说"), {"催 not_when: negated"}),
        (("客户：你们就是骗子", "坐席：您刚才说我们是骗子，是吧"), {"催 not_when: quoted"}),
        (("客户：啊", "坐席：快点说吗"), {"谁催 not_when: asking"}),
        (("客户：啊", "坐席：您快点说"), {"谁催 over: 您快点说"}),
        (("客户：啊", "坐席：快点说"), set()),
    ],
)
def test_exceptions_however_the_hit_says_what_took_it_back(turns, reached):
    tests = (flag("客户：啊", "坐席：【快点说】"), passes(*turns))
    found = items(pack(rule("forbid: 谁催", *tests), signals=CONTEXTS))
    named = {f"{i.owner} {i.text}" for i in found if i.part == "exceptions" and i.reached}
    assert named == reached


def test_a_pattern_that_only_an_exception_took_back_was_reached():
    tests = (flag("客户：啊", "坐席：【磨蹭】"), passes("客户：啊", "坐席：请快说"))
    found = items(pack(rule("forbid: 催", *tests), signals=SIGNALS))
    assert shown(found, "patterns")["(快|赶紧)(点|)说"]
    assert [item.text for item in found if item.part == "options" and item.reached] == ["快", ""]


def test_a_signal_that_is_always_taken_back_is_not_hit():
    tests = (flag("客户：【啊】", "坐席：请快说"), passes("客户：啊", "坐席：请快说"))
    found = items(pack(rule("forbid: 催", *tests), signals=SIGNALS))
    assert shown(found, "signals") == {"催": False}
    assert shown(found, "rules") == {"rude": False}


def test_a_rule_fires_at_a_wrong_place_too():
    tests = (flag("客户：【啊】", "坐席：快点说"), passes("客户：啊", "坐席：嗯"))
    assert shown(items(pack(rule("forbid: 催", *tests))), "rules") == {"rude": True}


def test_only_what_the_chosen_rules_name():
    book = pack(
        rule("forbid: 催", yields_to="b"),
        rule("forbid: 闲", flag("坐席：【随便】", "客户：啊"), passes("坐席：嗯"), name="b"),
        signals=SIGNALS,
    )
    found = items(book, slice(1))
    assert {item.owner for item in found} == {"rude", "催"}


def test_counts_of_each_file():
    tests = (flag("客户：啊", "坐席：【快点说】"), passes("客户：啊", "坐席：您快点说"))
    found = items(pack(rule("forbid: 催", *tests), signals=SIGNALS))
    assert counts(found) == {
        "p.yml": {
            "rules": (1, 1),
            "signals": (1, 1),
            "patterns": (1, 3),
            "options": (2, 4),
            "exceptions": (1, 4),
        }
    }
