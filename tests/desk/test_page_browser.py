"""The page in a browser: what somebody does with it, by mouse, by keyboard, on a phone."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from linter.desk.page import page
from tests.desk.browsing import Opened
from tests.desk.page_data import FORMULA, SCRIPT, data


def focused(page: Page) -> Any:
    """The id of what has the focus, or what it says."""
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def test_the_overview_says_first_what_went_well(opened: Opened) -> None:
    page = opened.at()
    assert page.title() == "质检报告"
    text = page.inner_text("#overview")
    assert text.index("先看做得好的") < text.index("错误")
    assert "坏了.jsonl:3:1 读不懂" in text
    # What is no failure does not stand among the failures.
    assert "没有检查的句子：空行 2" in text
    assert "空行" not in page.inner_text("#overview .problem")
    assert "这是坐席受的累，不算坐席的错" in text
    assert page.get_attribute("#overview figure svg", "aria-label") == "问题有多重"
    few = page.locator("[aria-labelledby=groups] td", has_text="12（少）")
    assert few.get_attribute("class") == "figure"
    page.click("#overview .first a >> nth=0")
    expect(page.locator("#call-title")).to_be_focused()


def test_what_could_not_be_judged_is_not_called_good(browser: Browser, tmp_path: Path) -> None:
    made = data(4)
    made.rows[3]["judged"] = False
    file = tmp_path / "report.html"
    file.write_text("".join(page(made)), encoding="utf-8")
    one = Opened(browser, file)
    clean = "1 通没有发现确定的问题"
    assert clean in one.at().inner_text("#overview .good")
    assert one.at("#list&show=clean").inner_text("#count") == "1 通，第 1 / 1 页"
    one.close()


def test_calls_of_one_id_are_told_apart_by_where_they_stand(
    browser: Browser, tmp_path: Path
) -> None:
    made = data(4)
    made.rows[3]["id"] = made.rows[0]["id"]
    made.rows[3]["line"] = None
    file = tmp_path / "report.html"
    file.write_text("".join(page(made)), encoding="utf-8")
    with closing(Opened(browser, file)) as one:
        about = one.at("#list&sort=id&up").locator("tr .about").all_inner_texts()
    assert [text.partition("calls/")[2] for text in about] == ["a.jsonl:1", "a.jsonl", "", ""]


def test_scenes_are_counted_beside_calls(browser: Browser, tmp_path: Path) -> None:
    made = data(5)
    for row in made.rows[3:]:
        row["kind"] = "script"
    made.run["summary"]["scenes"] = 2
    file = tmp_path / "report.html"
    file.write_text("".join(page(made)), encoding="utf-8")
    with closing(Opened(browser, file)) as one:
        cards = one.at().locator(".cards")
        assert cards.locator(".calls .value").inner_text() == "3"
        assert cards.locator(".scenes .value").inner_text() == "2"


def test_the_list_has_what_deserves_listening_first_on_top(opened: Opened) -> None:
    page = opened.at("#list")
    expect(page.locator("#count")).to_have_text("300 通，第 1 / 6 页")
    assert page.locator(".worklist tbody tr").count() == 50
    assert page.inner_text(".worklist tbody tr >> nth=0 >> a.open") == "c-00000"
    assert page.get_attribute(".worklist", "aria-rowcount") == "301"
    assert page.get_attribute("th:has([data-key=sort-priority])", "aria-sort") == "descending"


def test_what_is_worth_showing_has_a_list_of_its_own(opened: Opened) -> None:
    page = opened.at()
    page.click("section[aria-labelledby=worth] .button")
    expect(page.locator("#count")).to_have_text("209 通，第 1 / 5 页")
    expect(page.locator("#to-worth[aria-current]")).to_have_text("值得给大家看的")
    expect(page.locator(".worklist thead")).to_contain_text("好在哪里")
    expect(page.locator("#list")).to_contain_text("按最值得看的排。")
    page.click("#to-first")
    expect(page.locator("#count")).to_have_text("300 通，第 1 / 6 页")


def test_filters_narrow_the_list_and_stand_in_the_address(opened: Opened) -> None:
    page = opened.at("#list")
    page.select_option("#by-show", "withLoad")
    expect(page.locator("#count")).to_have_text("30 通，第 1 / 1 页")
    page.select_option("#by-team", "1组")
    expect(page.locator("#count")).to_have_text("10 通，第 1 / 1 页")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    expect(page.locator("#count")).to_have_text("10 通，第 1 / 1 页")
    assert page.input_value("#by-team") == "1组"
    page.click("#clear")
    expect(page.locator("#count")).to_have_text("300 通，第 1 / 6 页")
    page.select_option("#by-category", "cold_refusal")
    expect(page.locator(".worklist tbody a.open")).to_have_text("c-00001")


def test_unknown_scores_come_last_whichever_way_one_sorts(opened: Opened) -> None:
    page = opened.at("#list")
    for _ in range(2):
        page.click("[data-key=sort-score]")
        assert "72.5" in page.inner_text(".worklist tbody tr >> nth=0 >> td.score")
    assert page.get_attribute("th:has([data-key=sort-score])", "aria-sort") == "descending"
    expect(page.locator("[data-key=sort-score]")).to_be_focused()


def test_search_finds_words_of_dialogues_and_leads_to_them(opened: Opened) -> None:
    page = opened.at("#list")
    page.fill("#q", "第257通的第3句 套餐")
    expect(page.locator("#progress")).to_have_text("搜完了 300 通对话")
    expect(page.locator("#count")).to_have_text("1 通，第 1 / 1 页")
    page.click(".snippet")
    expect(page.locator("#turn-3")).to_be_focused()
    page.go_back()
    expect(page.locator("#q")).to_have_value("第257通的第3句 套餐")
    expect(page.locator("#count")).to_have_text("1 通，第 1 / 1 页")
    page.fill("#q", "没有人说过的话")
    expect(page.locator("#count")).to_have_text("没有这样的通话。")


def test_what_search_shows_is_as_it_was_said_but_for_swearing(opened: Opened) -> None:
    page = opened.at("#list&q=录音机")
    expect(page.locator(".snippet >> nth=0")).to_have_text(
        "#3 你＊＊是录音机吗？＊＊！我要投诉你。"
    )
    page.fill("#q", "混蛋")
    expect(page.locator(".snippet mark >> nth=0")).to_have_text("＊＊")
    page.fill("#q", "hyperlink")
    expect(page.locator(".snippet mark")).to_have_text("HYPERLINK")


def test_pages_are_steps_one_can_go_back(opened: Opened) -> None:
    page = opened.at("#list")
    page.click("#pager [data-key=next]")
    expect(page.locator("#pager [data-key=next]")).to_be_focused()
    expect(page.locator("#count")).to_have_text("300 通，第 2 / 6 页")
    page.go_back()
    expect(page.locator("#count")).to_have_text("300 通，第 1 / 6 页")


def test_evidence_is_followed_by_keyboard(opened: Opened) -> None:
    page = opened.at("#list")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#call-title")).to_be_focused()
    page.keyboard.press("j")
    assert focused(page) == "finding-1"
    page.keyboard.press("Enter")
    assert focused(page) == "turn-2"
    page.keyboard.press("Escape")
    assert focused(page) == "finding-1"
    for turn in (1, 2, 3):
        page.keyboard.press("e")
        assert focused(page) == f"turn-{turn}"
    page.keyboard.press("Shift+E")
    assert focused(page) == "turn-2"
    page.keyboard.press("Escape")
    assert focused(page) == "finding-1"
    page.keyboard.press("j")
    assert focused(page) == "finding-2"
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert focused(page) == "finding-p1"
    page.keyboard.press("Escape")
    expect(page.locator("[data-key=open-0]")).to_be_focused()


def test_links_lead_to_turns_and_back(opened: Opened) -> None:
    page = opened.at("#call=c-00000")
    page.click("#finding-1 .chain a >> nth=2")
    assert focused(page) == "turn-3"
    page.click("#back")
    assert page.evaluate("document.activeElement.closest('.finding').id") == "finding-1"
    expect(page.locator("#back")).to_be_hidden()
    page.click("#turn-4 .note >> nth=0")
    assert focused(page) == "finding-2"


def test_the_chain_of_the_finding_looked_at_is_marked_in_the_dialogue(opened: Opened) -> None:
    page = opened.at("#call=c-00000")
    marked = page.locator("mark.link:visible").all_inner_texts()
    assert marked == ["打过两次", "！我要投诉你"]
    assert page.inner_text("#said-1 .step").endswith("a")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".turns mark.link").count() == 0


def test_marks_count_code_points_as_the_data_do(opened: Opened) -> None:
    page = opened.at("#call=c-00000")
    assert page.inner_text("#said-1 mark") == "打过两次"
    assert page.inner_text("#said-2 mark.error") == "声音小一点"
    assert page.inner_text("#said-4 mark.review") == "号码报一下"
    assert page.inner_text("#said-4 mark.missing") == "。我也是人，轮不到您说。"


def test_an_address_leads_to_a_finding(opened: Opened) -> None:
    page = opened.at("#call=c-00000&finding=2")
    expect(page.locator("#finding-2")).to_be_focused()
    page = opened.at("#call=c-00000&turn=4")
    expect(page.locator("#turn-4")).to_be_focused()
    page = opened.at("#call=nobody")
    assert "没有编号是 nobody 的通话" in page.inner_text("#call")


def test_the_words_stand_beside_the_finding_that_is_gone_to(opened: Opened) -> None:
    page = opened.at("#call=c-00000")
    page.set_viewport_size({"width": 1280, "height": 400})
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#finding-2")).to_be_in_viewport()
    expect(page.locator("#turn-4")).to_be_in_viewport()


def test_text_stays_text(opened: Opened) -> None:
    page = opened.at("#call=c-00001")
    assert page.inner_text("#said-0") == SCRIPT
    assert page.inner_text("#said-1 mark") == FORMULA
    assert SCRIPT in page.inner_text("#finding-1")
    assert page.locator("main script, main img").count() == 0
    assert page.title() == "c-00001 · 质检报告"


def test_customers_swearing_is_folded_and_can_be_reached_by_keyboard(opened: Opened) -> None:
    page = opened.at("#call=c-00000")
    assert "混蛋" not in page.inner_text("#call")
    assert "挨骂不是坐席的错，也不扣分" in page.inner_text(".burden")
    fold = page.locator("#said-3 .fold >> nth=1")
    fold.focus()
    page.keyboard.press("Enter")
    assert fold.get_attribute("aria-expanded") == "true"
    assert "混蛋" in page.inner_text("#said-3")
    page.click("#unfold")
    assert "混蛋" in page.inner_text("#finding-1")
    page.click("#unfold")
    assert "混蛋" not in page.inner_text("#call")


def test_a_call_says_everything_that_is_known_of_it(opened: Opened) -> None:
    page = opened.at("#call=c-00000")
    text = page.inner_text("#call")
    for said in (
        *("做得好的", "说了开头语", "四项诊断", "应该说：", "72.5 / 100", "未评"),
        "-20 扣分 提醒语气 #2 坐席 声音小一点",
        *("没有判，不等于没有问题", "没有说话的时间", "把握 83 %", "第 3 轮没有时间"),
        "（没有说话）",
    ):
        assert said in text, said
    assert (
        text.index("做得好的")
        < text.index("四项诊断")
        < text.index("怎么说：", text.index("四项诊断"))
    )


def test_nothing_found_is_said(opened: Opened) -> None:
    page = opened.at("#call=c-00002")
    assert "没有发现问题。" in page.inner_text("#call")
    assert page.locator(".turn").count() == 200
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.click("#next-call")
    expect(page.locator("#call-title")).to_have_text("通话 c-00003")


def test_keys_are_listed_and_can_be_switched_off(opened: Opened) -> None:
    page = opened.at("#list")
    page.keyboard.press("?")
    expect(page.locator("#keys-title")).to_be_visible()
    page.click("#keys-switch")
    page.click("#keys-close")
    page.keyboard.press("o")
    expect(page.locator("#list-title")).to_be_visible()
    page.focus("#q")
    page.keyboard.type("ol?")
    assert page.input_value("#q") == "ol?"
    page.evaluate("keysOn = true; document.activeElement.blur()")
    page.keyboard.press("o")
    expect(page.locator("#overview-title")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()


def test_skipping_leads_past_the_head(opened: Opened) -> None:
    page = opened.at("#call=c-00000")
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert focused(page) == "main"
    expect(page.locator("#call-title")).to_be_visible()
