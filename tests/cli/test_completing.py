"""What Tab offers, by click's interface and in a real bash."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

import pytest
from click.shell_completion import BashComplete, CompletionItem

import linter
from linter.cli.completing import VARIABLE
from linter.cli.main import group
from linter.reports import FORMATS

from .conftest import write


def items(words: str) -> list[CompletionItem]:
    """What is offered after these words; the last one is being written."""
    *before, last = words.split(" ")
    return BashComplete(group, {}, "huashu", VARIABLE).get_completions(before, last)


def offered(words: str) -> list[str]:
    return [item.value for item in items(words)]


@pytest.fixture(autouse=True)
def shop(huashu):
    """An empty folder that holds ``shop.yml``."""


def test_verbs():
    assert offered("e") == ["eval", "examples", "exceptions", "exemplars", "explain"]
    assert offered("rules fr") == ["from-sheet"]
    assert items("lin")[0].help == "检查通话和话术库 / lint calls and scripts"


def test_options():
    assert offered("--v") == ["--version"]
    assert offered("lint --fo") == ["--format"]
    assert {"--select", "--config", "--also"} <= set(offered("lint a.txt --"))


def test_values_of_options():
    assert offered("lint --fail-on n") == ["never"]
    assert offered("lint --format s") == [name for name in FORMATS if name.startswith("s")]
    assert offered("lint --also g") == ["github", "gitlab"]


@pytest.mark.parametrize(
    "words",
    [
        *("lint ./a", "lint a.txt ./a", "lint --rules ./a", "lint -o ./a", "lint --config ./a"),
        *("fix ./a", "convert ./a", "explain rude ./a"),
    ],
)
def test_files(words):
    assert [(item.value, item.type) for item in items(words)] == [("./a", "file")]


def test_rules_categories_and_packs():
    assert offered("lint --rules shop.yml --select s") == ["shirking", "shirks", "shop"]
    assert offered("lint --rules shop.yml --ignore rude,c") == [
        "rude,careless",
        "rude,cold",
        "rude,cold_refusal",
    ]
    assert offered("explain --rules shop.yml ") == [
        *("rude", "shirks", "careless", "cold", "no-sorry", "helps")
    ]
    assert offered("test --rules shop.yml rude sh") == ["shirks"]
    assert "script-absolute-claim" in offered("explain script-")


def test_profiles():
    known = offered("lint --profile ")
    assert "不查首尾语" in known
    assert offered(f"lint --profile {known[0]},不查首") == [f"{known[0]},不查首尾语"]


def test_the_rules_of_the_configuration(tmp_path):
    write(tmp_path / "huashu.yml", "rules: [shop.yml]\n")
    assert offered("explain s") == ["shirks"]


@pytest.mark.parametrize("config", ["rules: [nowhere.yml]\n", "rules: [\n", "unknown: 1\nrules: 1"])
def test_what_is_wrong_offers_nothing_or_what_there_is(tmp_path, config, capsys):
    write(tmp_path / "huashu.yml", config)
    assert "rude" not in offered("explain r")
    assert capsys.readouterr() == ("", "")


def test_the_command_answers_a_shell(huashu, monkeypatch):
    monkeypatch.setenv(VARIABLE, "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "huashu lin")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert huashu() == (0, "plain,lint\n", "")
    monkeypatch.setenv(VARIABLE, "nonsense")
    assert huashu() == (2, "", "")


def test_bash_completes(tmp_path):
    binaries = tmp_path / "bin"
    binaries.mkdir()
    command = f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m linter.cli "$@"\n'
    write(binaries / "huashu", command).chmod(0o755)
    script = """
        eval "$(huashu completion bash)"
        COMP_WORDS=(huashu lint --rules shop.yml --select shi); COMP_CWORD=5
        $(complete -p huashu | sed 's/.*-F \\([^ ]*\\) .*/\\1/') huashu
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        env={
            **os.environ,
            "PATH": os.pathsep.join([str(binaries), os.environ["PATH"]]),
            "PYTHONPATH": os.path.dirname(os.path.dirname(linter.__file__)),
        },
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.stdout, done.stderr) == ("shirking\nshirks\n", "")
