"""The documents show only what works: commands, their output, and packs with their tests."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import guide
import pytest

from linter import linting
from linter.calls import FORMATS
from linter.linting import Linter
from linter.rulebook.load import load_texts
from linter.ruletest import read_cases, run_cases

ROOT = Path(__file__).parent.parent
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
READMES = ("README.md", "README.zh-CN.md")
PAGES = ("docs/formats.md", "docs/scripts.md")


def _commands() -> list[tuple[str, str, str]]:
    found = []
    for name in (*READMES, *PAGES):
        for block in CONSOLE.findall((ROOT / name).read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found.append((name, command, output))
    return found


@pytest.mark.parametrize("page", [*READMES, *PAGES])
def test_the_documents_show_commands(page: str) -> None:
    assert sum(name == page for name, _, _ in _commands()) >= 8


@pytest.mark.parametrize(("name", "command", "output"), _commands())
def test_commands_print_what_is_shown(name: str, command: str, output: str) -> None:
    if command.startswith("make "):
        target = command.split()[1]
        assert f"\n{target}:" in (ROOT / "Makefile").read_text(encoding="utf-8")
        return
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": paths, "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    if output:
        assert done.stdout.decode() == output


def test_what_the_demo_runs_ends_well(tmp_path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\ndemo:")[2].partition("\n\n")[0]
    linted = re.findall(r"\$\(BIN\)/huashu (lint .*) -o (\S+)", recipe)
    assert [name for _, name in linted] == ["report.txt", "snippets.md"]
    for command, name in linted:
        wanted = [*command.split(), "-o", str(tmp_path / name)]
        huashu = Path(sys.executable).with_name("huashu")
        done = subprocess.run([huashu, *wanted], cwd=ROOT, capture_output=True, check=False)
        assert (done.returncode, done.stderr.decode()) == (0, "")
        assert (tmp_path / name).stat().st_size > 10_000


@pytest.mark.parametrize("page", PAGES)
def test_the_tables_of_a_page_name_every_format(page: str) -> None:
    cells = re.findall(r"^\| (`[^|]+)\|", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    named = {name for cell in cells for name in re.findall(r"`([a-z-]+)`", cell)}
    wanted = {name for name, entry in FORMATS.items() if page == PAGES[0] or entry.script}
    assert wanted <= named


@pytest.mark.parametrize("page", [*READMES, *PAGES])
def test_links_lead_to_files_and_headings(page: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", (ROOT / page).read_text(encoding="utf-8")):
        path, _, heading = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        if "://" not in target:
            assert file.exists(), target
            assert not heading or heading in _anchors(file), target


def _anchors(page: Path) -> set[str]:
    """The headings of a page as links have them on GitHub."""
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_two_readmes_show_the_same_commands() -> None:
    english = [command for name, command, _ in _commands() if name == "README.md"]
    chinese = [command for name, command, _ in _commands() if name == "README.zh-CN.md"]
    assert english == chinese


@pytest.mark.parametrize("pack", guide.packs())
def test_the_packs_in_the_guide_load_and_pass_their_own_tests(pack: str) -> None:
    book = load_texts([("guide.yml", pack)])
    shown = [rule for rule in book.rules if rule.place.path == "guide.yml"]
    results = list(run_cases(Linter(book), read_cases(shown)))
    assert results
    assert [result for result in results if result.outcome != "passed"] == []


@pytest.mark.parametrize("example", list(guide.examples()), ids=lambda example: example.pack[12:40])
def test_the_guide_shows_what_is_found(example: guide.Example) -> None:
    assert [guide.shown(example, call) for call in example.calls] == list(example.calls)


def test_the_examples_in_docstrings_run() -> None:
    outcome = doctest.testmod(linting)
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_the_python_example_of_the_readmes_runs() -> None:
    for name in READMES:
        (example,) = PYTHON.findall((ROOT / name).read_text(encoding="utf-8"))
        code = "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()) as out:\n"
        code += "".join(f"    {line}\n" for line in example.splitlines())
        found: dict[str, object] = {}
        exec(code, found)
        assert "backtalk 1 " in found["out"].getvalue()  # type: ignore[attr-defined]
