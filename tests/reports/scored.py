"""A hand-made score sheet of the call that the report tests share."""

from __future__ import annotations

from decimal import Decimal

from linter.scoresheet import AxisScore, DimensionScore, ScoreSheet, ScoreStep

_TONE = ScoreStep("deduction", Decimal("-10.5"), "禁语：管客户的嗓门", "tone-policing", 4, 4, 7)
SHEET = ScoreSheet(
    scheme="热线",
    full=Decimal(100),
    total=Decimal("80.25"),
    band="良",
    axes=(
        AxisScore("attitude", "态度", Decimal(100), Decimal("79")),
        AxisScore("resolution", "解决", Decimal(100), None),
    ),
    dimensions=(
        DimensionScore(
            *("服务态度", "attitude", Decimal(50), Decimal("39.5"), Decimal(50), "scored"),
            steps=(_TONE,),
        ),
        DimensionScore(
            *("流程", "resolution", Decimal(50), None, Decimal(50), "not_applicable"),
            reason="这一维的规则对这通都不适用",
        ),
    ),
    steps=(
        ScoreStep("dimension", Decimal("79"), "服务态度"),
        ScoreStep("bonus", Decimal("1.25"), "安抚后办事", "praise-empathy-action", 6, 0, 4),
    ),
    unscored=("hold-no-thanks",),
)
