from __future__ import annotations

import pickle
from pathlib import Path

from linter import Linter
from linter.reports.rule_info import rule_infos

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"


def test_the_rules_that_find_problems():
    infos = rule_infos(Linter(SHOP).book)
    assert [info.id for info in infos] == ["rude", "shirks", "careless", "cold", "no-sorry"]
    assert infos[0] == (
        "rude",
        "shop",
        "impatience",
        "态度",
        "error",
        "坐席在催客户。",
        "催出来的话说不清。",
        "您慢慢说。",
        "店里的规矩",
        ("催的是同事",),
    )
    assert pickle.loads(pickle.dumps(infos)) == infos
