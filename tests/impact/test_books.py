from __future__ import annotations

import pytest

from linter.impact.books import BookChanges, compare_books

from .samples import NEW, OLD, changed, linter

COLD = OLD[OLD.index("  - id: cold") : OLD.index("  - id: no-sorry")]


def compared(old: str, new: str) -> BookChanges:
    return compare_books(linter(old).book, linter(new).book)


def test_nothing():
    found = compared(OLD, OLD + "\n# nothing\n")
    assert not found
    assert found.new_name("rude") == "rude"


def test_what_was_planted_is_found():
    found = compared(OLD, NEW)
    assert (found.added, found.removed) == ((), ())
    assert found.renamed == (("cold", "icy"),)
    assert (found.new_name("cold"), found.new_name("rude")) == ("icy", "rude")
    assert [(one.rule, *_said(one)) for one in found.changed] == [
        ("rude", (), ("催促",), {}),
        ("shirks", ("severity",), (), {"severity": ("warning", "error")}),
        ("careless", (), ("口头禅",), {}),
    ]


def _said(one):
    return one.difference.keys, one.difference.signals, one.values


def test_rules_that_came_and_went():
    without = OLD.replace(COLD, "")
    gone, come = compared(OLD, without), compared(without, OLD)
    assert [rule.id for rule in gone.removed] == [rule.id for rule in come.added] == ["cold"]
    assert not gone.added
    assert not come.removed


@pytest.mark.parametrize(
    ("changes", "is_renamed"),
    [
        ([("id: cold", "id: icy"), ("坐席可能在打发人。", "坐席在打发人。")], True),
        ([("id: cold", "id: icy"), ("forbid: 冷淡", "forbid: 不好听")], True),
        ([("id: cold", "id: icy"), ("category: cold_refusal", "category: blame")], False),
        (
            [
                ("id: cold", "id: icy"),
                ("坐席可能在打发人。", "坐席在打发人。"),
                ("forbid: 冷淡", "forbid: 不好听"),
            ],
            False,
        ),
    ],
)
def test_what_makes_it_the_same_rule(changes, is_renamed):
    found = compared(OLD, changed(*changes))
    assert (found.renamed == (("cold", "icy"),)) is is_renamed
    assert [rule.id for rule in found.added] == ([] if is_renamed else ["icy"])
    assert [one.rule for one in found.changed] == (["icy"] if is_renamed else [])


def test_of_two_alike_none_can_be_told():
    twice = OLD.replace(
        COLD, COLD.replace("id: cold", "id: one") + COLD.replace("cold\n", "two\n", 1)
    )
    found = compared(OLD, twice)
    assert found.renamed == ()
    assert [rule.id for rule in found.added] == ["one", "two"]
    assert [rule.id for rule in found.removed] == ["cold"]
