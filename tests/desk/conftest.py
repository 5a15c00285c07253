"""A browser and a report of 300 calls for the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # most tests here need no browser
    from playwright.sync_api import Browser

    from tests.desk.browsing import Opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a module."""
    from tests.desk.browsing import browsing

    with browsing() as one:
        yield one


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of 300 calls."""
    from tests.desk.browsing import write

    return write(tmp_path_factory.mktemp("page") / "report.html", 300)


@pytest.fixture
def opened(browser: Browser, report: Path) -> Iterator[Opened]:
    """It, on a screen of usual size."""
    from tests.desk.browsing import Opened

    one = Opened(browser, report, viewport={"width": 1280, "height": 900})
    yield one
    one.close()
