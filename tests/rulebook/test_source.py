"""Rule files as marked values: taken as written, and refused in time."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.rulebook import source
from linter.rulebook.source import MAX_DEPTH, Errors, Value, read_source

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


@pytest.fixture(params=LOADERS, autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything holds with the scanner in C and without it."""
    monkeypatch.setattr(source, "_LOADER", request.param)


class Read:
    """A file's value of key ``k``, and what was said of it."""

    def __init__(self, text: str) -> None:
        self.errors = Errors()
        top = read_source(text, "t.yml", self.errors)
        self.top = top
        pairs = {key.text(): value for key, value in top.pairs()} if top and top.is_mapping else {}
        self.value = pairs.get("k", top)

    @property
    def k(self) -> Value:
        assert self.value is not None
        return self.value

    @property
    def said(self) -> list[str]:
        return [f"{e.where.removeprefix('t.yml:')}: {e.message}" for e in self.errors.found]

    @property
    def hints(self) -> list[str]:
        return [e.hint for e in self.errors.found]


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "off",
        "12:30",
        "1e3",
        "0x1f",
        "null",
        "~",
        "true",
        "2024-01-01",
        "1_000",
        "=",
    ],
)
def test_a_scalar_is_the_text_that_was_written(text: str) -> None:
    read = Read(f"k: {text}")
    assert read.k.text() == text
    assert read.said == []


@pytest.mark.parametrize("text", ["no", "on", "12:30", "null"])
def test_a_key_is_the_text_that_was_written(text: str) -> None:
    read = Read(f"{text}: 1")
    assert [key.text() for key, _ in read.k.pairs()] == [text]


def test_blanks_around_a_text_say_nothing() -> None:
    assert Read("k: '  甲 乙 '").k.text() == "甲 乙"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[a]", "1:4: 这里要写名字，不是列表"),
        ("{a: b}", "1:4: 这里要写名字，不是映射"),
        ("", "1:3: 这里要写名字，不能空着"),
        ("''", "1:5: 这里要写名字，不能空着"),
        ("' '", "1:6: 这里要写名字，不能空着"),
    ],
)
def test_no_text(written: str, expected: str) -> None:
    read = Read(f"k: {written}".rstrip())
    assert read.k.text("名字") == ""
    assert read.said == [expected]


@pytest.mark.parametrize(
    ("written", "number", "said"),
    [
        ("3", 3, 0),
        ("'3'", 3, 0),
        ("1", 1, 0),
        ("9", 9, 0),
        ("0", 1, 1),
        ("10", 1, 1),
        ("-3", 1, 1),
        ("3.0", 1, 1),
        ("三", 1, 1),
        ("３", 1, 1),
        ("1_0", 1, 1),
        ("9" * 5_000, 1, 1),
        ("[3]", 1, 1),
        ("''", 1, 1),
    ],
)
def test_integer(written: str, number: int, said: int) -> None:
    read = Read(f"k: {written}")
    assert read.k.integer(least=1, most=9) == number
    assert len(read.said) == said


@pytest.mark.parametrize(
    ("written", "flag", "said"),
    [
        ("true", True, 0),
        ("false", False, 0),
        ("yes", False, 1),
        ("True", False, 1),
        ("1", False, 1),
        ("''", False, 1),
        ("{}", False, 1),
    ],
)
def test_flag(written: str, flag: bool, said: int) -> None:
    read = Read(f"k: {written}")
    assert read.k.flag() is flag
    assert len(read.said) == said


@pytest.mark.parametrize(
    ("written", "choice", "said", "hint"),
    [
        ("agent", "agent", [], []),
        ("customer", "customer", [], []),
        ("agnet", "agent", ["1:4: 不认识的who 'agnet'"], ["是不是 agent"]),
        ("坐席", "agent", ["1:4: 不认识的who '坐席'"], ["可用的有 agent、customer"]),
        ("''", "agent", ["1:5: 这里要写who，不能空着"], [""]),
        ("[agent]", "agent", ["1:4: 这里要写who，不是列表"], [""]),
    ],
)
def test_choice(written: str, choice: str, said: list[str], hint: list[str]) -> None:
    read = Read(f"k: {written}")
    assert read.k.choice(("agent", "customer"), "who") == choice
    assert (read.said, read.hints) == (said, hint)


def test_one_item_is_a_list_of_one() -> None:
    assert [item.text() for item in Read("k: a").k.items()] == ["a"]
    assert [item.text() for item in Read("k: [a, b]").k.items()] == ["a", "b"]
    assert Read("k: []").k.items() == []


def test_pairs_without_repeated_keys() -> None:
    read = Read("k:\n  a: 1\n  b: 2\n  'a': 3\n  a: 4\n")
    assert [(key.text(), value.text()) for key, value in read.k.pairs()] == [("a", "1"), ("b", "2")]
    assert read.said == [
        "4:4: 键 'a' 重复，第 2 行已经写过",
        "5:3: 键 'a' 重复，第 2 行已经写过",
    ]


def test_a_repeated_key_at_the_top() -> None:
    assert Read("a: 1\nk: 2\na: 3").said == ["3:1: 键 'a' 重复，第 1 行已经写过"]


def test_a_key_that_is_no_text_is_one_error() -> None:
    read = Read("k:\n  ? [a]\n  : 1\n  b: 2\n")
    assert list(read.k.mapping(("b",), "甲")) == ["b"]
    assert read.said == ["2:5: 这里要写键，不是列表"]


def test_no_mapping() -> None:
    read = Read("k: a")
    assert read.k.mapping(("b",), "甲") == {}
    assert read.said == ["1:4: 这里要写甲（键: 值）"]


def test_an_unknown_key_suggests_the_near_one() -> None:
    read = Read("k: {severty: error, id: x}")
    assert list(read.k.mapping(("severity", "id"), "规则")) == ["id"]
    assert read.said == ["1:5: 规则里不认识的键 'severty'"]
    assert read.hints == ["是不是 severity"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1", "1:4: 规则文件里不能用 YAML 的锚点和别名（& 和 *）"),
        ("a: 1\nb: *x", "2:4: 规则文件里不能用 YAML 的锚点和别名（& 和 *）"),
        ("a: [*你好]", "1:5: 规则文件里不能用 YAML 的锚点和别名（& 和 *）"),
        ("a: &你好 甲", "1:4: 规则文件里不能用 YAML 的锚点和别名（& 和 *）"),
        ("a: !你好", "1:4: 规则文件里不能用 YAML 的标签（!）"),
        ("a: !!python/object:os.system x", "1:4: 规则文件里不能用 YAML 的标签（!）"),
        ("a: !甲", "1:4: 规则文件里不能用 YAML 的标签（!）"),
        ("", ": 规则文件是空的"),
        ("# 只有注释\n", ": 规则文件是空的"),
        ("---\n", None),
        ("a: 1\n\x00b: 2", "2:1: 规则文件里不能有控制字符 U+0000"),
        ("\n\x00", "2:1: 规则文件里不能有控制字符 U+0000"),
        ("a: 甲\x1b乙", "1:5: 规则文件里不能有控制字符 U+001B"),
        ("a: 甲\ud800", "1:5: 规则文件里不能有控制字符 U+D800"),
    ],
)
def test_refused(text: str, expected: str | None) -> None:
    read = Read(text)
    if expected is None:
        assert read.top is not None
    else:
        assert read.top is None
        assert [said.removeprefix("t.yml") for said in read.said] == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: [c, d\n", "3:1"),
        ("a: 1\n b: 2", "2:3"),
        ("a: 1\n\tb: 2", "2:1"),
        ("a: '1\n", "2:1"),
        ("a: 1\n---\nb: 2", "2:1"),
    ],
)
def test_no_yaml(text: str, place: str) -> None:
    read = Read(text)
    assert read.top is None
    (said,) = read.said
    assert said.startswith(f"{place}: 不是合法的 YAML：")
    assert read.hints == ["检查缩进、冒号后的空格和成对的引号、括号"]


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000"])
def test_no_character_of_that_number(escape: str) -> None:
    read = Read(f'a: "{escape}"')
    assert read.top is None
    (said,) = read.said
    assert "不是合法的 YAML" in said


def test_a_mark_at_the_beginning_counts_for_nothing() -> None:
    read = Read("\ufeffk: [甲, 乙]")
    read.k.complain("这里")
    assert read.said == ["1:4: 这里"]


@pytest.mark.parametrize(
    ("opening", "depth"), [("[", 200_000), ("{a: ", 20_000), ("- ", 20_000), ("[\n", 20_000)]
)
def test_lists_in_lists_without_end_are_refused_at_once(opening: str, depth: int) -> None:
    read = Read(opening * depth)
    assert read.top is None
    assert [said.split(": ")[1] for said in read.said] == ["YAML 嵌套过深"]
    assert read.hints == [f"规则文件最多 {MAX_DEPTH} 层"]


def test_a_few_lists_in_lists_are_read() -> None:
    assert Read("[" * MAX_DEPTH + "]" * MAX_DEPTH).said == []


def test_a_file_that_doubles_itself_is_refused_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [甲, 甲]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    assert Read("\n".join(lines)).said == ["1:5: 规则文件里不能用 YAML 的锚点和别名（& 和 *）"]


def test_too_long_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 9)
    assert Read("k: 甲乙").said == []
    assert Read("k: 甲乙丙").said == ["t.yml: 规则文件超过 16 MB"]


@settings(deadline=None)
@given(st.text(max_size=40) | st.text("ab: -[]{}'\"|>#&*!\n\t？", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    errors = Errors()
    top = read_source(text, "t.yml", errors)
    assert (top is None) == bool(errors.found)
    assert len(errors.found) <= 1
