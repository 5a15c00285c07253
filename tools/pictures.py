"""The pictures of docs/report.md, taken of a report on corpus/calls.

``python -m tools.pictures`` (run ``sh tools/chromium.sh`` before) writes docs/img/*.png anew;
take them again when the page looks different.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser

from tests.desk.browsing import browsing

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "img"
CALL = "#call=articles-01&finding=7"
ABUSE = "#call=bank-power-05&turn=11"
DESK: Any = {"width": 1280, "height": 900}
PHONE: Any = {"width": 360, "height": 740}
WHAT = (
    ("report-overview", "", DESK, "light"),
    ("report-list", "#list", DESK, "light"),
    ("report-call", CALL, DESK, "light"),
    ("report-call-dark", CALL, DESK, "dark"),
    ("report-phone", ABUSE, PHONE, "light"),
)
COLORS = 128


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as folder, browsing() as browser:
        report = Path(folder) / "report.html"
        command = [sys.executable, "-m", "linter.cli", "report", "corpus/calls", "-o", str(report)]
        subprocess.run([*command, "--scheme", "service-rules"], check=True, cwd=ROOT)
        for name, address, size, scheme in WHAT:
            take(browser, report.as_uri() + address, PICTURES / f"{name}.png", size, scheme)


def take(browser: Browser, address: str, picture: Path, size: Any, scheme: Any) -> None:
    """One picture of one place of the page."""
    page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page.goto(address)
    page.wait_for_selector("body[data-ready]")
    picture.parent.mkdir(exist_ok=True)
    page.screenshot(path=picture)
    page.close()
    # A screen has few colours: a palette makes the file a third as large.
    with Image.open(picture) as taken:
        taken.convert("RGB").quantize(COLORS).save(picture, optimize=True)


if __name__ == "__main__":
    main()
