"""Laws that hold for any packs: alone and together, in any order, again and again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.judged import Report
from linter.model import Call

from .helpers import call, linter
from .random_calls import LAW, any_calls
from .random_rules import Pack, linter_of, packs


@LAW
@given(packs(), any_calls)
def test_linting_twice_is_the_same(rules: Pack, spoken: Call) -> None:
    """In the same order, and by a linter that was made anew."""
    first = linter_of(rules)
    assert first.lint(spoken) == first.lint(spoken) == linter_of(rules).lint(spoken)


def _in_no_order(report: Report) -> object:
    """Findings stand in the order of the call anyway, verdicts in that of the rules."""
    return report.findings, report.hidden, set(report.verdicts), report.scores


@LAW
@given(packs(), any_calls, st.data())
def test_the_order_of_the_rules_changes_no_finding(
    rules: Pack, spoken: Call, data: st.DataObject
) -> None:
    shuffled = tuple(data.draw(st.permutations(rules)))
    assert _in_no_order(linter_of(shuffled).lint(spoken)) == _in_no_order(
        linter_of(rules).lint(spoken)
    )


def test_the_order_of_the_rules_changes_no_finding_of_the_second_layer() -> None:
    causes = ("{id: scold, forbid: 训人}", "{id: insult, forbid: 骂人}")
    rise = "{id: heat, rise: {after: [tone], signal: 情绪}, category: rise}"
    spoken = call("客户：快点。", "坐席：别喊，有病。", "客户：真烦。")
    one, other = linter(*causes, rise), linter(*causes[::-1], rise)
    assert _in_no_order(one.lint(spoken)) == _in_no_order(other.lint(spoken))


@LAW
@given(packs("a"), packs("b"), any_calls)
def test_packs_together_say_what_they_say_alone(left: Pack, right: Pack, spoken: Call) -> None:
    """Where no rule yields to one of the other pack, and no rise counts findings of the other."""
    one, other, both = (
        linter_of(*some).lint(spoken) for some in ((left,), (right,), (left, right))
    )
    assert set(both.findings) == {*one.findings, *other.findings}
    assert set(both.hidden) == {*one.hidden, *other.hidden}
    assert both.verdicts == (*one.verdicts, *other.verdicts)
