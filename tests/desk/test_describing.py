from __future__ import annotations

from pathlib import Path

from linter import Linter
from linter.desk.describing import described_rules, described_scheme
from linter.scoring.scheme import Band, Scheme

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"


def test_all_rules_are_described() -> None:
    book = Linter(SHOP).book
    assert [rule.id for rule in described_rules(book)] == [rule.id for rule in book.rules]


def test_a_scheme_says_its_full_score_and_bands() -> None:
    from decimal import Decimal

    scheme = Scheme(
        "热线", "", Decimal(100), (), (Band("优", Decimal("92.5")), Band("", Decimal(0)))
    )
    assert described_scheme(scheme) == {
        "name": "热线",
        "full": 100,
        "bands": [{"name": "优", "from": 92.5}, {"name": "", "from": 0}],
    }
    assert described_scheme(None) is None
