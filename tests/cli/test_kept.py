"""``huashu lint --cache``: the same output, and less work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from linter.judged import Report
from linter.kept.shelf import clear
from linter.linting import Linter
from linter.model import Call
from linter.reports import FORMATS

from .conftest import Huashu, write

CORPUS = Path(__file__).parents[2] / "corpus"
GIVEN = ("articles.jsonl", "rental-cars.yaml", "hotel-turns.csv", "heating-aliyun.json", "a.txt")
SHOP = ("--rules", "shop.yml")


@pytest.fixture(autouse=True)
def cache() -> Path:
    """Where results are kept, with nothing in it; the compiled rules stay."""
    clear()
    return Path(os.environ["XDG_CACHE_HOME"], "huashu", "reports")


@pytest.fixture
def corpus(huashu: Huashu, tmp_path: Path) -> None:
    """Files of every kind, in the current folder."""
    for kind in ("calls", "scripts", "formats"):
        for path in (CORPUS / kind).iterdir():
            if path.name in GIVEN:
                shutil.copy(path, tmp_path)
    write(tmp_path / "a.txt", "客户：我要投诉！\n坐席：你投诉去吧，投诉也没用。\n")


@pytest.mark.usefixtures("corpus")
def test_to_the_byte_what_is_said_without(huashu: Huashu, monkeypatch: pytest.MonkeyPatch) -> None:
    args = ("lint", *GIVEN, "--praise", "--statistics")
    plain = {format_: huashu(*args, "--format", format_) for format_ in FORMATS}
    first = huashu(*args, "--cache")
    assert first == plain["text"]

    def refused(linter: Linter, call: Call) -> Report:
        raise AssertionError(f"{call.id} is linted again")

    monkeypatch.setattr(Linter, "lint", refused)
    for format_, wanted in plain.items():
        assert huashu(*args, "--format", format_, "--cache") == wanted
        assert huashu(*args, "--format", format_, "--cache", "--jobs", "2") == wanted


@pytest.mark.usefixtures("corpus")
def test_what_several_processes_kept(huashu: Huashu, monkeypatch: pytest.MonkeyPatch) -> None:
    args = ("lint", *GIVEN, "--format", "json")
    plain = huashu(*args)
    assert huashu(*args, "--cache", "--jobs", "2") == plain
    monkeypatch.setattr("linter.batch.cutting.SHARE_BYTES", 500)
    assert huashu(*args, "--cache", "--jobs", "2") == plain
    monkeypatch.setattr(Linter, "lint", None)
    assert huashu(*args, "--cache") == plain


def findings(huashu: Huashu, *args: str) -> list[tuple[str, str, str]]:
    done = huashu("lint", ".", *SHOP, "--format", "jsonl", *args)
    assert done == huashu(
        "lint", ".", *SHOP, "--format", "jsonl", *(a for a in args if a != "--cache")
    )
    found = [json.loads(line) for line in done.out.splitlines()]
    return [(item["path"], item["rule"], item["severity"]) for item in found]


def test_after_edits(huashu: Huashu, calls: Path) -> None:
    assert findings(huashu, "--cache") == [("bad.txt", "rude", "error")]
    write(calls / "good.txt", "坐席：随便吧。\n客户：您好。\n")
    assert findings(huashu, "--cache")[1:] == [("good.txt", "careless", "info")]
    rules = (calls / "shop.yml").read_text(encoding="utf-8")
    softer = rules.replace("severity: error", "severity: warning", 1)
    profile = "\nprofiles:\n  从宽: {note: 不算, change: {rules: {rude: {severity: %s}}}}\n"
    write(calls / "shop.yml", softer + profile % "info")
    assert findings(huashu, "--cache")[0] == ("bad.txt", "rude", "warning")
    asked = ("--cache", "--profile", "从宽")
    assert findings(huashu, *asked)[0] == ("bad.txt", "rude", "info")
    write(calls / "shop.yml", softer + profile % "error")
    assert findings(huashu, *asked)[0] == ("bad.txt", "rude", "error")
    assert findings(huashu, "--cache", "--select", "careless") == [("good.txt", "careless", "info")]


def test_a_repetition_in_another_file_comes_and_goes(huashu: Huashu, tmp_path: Path) -> None:
    line = "退款三天以内原路退回，到账以后会给您发短信"
    write(tmp_path / "b.md", f"# 退款\n- {line}\n")
    args = ("lint", ".", "--select", "script-duplicate", "--format", "jsonl", "--cache")
    assert huashu(*args).out == ""
    write(tmp_path / "a.md", f"# 退款\n- 好的\n- {line}\n")
    assert "a.md:3:3" in huashu(*args).out
    write(tmp_path / "a.md", f"# 退款\n- {line}\n")
    assert "a.md:2:3" in huashu(*args).out


def test_nobody_asked(huashu: Huashu, calls: Path, cache: Path) -> None:
    huashu("lint", ".", *SHOP)
    huashu("lint", ".", *SHOP, "--cache", "--no-cache")
    assert not list(cache.glob("calls-*"))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_cache_that_cannot_be_used_is_no_failure(
    huashu: Huashu, calls: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    plain = huashu("lint", ".", *SHOP, "--jobs", jobs)
    monkeypatch.setenv("XDG_CACHE_HOME", str(calls / "bad.txt"))
    assert huashu("lint", ".", *SHOP, "--cache", "--jobs", jobs) == plain


def test_what_was_linted_before_an_interruption_is_kept(
    huashu: Huashu, calls: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lint = Linter.lint

    def stopped(linter: Linter, call: Call) -> Report:
        if call.path == "good.txt":
            raise KeyboardInterrupt
        return lint(linter, call)

    monkeypatch.setattr(Linter, "lint", stopped)
    assert huashu("lint", ".", *SHOP, "--cache").code == 130
    assert len(list(cache.glob("calls-*"))) == 1


def test_a_run_without_it_imports_nothing_of_it(calls: Path) -> None:
    code = (
        "import sys; from linter.cli.main import main\n"
        "main(['lint', 'bad.txt', '--rules', 'shop.yml'])\n"
        "wanted = ('linter.kept', 'linter.changes', 'subprocess', 'fcntl')\n"
        "assert not [name for name in wanted if name in sys.modules]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
