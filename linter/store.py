"""What is worth keeping from one run to the next, in a folder that is the user's alone.

The folder is ``huashu`` in ``$XDG_CACHE_HOME``, or in ``~/.cache`` (XDG Base Directory
Specification). What is read from it may be handed to marshal or pickle, which have no defence
against data made to harm: so nothing is used that anybody else could have written, and nothing
is ever put into a shared temporary folder. A cache that cannot be used is no failure: then
there is nothing to read, and nothing is written.
"""

from __future__ import annotations

import contextlib
import hashlib
import mmap
import os
import re
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

KEPT = 8
"""Entries of one kind that are kept; more than a user switches between."""

ABANDONED = 3600.0
"""Seconds after which a draft is no longer being written: its writer was killed."""

_NAME = re.compile(r"(?P<kind>[0-9a-z][0-9a-z-]*)-[0-9a-z]+")

DRAFT = "draft."
"""What the names of files begin with that are being written."""

_CHECKSUM_SIZE = hashlib.sha256().digest_size

NO_CACHE = (OSError, RuntimeError, ValueError)
"""What stands in the way of a cache: the file system, no home folder, a file that is cut short
while it is opened."""


def read(name: str) -> bytes | None:
    """What was written under ``name``.

    :returns: ``None`` when there is no such entry, or it is damaged, or others could have
        written it.
    :raises ValueError: for a name that is none.
    """
    _kind(name)
    with contextlib.suppress(*NO_CACHE), _private_folder(_place()) as folder:
        return read_from(folder, name)
    return None


def read_from(folder: int, name: str) -> bytes | None:
    """:func:`read` from a folder that :func:`own_folder` opened.

    :raises OSError: when there is no such entry, or others could have written it.
    """
    with _opened(folder, name) as file:
        data = file.read(max(_size(file) - _CHECKSUM_SIZE, 0))
        return data if hashlib.sha256(data).digest() == file.read() else None


def open_mapped(name: str) -> mmap.mmap | None:
    """What was written under ``name``, left in the file: for large entries of which little is
    looked at. Processes share its pages.

    It stays what it was, also when the entry is written anew or dropped.

    :returns: the entry and 32 more bytes, its checksum; ``None`` in the cases in which
        :func:`read` has nothing.
    :raises ValueError: for a name that is none.
    """
    _kind(name)
    with (
        contextlib.suppress(*NO_CACHE),
        _private_folder(_place()) as folder,
        _opened(folder, name) as file,
    ):
        mapped = mmap.mmap(file.fileno(), _size(file), access=mmap.ACCESS_READ)
        with memoryview(mapped)[:-_CHECKSUM_SIZE] as data:
            checksum = hashlib.sha256(data).digest()
        if checksum == mapped[-_CHECKSUM_SIZE:]:
            return mapped
        mapped.close()
    return None


def write(name: str, data: bytes) -> None:
    """Keep ``data`` under ``name``, in place of what is there.

    Other processes read either the old entry or the new one, whole. Of more than :data:`KEPT`
    entries of one kind, those written first are dropped.

    :param name: small letters, digits and hyphens; what stands before the last hyphen is the
        kind of the entry, and what comes after it should change with everything that the entry
        was made from: ``book-6f1c09…``.
    :raises ValueError: for a name that is none.
    """
    kind = _kind(name)
    with contextlib.suppress(*NO_CACHE), _private_folder(_made(_place())) as folder:
        write_to(folder, name, data)
        _tidy(folder, kind, name)


def write_to(folder: int, name: str, data: bytes) -> None:
    """:func:`write` to a folder that :func:`own_folder` opened; nothing is dropped.

    :raises OSError: when it cannot be written.
    """
    draft = DRAFT + os.urandom(8).hex()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    handle = os.open(draft, flags, 0o600, dir_fd=folder)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            # Behind the data, which so begins where a mapping of the file does.
            file.write(hashlib.sha256(data).digest())
        os.rename(draft, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        os.unlink(draft, dir_fd=folder)
        raise


@contextlib.contextmanager
def own_folder(below: str = "", *, make: bool = True) -> Iterator[int]:
    """A handle of the cache folder, or of one in it, for who keeps order there by himself.

    :param below: the name of a folder in the cache folder.
    :param make: whether it is made when it is not there.
    :raises OSError: when there is none, or anybody else can write to it, or to the cache folder.
    :raises RuntimeError: when the user has no home folder.
    """
    place = _made(_place()) if make else _place()
    with _private_folder(place) as folder:
        if not below:
            yield folder
            return
        if make:
            with contextlib.suppress(FileExistsError):
                os.mkdir(below, 0o700, dir_fd=folder)
        with _private_folder(below, folder) as inner:
            yield inner


def where() -> Path | None:
    """The cache folder, there or not; ``None`` where there can be none."""
    with contextlib.suppress(*NO_CACHE):
        return _place()
    return None


def _kind(name: str) -> str:
    match = _NAME.fullmatch(name)
    if match is None:
        raise ValueError(f"{name!r} is no name of the form kind-key")
    return match["kind"]


def _tidy(folder: int, kind: str, newest: str) -> None:
    """Drop abandoned drafts, and the entries of ``kind`` that are too many."""
    entries = []
    for name in os.listdir(folder):
        with contextlib.suppress(FileNotFoundError):  # another process tidies too
            written = os.stat(name, dir_fd=folder, follow_symlinks=False).st_mtime
            if name.startswith(DRAFT):
                if written < time.time() - ABANDONED:
                    os.unlink(name, dir_fd=folder)
            elif name != newest and (match := _NAME.fullmatch(name)) and match["kind"] == kind:
                entries.append((written, name))
    for _, name in sorted(entries, reverse=True)[KEPT - 1 :]:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name, dir_fd=folder)


def _place() -> Path:
    """Where the cache folder is or would be.

    :raises OSError: when this system has no owners to check.
    :raises RuntimeError: when the user has no home folder.
    """
    if not hasattr(os, "getuid"):
        raise OSError("no owners to check on this system")
    # The XDG Base Directory Specification: relative paths are to be ignored.
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return (base if base.is_absolute() else Path.home() / ".cache") / "huashu"


def _made(place: Path) -> Path:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.mkdir(mode=0o700, exist_ok=True)
    return place


@contextlib.contextmanager
def _private_folder(place: Path | str, within: int | None = None) -> Iterator[int]:
    """A handle of the folder; a handle, so that nobody can swap it after the check.

    :raises OSError: when there is none, or anybody else can write to it.
    """
    handle = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=within)
    try:
        _check_ours(handle)
        yield handle
    finally:
        os.close(handle)


@contextlib.contextmanager
def _opened(folder: int, name: str) -> Iterator[BinaryIO]:
    """An entry to read.

    :raises OSError: when there is none, or anybody else can write to it.
    """
    handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder)
    with open(handle, "rb") as file:
        _check_ours(handle)
        yield file


def _size(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def _check_ours(handle: int) -> None:
    """Refuse what others could have written.

    :raises PermissionError: when ``handle`` belongs to another user or others may write to it.
    """
    status = os.fstat(handle)
    if status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError("others could have written this")
