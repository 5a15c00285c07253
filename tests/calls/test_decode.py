from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.calls import decode
from linter.calls.decode import detect_encoding
from linter.errors import InputError

from .helpers import error, said

TALK = "坐席：您好，请讲\n客户：我要投诉，联通的套餐有问题\n"
READ = [("agent", "您好，请讲"), ("customer", "我要投诉，联通的套餐有问题")]


def detect(data: bytes) -> str:
    return detect_encoding(io.BytesIO(data), "a.txt")


def failure(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        detect(data)
    return caught.value


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-32"],
)
def test_every_encoding_gives_the_same_words(encoding: str) -> None:
    assert said(TALK.encode(encoding)) == READ


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe" + TALK.encode("utf-16-le"),
        b"\xfe\xff" + TALK.encode("utf-16-be"),
        b"\xff\xfe\0\0" + TALK.encode("utf-32-le"),
        b"\0\0\xfe\xff" + TALK.encode("utf-32-be"),
    ],
)
def test_the_mark_tells_the_byte_order(data: bytes) -> None:
    assert said(data) == READ


def test_gb18030_has_characters_beyond_gbk() -> None:
    assert said("坐席：𠮷先生您好".encode("gb18030")) == [("agent", "𠮷先生您好")]


def test_a_mark_is_not_part_of_the_words_or_columns() -> None:
    assert detect(TALK.encode("utf-8-sig")) == "utf-8-sig"


def test_the_whole_file_decides_not_its_beginning() -> None:
    data = b"a" * (3 * decode.CHUNK) + "坐席：您好".encode("gbk")
    assert detect(data) == "gb18030"


def test_a_character_may_stand_across_two_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    for size in range(1, 9):
        monkeypatch.setattr(decode, "CHUNK", size)
        assert detect(TALK.encode()) == "utf-8"
        assert detect(TALK.encode("gb18030")) == "gb18030"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_always_taken_as_utf8(text: str) -> None:
    assert detect(text.encode()) == "utf-8"


def test_position_is_the_same_afterwards() -> None:
    data = io.BytesIO(b"xx" + TALK.encode("gb18030"))
    data.seek(2)
    assert detect_encoding(data, "a.txt") == "gb18030"
    assert data.tell() == 2


def test_one_torn_character_does_not_turn_utf8_into_gb18030() -> None:
    before = "坐席：您\n客户：你"
    data = before.encode() + "好".encode()[:-1] + "\n坐席：好".encode()
    assert "坐席" not in data.decode("gb18030"), "GB18030 takes it, and makes nonsense of it"
    wrong = failure(data)
    assert wrong.message == f"第 {len(before.encode())} 字节（从 0 数起）按 UTF-8 解不开"
    assert "UTF-8" in wrong.hint


def test_offset_counts_from_the_start_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    data = "坐席：您好您好".encode() + b"\xff" + "您好".encode()
    monkeypatch.setattr(decode, "CHUNK", 5)
    assert "第 21 字节" in failure(data).message


def test_nothing_fits() -> None:
    # Lone bytes 0xFF are in no encoding that is tried.
    wrong = failure(b"abc\xff\xff")
    assert wrong.message == "第 3 字节（从 0 数起）UTF-8 和 GB18030 都解不开"


def test_a_cut_gb18030_file_names_its_last_byte() -> None:
    data = TALK.rstrip().encode("gb18030")
    assert f"第 {len(data) - 2} 字节" in failure(data[:-1]).message


def test_utf16_with_half_a_character() -> None:
    data = "您好".encode("utf-16")
    assert failure(data[:-1]).message == "第 4 字节（从 0 数起）按 UTF-16 解不开"


def test_binary_is_called_binary() -> None:
    wrong = error(b"\x7fELF\x02\x00", "a.csv")
    assert wrong.message == "像是二进制文件：第 5 字节（从 0 数起）是 NUL"
    assert "BOM" in wrong.hint


def test_nul_far_into_the_file_is_found() -> None:
    offset = decode.CHUNK + 7
    assert f"第 {offset} 字节" in failure(b"a" * offset + b"\0").message


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n", "\u3000\n".encode("utf-16")])
def test_empty_files(data: bytes) -> None:
    wrong = error(data)
    assert wrong.message == "文件是空的"
    assert wrong.hint
