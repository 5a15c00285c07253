from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls import read_script
from linter.errors import InputError
from linter.model import Line, Script

from .helpers import assert_positions, error, read


def script(tmp_path: Path, text: str) -> Script:
    path = tmp_path / "库.md"
    path.write_bytes(text.encode())
    return read_script(path)


def said(text: str) -> list[tuple[str, list[str]]]:
    """Title and lines of every scene."""
    return [(call.id, [turn.text for turn in call.turns]) for call in read(text, "库.md")]


def test_headings_are_scenes_and_items_are_lines(tmp_path: Path) -> None:
    found = script(
        tmp_path, "# 开场\n\n- 您好\n* 请讲\n+ 在的\n1. 一\n2、二\n3) 三\n\n# 结束\n- 再见\n"
    )
    assert found.path == str(tmp_path / "库.md")
    first, second = found.scenes
    assert (first.title, first.line) == ("开场", 1)
    assert first.lines == (
        Line("您好", 3, 3),
        Line("请讲", 4, 3),
        Line("在的", 5, 3),
        Line("一", 6, 4),
        Line("二", 7, 3),
        Line("三", 8, 4),
    )
    assert (second.title, second.line, second.lines) == ("结束", 10, (Line("再见", 11, 3),))


def test_scenes_come_as_calls() -> None:
    (call,) = read("# 开场\n- 您好\n", "库.md")
    assert (call.id, call.kind, call.scene, call.path) == ("开场", "script", "开场", "库.md")
    (turn,) = call.turns
    assert (turn.role, turn.text, turn.line, turn.column) == ("agent", "您好", 2, 3)


def test_nested_headings_make_a_path() -> None:
    text = "# 投诉\n- a\n## 退款\n- b\n#### 慢\n- c\n## 换货\n- d\n# 结束\n- e\n"
    assert [title for title, _ in said(text)] == [
        "投诉",
        "投诉 / 退款",
        "投诉 / 退款 / 慢",
        "投诉 / 换货",
        "结束",
    ]


@pytest.mark.parametrize(
    "heading",
    ["# 开场", "###### 开场", "#开场", "  ## 开场 ##", "开场\n===", "开场\n---", "#\u3000开场"],
)
def test_ways_to_write_a_heading(heading: str) -> None:
    assert said(f"{heading}\n- 您好\n") == [("开场", ["您好"])]


def test_the_same_title_twice_is_two_calls() -> None:
    assert [call.id for call in read("# 开场\n- a\n# 开场\n- b\n", "库.md")] == ["开场", "开场#2"]


def test_without_a_heading_the_file_names_the_scene() -> None:
    (call,) = read("- 您好\n", "a/投诉话术.md")
    assert (call.id, call.scene) == ("投诉话术", "投诉")


def test_indented_lines_join_their_item() -> None:
    text = "# 开场\n- 您好\n  请讲\n\n  第二段\n说明\n  不是话术\n1. 好\n   的\n"
    (call,) = read(text, "库.md")
    assert [turn.text for turn in call.turns] == ["您好\n  请讲\n\n  第二段", "好\n   的"]
    for turn in call.turns:
        assert_positions(text, turn)


def test_items_in_items_are_lines_of_their_own() -> None:
    text = "# 开场\n- 您好\n  - 请讲\n    吧\n\t* 在\n"
    (call,) = read(text, "库.md")
    assert [(turn.text, turn.column) for turn in call.turns] == [
        ("您好", 3),
        ("请讲\n    吧", 5),
        ("在", 4),
    ]


def test_words_may_begin_below_the_marker() -> None:
    text = "# 开场\n- \n  您好\n  请讲\n- 客服：\n  在\n"
    (call,) = read(text, "库.md")
    assert [(turn.text, turn.line, turn.column) for turn in call.turns] == [
        ("您好\n  请讲", 3, 3),
        ("在", 6, 3),
    ]


def test_other_paragraphs_are_not_read() -> None:
    assert said("# 开场\n说明一\n\n> 引用\n\n| a | b |\n|---|---|\n- 您好\n说明二\n") == [
        ("开场", ["您好"])
    ]


@pytest.mark.parametrize(
    "line", ["1.5元", "-18度", "*重点* 不是", "2024年", "- - -", "***", "12", "-"]
)
def test_what_is_no_item(line: str) -> None:
    assert said(f"# 开场\n{line}\n\n- 您好\n")[-1][1] == ["您好"]


@pytest.mark.parametrize("label", ["客户：", "**客户**：", "顾客: ", "【客户】", "系统："])
def test_what_others_say_is_no_line(label: str) -> None:
    assert said(f"# 投诉\n- {label}我要投诉\n  快点\n- 抱歉\n") == [("投诉", ["抱歉"])]


def test_the_agents_own_label_is_taken_off() -> None:
    text = "# 投诉\n- **客服**：抱歉\n- 坐席：您好\n- 机器人：请按1\n"
    (call,) = read(text, "库.md")
    assert [(turn.text, turn.column) for turn in call.turns] == [
        ("抱歉", 10),
        ("您好", 6),
        ("请按1", 7),
    ]
    for turn in call.turns:
        assert_positions(text, turn)


@pytest.mark.parametrize(
    "title", ["错误示范", "反例", "禁止用语", "服务禁语", "Bad Example", "二、常见反例（勿用）"]
)
def test_bad_examples_are_left_out_with_all_below(title: str) -> None:
    text = f"# 投诉\n- 抱歉\n## {title}\n- 滚\n### 细则\n- 烦\n## 结束\n- 再见\n"
    assert said(text) == [("投诉", ["抱歉"]), ("投诉 / 结束", ["再见"])]


def test_only_bad_examples_is_no_error() -> None:
    (nothing,) = read("# 反例\n- 滚\n", "库.md")
    assert nothing.turns == ()
    assert [(notice.message, notice.left_out) for notice in nothing.notices] == [("反例", 1)]


@pytest.mark.parametrize(
    "code",
    [
        "```\n- 代码\n```",
        "~~~yaml\n- 代码\n~~~~",
        "````\n```\n- 代码\n````",
        "  ```\n- 代码\n  ```",
    ],
)
def test_fenced_code_is_skipped(code: str) -> None:
    (call,) = read(f"# 开场\n{code}\n- 您好\n", "库.md")
    assert [(turn.text, turn.line) for turn in call.turns] == [("您好", code.count("\n") + 3)]


def test_inline_code_opens_no_fence() -> None:
    assert said("# 开场\n```x```\n- 您好\n") == [("开场", ["您好"])]


def test_comments_are_masked_and_columns_stay() -> None:
    text = "# 开场 <!-- a -->\n<!-- x -->- 您好\n- 请<!-- b -->讲<!-- c\n- 藏起来\n--> \n- 在\n"
    (call,) = read(text, "库.md")
    assert call.scene == "开场"
    first, second, third = call.turns
    assert (first.text, first.column) == ("您好", 13)
    assert (second.text, second.line, second.column) == ("请" + " " * 10 + "讲", 3, 3)
    assert (third.text, third.line) == ("在", 6)


def test_front_matter_is_skipped() -> None:
    text = "---\ntitle: x\n- 不是\n---\n# 开场\n- 您好\n"
    (call,) = read(text, "库.md")
    assert [(turn.text, turn.line) for turn in call.turns] == [("您好", 6)]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert said("---\n# 开场\n- 您好\n") == [("开场", ["您好"])]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [("# a\n- b\n```\n- c\n", 3, "代码块"), ("# a\n- b <!-- \n- c\n", 2, "注释")],
)
def test_what_is_never_closed_would_hide_the_rest(text: str, line: int, what: str) -> None:
    wrong = error(text, "库.md")
    assert wrong.line == line
    assert what in wrong.message
    assert wrong.hint


def test_no_items_at_all() -> None:
    wrong = error("# 说明\n看这里\n", "库.md")
    assert wrong.message == "没有一条话术"
    assert "- " in wrong.hint


def test_a_transcript_is_no_script(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("坐席：您好\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_script(path)
    assert caught.value.message == "不是话术库"
    assert "markdown" in caught.value.hint


def left_out(text: str) -> dict[str, int]:
    return {n.message: n.left_out for call in read(text, "库.md") for n in call.notices}


@pytest.mark.parametrize(
    "table",
    [
        "| 场景 | 话术 |\n|---|---|\n| 退款 | 您好 |\n| | 请讲 |",
        "|话术|场景|\n|:-:|--:|\n|您好|退款|\n|请讲||",
        "场景 | 话术\n--- | ---\n退款 | 您好\n| | 请讲",
        "| 场景 | 话术\n|---|---\n| 退款 | 您好\n| | 请讲",
        "| 场景 | 话术 |\n| 退款 | 您好 |\n| 退款 | 请讲 |",
    ],
)
def test_tables(table: str) -> None:
    text = f"# 投诉\n{table}\n\n- 抱歉\n"
    assert said(text) == [("投诉 / 退款", ["您好", "请讲"]), ("投诉", ["抱歉"])]
    for call in read(text, "库.md"):
        for turn in call.turns:
            line = text.split("\n")[(turn.line or 0) - 1]
            assert line[(turn.column or 0) - 1 :].startswith(turn.text)


def test_a_list_ends_a_table() -> None:
    text = "# 开场\n|场景|话术|\n|-|-|\n|投诉|抱歉|\n- 您好|请讲\n"
    assert said(text) == [("开场 / 投诉", ["抱歉"]), ("开场", ["您好|请讲"])]


def test_other_tables_explain() -> None:
    text = "# 图例\n|占位符|含义|\n|---|---|\n|{姓名}|客户姓名|\n# 开场\n- 您好{姓名}\n"
    (call,) = read(text, "库.md")
    assert call.meta == {"legend": ["{姓名}"]}


@pytest.mark.parametrize(
    "text",
    [
        "# 开场\n- 您好\n请您先看这里\n",
        "# 开场\n- 您好\n\n> 三天内回电。\n",
        "# 开场\n- 您好\n```\n请您讲\n```\n",
        "# 开场\n| a | b |\n|---|---|\n| 1 | 请您讲 |\n\n- 您好\n",
        "# 说明\n- 查询系统\n# 开场\n- 您好\n",
    ],
)
def test_what_could_be_said_is_counted(text: str) -> None:
    assert said(text) == [("开场", ["您好"])] or "> " in text
    assert left_out(text) == {"说明": 1}


def test_quotations_are_lines() -> None:
    text = "# 开场\n> 您好\n> - 请讲\n>> 客户：快点\n\n1.\n> 您稍等\n"
    (call,) = read(text, "库.md")
    assert [(t.text, t.line, t.column) for t in call.turns] == [
        ("您好", 2, 3),
        ("请讲", 3, 5),
        ("您稍等", 7, 3),
    ]


def test_paragraphs_alone_are_lines() -> None:
    text = "# 开场\n您好，请讲\n  在的，您说\n查询系统\n# 结束\n- 再见\n请您慢走\n"
    opening, ending = read(text, "库.md")
    assert [(t.text, t.line, t.column) for t in opening.turns] == [
        ("您好，请讲", 2, 1),
        ("在的，您说", 3, 3),
    ]
    assert [t.text for t in ending.turns] == ["再见"]


@pytest.mark.parametrize(
    "text",
    [
        "# 投诉\n- 错误示范：\n  - 滚\n  - 烦\n- 抱歉\n",
        "# 投诉\n- 抱歉\n- 错误示范：\n  - 滚\n  - 烦\n",
        "# 投诉\n- 抱歉\n\n**错误示范**\n\n- 滚\n- 烦\n",
        "# 投诉\n- 抱歉\n\n请不要说：\n\n- 滚\n- 烦\n",
        "# 投诉\n- 正确：\n  - 抱歉\n- 错误：\n  - 滚\n  - 烦\n",
    ],
)
def test_labels_say_what_the_lines_below_are(text: str) -> None:
    assert said(text) == [("投诉", ["抱歉"])]
    assert left_out(text)["反例"] == 2


def test_an_item_may_only_head_those_below() -> None:
    assert said("# 投诉\n- 客户要退款：\n  - 抱歉\n- 请您讲：\n  - 单号\n") == [
        ("投诉", ["抱歉", "请您讲：", "单号"])
    ]


def test_emphasis_around_a_heading() -> None:
    assert said("# **开场**\n- 您好\n") == [("开场", ["您好"])]


@pytest.mark.parametrize("piece", ["|", "> ", "# ", "- ", "*", "`a", "\\|", " ", "1.", "| ", "a|"])
def test_long_lines_are_read(piece: str) -> None:
    """A pattern that goes back and forth would not come to an end here."""
    long = piece * (60_000 // len(piece))
    read(f"# 开场\n- 您好\n{long}\n|{long}|\n", "库.md", source="markdown")


def test_a_gbk_file() -> None:
    (call,) = read("# 开场\n- 客服：您好，请讲\n".encode("gbk"), "库.md")
    assert [(t.text, t.line, t.column) for t in call.turns] == [("您好，请讲", 2, 6)]


WORDS = st.text(st.sampled_from("您好 \u00a0\u3000😀*_#>-1.、"), max_size=8)
BEGINNINGS = st.sampled_from(["- ", "1、", "  * ", "# ", "  ", "", "- 客服：", "- **坐席**： "])


@given(st.lists(st.tuples(BEGINNINGS, WORDS), max_size=10), st.sampled_from(["\n", "\r\n"]))
def test_every_line_stands_where_it_says(rows: list[tuple[str, str]], end: str) -> None:
    text = end.join(["- 您好", *(begin + words for begin, words in rows)])
    for call in read(text, "a.md", source="markdown"):
        for turn in call.turns:
            assert turn.text == turn.text.strip("\r\n")
            assert_positions(text, turn)
