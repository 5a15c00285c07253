"""Findings, verdicts and schemes for tests of scoring."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from linter.judged import Verdict
from linter.model import Finding
from linter.rulebook.load import load_paths
from linter.rulebook.types import RuleBook
from linter.scoresheet import ScoreSheet
from linter.scoring.load import load_scheme
from linter.scoring.scheme import Scheme
from linter.scoring.sheet import sheet

SHOP = Path(__file__).parents[1] / "cli" / "shop.yml"
PLAIN = """\
scheme: 试
full: 100
deduct: {error: 20, warning: 5, info: 1}
dimensions:
  - {name: 态度, axis: attitude, full: 60, aspects: [态度]}
  - {name: 解决, axis: resolution, full: 40, categories: [shirking, missing_apology]}
bands:
  - {name: 优, from: 90}
  - {name: 合格, from: 60}
  - {name: 不合格, from: 0}
"""


@cache
def shop() -> RuleBook:
    """The rules of a shop: rude and careless and cold (attitude), shirks, no-sorry, helps."""
    return load_paths((SHOP,))


def scheme(folder: Path, text: str = PLAIN) -> Scheme:
    """A scheme that is in a file."""
    path = folder / "表.yml"
    path.write_text(text, encoding="utf-8")
    return load_scheme(path, shop())


def found(rule: str, turn: int = 1, **changes: Any) -> Finding:
    """A finding of a rule of the shop; of its own act unless said otherwise."""
    own = next(one for one in shop().rules if one.id == rule)
    said: dict[str, Any] = {
        "severity": own.severity,
        "certainty": "certain",
        "act": f"{turn}{own.aspect}",
        "praise": own.praise,
        "deduct": own.deduct,
    }
    said |= {"call": "c", "path": "", "rule": rule, "category": own.category, "turn": turn}
    said |= {"aspect": own.aspect, "role": "agent", "start": 0, "end": 2, "quote": "快点"}
    said |= {"message": own.message, "suggestion": ""}
    return Finding(**(said | changes))


def verdicts(**changes: Any) -> tuple[Verdict, ...]:
    """What all rules of the shop say: met, unless said otherwise (``no_sorry="violated"``)."""
    said = {name.replace("_", "-"): status for name, status in changes.items()}
    return tuple(
        Verdict(rule.id, said.get(rule.id, "met"), "没有说话的时间") for rule in shop().rules
    )


def scored(by: Scheme, *findings: Finding, **changes: Any) -> ScoreSheet:
    """The sheet of a call with these findings."""
    return sheet(by, shop(), findings, verdicts(**changes))
