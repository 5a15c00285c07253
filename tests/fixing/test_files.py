"""Text files: the places of words, and libraries of any lines in any format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.fixing import TextFile
from linter.fixing.edits import ENCODING

from .helpers import fixed, said

PIECES = (
    "请你稍等",
    "您请讲",
    "你好",
    "你们那边",
    "提交SR单",
    "先做拨测",
    "说“好”",
    '按"确认"',
    "😀",
    "大家放心",
)
BETTER = (("SR单", "登记单"), ("拨测", "远程检测"))
ENDS = ("\n", "\r\n", "\r")
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")


def better(line: str) -> str:
    """A line as the rules of ``terms.yml`` mean it to read."""
    if "您" in line:
        line = line.replace("请你", "请您")
    for old, new in BETTER:
        line = line.replace(old, new)
    return line


def markdown(lines: Sequence[str]) -> str:
    items = "".join(f"-   {line}  \n" for line in lines)
    rows = "".join(f"|  处理 | {line}   | 你 |\n" for line in lines)
    return f"# 你 SR单\n\n{items}\n## 表\n\n| 场景 | 话术 | 备注 |\n|--|--|--|\n{rows}"


def csv(lines: Sequence[str]) -> str:
    doubled = (line.replace('"', '""') for line in lines)
    return "场景,话术,备注\n" + "".join(
        f'处理, {line},你\n处理,"{line}","你"\n' for line in doubled
    )


def quoted_csv(lines: Sequence[str]) -> str:
    doubled = (line.replace('"', '""') for line in lines)
    return "场景\t话术\t备注\n" + "".join(f'"处理"\t"{line}"\t"SR单"\n' for line in doubled)


def yaml(lines: Sequence[str]) -> str:
    plain = "".join(f"  - {line}   # 你 SR单\n" for line in lines)
    block = "".join(f"    {line}\n" for line in lines)
    single = "".join(f"  -  '{line}'\n" for line in lines)
    return f"# 你\n处理: &said\n{plain}  - |\n{block}{single}投诉: *said\n"


def plain(lines: Sequence[str]) -> str:
    return (
        "【开场】\n"
        + "".join(f"{n}. {line}\n" for n, line in enumerate(lines, 1))
        + "【结束】\n1. 再见。\n"
    )


Layout = Callable[[Sequence[str]], str]
LAYOUTS: dict[str, Layout] = {"a.md": markdown, "a.tsv": quoted_csv, "a.yml": yaml, "a.txt": plain}
lines = st.lists(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(
        lambda pieces: "请问" + "，".join(pieces) + "？"
    ),
    min_size=2,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(
    lines, st.sampled_from([*LAYOUTS.items()]), st.sampled_from(ENDS), st.sampled_from(ENCODINGS)
)
def test_every_line_reads_as_meant_and_all_else_stays(
    lines: list[str], layout: tuple[str, Layout], end: str, encoding: str
) -> None:
    name, written = layout
    before = written(lines).replace("\n", end).encode(encoding)
    done = fixed(before, name)
    assert done.left == ()
    assert done.data == written([better(line) for line in lines]).replace("\n", end).encode(
        encoding
    )
    assert said(done.data, name) == [better(line) for line in said(before, name)]


@settings(max_examples=20, deadline=None)
@given(lines)
def test_quotes_of_csv(lines: list[str]) -> None:
    done = fixed(csv([line.replace('"', "") for line in lines]), "a.csv")
    assert done.data.decode() == csv([better(line.replace('"', "")) for line in lines])


def test_what_would_not_come_back_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TextFile, "_comes_back", False)
    text = "# 开场\n- 您好，感谢你的来电。\n"
    done = fixed(text)
    assert (done.data.decode(), [why for _, why in done.left]) == (text, [ENCODING])


def test_lines() -> None:
    assert TextFile(b"a\r\nb\rc\n", "a").lines() == ["a", "b", "c"]
    assert TextFile(b"a\n\nb", "a").lines() == ["a", "", "b"]
