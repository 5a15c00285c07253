"""Ten thousand calls: the page shows as much at once as it does of a few hundred."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.browsing import Opened, write

CALLS = 10_000


@pytest.fixture(scope="module")
def large(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    report = write(tmp_path_factory.mktemp("large") / "report.html", CALLS)
    with closing(Opened(browser, report, viewport={"width": 1280, "height": 900})) as one:
        yield one


def elements(page: Page) -> int:
    return int(page.evaluate("document.querySelectorAll('main *').length"))


def test_no_more_is_drawn_than_of_a_few_hundred(
    browser: Browser, report: Path, large: Opened
) -> None:
    with closing(Opened(browser, report, viewport={"width": 1280, "height": 900})) as few:
        few_overview, few_list = elements(few.at()), elements(few.at("#list"))
    assert elements(large.at()) == few_overview
    # Of the larger run the first page has more quarrels, of which there is more to say.
    assert elements(large.at("#list")) < few_list * 1.5


def test_any_call_is_found_opened_and_left(large: Opened) -> None:
    page = large.at("#list")
    expect(page.locator("#count")).to_have_text("10000 通，第 1 / 200 页")
    page.fill("#q", "第9998通的第1句")
    expect(page.locator("#progress")).to_have_text("搜完了 10000 通对话")
    expect(page.locator("#count")).to_have_text("1 通，第 1 / 1 页")
    assert page.evaluate("unpacked.size") <= 4
    page.click(".snippet")
    expect(page.locator("#turn-1")).to_be_focused()
    assert page.evaluate("unpacked.size") <= 4
    page.go_back()
    expect(page.locator("#q")).to_have_value("第9998通的第1句")


def test_one_can_go_on_while_it_searches(large: Opened) -> None:
    page = large.at("#list")
    page.evaluate("""const real = unpack; unpack = async (id) => {
        if (id === "chunk-100") await new Promise((go) => { window.goOn = go });
        return real(id);
    }; 0""")
    page.fill("#q", "第9998通的第1句")
    expect(page.locator("#progress")).to_have_text("正在搜对话：4000 / 10000 通")
    page.fill("#q", "c-00010")
    expect(page.locator("#count")).to_have_text("1 通，第 1 / 1 页")
    page.click("a.open")
    expect(page.locator("#call-title")).to_have_text("通话 c-00010")
    page.evaluate("window.goOn()")
    page.click("#to-list")
    expect(page.locator("#progress")).to_have_text("搜完了 10000 通对话")
    page.fill("#q", "第9998通的第1句")
    expect(page.locator("#count")).to_have_text("1 通，第 1 / 1 页")
