from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.calls import find_inputs
from linter.errors import InputError
from linter.model import Call

from ..helpers import error, read


def calls(text: str) -> list[Call]:
    return read(text, "库.yaml", source="yaml")


def said(text: str) -> list[tuple[str, list[str]]]:
    """Title and lines of every scene."""
    return [(call.id, [turn.text for turn in call.turns]) for call in calls(text)]


def left_out(text: str) -> dict[str, int]:
    return {n.message: n.left_out for call in calls(text) for n in call.notices}


@pytest.mark.parametrize(
    "text",
    [
        "开场: [您好, 请讲]",
        "开场:\n  - 您好\n  - 请讲",
        "开场:\n  话术: [您好, 请讲]",
        "- 场景: 开场\n  话术:\n    - 您好\n    - 请讲",
        "- name: 开场\n  lines: [您好, 请讲]",
        "场景:\n  - 名称: 开场\n    话术: |\n      您好\n      请讲",
        "scenes:\n  - title: 开场\n    scripts: [您好, 请讲]",
        "- 话术: [您好, 请讲]\n  标题: 开场",
        "话术库:\n  开场:\n    - 坐席: 您好\n    - 客服: 请讲",
        "开场:\n  - A: 您好\n  - A: 请讲",
        "开场:\n  <<: {话术: [您好, 请讲]}",
        "---\n开场: [您好, 请讲]\n...",
    ],
)
def test_structures(text: str) -> None:
    assert said(text) == [("开场", ["您好", "请讲"])]


def test_keys_make_a_path() -> None:
    text = "投诉:\n  退款:\n    - 您好\n  换货: 抱歉，您请讲\n结束: [再见]"
    assert said(text) == [
        ("投诉 / 退款", ["您好"]),
        ("投诉 / 换货", ["抱歉，您请讲"]),
        ("结束", ["再见"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "投诉:\n  退款: [您好]\n  话术: [抱歉]",
        "投诉:\n  - 退款: 您好\n  - 抱歉",
        "投诉:\n  - 退款: [您好]\n  - - 抱歉",
    ],
)
def test_what_follows_a_part_stands_in_the_whole(text: str) -> None:
    assert said(text) == [("投诉 / 退款", ["您好"]), ("投诉", ["抱歉"])]


def test_documents_of_one_file() -> None:
    text = "\n---\n".join(f"- 场景: 场景{n}\n  话术: [您好]" for n in range(50))
    assert said(text) == [(f"场景{n}", ["您好"]) for n in range(50)]


def test_what_is_anchored_is_said_wherever_it_is_used() -> None:
    text = "开场: &a\n  - 您好\n结束:\n  - *a\n  - 再见"
    assert said(text) == [("开场", ["您好"]), ("结束", ["您好", "再见"])]
    first, second = calls(text)
    assert first.turns[0] == second.turns[0]


def test_an_anchored_title_may_be_a_line() -> None:
    assert said("- 名称: &a 您好再见\n  话术: *a") == [("您好再见", ["您好再见"])]


def test_what_is_in_itself_is_read_once() -> None:
    assert said("开场: &a\n  - 您好\n  - *a") == [("开场", ["您好"])]
    assert said("图例: &a\n  - *a\n开场: [您好]") == [("开场", ["您好"])]


@pytest.mark.parametrize("key", ["开场", "图例"])
def test_anchors_piled_up_are_refused(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.calls.scripts.yaml_script._MOST_NODES", 1000)
    rows = ["a0: &a0 [您好]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 5)]
    wrong = error("\n".join([*rows, f"{key}: *a4"]), "库.yaml", source="yaml")
    assert "展开后超过" in wrong.message


def test_what_is_left_out() -> None:
    text = (
        "退款:\n  客户问题: 怎么退\n  话术: 帮您退\n  错误示范: [自己看, 不知道]\n"
        "  备注: 请先核实\n  版本: 3"
    )
    assert said(text) == [("退款", ["帮您退"])]
    assert left_out(text) == {"客户的话": 1, "反例": 2, "说明": 1}


@pytest.mark.parametrize(
    ("value", "is_said"),
    [("您好", True), ("再见！", True), ("三天内发出。", True), ("{姓名}", False), ("三天", False)],
)
def test_whether_a_plain_value_is_said(value: str, is_said: bool) -> None:
    text = f"开场: [您好]\n发货: '{value}'" if value != "{姓名}" else "开场: [您好]\n发货: 三"
    assert (len(said(text)) == 2) is is_said


def test_somebody_has_to_fill_a_value() -> None:
    assert said("开场: [您好]\n发货: 待补充") == [("开场", ["您好"]), ("发货", ["待补充"])]


@pytest.mark.parametrize(
    "legend",
    [
        "图例: {姓名: 客户姓名}",
        "图例:\n  '{姓名}': 客户姓名",
        "图例: ['{姓名}']",
        "图例: [姓名]",
        "图例:\n  - 名称: 姓名\n    含义: 客户的",
        "图例: '{姓名}：客户姓名'",
        "变量:\n  姓名: {来源: 系统}",
        "# {姓名}：客户姓名",
        "版本: 1  # {姓名} 是客户姓名",
    ],
)
def test_slots_are_explained(legend: str) -> None:
    (call,) = calls(f"{legend}\n开场: ['您好{{姓名}}']")
    assert "{姓名}" in call.meta["legend"]


SCALARS = """\
开场:
  - 您好，请讲
  - '点''提交''，您好'
  - "点\\"提交\\"，您好"
  - &a 您好呀
  - !!str 您好吗
  - 您好，
    请讲吧
  - "您好，

    请讲"
  - |
    您好一
      您好二

    您好三
  - >-
    您好四
    您好五
  - [您好六, "您好七", {话术: 您好八}]
  - 😀您好\u3000{姓名}  # 您好
  - &b
    您好九
结束: *a
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_line_stands_where_it_says(end: str, mark: str) -> None:
    text = SCALARS.replace("\n", end)
    opening, ending = calls(mark + text)
    assert len(opening.turns) == 16
    assert ending.turns[0].text == "您好呀"
    bare = text.replace('"', " ").replace("'", " ")
    for turn in (*opening.turns, *ending.turns):
        words = turn._replace(text=turn.text.replace('"', " ").replace("'", " ").rstrip())
        assert words.text in bare.replace(end, "\n")
        assert_stands(text, turn.line or 0, turn.column or 0, turn.text)


def assert_stands(text: str, line: int, column: int, words: str) -> None:
    """The words stand at a place, whatever follows them."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, *others = words.split("\n")
    assert rows[line - 1][column - 1 :].startswith(first)
    for below, row in enumerate(others, line):
        assert rows[below].startswith(row)


def test_a_gbk_file() -> None:
    (call,) = read("开场:\n  - 您好，请讲\n  - |\n    请您稍等\n".encode("gbk"), "库.yaml")
    assert [(t.text, t.line, t.column) for t in call.turns] == [
        ("您好，请讲", 2, 5),
        ("请您稍等", 4, 5),
    ]


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029", "\ufeff"])
def test_characters_that_yaml_counts_otherwise(char: str) -> None:
    text = f"开场:\n  - 您好{char}请讲\n  - '{char}再见'\n  - 慢走您"
    (call,) = calls(text)
    assert [(turn.text.strip(char), turn.line) for turn in call.turns] == [
        (f"您好{char}请讲", 2),
        ("再见", 3),
        ("慢走您", 4),
    ]
    for turn in call.turns:
        assert_stands(text, turn.line or 0, turn.column or 0, turn.text)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("开场:\n  - {姓名}您好", 2, 9, "不是合法的 YAML"),
        ("开场: [您好", 1, None, "不是合法的 YAML"),
        ("开场: '您好", 1, None, "不是合法的 YAML"),
        ("开场: *a", 1, 5, "不是合法的 YAML"),
        ("开场:\n  - 您\x07好", 2, 6, "YAML 里不能有这个字符：U+0007"),
        ("[" * 600, None, None, "一层套一层，套得太深"),
        ('a: "\\U00110000"', None, None, "不是合法的 YAML"),
        ('a: "\\UFFFFFFFF"', None, None, "不是合法的 YAML"),
        ("版本: 1\n# 请您先看", None, None, "没有一条话术"),
    ],
)
def test_what_is_no_library(text: str, line: int | None, column: int | None, message: str) -> None:
    wrong = error(text, "库.yaml", source="yaml")
    assert wrong.message.startswith(message)
    assert line is None or wrong.line == line
    assert column is None or wrong.column == column
    assert wrong.hint


def test_keys_that_are_no_words() -> None:
    assert said("? [开场, 您好]\n: [请讲]\n1: [再见]") != []


PIECES = st.lists(
    st.sampled_from(
        [
            *("开场:", "话术:", "图例:", "客户:", "- ", "? ", ": ", "<<: ", "&a ", "*a", "!!str "),
            *("|\n", ">-\n", "您好", "{姓名}", "'", '"', "[", "]", "{", "}", ",", "#", "\\n", "\\"),
            *(
                "\n",
                "\n  ",
                "\n    ",
                "\n\n",
                "---\n",
                "...\n",
                "%YAML 1.1\n",
                "\t",
                "😀",
                "\u2028",
            ),
        ]
    ),
    max_size=14,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = calls("开场: 您好\n" + text)
    except InputError:
        return
    for turn in (turn for call in found for turn in call.turns):
        if "\\" not in text:
            assert_stands("开场: 您好\n" + text, turn.line or 0, turn.column or 0, turn.text)


def parts(text: str) -> list[tuple[str, list[str]]]:
    calls = read(text, "库.yaml")
    return [(call.id, [turn.text for turn in call.turns]) for call in calls]


@pytest.mark.parametrize("key", ["价格咨询", "客户不满", "退款问题处理", "投诉异议安抚"])
def test_a_key_about_customers_heads_what_is_said_to_them(key: str) -> None:
    text = f"{key}:\n  - 您好，价格以页面为准。\n"
    assert parts(text) == [(key, ["您好，价格以页面为准。"])]
    text = f"{key}:\n  话术: 您好，价格以页面为准。\n  客户: 太贵了\n"
    assert parts(text) == [(key, ["您好，价格以页面为准。"])]


@pytest.mark.parametrize("key", ["客户", "客户说", "用户问题", "客户反应", "常见问题", "question"])
def test_a_key_of_what_customers_say(key: str) -> None:
    text = f"开场:\n  话术: [您好，请讲。]\n  {key}: [你们的价格太贵了吧]\n"
    ((_, said),) = parts(text)
    assert said == ["您好，请讲。"]


@pytest.mark.parametrize(
    ("text", "is_script"),
    [
        ("续保:\n  话术:\n    - 保费以系统为准，我司价格全网最低。\n", True),
        ("续保:\n  答复: 手续由门店办理，不归我们管。\n", True),
        ("job:\n  script:\n    - echo 没有通过，看日志。\n", False),
        ("续保:\n  话术: 见附件\n", False),
    ],
)
def test_a_key_that_says_so_is_enough_to_be_read_in_a_folder(
    text: str, is_script: bool, tmp_path: Path
) -> None:
    (tmp_path / "库.yml").write_text(text, encoding="utf-8")
    (tmp_path / "丙.md").write_text("# 甲\n\n- 您好，请讲。\n", encoding="utf-8")
    found = [path.name for path in find_inputs([str(tmp_path)])]
    assert ("库.yml" in found) is is_script
