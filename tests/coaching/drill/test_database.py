"""The file of the answers, and everything that can be wrong with it."""

from __future__ import annotations

import os
import sqlite3
import stat

import pytest

from linter.coaching.drill import database
from linter.coaching.drill.database import (
    APPLICATION,
    VERSION,
    default_path,
    explained,
    make_folders,
    opened,
)
from linter.errors import UsageError


@pytest.fixture
def path(tmp_path):
    return tmp_path / "drill.sqlite"


def connected(path, writes=True):
    connection = opened(str(path), writes=writes)
    assert connection is not None
    return connection


def made(path, *statements):
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def refused(path, said, writes=True):
    """The reason, and that not a byte of the file was changed."""
    before = path.read_bytes()
    with pytest.raises(UsageError, match=said) as error:
        opened(str(path), writes=writes)
    assert error.value.path == str(path)
    assert error.value.hint
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_a_new_one_is_for_nobody_else(path):
    connected(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(path.parent) == [path.name]


def test_it_is_marked(path):
    connection = connected(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


def test_who_only_looks_makes_none(path):
    assert opened(str(path), writes=False) is None
    assert not path.exists()


@pytest.mark.parametrize("writes", [True, False])
def test_an_empty_file_is_a_new_one(path, writes):
    path.touch()
    connection = opened(str(path), writes=writes)
    assert (connection is not None) is writes
    if connection is not None:
        connection.close()


def test_a_database_without_tables_is_a_new_one(path):
    made(path, "CREATE TABLE x (y)", "DROP TABLE x")
    assert opened(str(path), writes=False) is None
    connected(path).close()


def test_it_is_opened_again(path):
    connected(path).close()
    before = path.read_bytes()
    connected(path).close()
    connected(path, writes=False).close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("writes", [True, False])
def test_what_is_no_database(path, writes):
    path.write_text("dear diary\n" * 200, encoding="utf-8")
    refused(path, "这不是 huashu drill 的进度", writes)


@pytest.mark.parametrize("writes", [True, False])
def test_the_database_of_another_program(path, writes):
    made(path, "CREATE TABLE bookmarks (url)")
    refused(path, "这不是 huashu drill 的进度", writes)


def test_one_with_another_mark(path):
    made(path, "PRAGMA application_id = 7")
    refused(path, "这不是 huashu drill 的进度")


@pytest.mark.parametrize("writes", [True, False])
def test_a_newer_one(path, writes):
    connected(path).close()
    made(path, f"PRAGMA user_version = {VERSION + 1}")
    refused(path, "更新的 huashu", writes)


def test_a_damaged_one(path):
    connected(path).close()
    data = bytearray(path.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    path.write_bytes(data)
    refused(path, "进度坏了")


def test_values_that_cannot_be(path):
    connected(path).close()
    made(
        path,
        "PRAGMA ignore_check_constraints = ON",
        "INSERT INTO answers VALUES (1, 'a', '2026-01-05', 1, 0, NULL, 9, '2026-01-06')",
    )
    refused(path, "进度坏了")


def test_one_that_is_locked(path, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.0)
    connected(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UsageError, match="正被别的程序占着"):
        opened(str(path), writes=True)
    connected(path, writes=False).close()
    other.close()


def test_one_that_may_only_be_read(path, monkeypatch):
    """Made by asking for that, as whoever runs the tests may be allowed everything."""
    connected(path).close()
    real = database._connected
    monkeypatch.setattr(database, "_connected", lambda path, writes: real(path, False))
    refused(path, "只能读，不能写")


def test_a_folder_or_no_folder(tmp_path):
    for path in (tmp_path, tmp_path / "no" / "drill.sqlite"):
        with pytest.raises(UsageError, match="进度打不开"):
            opened(str(path), writes=True)


def test_the_name_of_a_file_may_be_anything(tmp_path):
    path = tmp_path / "进度?mode=ro#50%.sqlite"
    connected(path).close()
    assert path.exists()


def test_an_error_that_nobody_knows():
    assert explained(sqlite3.OperationalError("no such table: x"), "p").message == (
        "进度用不了：no such table: x"
    )


def test_where_it_is(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", "/home/li")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert default_path() == "/data/huashu/drill.sqlite"
    for other in ("", "data"):
        monkeypatch.setenv("XDG_DATA_HOME", other)
        assert default_path() == "/home/li/.local/share/huashu/drill.sqlite"


def test_without_a_home(monkeypatch):
    def homeless():
        raise RuntimeError

    monkeypatch.setenv("XDG_DATA_HOME", "")
    monkeypatch.setattr("pathlib.Path.home", homeless)
    with pytest.raises(UsageError, match="没有主文件夹"):
        default_path()


def test_the_folders_are_for_nobody_else(tmp_path):
    path = tmp_path / "data" / "huashu" / "drill.sqlite"
    make_folders(str(path))
    make_folders(str(path))
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_in_the_way_of_the_folders(tmp_path):
    (tmp_path / "data").touch()
    with pytest.raises(UsageError, match="进度打不开"):
        make_folders(str(tmp_path / "data" / "huashu" / "drill.sqlite"))
