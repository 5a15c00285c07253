from __future__ import annotations

import io
from pathlib import Path

import pytest

from linter.calls import FORMATS, ReadOptions, read_stream
from linter.errors import HuashuError
from tools.fuzz.archives import archived
from tools.fuzz.seeds import seeds_of
from tools.fuzz.trial import suffix_of

ROOT = Path(__file__).parents[2]


def is_read(data: bytes, reader: str) -> bool:
    contents = archived(data) if FORMATS[reader].workbook else data
    name = "a" + suffix_of(reader)
    try:
        list(read_stream(io.BytesIO(contents), name=name, options=ReadOptions(reader)))
    except HuashuError:
        return False
    return True


@pytest.mark.parametrize("reader", FORMATS)
def test_every_reader_has_seeds_that_it_reads(reader: str) -> None:
    seeds = seeds_of(reader, ROOT)
    assert seeds == sorted(set(seeds), key=lambda seed: (len(seed), seed))
    assert any(is_read(seed, reader) for seed in seeds)
