"""The packs of the page for rule authors are sound, and its recipe knows the commands."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from consoles import commands

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rule-authors.md"
TEXT = PAGE.read_text(encoding="utf-8")
SHOWN = [shown for shown in commands() if shown.page == "docs/rule-authors.md"]


def run(*args: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-W", "ignore", "-m", "linter.cli", *args]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.command)
def test_commands_end_well_and_complain_of_nothing(shown):
    done = shown.run()
    assert (done.code, done.err) == (0, "")


def test_the_page_shows_commands():
    assert len([shown for shown in SHOWN if shown.output]) >= 4


@pytest.mark.parametrize("name", ["before.yml", "after.yml"])
def test_the_packs_pass_their_own_tests(name):
    done = run("test", "--rules", f"docs/rule-authors/{name}")
    assert done.stdout.decode() == "1 条规则，2 个测试：全部通过\n"


def test_the_recipe_is_yaml_and_its_verbs_know_their_options():
    (recipe,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    steps = yaml.safe_load(recipe)["jobs"]["review"]["steps"]
    commands = [step["run"] for step in steps if step.get("run", "").startswith("huashu ")]
    assert len(commands) == 3
    for command in commands:
        words = shlex.split(command)[1:]
        verb = words[: 2 if words[0] == "rules" else 1]
        known = run(*verb, "--help").stdout.decode()
        for option in (word for word in words if word.startswith("-")):
            assert option in known, command
