from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from linter.desk.earlier import Earlier, read_earlier
from linter.errors import InputError


def finding(category: str, severity: str = "error", **changes: Any) -> dict[str, Any]:
    return {"category": category, "severity": severity, "certainty": "certain", **changes}


def result(*calls: list[dict[str, Any]], **rules: str) -> str:
    return json.dumps(
        {"version": 1, "rules": rules, "calls": [{"id": "c", "findings": one} for one in calls]}
    )


def html(run: object) -> str:
    text = json.dumps(run).replace("<", "\\u003c")
    return f'<html><script type="application/json" id="run">{text}</script></html>'


COUNTS = {"calls": 10, "problems": 4, "categories": {"blame": 3}}


def written(folder: Path, text: str) -> str:
    path = folder / "上月.html"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_result_counts_calls_with_certain_errors_and_warnings(tmp_path: Path) -> None:
    text = result(
        [finding("blame"), finding("blame"), finding("command", "warning")],
        [finding("blame"), finding("servility", "info")],
        [finding("threat", certainty="review"), finding("praise", praise=True)],
        [],
        hash="5f3c",
    )
    assert read_earlier(written(tmp_path, text)) == Earlier(
        *("上月.html", "5f3c", 4, 2, {"blame": 2, "command": 1}),
        Earlier("上月.html", "5f3c", 0, 0, {}),
    )


def test_scenes_of_a_result_are_no_calls(tmp_path: Path) -> None:
    text = json.dumps(
        {
            "version": 1,
            "rules": {},
            "calls": [
                {"id": "c", "findings": [finding("blame")]},
                {"id": "s", "kind": "script", "findings": [finding("command")]},
            ],
        }
    )
    found = read_earlier(written(tmp_path, text))
    assert (found.calls, found.problems, found.categories) == (1, 1, {"blame": 1})
    assert found.scenes == Earlier("上月.html", "", 1, 1, {"command": 1})


def test_scenes_of_a_report_are_no_calls(tmp_path: Path) -> None:
    counts = {**COUNTS, "scenes": {"calls": 3, "problems": 1, "categories": {"command": 1}}}
    found = read_earlier(written(tmp_path, html({"rules": {}, "counts": counts})))
    assert (found.calls, found.problems) == (10, 4)
    assert found.scenes == Earlier("上月.html", "", 3, 1, {"command": 1})


def test_a_report_says_itself_what_it_counted(tmp_path: Path) -> None:
    run = {"rules": {"hash": "5f3c"}, "title": "</script>", "counts": COUNTS}
    assert read_earlier(written(tmp_path, html(run))) == Earlier(
        "上月.html", "5f3c", 10, 4, {"blame": 3}
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "<html></html>",
        html({}),
        html({"rules": {}, "counts": {**COUNTS, "problems": 11}}),
        html({"rules": {}, "counts": {**COUNTS, "categories": {"blame": -1}}}),
        html({"rules": {}, "counts": {**COUNTS, "scenes": {**COUNTS, "problems": 11}}}),
        '{"version": 1, "rules": {"hash": "5f3c"}, "calls": [',
        "[" * 100_000,
        "\x00\xff",
    ],
)
def test_anything_else_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="不是一次检查的结果") as error:
        read_earlier(written(tmp_path, text))
    assert error.value.path.endswith("上月.html")
    assert "huashu report" in error.value.hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="读不了"):
        read_earlier(str(tmp_path / "nope"))
