from __future__ import annotations

import pytest

from linter.calls.labelling import Labelling, labelling_of, name_in
from linter.calls.roles import BUILT_IN


def of(text: str) -> Labelling:
    return labelling_of(text.split("\n"), BUILT_IN)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("坐席：您好\n客户：喂", "roles"),
        ("坐席：您好\nA：一\nB：二", "roles"),
        ("A：您好\nB：喂", "letters"),
        ("张三：一\n李四：二\n张三：三\n李四：四", "names"),
        ("坐席：一\n张三：一\n李四：二\n张三：三\n李四：四", "roles"),
        ("张三 00:13\n您好\n张三 00:15\n喂", "heads"),
        ("客服 00:13\n您好\n客户 00:15\n喂", "heads"),
        ("坐席：几点\n客户：约 08:30\n坐席：好", "roles"),
        ("随便写写", "roles"),
    ],
)
def test_ways(text: str, way: str) -> None:
    assert of(text).way == way


@pytest.mark.parametrize(
    "text",
    [
        "张三：一\n张三：二\n张三：三",
        "张三：一\n李四：二\n张三：三",
        "张三：一\n李四：二\n张三：三\n李四：四\n王五：五\n赵六：六",
        "地址：一\n电话：二\n地址：三\n电话：四",
        "下午3:00\n下午4:00\n下午3:00\n下午4:00",
    ],
)
def test_what_are_no_names(text: str) -> None:
    assert of(text).way == "roles"
    assert all(of(text).parse(line) is None for line in text.split("\n"))


def test_names_with_one_in_five_other_words() -> None:
    found = of("张三：一\n王女士: 二\n[00:05] 张三：三\n王女士：四\n对了：五")
    labels = [found.parse(line) for line in ("[00:05] 张三：三", "王女士: 二", "对了：五")]
    said = [(label.role, label.speaker, label.start) if label else None for label in labels]
    assert said == [("unknown", "张三", "00:05"), ("unknown", "王女士", ""), None]


def test_full_names_of_customers_that_begin_two_lines() -> None:
    once = "坐席：您好\n客户王芳：喂\n坐席：请讲"
    assert of(once).parse("客户王芳：喂") is None
    label = of(f"{once}\n客户王芳：好").parse("客户王芳：喂")
    assert label is not None
    assert (label.role, label.speaker) == ("customer", "客户王芳")
    assert of(f"{once}\n客户王芳：好").parse("客户李丽：喂") is None


@pytest.mark.parametrize(
    ("line", "speaker", "start"),
    [
        ("发言人2 00:13", "发言人2", "00:13"),
        ("客服小王  2026-01-01 08:15:02 ", "客服小王", "2026-01-01 08:15:02"),
        ("张三(00:01:02)", "张三", "00:01:02"),
    ],
)
def test_a_name_and_a_time_alone(line: str, speaker: str, start: str) -> None:
    label = of(f"{line}\n您好\n\n{line}\n喂").parse(line)
    assert label is not None
    assert (label.speaker, label.start, label.begin) == (speaker, start, len(line))


def test_words_that_end_in_a_time_are_no_head() -> None:
    text = "客服 00:13\n那就约 08:30\n\n客户 00:20\n好"
    assert of(text).parse("那就约 08:30") is None


@pytest.mark.parametrize("word", ["张三", " 王女士 ", "Anna Lee", "客户端-2", "José"])
def test_names(word: str) -> None:
    assert name_in(word) == word.strip()


@pytest.mark.parametrize("word", ["", "12", "你，王", "长得不像是名字的一个名字呀", "渠道", "HTTP"])
def test_no_names(word: str) -> None:
    assert name_in(word) == ""
