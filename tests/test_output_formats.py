"""The page about report formats shows what the command prints, and leaves no format out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from linter.reports import FORMATS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/output-formats.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n\$ (.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("command", "output"), BLOCKS, ids=range(len(BLOCKS)))
def test_commands_print_what_is_shown(command: str, output: str, tmp_path: Path) -> None:
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": paths, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command.replace("/tmp/", f"{tmp_path}/")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert (done.returncode in (0, 1), done.stderr.decode()) == (True, "")
    assert done.stdout.decode() == output


def test_every_format_is_in_the_table() -> None:
    rows = re.findall(r"^\| (`[^|]+)\|", PAGE.partition("\n## ")[0], re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([a-z-]+)`", row)} == set(FORMATS)


def test_links_lead_to_headings() -> None:
    titles = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    anchors = {title.lower().replace(" ", "-") for title in titles}
    links = re.findall(r"\]\(#([^)]+)\)", PAGE)
    assert links
    assert set(links) <= anchors
