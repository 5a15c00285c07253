from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from linter.batch import cutting
from linter.batch.cutting import Input, Item, Plan, cut
from linter.batch.naming import Naming
from linter.batch.pool import Ready
from linter.batch.results import End
from linter.batch.shares import Calls, Files, Lines
from linter.calls import ReadOptions

from .helpers import line, written

MANY = 8_000


def cut_for(jobs: int, *inputs: Input) -> list[Item]:
    return list(cut(inputs, Plan(jobs, ReadOptions(), set(), Naming())))


def lines_for(jobs: int, path: Path) -> list[Lines]:
    *shares, end = cut_for(jobs, path)
    assert end == Ready((End(0, None),))
    found = [share for share in shares if isinstance(share, Lines)]
    assert len(found) == len(shares)
    return found


def size(share: Lines) -> int:
    return sum(len(one) for _, one in share.lines)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = written(tmp_path / "a.jsonl", (line(f"c{number}") for number in range(MANY)))
    assert path.stat().st_size > 3 * cutting.SHARE_BYTES
    return path


def test_every_line_is_in_one_share(large: Path) -> None:
    found = [one for share in lines_for(2, large) for one in share.lines]
    expected = enumerate(large.read_bytes().splitlines(), 1)
    assert found == list(expected)


@pytest.mark.parametrize("jobs", [2, 4])
def test_shares_shrink_towards_the_end(large: Path, jobs: int) -> None:
    total = large.stat().st_size
    sizes = [size(share) for share in lines_for(jobs, large)]
    one = max(len(text) for text in large.read_bytes().splitlines())
    assert all(after <= before + one for before, after in pairwise(sizes))
    assert sizes[0] <= total / (8 * jobs) + one
    assert sizes[0] > 1.5 * sizes[-2], "no smaller than they have to be"
    assert cutting.LAST_BYTES <= sizes[-2] < cutting.LAST_BYTES + one


def test_of_a_long_file_no_share_is_larger_than_need_be(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "SHARE_BYTES", 5_000)
    one = max(len(text) for text in large.read_bytes().splitlines())
    sizes = [size(share) for share in lines_for(2, large)]
    assert all(5_000 <= found < 5_000 + one for found in sizes[:-1])


def test_a_file_that_is_no_utf8_is_cut_by_what_it_becomes(large: Path) -> None:
    path = large.with_name("gbk.jsonl")
    path.write_bytes(large.read_bytes().decode().encode("gb18030"))
    found = [one for share in lines_for(2, path) for one in share.lines]
    assert found == list(enumerate(large.read_bytes().splitlines(), 1))


def test_calls_are_named_as_they_are_cut(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", (line(f"c{number % 7000}") for number in range(MANY)))
    named = {
        number: name for share in lines_for(2, path) for number, name in (share.names or {}).items()
    }
    assert named == {7001 + number: f"c{number}#2" for number in range(1000)}


def test_small_files_go_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [written(tmp_path / f"{number}.jsonl", [line("a")]) for number in range(5)]
    monkeypatch.setattr(cutting, "FILES_BYTES", 2 * paths[0].stat().st_size)
    assert cut_for(2, *paths) == [
        Files(((0, paths[0]), (1, paths[1]))),
        Files(((2, paths[2]), (3, paths[3]))),
        Files(((4, paths[4]),)),
    ]


def test_so_many_small_files_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "SHARE_FILES", 2)
    path = written(tmp_path / "a.jsonl", [line("a")])
    shares = cut_for(2, path, path, path)
    assert shares == [Files(((0, path), (1, path))), Files(((2, path),))]


def test_the_scenes_of_a_library_stay_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "SHARE_TURNS", 5)
    monkeypatch.setattr(cutting, "SHARE_BYTES", 10)
    path = tmp_path / "a.md"
    path.write_text("".join(f"# 场景{n}\n- 您请讲。\n" for n in range(20)), encoding="utf-8")
    share, end = cut_for(2, path)
    assert isinstance(share, Calls)
    assert len(share.calls) == 20
    assert end == Ready((End(0, None),))
