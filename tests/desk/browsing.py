"""A browser for the page's tests: Debian's Chromium, driven by Playwright, downloading nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from linter.desk.page import page
from tests.desk.page_data import data

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 20_000
"""Milliseconds a condition may take to hold, on a machine that is busy."""
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """Where it is; a test without it fails and says what to do."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("no Chromium to open the report with: run sh tools/chromium.sh", pytrace=False)
    return found


expect.set_options(timeout=PATIENCE)


@contextmanager
def browsing() -> Iterator[Browser]:
    """One browser, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield browser
        browser.close()


def write(path: Path, calls: int, **more: Any) -> Path:
    """The page of a run made by hand."""
    path.write_text("".join(page(data(calls, **more))), encoding="utf-8")
    return path


class Opened:
    """A page that is ready, offline; it remembers what it asked the network for and complained of.

    :ivar page: Playwright's page.
    """

    def __init__(self, browser: Browser, file: Path, **context: Any) -> None:
        self._file = file
        self._context = browser.new_context(offline=True, **context)
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self.complaints.append(message.text))

    def at(self, address: str = "") -> Page:
        """The page newly opened at an address within it."""
        if self.page.url != "about:blank":
            self.page.goto("about:blank")
        self.page.goto(self._file.as_uri() + address)
        self.page.wait_for_selector("body[data-ready]")
        return self.page

    def close(self) -> None:
        """Close it; nothing may have gone wrong, and nothing been asked of any network."""
        self._context.close()
        strangers = [
            url
            for url in self.asked
            if not url.startswith((self._file.as_uri(), "about:", "blob:"))
        ]
        assert (strangers, self.complaints) == ([], [])
