"""Opening the database of a trainee's answers, and saying what is wrong when that fails."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from linter.errors import UsageError

APPLICATION = 0x68_73_64_72
"""``hsdr``; what an empty file and a database of nobody in particular have is 0."""
VERSION = 1
"""Of the tables; raised when they change."""
PATIENCE = 5.0
"""Seconds to wait for another process; an answer takes it a few milliseconds to write."""

_TABLES = """
CREATE TABLE answers (
  id INTEGER PRIMARY KEY,
  card TEXT NOT NULL,
  day TEXT NOT NULL,
  passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
  hinted INTEGER NOT NULL CHECK (hinted IN (0, 1)),
  answer TEXT,
  box INTEGER NOT NULL CHECK (box BETWEEN 1 AND 5),
  due TEXT NOT NULL
);
CREATE INDEX answers_of_cards ON answers (card, id);
"""
_ANOTHER = "用 --progress 指定另一个文件"


def default_path() -> str:
    """Where answers are kept when nobody says otherwise: in the user's data folder.

    That is ``$XDG_DATA_HOME`` or ``~/.local/share``; relative paths are to be ignored (XDG Base
    Directory Specification, https://specifications.freedesktop.org/basedir-spec/latest/).

    :raises UsageError: when the user has no home folder.
    """
    base = Path(os.environ.get("XDG_DATA_HOME", ""))
    try:
        place = base if base.is_absolute() else Path.home() / ".local" / "share"
    except RuntimeError:
        raise UsageError(
            "没有主文件夹，不知道进度记在哪里", hint="用 --progress 指定文件"
        ) from None
    return str(place / "huashu" / "drill.sqlite")


def make_folders(path: str) -> None:
    """Make the folders of the default file, for nobody else to look into.

    :raises UsageError: when they cannot be made.
    """
    folder = Path(path).parent
    try:
        for one in (*reversed(folder.parents), folder):
            with suppress(FileExistsError):
                one.mkdir(mode=0o700)
    except OSError as error:
        raise _unusable(error, path) from None


def opened(path: str, *, writes: bool) -> sqlite3.Connection | None:
    """The database; ``None`` when there is none and nothing is to be written.

    :raises UsageError: when it cannot be used for that; then nothing has been changed.
    """
    try:
        there = os.path.exists(path) and os.path.getsize(path) > 0
        if not there and not writes:
            return None
        if not there:
            # Made here, so that it is never readable by others, not even for a moment.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise _unusable(error, path) from None
    connection = _connected(path, writes)
    try:
        _check(connection, path)
        if writes:
            _prepare(connection)
        elif _is_blank(connection):
            connection.close()
            return None
    except sqlite3.Error as error:
        connection.close()
        raise explained(error, path) from None
    except BaseException:
        connection.close()
        raise
    return connection


def explained(error: sqlite3.Error, path: str) -> UsageError:
    """What to say of an error of SQLite's; the codes are https://www.sqlite.org/rescode.html."""
    name = getattr(error, "sqlite_errorname", "")
    for beginning, said, hint in _REASONS:
        if name.startswith(beginning):
            return UsageError(said, path=path, hint=hint)
    return UsageError(f"进度用不了：{error}", path=path, hint=_ANOTHER)


_REASONS = (
    ("SQLITE_NOTADB", "这不是 huashu drill 的进度", _ANOTHER),
    ("SQLITE_CORRUPT", "进度坏了", f"从备份取回，或{_ANOTHER}"),
    ("SQLITE_BUSY", "进度正被别的程序占着", "关掉那一个再来"),
    ("SQLITE_READONLY", "进度只能读，不能写", f"检查权限，或{_ANOTHER}"),
    ("SQLITE_CANTOPEN", "进度打不开", f"检查文件夹和权限，或{_ANOTHER}"),
    ("SQLITE_FULL", "磁盘满了，进度写不进去", "腾出地方"),
    ("SQLITE_IOERR", "进度读写失败", "检查磁盘"),
)


def _connected(path: str, writes: bool) -> sqlite3.Connection:
    address = f"{Path(os.path.abspath(path)).as_uri()}?mode={'rw' if writes else 'ro'}"
    try:
        # No transactions but those that are asked for.
        return sqlite3.connect(address, PATIENCE, isolation_level=None, uri=True)
    except sqlite3.Error as error:
        raise explained(error, path) from None


def _check(connection: sqlite3.Connection, path: str) -> None:
    version = _number(connection, "user_version")
    if _number(connection, "application_id") != APPLICATION and not _is_blank(connection):
        raise UsageError("这不是 huashu drill 的进度", path=path, hint=_ANOTHER)
    if version > VERSION:
        said = f"进度是更新的 huashu 写的（第 {version} 版，这里只认到第 {VERSION} 版）"
        raise UsageError(said, path=path, hint=f"升级 huashu，或{_ANOTHER}")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise UsageError("进度坏了", path=path, hint=f"从备份取回，或{_ANOTHER}")


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none, and see whether it can be written."""
    # What is forgotten is to be gone from the file.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have made them since.
        blank = _is_blank(connection)
        if blank:
            for statement in filter(str.strip, _TABLES.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
        # What may only be read lets a transaction begin, but nothing be written in it.
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        # Some errors have ended it already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT" if blank else "ROLLBACK")


def _is_blank(connection: sqlite3.Connection) -> bool:
    """Whether it is nobody's: without tables, and without a mark."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return not tables and not _number(connection, "application_id")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _unusable(error: OSError, path: str) -> UsageError:
    return UsageError(
        f"进度打不开：{error.strerror or error}", path=path, hint=f"检查文件夹和权限，或{_ANOTHER}"
    )
