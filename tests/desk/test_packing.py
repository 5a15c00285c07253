from __future__ import annotations

import gzip
import json

import pytest

from linter.desk.packing import Packer, numbered, written
from linter.desk.page import CHUNK


def unpacked(packer: Packer) -> list[list[dict[str, object]]]:
    return [json.loads(gzip.decompress(chunk)) for chunk in packer.chunks()]


def test_a_number_is_put_in_front() -> None:
    text = numbered(written({"turns": ["你好\ud800"]}), 7)
    assert list(json.loads(text)) == ["n", "turns"]
    assert json.loads(text) == {"n": 7, "turns": ["你好\ud800"]}


@pytest.mark.parametrize("count", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_chunks_are_full_but_for_the_last(count: int) -> None:
    packer = Packer()
    for number in range(count):
        packer.add(numbered(written({"a": "甲"}), number))
    found = unpacked(packer)
    assert [one["n"] for chunk in found for one in chunk] == list(range(count))
    assert all(len(chunk) == CHUNK for chunk in found[:-1])


def test_the_same_details_are_the_same_bytes() -> None:
    chunks = []
    for _ in range(2):
        packer = Packer()
        packer.add(b'{"a": 1}')
        chunks.append([*packer.chunks()])
    assert chunks[0] == chunks[1]
    assert chunks[0][0][4:8] == bytes(4), "no time in the header"


def test_a_chunk_is_given_away() -> None:
    packer = Packer()
    packer.add(b"{}")
    assert len([*packer.chunks()]) == 1
    assert [*packer.chunks()] == []
