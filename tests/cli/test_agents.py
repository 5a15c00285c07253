from __future__ import annotations

import warnings

import openpyxl
import pytest

CALL = '{"id": "c", "agent": {"name": "王"}, "turns": [{"role": "agent", "text": "快点说"}]}'


@pytest.mark.parametrize(
    ("args", "shown"),
    [((), "坐席01"), (("--agents", "names"), "王"), (("--agents", "hidden"), None)],
)
def test_real_names_only_on_request(huashu, calls, args, shown):
    (calls / "c.jsonl").write_text(CALL, encoding="utf-8")
    huashu("lint", "c.jsonl", "--rules", "shop.yml", "--also", "xlsx=out.xlsx", *args)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(calls / "out.xlsx")
    assert book["通话"]["D2"].value == shown


def test_another_way_is_an_error(huashu, calls):
    run = huashu("lint", "bad.txt", "--rules", "shop.yml", "--agents", "initials")
    assert (run.code, run.out) == (2, "")
    assert "'pseudonyms', 'names', 'hidden'" in run.err
