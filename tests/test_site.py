"""The documentation builds as a site that needs no other host and finds Chinese words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ELSEWHERE = re.compile(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=\"?(?:https?:)?//[^\"\s>]*")


def test_the_site(tmp_path: Path) -> None:
    # Not --quiet: what is not logged is not counted as a warning.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    # Once for all that is asked of it: it takes seconds.
    done = subprocess.run(
        [*command, str(tmp_path)], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    made = {page.relative_to(tmp_path).with_suffix("") for page in tmp_path.rglob("*.html")}
    docs = ROOT / "docs"
    assert made - {Path("404")} == {
        page.relative_to(docs).with_suffix("") for page in docs.rglob("*.md")
    }
    pages = {page.name: page.read_text("utf-8") for page in tmp_path.rglob("*.html")}
    loads = {name: ELSEWHERE.findall(page) for name, page in pages.items()}
    assert {name: found for name, found in loads.items() if found} == {}
    index = json.loads((tmp_path / "search" / "search_index.json").read_text("utf-8"))
    entries = {entry["location"]: entry["title"] for entry in index["docs"]}
    assert entries["rules/missing-apology.html"].split("：")[0].split("\u200b")[:2] == [
        "缺少",
        "致歉",
    ]
