"""Which findings are the trainee's; the rest of it is in test_examining.py, with real rules."""

from __future__ import annotations

from pathlib import Path

from linter.coaching.drill.examining import call_of
from linter.coaching.drill.weighing import Weighing
from linter.coaching.examples.model import ExampleTurn
from linter.linting import Linter
from linter.triage.select import Selection

from .made import card

SHOP = Path(__file__).parents[2] / "cli" / "shop.yml"


def weighed(answer, turns, rule="rude"):
    made = card(turns=turns, rule=rule)
    linter = Linter(SHOP, Selection(praise=True))
    view, judged = linter.judged(call_of(made, answer))
    return Weighing(made, {one.id: one for one in linter.book.rules}, view, len(turns)).weigh(
        judged
    )


def test_praise_is_that_of_the_answer_alone():
    before = (ExampleTurn("agent", "我来办。"), ExampleTurn("customer", "灯不亮。"))
    assert weighed("我看看。", before).praise == ()
    assert [found.turn for found in weighed("我来办。", before).praise] == [2]


def test_every_finding_is_weighed_once():
    told = weighed("这不归我管，随便吧，自己看，快点说。", (ExampleTurn("customer", "太慢了。"),))
    kinds = [[found.rule for found in some] for some in told]
    assert kinds == [["shirks", "rude"], ["no-sorry"], [], ["careless", "cold"], []]


def test_what_comes_late_is_something_to_think_about():
    """The window is over before the answer, and the answer says it."""
    before = (
        ExampleTurn("customer", "太慢了。"),
        ExampleTurn("agent", "我看看。"),
        ExampleTurn("customer", "好了吗？"),
    )
    told = weighed("对不起。", before, "no-sorry")
    assert (told.wrong, told.missing) == ((), ())
