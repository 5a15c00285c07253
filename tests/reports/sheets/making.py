"""Reports as a workbook, and the workbook as another library reads it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl import Workbook

from linter.judged import Report
from linter.reports import FORMATS, Options, Summary, Tally
from linter.scoresheet import AxisScore, DimensionScore, ScoreSheet, ScoreStep

from ..samples import CALL, REPORT

AGENT = replace(CALL, id="c9", agent_id="8012", agent_name="王小明", team="一组", path="8012/9.txt")
OF_AGENT = replace(REPORT, call=AGENT)

STEP = ScoreStep("deduction", Decimal("-12.5"), "管客户的嗓门", "tone-policing", 4, 3, 6)
BY_SCHEME = replace(
    REPORT,
    sheet=ScoreSheet(
        "本店方案",
        Decimal(100),
        Decimal("87.5"),
        "良",
        (AxisScore("attitude", "态度轴", Decimal(60), Decimal("47.5")),),
        (
            DimensionScore(
                "态度", "attitude", Decimal(60), Decimal("47.5"), Decimal(1), "scored", "", (STEP,)
            ),
            DimensionScore("流程", "", Decimal(40), None, Decimal(1), "not_evaluated", "没有时间"),
        ),
        (ScoreStep("cap", Decimal(-1), "至多良"),),
        ("insult",),
        ("script-glossary",),
    ),
)


def made(
    reports: Iterable[Report], options: Options | None = None, summary: Summary | None = None
) -> bytes:
    """The complete output of one run."""
    reporter = FORMATS["xlsx"](options or Options())
    tally = Tally()
    pieces: list[Any] = [*reporter.begin()]
    for report in reports:
        pieces += reporter.call(report)
        tally.count(report)
    given = summary or Summary()
    end = tally.summary(given.files, given.skipped, given.rules, given.left_out)
    return b"".join([*pieces, *reporter.end(end)])


def read(data: bytes) -> Workbook:
    """The workbook; openpyxl knows no data bars, and says so."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(data))


def table(book: Workbook, title: str) -> list[dict[str, Any]]:
    """The rows of a sheet by their heads; what is empty is left out."""
    head, *rows = book[title].iter_rows(values_only=True)
    return [{str(k): v for k, v in zip(head, row, strict=True) if v is not None} for row in rows]
