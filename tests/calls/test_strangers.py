from __future__ import annotations

import pytest
from consoles import ROOT

from linter.calls import read_path
from linter.calls.labelling import labelling_of
from linter.calls.roles import BUILT_IN, RoleWords
from linter.calls.strangers import strangers

from .helpers import read


def names(text: str, words: RoleWords = BUILT_IN) -> list[tuple[str, int, int]]:
    """Name, first line and number of lines of the labels that nobody knows."""
    lines = text.split("\n")
    return [(one.name, one.line, one.lines) for one in strangers(lines, labelling_of(lines, words))]


@pytest.mark.parametrize(
    "name",
    ["张经理", "班长", "值班经理", "王女士", "小李", "老张", "维修师傅", "快递员", "客户王芳"],
)
def test_who_can_only_be_a_person_is_told_at_once(name):
    text = f"坐席：您好\n客户：喂\n{name}：我来跟您说\n客户：好"
    assert names(text) == [(name, 3, 1)]


@pytest.mark.parametrize("line", ["[00:05] 班长：我来说", "【班长】我来说", "3. 班长: 我来说"])
def test_however_labels_are_written(line):
    assert names(f"坐席：您好\n{line}") == [("班长", 2, 1)]


def test_a_full_name_twice_alone_between_turns():
    text = "坐席：您好\n王丽：我来\n客户：喂\n王丽：您说\n客户：好"
    assert names(text) == [("王丽", 2, 2)]
    assert names(text.replace("王丽：您说", "坐席：您说")) == []


def test_any_word_that_labels_line_after_line():
    text = "坐席：您好\n甲方：一一\n客户：喂\n甲方：二二\n坐席：嗯\n甲方：三三"
    assert names(text) == [("甲方", 2, 3)]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "温馨提示：请您保管好密码",
            "地址：幸福路三号",
            "密码是：不能说的",
            "您的问题如下：打不开",
        ),
        *(
            "王经理：13800000000",
            "王先生：",
            "联系王师傅：他会来",
            "下午3:00到4:00",
            "小时：二十四小时",
        ),
        *(
            "客户姓名：王芳",
            "客服电话：找人工",
            "客户方面：没有问题",
            "我跟经理说：算了",
            "http://a.example/b",
        ),
        *("余额：三十元整", "方案：换一张卡", "【温馨提示】您好啊", "[微笑]谢谢您", "马上：请稍等"),
    ],
)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_prose_with_a_colon_is_no_label(line, times):
    text = "\n".join(["坐席：您好", *[line, "客户：嗯"] * times])
    assert names(text) == []


def test_a_list_below_a_turn_is_no_turn():
    text = "\n".join(["坐席：您看", "颜色：红的", "大小：小的", "材料：木的", "客户：好"] * 3)
    assert names(text) == []


def test_who_is_told_of_is_known():
    text = "坐席：您好\n张经理：我来说\n客户：好"
    assert names(text, RoleWords({"张经理": "agent"})) == []


def test_nobody_is_unknown_where_nobody_has_spoken_yet():
    assert names("班长：我来说\n坐席：您好") == []


def test_the_call_says_where_and_what_to_write():
    (call,) = read("坐席：您好\n客户：喂\n  张经理：我来说\n张经理：您讲\n")
    (notice,) = call.notices
    assert (notice.code, notice.line, notice.column) == ("unknown-label", 3, 3)
    assert notice.message == "“张经理：”（共 2 行）像是一个人的称呼，认不得，算成了上一句的话"
    assert notice.hint == (
        "用 --role 张经理=agent（或 customer）说明他是谁，配置里写在 roles；"
        "或者改写成 坐席（张经理）："
    )
    assert call.turns[1].text == "喂\n  张经理：我来说\n张经理：您讲"


def test_it_is_the_call_in_which_the_label_stands_that_says_so():
    first, second = read("坐席：一\n===\n坐席：二\n班长：我来\n")
    assert (len(first.notices), len(second.notices)) == (0, 1)


def test_no_text_that_comes_along_has_one():
    texts = [*ROOT.glob("corpus/**/*.txt"), *ROOT.glob("docs/examples/**/*.txt")]
    assert texts
    for text in texts:
        assert not [
            notice
            for call in read_path(text)
            for notice in call.notices
            if notice.code == "unknown-label"
        ]
