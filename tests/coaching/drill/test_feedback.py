"""What there is to say of an answer."""

from __future__ import annotations

from pathlib import Path

from linter.coaching.drill.feedback import Feedback
from linter.linting import Linter
from linter.model import Call, Turn

from .made import card

SHOP = Path(__file__).parents[2] / "cli" / "shop.yml"


def finding():
    call = Call("c1", (Turn("customer", "我想想。"), Turn("agent", "快点说。")))
    (found,) = Linter(SHOP).lint(call).findings
    return found


def test_only_what_is_wrong_or_missing_fails():
    assert Feedback().good
    assert Feedback(think=(finding(),), unjudged="off", unpraised="好").good
    assert not Feedback(wrong=(finding(),)).good
    assert not Feedback(missing=(finding(),)).good


def test_what_it_is_about():
    for told in (Feedback(wrong=(finding(),)), Feedback(think=(finding(),))):
        assert told.is_about(card(rule="rude"))
        assert not told.is_about(card(rule="cold"))
    assert not Feedback().is_about(card(rule="rude"))
