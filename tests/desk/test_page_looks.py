"""How the page looks and reads: small and dark screens, paper, aids, old browsers, English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.desk.browsing import Opened, write

# Few calls: axe looks at every element there is.
CALLS = 12
VIEWS = ["", "#list", "#call=c-00000"]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 900}}


def barriers(page: Page, **options: Any) -> list[str]:
    """What axe finds, its best practices included."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("page") / "report.html", CALLS)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("context", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_stands_in_anybodys_way(
    browser: Browser, report: Path, context: dict[str, Any], view: str
) -> None:
    with closing(Opened(browser, report, reduced_motion="reduce", **context)) as one:
        page = one.at(view)
        if page.locator("#unfold").count():
            page.click("#unfold")
        assert barriers(page) == []
        # What is dark differs in its colours alone.
        page.emulate_media(color_scheme="dark")
        assert barriers(page, runOnly=["color-contrast"]) == []


def test_the_table_of_keys_stands_in_nobodys_way(opened: Opened) -> None:
    page = opened.at("#list")
    page.keyboard.press("?")
    assert barriers(page) == []


@pytest.fixture
def phone(browser: Browser, report: Path) -> Iterator[Opened]:
    with closing(Opened(browser, report, **PHONE)) as one:
        yield one


@pytest.mark.parametrize("view", [*VIEWS, "#call=c-00001", "#call=c-00002"])
def test_a_phone_need_not_scroll_sideways(phone: Opened, view: str) -> None:
    page = phone.at(view)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("innerWidth") == 360


def test_on_a_phone_charts_and_groups_are_there_whole(phone: Opened) -> None:
    page = phone.at("")
    for one in page.locator("figure svg:visible").all():
        assert one.get_attribute("class") == "narrow"
    assert page.locator("figure svg:visible").count() == page.locator("figure").count() > 0
    within = """(all) => all.every((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left >= 0 && right <= 360 && one.scrollWidth <= one.clientWidth;
    })"""
    assert page.locator(".stack tbody tr").count() > 0
    assert page.locator(".stack tbody tr").evaluate_all(within)
    assert page.locator("section:has(#groups) .scroll").evaluate_all(within)
    cell = page.locator(".stack tbody td").first
    assert cell.get_attribute("data-name") == "通"


def test_on_a_wide_screen_there_is_one_drawing_of_a_chart(opened: Opened) -> None:
    page = opened.at("")
    for one in page.locator("figure svg:visible").all():
        assert one.get_attribute("class") == "broad"
    assert page.locator("figure svg:visible").count() == page.locator("figure").count() > 0


def test_what_is_wider_than_its_frame_says_so(browser: Browser, report: Path) -> None:
    with closing(Opened(browser, report, viewport={"width": 660, "height": 740})) as one:
        frame = one.at("").locator("section:has(#groups) .scroll")
        assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
        assert frame.evaluate("one => getComputedStyle(one).backgroundAttachment") == (
            "local, local, scroll, scroll"
        )


def test_on_paper_no_title_stands_without_its_drawing(opened: Opened) -> None:
    page = opened.at("")
    page.emulate_media(media="print")
    kept = "all => all.map((one) => getComputedStyle(one).breakAfter)"
    assert set(page.locator("figcaption").evaluate_all(kept)) == {"avoid"}
    for one in page.locator("figure svg:visible").all():
        assert one.get_attribute("class") == "broad"


def test_on_a_phone_a_finger_follows_the_evidence(phone: Opened) -> None:
    page = phone.at("#list")
    page.tap("a.open >> nth=0")
    page.tap("#finding-1 .where a")
    expect(page.locator("#turn-2")).to_be_in_viewport()
    page.tap("#back")
    expect(page.locator("#finding-1")).to_be_in_viewport()


def brightness(page: Page, name: str) -> int:
    color = page.evaluate(f"getComputedStyle(document.body).{name}")
    return sum(map(int, re.findall(r"\d+", color)[:3]))


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_it_is_dark_where_that_is_asked_for(
    browser: Browser, report: Path, scheme: str, dark: bool
) -> None:
    with closing(Opened(browser, report, color_scheme=scheme)) as one:
        page = one.at()
        assert (brightness(page, "backgroundColor") < brightness(page, "color")) is dark


def test_on_paper_nothing_is_folded_but_swearing(opened: Opened) -> None:
    page = opened.at("#call=c-00000")
    page.evaluate("""addEventListener('beforeprint', () => {
        const folded = document.querySelectorAll('main details:not([open]):not(.diagnosis *)');
        window.paper = { folded: folded.length, text: document.getElementById('call').innerText };
    })""")
    folded = page.locator("main details:not([open])").count()
    assert folded
    assert page.pdf().startswith(b"%PDF")
    paper = page.evaluate("window.paper")
    assert paper["folded"] == 0
    assert "客户的激烈言辞，2 字" in paper["text"]
    assert "混蛋" not in paper["text"]
    assert page.locator("main details:not([open])").count() == folded
    page.emulate_media(media="print", color_scheme="dark")
    for gone in ("#views", ".tools", "#foot"):
        expect(page.locator(gone)).to_be_hidden()
    assert brightness(page, "backgroundColor") > brightness(page, "color")


def test_a_chosen_set_is_printed(opened: Opened) -> None:
    page = opened.at("#list")
    page.evaluate("window.print = () => { window.printed = document.body.className }")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.click("[data-key=box-10]")
    page.click("#print-chosen")
    page.wait_for_function("window.printed !== undefined")
    page.emulate_media(media="print")
    titles = page.locator("#print .call h2:visible").all_inner_texts()
    assert titles == ["通话 c-00000", "通话 c-00010"]
    expect(page.locator("#list")).to_be_hidden()
    assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"
                         " === document.querySelectorAll('[id]').length")  # fmt: skip
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("#print > *").count() == 0
    expect(page.locator("#list")).to_be_visible()


def test_all_of_it_is_english_where_that_is_asked_for(browser: Browser, tmp_path: Path) -> None:
    report = write(tmp_path / "report.html", 3, lang="en")
    with closing(Opened(browser, report)) as one:
        page = one.at("#list")
        for words in ("#views", "#filters label > span", ".worklist thead", "#count"):
            assert not re.search("[一-鿿]", " ".join(page.locator(words).all_inner_texts()))
        page = one.at("#call=c-00000")
        for words in (".panel h3", "dt b", ".badge.sure", ".chain .what", ".who b"):
            assert not re.search("[一-鿿]", " ".join(page.locator(words).all_inner_texts()))


def test_a_browser_that_cannot_unpack_says_so(browser: Browser, report: Path) -> None:
    with closing(Opened(browser, report)) as one:
        one.page.add_init_script("delete window.DecompressionStream")
        one.page.goto(report.as_uri())
        expect(one.page.locator("#wait")).to_contain_text("Safari 16.4")


def test_a_file_that_is_cut_says_so(browser: Browser, report: Path, tmp_path: Path) -> None:
    html = report.read_text(encoding="utf-8")
    at = html.index("</script>", html.index('id="chunk-0"'))
    cut = tmp_path / "report.html"
    cut.write_text(html[: at - 400] + html[at:], encoding="utf-8")
    with closing(Opened(browser, cut)) as one:
        page = one.at("#list")
        page.click("a.open >> nth=0")
        expect(page.locator("#wait")).to_contain_text("请重新生成这份报告")


def test_without_scripts_it_says_what_it_needs(browser: Browser, report: Path) -> None:
    with closing(Opened(browser, report, java_script_enabled=False)) as one:
        one.page.goto(report.as_uri())
        assert "JavaScript" in one.page.inner_text("main")


def test_nothing_moves_for_who_wants_it_still(browser: Browser, report: Path) -> None:
    with closing(Opened(browser, report, reduced_motion="reduce")) as one:
        page = one.at("#call=c-00002")
        page.evaluate(
            "Element.prototype.scrollIntoView = (how) => { window.how = how?.behavior }; 0"
        )
        page.evaluate("follow(150, null)")
        assert page.evaluate("window.how") == "auto"
