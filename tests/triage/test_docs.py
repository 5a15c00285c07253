"""The examples of docs/triage.md are what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter import Linter
from linter.triage.baseline_file import read_baseline, written
from linter.triage.exceptions_file import KEYS, load_exceptions
from linter.triage.known import KnownRules
from linter.triaged import Triaged

from .helpers import TODAY, script, taken

PAGE = (Path(__file__).parents[2] / "docs" / "triage.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    (found,) = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
    return found


@pytest.fixture(scope="module")
def builtin() -> Linter:
    return Linter()


def test_the_exceptions_load(tmp_path, builtin):
    file = tmp_path / "例外.yml"
    file.write_text(block("yaml"), encoding="utf-8")
    found = load_exceptions([str(file)], KnownRules(builtin.book))
    assert [one.entry.by for one in found] == ["王敏", "法务 李", "合规部"]


def test_every_key_is_explained():
    rows = "".join(re.findall(r"^\| (`[^|]*)\|", PAGE, re.MULTILINE))
    assert set(KEYS) <= set(re.findall(r"`(\w+)`", rows))


def test_the_comments_are_of_use(builtin):
    (scene,) = script(block("markdown"))
    report = Triaged(builtin, TODAY).lint(scene)
    assert report.traces.mistakes == set()
    assert report.traces.met == set(report.traces.used)
    assert sorted(taken([report])) == [
        *[("script-absolute-claim", "inline")] * 3,
        ("script-too-long", "inline"),
    ]


def test_the_baseline_is_one(tmp_path):
    file = tmp_path / "b.json"
    file.write_text(block("json"), encoding="utf-8")
    assert written(read_baseline(str(file)).entries) == block("json")


def test_links_lead_to_headings():
    titles = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors
