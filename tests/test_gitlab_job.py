"""The job for GitLab: its script is run by the shells that a runner uses.

A runner puts all lines of ``before_script`` and ``script`` into one script. Those of the first
make an environment from the network; here the ``huashu`` on the path is that of the tests.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).parent.parent
JOB: dict[str, Any] = yaml.safe_load((ROOT / "docs/ci/gitlab.yml").read_text(encoding="utf-8"))[
    "huashu"
]
SHELLS = {"bash": ["bash", "-eo", "pipefail"], "sh": ["sh", "-e"]}
BAD = "# 开场\n\n- 您好，我们是全城最便宜的。\n"
GOOD = "# 开场\n\n- 您好，请问有什么可以帮您？\n"
REPORTS = ["gl-code-quality-report.json", "huashu-junit.xml"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "my project"
    (folder / ".git").mkdir(parents=True)
    (folder / "话 术").mkdir()
    (folder / "话 术" / "a b.md").write_text(BAD, encoding="utf-8")
    (folder / "好.md").write_text(GOOD, encoding="utf-8")
    return folder


def run(project: Path, shell: str = "sh", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the job.

    :param variables: of the job, in place of what they are by default.
    """
    assert set(variables) <= set(JOB["variables"])
    binaries = project.parent / "bin"
    binaries.mkdir(exist_ok=True)
    huashu = binaries / "huashu"
    huashu.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m linter.cli "$@"\n', encoding="utf-8")
    huashu.chmod(0o755)
    return subprocess.run(
        [*SHELLS[shell], "-c", "\n".join(JOB["script"])],
        cwd=project,
        env={
            **os.environ,
            "PATH": os.pathsep.join([str(binaries), os.environ["PATH"]]),
            "PYTHONPATH": str(ROOT),
            **JOB["variables"],
            **variables,
        },
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def qualities(project: Path) -> list[tuple[str, str]]:
    entries = json.loads((project / REPORTS[0]).read_text(encoding="utf-8"))
    return [(entry["location"]["path"], entry["check_name"]) for entry in entries]


def test_what_the_script_writes_is_what_gitlab_is_given() -> None:
    assert JOB["artifacts"]["paths"] == REPORTS
    assert sorted(JOB["artifacts"]["reports"].values()) == REPORTS
    assert JOB["artifacts"]["when"] == "always"


@pytest.mark.parametrize("shell", SHELLS)
def test_findings(project: Path, shell: str) -> None:
    ran = run(project, shell)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "错误 script-absolute-claim" in ran.stdout
    assert qualities(project) == [("话 术/a b.md", "script-absolute-claim")]
    suites = ElementTree.parse(project / REPORTS[1]).getroot()
    assert sorted(str(suite.get("failures")) for suite in suites) == ["0", "1"]


def test_nothing_found(project: Path) -> None:
    ran = run(project, HUASHU_PATHS="好.md")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert qualities(project) == []


def test_a_failure_has_its_reports_too(project: Path) -> None:
    ran = run(project, HUASHU_PATHS="好.md\nnowhere")
    assert ran.returncode == 2
    assert [path for path, _ in qualities(project)] == ["nowhere"]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_variable_arrives(project: Path, shell: str) -> None:
    rules = project / "my rules.yml"
    rules.write_text((ROOT / "tests/cli/shop.yml").read_text(encoding="utf-8"), encoding="utf-8")
    (project / "--x.md").write_text("# 开场\n\n- 快点说。\n- 随便吧。\n", encoding="utf-8")
    ran = run(
        project,
        shell,
        HUASHU_PATHS="\n  话 术/a b.md\n--x.md\n",
        HUASHU_RULES="my rules.yml\nbuiltin",
        HUASHU_ARGS="--select=rude,script-absolute-claim\n--exit-zero",
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert sorted(qualities(project)) == [
        ("--x.md", "rude"),
        ("话 术/a b.md", "script-absolute-claim"),
    ]


@pytest.mark.parametrize("trap", ["$(touch trap)", '"; touch trap; "', "\nEND\ntouch trap\n"])
def test_no_variable_is_run(project: Path, trap: str) -> None:
    run(project, **dict.fromkeys(("HUASHU_PATHS", "HUASHU_RULES", "HUASHU_ARGS"), trap))
    assert not (project / "trap").exists()


@pytest.mark.parametrize("shell", SHELLS)
def test_what_to_install_has_to_be_said(project: Path, shell: str) -> None:
    check = JOB["before_script"][0]
    for package, fine in (("", False), ("/huashu 0.1", True)):
        done = subprocess.run(
            [*SHELLS[shell], "-c", check],
            env={**os.environ, "HUASHU_PACKAGE": package},
            capture_output=True,
            check=False,
        )
        assert (done.returncode == 0) == fine
        assert ("HUASHU_PACKAGE" in done.stderr.decode()) != fine
