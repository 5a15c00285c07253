"""The names of categories in tables are those of the reports, their aspects those of the rules."""

from __future__ import annotations

import pytest

from linter.reports.categories import CATEGORIES
from linter.rulebook.load import load_builtin
from linter.rulebook.sheets.categories import KNOWN, aspect_of, category_of, name_of


def test_ids_and_names_are_those_of_the_reports() -> None:
    names = {category: known.name for category, known in KNOWN.items()}
    assert names == {category: zh for category, (zh, _) in CATEGORIES.items()}


def test_aspects_are_those_of_the_built_in_rules() -> None:
    seen = {(rule.category, rule.aspect) for rule in load_builtin().rules}
    assert {c for c, _ in seen} <= KNOWN.keys()
    assert {(c, aspect_of(c)) for c, _ in seen} <= seen


def test_no_name_means_two_categories() -> None:
    names = [name for known in KNOWN.values() for name in (known.name, *known.others.split())]
    assert len(set(names)) == len(names)
    assert [category_of(name) for name in names] == [
        category for category, known in KNOWN.items() for _ in (known.name, *known.others.split())
    ]


@pytest.mark.parametrize(
    ("written", "category", "name"),
    [
        ("insult", "insult", "辱骂"),
        ("Cold Refusal", "cold_refusal", "生硬拒绝"),
        ("cold-refusal", "cold_refusal", "生硬拒绝"),
        ("辱罵", "insult", "辱骂"),
        ("你您混用", "ni_nin", "“你”“您”混用"),
        ("提 竞品", "提 竞品", "提 竞品"),
    ],
)
def test_what_a_category_is_called(written: str, category: str, name: str) -> None:
    assert category_of(written) == category
    assert name_of(category) == name


def test_the_aspect_of_a_companys_own_category() -> None:
    assert aspect_of("提竞品") == "态度"
