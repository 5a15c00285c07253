from __future__ import annotations

import pytest
import yaml

from linter.calls.scripts.yaml_scalars import scalar_lines
from linter.model import Line


def lines(text: str) -> list[Line]:
    """The lines of the value of the only key, or of the only item."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    value = node.value[0] if isinstance(node, yaml.SequenceNode) else node.value[0][1]
    return list(scalar_lines(value, text.split("\n")))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("话术: 您好", [Line("您好", 1, 5)]),
        ("话术:   您好  # 注释", [Line("您好", 1, 7)]),
        ("话术:\n  您好", [Line("您好", 2, 3)]),
        ("话术: 您好，\n  请讲\n\n  好的", [Line("您好，\n  请讲\n\n  好的", 1, 5)]),
        ("话术: '点''提交''，您好'", [Line("点''提交''，您好", 1, 6)]),
        ('话术: "点\\"提交\\"，您好"', [Line('点\\"提交\\"，您好', 1, 6)]),
        ('话术: "您好，\n  请讲"', [Line("您好，\n  请讲", 1, 6)]),
        ('话术: "\n  您好"', [Line("您好", 2, 3)]),
        ("话术: &a 您好", [Line("您好", 1, 8)]),
        ("话术: !!str &a  '您好'", [Line("您好", 1, 16)]),
        ("话术: &a\n  您好", [Line("您好", 2, 3)]),
        ("话术: !!str # 注释\n\n  # 注释\n  您好", [Line("您好", 4, 3)]),
        ("话术: &a |\n  您好", [Line("您好", 2, 3)]),
        ("话术: &a\n  |\n  您好", [Line("您好", 3, 3)]),
        ("话术: 😀您好", [Line("😀您好", 1, 5)]),
        ("[您好, '再见']", [Line("您好", 1, 2)]),
        ("{话术: 您好}", [Line("您好", 1, 6)]),
        ("-   您好", [Line("您好", 1, 5)]),
    ],
)
def test_one_line(text: str, said: list[Line]) -> None:
    assert lines(text) == said


@pytest.mark.parametrize("style", ["|", "|-", "|+", "| # 注释", "|2"])
def test_every_line_of_a_literal_block(style: str) -> None:
    text = f"话术: {style}\n  您好\n    请讲  \n\n  再见\n其他: 1"
    assert lines(text) == [Line("您好", 2, 3), Line("请讲", 3, 5), Line("再见", 5, 3)]


@pytest.mark.parametrize("style", [">", ">-", ">+"])
def test_a_folded_block_goes_on_to_a_blank_line(style: str) -> None:
    text = f"话术: {style}\n  您好，\n  请讲\n\n  再见\n# 注释\n其他: 1"
    assert lines(text) == [Line("您好，\n  请讲", 2, 3), Line("再见", 5, 3)]


def test_escaped_line_breaks_part_lines() -> None:
    assert lines('话术: "您好\\n\\n 请讲\\\\n好\\n"') == [
        Line("您好", 1, 6),
        Line("请讲\\\\n好", 1, 13),
    ]


@pytest.mark.parametrize(
    ("escaped", "said"),
    [
        ("\\u60a8\\u597d", "您好"),
        ("您好\\x21", "您好!"),
        ("\\U0001f600您好", "😀您好"),
        ("\\ud83d\\ude00您好", "😀您好"),
        ('您好\\t\\"好\\"', '您好\t"好"'),
        ("您好，\\\n   请讲", "您好，请讲"),
    ],
)
def test_what_is_escaped_by_name_or_number(escaped: str, said: str) -> None:
    assert lines(f'话术: "{escaped}"') == [Line(said, 1, 6)]


@pytest.mark.parametrize(
    "text", ["话术:", "话术: ''", "话术: &a", "话术: |\n\n", '话术: "\\n"', "[ , 好]"]
)
def test_nothing_is_said(text: str) -> None:
    if text.startswith("["):
        with pytest.raises(yaml.YAMLError):
            lines(text)
    else:
        assert lines(text) == []
