from __future__ import annotations

import multiprocessing
import os
import stat
from pathlib import Path

import pytest

from linter import store
from linter.kept import shelf
from linter.kept.shelf import Shelf, clear, kept, tidy

NAME = "calls-1"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where reports will be kept: not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "huashu" / "reports"


def keep(name: str = NAME, **data: bytes) -> None:
    made = Shelf(name)
    for key, value in data.items():
        made.put(key.encode(), value)
    made.save()


def found(*names: str) -> list[bytes | None]:
    made = Shelf(NAME)
    return [made.get(name.encode()) for name in names]


def test_what_is_kept_is_there(folder: Path) -> None:
    keep(a=b"1", b=b"")
    assert found("a", "b", "c") == [b"1", b"", None]


def test_only_the_owner_can_read_it(folder: Path) -> None:
    keep(a=b"1")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_who_only_looks_makes_nothing(folder: Path) -> None:
    made = Shelf(NAME)
    made.get(b"a")
    made.save()
    assert not folder.exists() or not list(folder.iterdir())


def test_what_others_wrote_meanwhile_stays(folder: Path) -> None:
    first, second = Shelf(NAME), Shelf(NAME)
    first.put(b"a", b"1")
    second.put(b"b", b"2")
    first.save()
    second.save()
    assert found("a", "b") == [b"1", b"2"]


@pytest.mark.parametrize("data", [b"", b"x" * 100])
def test_damaged_files_hold_nothing(folder: Path, data: bytes) -> None:
    keep(a=b"1")
    (folder / NAME).write_bytes(data)
    assert found("a") == [None]
    keep(b=b"2")
    assert found("a", "b") == [None, b"2"]


def test_whole_files_of_something_else_hold_nothing(folder: Path) -> None:
    keep(a=b"1")
    with store.own_folder("reports") as handle:
        store.write_to(handle, NAME, b"\x93\x01\x02\x03")
    assert found("a") == [None]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_others_could_have_written_is_not_used(folder: Path, what: str) -> None:
    keep(a=b"1")
    (folder if what == "folder" else folder / NAME).chmod(0o777)
    assert found("a") == [None]


def test_no_folder_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        monkeypatch.setenv("XDG_CACHE_HOME", str(place))
        keep(a=b"1")
        assert found("a") == [None]
        tidy()
        assert kept() == (0, 0)


def test_nothing_can_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    keep(a=b"1")
    monkeypatch.setattr(store, "write_to", refused)
    keep(b=b"2")
    assert found("a", "b") == [b"1", None]


def test_a_lock_that_is_not_given_up_holds_up_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    keep(a=b"1")
    monkeypatch.setattr(shelf, "_PATIENCE", 0.02)
    with open(folder / "lock", "rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        keep(b=b"2")
    assert found("a", "b") == [b"1", b"2"]


def test_what_was_not_used_goes_first_from_a_full_shelf(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(a=b"1" * 50, b=b"2" * 50)
    monkeypatch.setattr(shelf, "MOST_ON_SHELF", 150)
    made = Shelf(NAME)
    made.get(b"a")
    made.put(b"c", b"3" * 50)
    made.save()
    assert found("a", "b", "c") == [b"1" * 50, None, b"3" * 50]


def test_the_oldest_files_go_when_there_is_too_much(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        keep(f"calls-{number}", a=b"x" * 100)
        os.utime(folder / f"calls-{number}", (number, number))
    used = Shelf("calls-0")
    used.get(b"a")
    used.save()
    monkeypatch.setattr(shelf, "MOST_BYTES", kept()[1] - 1)
    tidy()
    left = sorted({"lock", *(path.name for path in folder.iterdir())})
    assert left == ["calls-0", *(f"calls-{number}" for number in range(4, 8)), "lock"]


def test_abandoned_drafts_go(folder: Path) -> None:
    keep(a=b"1")
    for name, when in (("draft.old", 0.0), ("draft.new", None)):
        (folder / name).write_bytes(b"")
        if when is not None:
            os.utime(folder / name, (when, when))
    tidy()
    assert sorted(path.name for path in folder.iterdir()) == [NAME, "draft.new", "lock"]


def test_counting_and_clearing(folder: Path) -> None:
    assert clear() == (0, 0)
    keep(a=b"1")
    keep("calls-2", a=b"1")
    files, size = kept()
    assert (files, size) == (2, sum(p.stat().st_size for p in folder.glob("calls-*")))
    assert clear() == (2, size)
    assert kept() == (0, 0)
    assert found("a") == [None]


def _work(number: int) -> None:
    for turn in range(6):
        keep(**{f"p{number}t{turn}": bytes([number]) * 500})


def test_eight_processes_at_once_lose_nothing(folder: Path) -> None:
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_work, args=(number,)) for number in range(8)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    wanted = {f"p{n}t{turn}": bytes([n]) * 500 for n in range(8) for turn in range(6)}
    assert dict(zip(wanted, found(*wanted), strict=True)) == wanted
    assert not list(folder.glob("draft*"))
