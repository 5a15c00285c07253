import errno
import multiprocessing
import os
import random
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter import store

DATA = b"kept for the next run" * 20


def read_mapped(name: str) -> bytes | None:
    mapped = store.open_mapped(name)
    return None if mapped is None else mapped[:-32]


readers = pytest.mark.parametrize("read", [store.read, read_mapped])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the cache will be: not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "huashu"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write_at(folder: Path, name: str, seconds: float) -> None:
    """An entry or a draft written so long after the epoch."""
    (folder / name).write_bytes(b"")
    os.utime(folder / name, (seconds, seconds))


# Reading what was written


@readers
@pytest.mark.parametrize("data", [b"", b"\0", DATA, bytes(range(256)) * 9000])
def test_what_was_written_is_read(
    folder: Path, read: Callable[[str], bytes | None], data: bytes
) -> None:
    store.write("book-1", data)
    assert read("book-1") == data


@readers
def test_the_last_one_written_counts(folder: Path, read: Callable[[str], bytes | None]) -> None:
    store.write("book-1", b"longer than the other")
    store.write("book-1", b"new")
    assert read("book-1") == b"new"


@readers
def test_reading_what_is_not_there_makes_no_folder(
    folder: Path, read: Callable[[str], bytes | None]
) -> None:
    assert read("book-1") is None
    assert not folder.parent.exists()


def test_a_mapped_entry_outlives_its_file(folder: Path) -> None:
    store.write("book-1", DATA)
    mapped = store.open_mapped("book-1")
    store.write("book-1", b"other")
    (folder / "book-1").unlink()
    assert mapped is not None
    assert mapped[:-32] == DATA


@pytest.mark.parametrize(
    "name", ["", "book", "book-", "-1", "Book-1", "book-1.txt", "../book-1", "a/b-1", "draft.0"]
)
@pytest.mark.parametrize(
    "use", [store.read, store.open_mapped, lambda name: store.write(name, b"")]
)
def test_other_names_are_refused(folder: Path, use: Callable[[str], Any], name: str) -> None:
    with pytest.raises(ValueError, match="kind-key"):
        use(name)
    assert not folder.exists()


def test_the_cache_is_ours_alone(folder: Path) -> None:
    before = os.umask(0)
    try:
        store.write("book-1", DATA)
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "book-1").stat().st_mode & 0o777 == 0o600


# What is damaged or could be somebody else's


@given(data=st.data())
def test_a_damaged_entry_is_none(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cache = tmp_path_factory.mktemp("damage")
        patch.setenv("XDG_CACHE_HOME", str(cache))
        content = data.draw(st.binary(max_size=50))
        store.write("book-1", content)
        file = cache / "huashu" / "book-1"
        whole = file.read_bytes()
        at = data.draw(st.integers(0, len(whole) - 1))
        flipped = bytes([whole[at] ^ data.draw(st.integers(1, 255))])
        for damaged in (
            whole[:at] + flipped + whole[at + 1 :],
            whole[:at],
            whole[at + 1 :],
            whole + flipped,
        ):
            file.write_bytes(damaged)
            assert store.read("book-1") is None
            assert store.open_mapped("book-1") is None
        file.write_bytes(whole)
        assert store.read("book-1") == read_mapped("book-1") == content


def open_file_to_group(folder: Path) -> None:
    (folder / "book-1").chmod(0o620)


def open_file_to_others(folder: Path) -> None:
    (folder / "book-1").chmod(0o602)


def replace_file_by_link(folder: Path) -> None:
    (folder / "book-1").rename(folder.parent / "elsewhere")
    (folder / "book-1").symlink_to(folder.parent / "elsewhere")


@readers
@pytest.mark.parametrize("spoil", [open_file_to_group, open_file_to_others, replace_file_by_link])
def test_a_doubtful_file_is_not_read_and_is_replaced(
    folder: Path, spoil: Callable[[Path], None], read: Callable[[str], bytes | None]
) -> None:
    store.write("book-1", DATA)
    spoil(folder)
    assert read("book-1") is None
    store.write("book-1", b"new")
    assert read("book-1") == b"new"
    assert not (folder / "book-1").is_symlink()
    assert names(folder) == ["book-1"]


@readers
@pytest.mark.parametrize("mode", [0o770, 0o702])
def test_a_folder_others_can_write_to_is_not_used(
    folder: Path, read: Callable[[str], bytes | None], mode: int
) -> None:
    store.write("book-1", DATA)
    folder.chmod(mode)
    assert read("book-1") is None
    store.write("book-2", DATA)
    assert names(folder) == ["book-1"]


@readers
def test_a_linked_folder_is_not_used(folder: Path, read: Callable[[str], bytes | None]) -> None:
    store.write("book-1", DATA)
    target = folder.parent / "target"
    folder.rename(target)
    folder.symlink_to(target)
    assert read("book-1") is None
    store.write("book-2", DATA)
    assert names(target) == ["book-1"]


@readers
def test_a_folder_of_another_user_is_not_used(
    folder: Path, read: Callable[[str], bytes | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write("book-1", DATA)
    owner = folder.stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    assert read("book-1") is None
    store.write("book-2", DATA)
    assert names(folder) == ["book-1"]


@readers
def test_a_file_of_another_user_is_not_used(
    folder: Path, read: Callable[[str], bytes | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write("book-1", DATA)
    stat, user = os.fstat, os.getuid()

    def fstat(handle: int) -> os.stat_result:
        status = list(stat(handle))
        if status[6] == len(DATA) + 32:  # the file, not the folder
            status[4] = user + 1
        return os.stat_result(status)

    monkeypatch.setattr(os, "fstat", fstat)
    assert read("book-1") is None


# Systems and folders that allow no cache


def test_a_relative_cache_folder_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    store.write("book-1", DATA)
    assert store.read("book-1") == DATA
    assert names(tmp_path / "home" / ".cache" / "huashu") == ["book-1"]
    assert not (tmp_path / "here").exists()


@readers
def test_a_system_without_owners_has_no_cache(
    folder: Path, read: Callable[[str], bytes | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "getuid")
    store.write("book-1", DATA)
    assert read("book-1") is None
    assert not folder.exists()


@readers
def test_a_user_without_a_home_has_no_cache(
    read: Callable[[str], bytes | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", homeless)
    store.write("book-1", DATA)
    assert read("book-1") is None


@readers
def test_a_file_in_the_way_is_no_failure(folder: Path, read: Callable[[str], bytes | None]) -> None:
    folder.parent.mkdir()
    folder.write_text("")
    store.write("book-1", DATA)
    assert read("book-1") is None
    assert folder.read_text() == ""


def test_a_folder_in_place_of_an_entry_is_no_failure(folder: Path) -> None:
    store.write("book-2", DATA)
    (folder / "book-1").mkdir()
    store.write("book-1", DATA)
    assert store.read("book-1") is None
    assert names(folder) == ["book-1", "book-2"]


def test_a_folder_that_cannot_be_written_to_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write("book-1", DATA)
    plain = os.open

    def open_to_read(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.EROFS, "Read-only file system")
        return plain(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", open_to_read)
    store.write("book-2", DATA)
    assert store.read("book-1") == DATA
    assert names(folder) == ["book-1"]


def test_a_write_that_fails_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "rename", full)
    store.write("book-1", DATA)
    assert names(folder) == []


def test_an_interrupted_write_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    store.write("book-1", DATA)
    monkeypatch.setattr(os, "rename", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.write("book-1", b"other")
    assert names(folder) == ["book-1"]
    assert store.read("book-1") == DATA


# Old entries


def test_the_oldest_of_a_kind_are_dropped(folder: Path) -> None:
    store.write("book-9", DATA)
    for age in range(store.KEPT + 3):
        write_at(folder, f"book-{age + 10}", 1000 - age)
        write_at(folder, f"book-of-{age + 10}", 500)
        write_at(folder, f"foreign.{age + 10}", 500)
    store.write("book-9", DATA)
    kept = [f"book-{age + 10}" for age in range(store.KEPT - 1)]
    assert [name for name in names(folder) if name.startswith("book-1")] == kept
    assert store.read("book-9") == DATA
    assert len(names(folder)) == 1 + (store.KEPT - 1) + 2 * (store.KEPT + 3)


def test_abandoned_drafts_are_dropped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write("book-1", DATA)
    write_at(folder, "draft.old", 100_000)
    write_at(folder, "draft.new", 103_000)
    monkeypatch.setattr("time.time", lambda: 100_000 + 3601)
    store.write("book-1", DATA)
    assert names(folder) == ["book-1", "draft.new"]


# Many processes


def content(name: str, writer: int) -> bytes:
    return f"{name} {writer};".encode() * (1000 * writer + 1)


def work(cache: str, writer: int, together: Barrier) -> None:
    """Write and read more entries than are kept; exit 1 at anything but a whole one."""
    os.environ["XDG_CACHE_HOME"] = cache
    chance = random.Random(writer)
    valid = {f"book-{n}": {content(f"book-{n}", who) for who in range(8)} for n in range(12)}
    together.wait(timeout=60)
    for _ in range(40):
        store.write(name := chance.choice(list(valid)), content(name, writer))
        for name, contents in valid.items():
            for found in (store.read(name), read_mapped(name)):
                if found is not None and found not in contents:
                    os._exit(1)


def test_eight_processes_read_and_write_at_once(folder: Path) -> None:
    context = multiprocessing.get_context("fork")
    together = context.Barrier(8)
    processes = [
        context.Process(target=work, args=(str(folder.parent), writer, together))
        for writer in range(8)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 8
    store.write("book-0", DATA)
    assert len(names(folder)) == store.KEPT
    assert store.read("book-0") == DATA


# Folders in the cache folder


def test_a_folder_of_ones_own(folder: Path) -> None:
    with store.own_folder("reports") as handle:
        store.write_to(handle, "calls-1", DATA)
        assert store.read_from(handle, "calls-1") == DATA
    assert names(folder) == ["reports"]
    assert (folder / "reports").stat().st_mode & 0o777 == 0o700
    assert store.read("calls-1") is None
    with store.own_folder() as handle:
        assert os.listdir(handle) == ["reports"]


def test_a_folder_that_is_not_to_be_made(folder: Path) -> None:
    with pytest.raises(FileNotFoundError), store.own_folder("reports", make=False):
        pass
    assert not folder.exists()


@pytest.mark.parametrize("below", ["", "reports"])
def test_a_folder_that_others_can_write_to_is_not_ones_own(folder: Path, below: str) -> None:
    (folder / "reports").mkdir(parents=True)
    (folder / below).chmod(0o777)
    with pytest.raises(PermissionError), store.own_folder("reports"):
        pass


def test_a_link_is_no_folder(folder: Path) -> None:
    (folder / "elsewhere").mkdir(parents=True)
    (folder / "reports").symlink_to("elsewhere")
    with pytest.raises(OSError, match=r"."), store.own_folder("reports"):
        pass


def test_where_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert store.where() == folder
    monkeypatch.delattr(os, "getuid")
    assert store.where() is None
