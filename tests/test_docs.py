"""The documents show only what works: commands, their output, and packs with their tests."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import guide
import pytest
from consoles import READMES, ROOT, Shown, commands, pages, run_here

from linter import linting
from linter.calls import FORMATS
from linter.linting import Linter
from linter.rulebook.load import load_texts
from linter.ruletest import read_cases, run_cases

PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
FORMAT_PAGES = ("docs/formats.md", "docs/scripts.md")
CODE = re.compile(r"^(`{3,}).*?^\1$|`[^`]*`", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("page", [*READMES, *FORMAT_PAGES])
def test_the_documents_show_commands(page: str) -> None:
    assert sum(shown.page == page for shown in commands()) >= 8


@pytest.mark.parametrize(
    "shown", list(commands()), ids=lambda shown: f"{shown.page}: {shown.command}"
)
def test_commands_print_what_is_shown(shown: Shown) -> None:
    if shown.command.startswith("make "):
        target = shown.command.split()[1]
        assert f"\n{target}:" in (ROOT / "Makefile").read_text(encoding="utf-8")
        return
    done = shown.run()
    assert done.code in (0, 1), done.err
    if shown.output:
        assert done.out == shown.output


@pytest.mark.parametrize("page", pages())
def test_commands_are_shown_where_they_are_run(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for kind, block in re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        assert kind not in ("sh", "bash", "shell") or block.startswith("#!")
        assert kind or not re.search(r"^(\$ )?huashu ", block, re.MULTILINE)


def expanded(word: str) -> list[str]:
    """A word of a command as the shell gives it."""
    return sorted(map(str, ROOT.glob(word))) if "*" in word else [word]


def test_what_the_demo_runs_ends_well(tmp_path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\ndemo:")[2].partition("\n\n")[0]
    made = re.findall(r"\$\(BIN\)/huashu (.*) -o (\S+)", recipe.replace("\\\n", " "))
    assert [name for _, name in made] == ["report.html", "examples.html"]
    for command, name in made:
        words = [shown for word in command.split() for shown in expanded(word)]
        done = run_here([*words, "-o", str(tmp_path / name)])
        assert done.code == 0
        assert not re.search("错误|警告|warning", done.err), done.err
    assert all((tmp_path / name).stat().st_size > 100_000 for _, name in made)


@pytest.mark.parametrize("page", FORMAT_PAGES)
def test_the_tables_of_a_page_name_every_format(page: str) -> None:
    cells = re.findall(r"^\| (`[^|]+)\|", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    named = {name for cell in cells for name in re.findall(r"`([a-z-]+)`", cell)}
    wanted = {name for name, entry in FORMATS.items() if page == FORMAT_PAGES[0] or entry.script}
    assert wanted <= named


@pytest.mark.parametrize("page", pages())
def test_links_lead_to_files_and_headings(page: str) -> None:
    for target in LINK.findall(CODE.sub("", (ROOT / page).read_text(encoding="utf-8"))):
        path, _, heading = target.partition("#")
        file = (ROOT / page).parent / path if path else ROOT / page
        if "://" not in target:
            assert file.exists(), target
            assert not heading or heading in _anchors(file), target


def _anchors(page: Path) -> set[str]:
    """The headings of a page as links have them on GitHub."""
    prose = re.sub(r"^(`{3,}).*?^\1$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    titles = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_two_readmes_show_the_same_commands() -> None:
    english = [shown.command for shown in commands() if shown.page == "README.md"]
    chinese = [shown.command for shown in commands() if shown.page == "README.zh-CN.md"]
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
