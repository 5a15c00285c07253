"""Verbs that are imported when they are called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import click
import pytest

from linter.cli.verbs import LazyGroup

from .conftest import SHOP, write

HEAVY = ("linter.linting", "linter.model", "linter.rulebook", "linter.reports", "yaml", "wcwidth")
NOT_FOR_LINT = ("yaml", "openpyxl", "wcwidth", "linter.rulebook.load", "linter.rulelint")


@pytest.fixture
def group() -> LazyGroup:
    group = LazyGroup("g")
    group.add_verb("convert", "linter.cli.convert:convert", "转 / convert")
    group.add_verb("broken", "linter.cli.nowhere:verb", "坏 / broken")
    group.add_command(click.Command("own", short_help="自己 / own"))
    return group


def test_a_verb_is_found_by_its_name(group):
    context = click.Context(group)
    assert group.get_command(context, "convert").name == "convert"
    assert group.get_command(context, "convert").params
    assert group.get_command(context, "own").name == "own"
    assert group.get_command(context, "other") is None


def test_a_verb_that_cannot_be_imported_is_not_taken_for_a_missing_one(group):
    with pytest.raises(ModuleNotFoundError):
        group.get_command(click.Context(group), "broken")


def test_help_lists_all_verbs_and_imports_none(group):
    # The broken one could not be imported.
    assert group.get_help(click.Context(group)).endswith(
        "Commands:\n  broken   坏 / broken\n  convert  转 / convert\n  own      自己 / own"
    )


def test_a_lint_with_rules_that_are_kept_reads_no_rule_files(tmp_path):
    shutil.copy(SHOP, tmp_path)
    write(tmp_path / "bad.txt", "客户：我想想。\n坐席：快点说。\n")
    code = (
        "import sys; from linter.cli.main import main\n"
        "assert main(['lint', '--rules', 'shop.yml', 'bad.txt']) == 1\n"
        f"print([name for name in {NOT_FOR_LINT!r} if name in sys.modules], file=sys.stderr)\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code],
            cwd=tmp_path,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
            check=True,
            capture_output=True,
            text=True,
        )
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    assert [run.stderr.strip() for run in runs] == ["['yaml', 'linter.rulebook.load']", "[]"]


@pytest.mark.parametrize("args", [["--help"], ["--version"]])
def test_the_command_itself_needs_nothing_heavy(args):
    code = (
        "import sys; from linter.cli.main import main\n"
        f"main({args!r})\n"
        f"heavy = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
