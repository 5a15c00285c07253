from __future__ import annotations

from linter.reports.ordinals import Ordinals


def hashes(*pairs: tuple[str, str]) -> list[str]:
    ordinals = Ordinals()
    return [ordinals.unique(*pair) for pair in pairs]


def test_equals_are_told_apart():
    found = hashes(("a", "f1"), ("a", "f1"), ("a", "f2"), ("b", "f1"), ("b", "f1"))
    assert len(set(found)) == 5
    assert all(len(one) == 32 for one in found)


def test_what_comes_between_changes_nothing():
    few, more = hashes(("a", "f1"), ("a", "f1")), hashes(("a", "f1"), ("a", "f2"), ("a", "f1"))
    assert few == [more[0], more[2]]


def test_files_before_change_nothing():
    assert hashes(("a", "f1"), ("b", "f1"))[1:] == hashes(("b", "f1"))
