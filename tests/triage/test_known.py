from __future__ import annotations

from linter.triage.known import KnownRules

from .helpers import small


def test_rules_of_the_run_and_those_that_come_with_huashu():
    known = KnownRules(small().book)
    assert known("scolding") is known.own
    assert "backtalk" in known("backtalk")
    assert "backtalk" not in known.own
    assert "scolding" in known("backtalk")
