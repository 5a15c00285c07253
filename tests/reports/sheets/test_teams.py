from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from linter.model import Evidence
from linter.reports import Options

from ..samples import CLEAN, REPORT
from .making import BY_SCHEME, made, read, table


def of(report, team):
    return replace(report, call=replace(report.call, team=team))


def test_a_row_a_team_and_one_for_all():
    reports = [of(REPORT, "一组"), of(CLEAN, "一组"), of(replace(REPORT, scores={}), "")]
    rows = table(read(made(reports, Options(show_praise=True))), "汇总")
    assert rows[0] == {
        "班组": "一组",
        "通话数": 2,
        "有分的通话": 2,
        "平均分": 91,
        "95% 区间 从": 0,
        "95% 区间 到": 100,
        "每百通确定的问题": 50,
        "每百通需复核的": 50,
        "表扬（处）": 1,
        "有客户辱骂的通话": 0,
    }
    assert (rows[1]["班组"], rows[1]["有分的通话"], rows[1].get("平均分")) == (
        "（没有写班组）",
        0,
        None,
    )
    assert (rows[2]["班组"], rows[2]["通话数"], rows[2]["有分的通话"]) == ("全部", 3, 2)


def test_one_team_is_all_there_is():
    assert len(table(read(made([REPORT, REPORT])), "汇总")) == 1


def test_praise_nobody_asked_for_is_not_said_to_be_missing():
    assert "表扬（处）" not in table(read(made([REPORT])), "汇总")[0]


def test_abuse_is_counted_by_calls():
    abused = replace(REPORT, load=(Evidence(5, 0, 1, "你", "abuse", "辱骂"),) * 3)
    assert table(read(made([abused, REPORT])), "汇总")[0]["有客户辱骂的通话"] == 1


def test_bands_stand_from_the_best_down():
    worse = BY_SCHEME.sheet._replace(total=Decimal(60), band="差")
    nothing = BY_SCHEME.sheet._replace(total=None, band="")
    reports = [
        replace(BY_SCHEME, sheet=sheet) for sheet in (worse, BY_SCHEME.sheet, worse, nothing)
    ]
    (row,) = table(read(made(reports)), "汇总")
    assert list(row)[-2:] == ["良", "差"]
    assert (row["良"], row["差"], row["有分的通话"]) == (1, 2, 3)
