"""Where the characters of a scalar stand in the file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter.rulebook.scalars import place_in

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


def place(text: str, mark: str, loader: type = yaml.SafeLoader) -> tuple[str, tuple[int, int]]:
    """The scalar of key ``k``, and where its character ``mark`` was written."""
    top = yaml.compose(text, Loader=loader)
    (node,) = [value for key, value in top.value if key.value == "k"]
    return node.value, place_in(node, text, node.value.index(mark))


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("k: 甲乙X", "甲乙X", (1, 6)),
        ("a: b\nk:   甲X", "甲X", (2, 7)),
        ("k: '甲X'", "甲X", (1, 6)),
        ("k: '甲''乙''X'", "甲'乙'X", (1, 11)),
        ('k: "甲X"', "甲X", (1, 6)),
        ('k: "\\t\\"\\\\X"', '\t"\\X', (1, 11)),
        ('k: "\\x41X"', "AX", (1, 9)),
        ('k: "\\u7532X"', "甲X", (1, 11)),
        ('k: "\\U00007532X"', "甲X", (1, 15)),
        ('k: "  X"', "  X", (1, 7)),
        ("k: 甲\n  乙 X", "甲 乙 X", (2, 5)),
        ("k: 甲\n\n  X", "甲\nX", (3, 3)),
        ("k: 甲\n\n\n  X", "甲\n\nX", (4, 3)),
        ("k: '甲\n  X'", "甲 X", (2, 3)),
        ('k: "甲\n  X"', "甲 X", (2, 3)),
        ('k: "甲\\\n    X"', "甲X", (2, 5)),
        ('k: "甲  \r\n  X"', "甲 X", (2, 3)),
        ("k: |\n  甲\n  乙X", "甲\n乙X", (3, 4)),
        ("k: |-\n  甲\n\n  乙X\n", "甲\n\n乙X", (4, 4)),
        ("k: |\n  甲\n    乙X\n", "甲\n  乙X\n", (3, 6)),
        ("k: >\n  甲\n  X", "甲 X", (3, 3)),
        ("\U0001f600: 1\nk: \U0001f600X", "\U0001f600X", (2, 5)),
        ("j: {a: 1}\n? k\n: X", "X", (3, 3)),
    ],
)
def test_place(text: str, value: str, expected: tuple[int, int], loader: type) -> None:
    assert place(text, "X", loader) == (value, expected)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k: 甲乙", (1, 6)),
        ("k: '甲乙'", (1, 7)),
        ("k: ''", (1, 5)),
        ("k:", (1, 3)),
        ("k: |\n  甲", (2, 4)),
    ],
)
def test_from_the_end_on_it_is_the_end(text: str, expected: tuple[int, int], loader: type) -> None:
    node = yaml.compose(text, Loader=loader).value[0][1]
    for more in range(3):
        assert place_in(node, text, len(node.value) + more) == expected


@given(
    st.text("甲a'\"\\\t ，|", max_size=8),
    st.text("甲a'\"\\\t ，|", max_size=8),
    st.sampled_from(["'", '"']),
    st.integers(0, 5),
    st.sampled_from(LOADERS),
)
def test_any_quoted_text(before: str, after: str, quote: str, indent: int, loader: type) -> None:
    def escaped(text: str) -> str:
        if quote == "'":
            return text.replace("'", "''")
        return text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")

    line = f"k: {' ' * indent}{quote}{escaped(before)}X{escaped(after)}{quote}"
    assert place(line, "X", loader) == (before + "X" + after, (1, line.index("X") + 1))
