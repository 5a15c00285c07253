from __future__ import annotations

import subprocess
import sys

import pytest

from linter.cli.completing import SHELLS, VARIABLE


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_a_shell(huashu, shell):
    run = huashu("completion", shell)
    assert (run.code, run.err) == (0, "")
    assert f"{VARIABLE}={shell}_complete" in run.out
    assert "%(" not in run.out


def test_bash_understands_its_own(huashu):
    script = huashu("completion", "bash").out
    assert subprocess.run(["bash", "-n"], input=script.encode(), check=False).returncode == 0


def test_another_shell(huashu):
    run = huashu("completion", "tcsh")
    assert (run.code, run.out) == (2, "")
    assert "tcsh" in run.err


def test_who_does_not_complete_pays_nothing():
    code = (
        "import sys; from linter.cli.main import main; import linter.cli.lint\n"
        "assert 'linter.cli.completing' in sys.modules\n"
        "assert 'click.shell_completion' not in sys.modules\n"
        "assert 'linter.cli.completion' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
