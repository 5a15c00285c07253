from __future__ import annotations

from linter.rulepages.profiles import changed_by

from .packs import shop


def test_a_rule_is_changed_by_itself_or_by_its_signals() -> None:
    found = changed_by(shop())
    names = {rule: [profile.name for profile in profiles] for rule, profiles in found.items()}
    assert names == {"rude": ["松"], "cold": ["免"]}
