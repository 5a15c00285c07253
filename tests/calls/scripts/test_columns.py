from __future__ import annotations

import pytest

from linter.calls.roles import BUILT_IN
from linter.calls.scripts.columns import TableDraft, is_scripts, key_kind, script_columns
from linter.calls.scripts.draft import Draft
from linter.model import Line, Script


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("话术", "said"),
        ("标准话术", "said"),
        ("话术内容", "said"),
        ("答复", "said"),
        ("参考答案", "said"),
        ("标准用语", "said"),
        ("Answer", "said"),
        ("场景", "scene"),
        ("话术分类", "scene"),
        ("话术标题", "scene"),
        ("话术名称", "scene"),
        ("一级分类", "scene"),
        ("流程节点", "scene"),
        ("Title", "scene"),
        ("客户问题", "asked"),
        ("常见问法", "asked"),
        ("question", "asked"),
        ("错误示范", "bad"),
        ("禁用话术", "bad"),
        ("备注", "notes"),
        ("话术编号", "notes"),
        ("更新时间", "notes"),
        ("使用说明", "notes"),
        ("角色", "who"),
        ("scenes", "lines"),
        ("话术列表", "lines"),
        ("优先级", "any"),
        ("", "any"),
    ],
)
def test_what_a_column_holds(name: str, kind: str) -> None:
    assert key_kind(name) == kind


def test_columns_of_a_table() -> None:
    found = script_columns(["编号", "场景", "客户问题", "话术", "错误示范", "备注"])
    assert found is not None
    assert (found.said, found.scene, found.asked, found.bad) == ((3,), (1,), (2,), (4,))
    assert found.notes == (0, 5)


@pytest.mark.parametrize("names", [["占位符", "含义"], ["姓名", "电话"], [], ["场景", "备注"]])
def test_other_tables(names: list[str]) -> None:
    assert script_columns(names) is None


def test_beside_scenes_contents_are_scripts() -> None:
    found = script_columns(["场景", "内容", "优先级"])
    assert found is not None
    assert found.said == (1,)


def test_a_table_that_says_when_is_a_transcript() -> None:
    found = script_columns(["场景", "话术"])
    assert found is not None
    assert is_scripts(found, {"text": 1})
    assert not is_scripts(found, {"text": 1, "start": 2})


def table(header: str, *rows: str) -> Script:
    """A table of cells between bars, one row a line."""
    draft = Draft("库.csv", BUILT_IN)
    columns = script_columns(header.split("|"))
    assert columns is not None
    made = TableDraft(draft, columns)
    for number, row in enumerate(rows, 2):
        made.row([Line(cell, number, at) for at, cell in enumerate(row.split("|"), 1)])
    made.end()
    draft.say(Line("您好", 99, 1))
    return draft.finish()


def scenes(script: Script) -> list[tuple[str, list[str]]]:
    return [(scene.title, [line.text for line in scene.lines]) for scene in script.scenes]


def test_a_scene_goes_on_while_its_cell_is_empty_or_says_the_same() -> None:
    found = table("场景|话术", "开场|您好", "|请讲", "开场|在的", "结束|再见", "开场|喂")
    assert scenes(found) == [
        ("开场", ["您好", "请讲", "在的"]),
        ("结束", ["再见"]),
        ("开场", ["喂"]),
        ("库", ["您好"]),
    ]
    assert [scene.line for scene in found.scenes] == [2, 5, 6, 99]


def test_scenes_in_two_columns() -> None:
    found = table("大类|小类|话术", "投诉|退款|抱歉", "|换货|对不起", "咨询||您讲", "|退款|好的")
    assert [title for title, _ in scenes(found)] == [
        "投诉 / 退款",
        "投诉 / 换货",
        "咨询",
        "咨询 / 退款",
        "库",
    ]


def test_of_steps_only_some_head_a_scene() -> None:
    found = table(
        "场景|环节|话术",
        "退款|开场|您好",
        "退款|问订单|请讲",
        "退款|核对金额|好的",
        "退款|结束|再见",
    )
    assert scenes(found)[:-1] == [
        ("退款 / 开场", ["您好"]),
        ("退款", ["请讲", "好的"]),
        ("退款 / 结束", ["再见"]),
    ]


def test_two_columns_of_scripts() -> None:
    found = table("场景|话术1|话术2", "开场|您好|早上好")
    assert scenes(found)[0] == ("开场", ["您好", "早上好"])


def test_what_is_left_out_is_counted() -> None:
    found = table(
        "场景|客户问题|话术|错误示范|备注|优先级",
        "退款|怎么退|帮您退|自己看|请先核实|高",
        "退款||||| 您好，这一列没有人认得",
    )
    assert scenes(found)[0] == ("退款", ["帮您退"])
    assert dict(found.left_out) == {"客户的话": 1, "反例": 1, "说明": 2}


def test_whose_words_a_row_has_may_stand_in_a_column() -> None:
    found = table("场景|角色|话术", "退款|客户|怎么退", "退款|坐席|我来办")
    assert scenes(found)[0] == ("退款", ["我来办"])
    assert dict(found.left_out) == {"客户的话": 1}


def test_rows_of_a_legend_explain() -> None:
    found = table("场景|话术", "图例|{姓名}：系统带出", "开场|您好{姓名}")
    assert scenes(found)[0] == ("开场", ["您好{姓名}"])
    assert found.legend == {"{姓名}"}


def test_rows_may_be_short() -> None:
    assert scenes(table("场景|话术|备注", "开场|您好", "开场"))[0] == ("开场", ["您好"])
