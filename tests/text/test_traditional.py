import runpy
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import linter.model
from linter.text.fold import fold

ROOT = Path(linter.model.__file__).resolve().parents[1]
TABLE = ROOT / "linter" / "text" / "traditional.txt"


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / "make_traditional.py"))


def pairs() -> list[str]:
    lines = TABLE.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def gb2312(rows: range) -> str:
    found = []
    for high in rows:
        for low in range(0xA1, 0xFF):
            try:
                found.append(bytes((high, low)).decode("gb2312"))
            except UnicodeDecodeError:
                continue  # the last row has gaps
    return "".join(found)


def test_the_file_is_what_the_script_writes(script: dict[str, Any]) -> None:
    assert TABLE.read_bytes() == script["render"]().encode("utf-8")


def test_the_script_writes_to_the_file(script: dict[str, Any]) -> None:
    assert script["TARGET"] == TABLE


def test_every_exclusion_is_needed(script: dict[str, Any]) -> None:
    converter = script["opencc"].OpenCC("t2s")
    assert [char for char in script["EXCLUDED"] if converter.convert(char) == char] == []


def test_the_file_says_where_it_is_from() -> None:
    head = [line for line in TABLE.read_text(encoding="utf-8").split("\n") if line[:1] == "#"]
    assert "OpenCC" in "".join(head)
    assert "Apache-2.0" in "".join(head)
    assert "tools/make_traditional.py" in "".join(head)


def test_lines_are_sorted_pairs_of_different_characters() -> None:
    lines = pairs()
    assert {len(line) for line in lines} == {2}
    assert [line for line in lines if line[0] == line[1]] == []
    firsts = [line[0] for line in lines]
    assert firsts == sorted(set(firsts))


def test_no_conversion_leads_to_another() -> None:
    firsts = {line[0] for line in pairs()}
    assert [line for line in pairs() if line[1] in firsts] == []


def test_every_line_can_be_reached() -> None:
    assert [line for line in pairs() if unicodedata.normalize("NFKC", line) != line] == []
    assert [line for line in pairs() if fold(line[0]).text != line[1]] == []


def test_level_1_of_gb2312_is_left_alone() -> None:
    common = gb2312(range(0xB0, 0xD8))
    assert len(common) == 3755
    assert fold(common).text == common


def test_of_level_2_only_variants_are_touched() -> None:
    common = gb2312(range(0xD8, 0xF8))
    assert len(common) == 3008
    changed = {old for old, new in zip(common, fold(common).text, strict=True) if old != new}
    assert changed == set("夥後徵拚捱摺於榘菸醣麴麽")


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("請問您要投訴嗎", "请问您要投诉吗"),
        ("這裡的網路壞了", "这里的网路坏了"),
        ("為什麼還沒處理", "为什么还没处理"),
        ("發髮後裏鐘鍾", "发发后里钟钟"),
    ],
)
def test_traditional_sentences_read_as_simplified_ones(traditional: str, simplified: str) -> None:
    assert fold(traditional).text == simplified
