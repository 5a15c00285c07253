from __future__ import annotations

from linter.reports.sheets.piece import AGENT, named


def test_the_agent_gets_a_name_wherever_it_stands():
    row = ("c", f"a/{AGENT}/{AGENT}.txt", 1, None, AGENT)
    assert named(row, "坐席01", "一组") == ("c", "a/坐席01/坐席01.txt", 1, None, "坐席01")
