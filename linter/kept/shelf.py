"""Reports that are kept in one file, and the folder of these files.

Everything here may fail without harm: then nothing is known, and nothing is kept.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator

import msgspec

from linter import store

FOLDER = "reports"
"""In the cache folder."""
MOST_BYTES = 1 << 30
"""All files together: some 1,200,000 calls, of which each takes 700 to 900 bytes."""
MOST_ON_SHELF = 32 << 20
"""Bytes of one file."""
_LEFT = 0.75
"""The part of what may be there that is left when it had become too much."""
_PATIENCE = 2.0
"""Seconds to wait for others who write; who hangs must not make everybody hang."""
_LOCK = "lock"

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(dict[bytes, bytes]).decode


class Shelf:
    """The reports of one file, by their keys.

    :param name: as :mod:`linter.store` wants it.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._known: dict[bytes, bytes] = {}
        self._used: dict[bytes, bytes] = {}
        self._new: dict[bytes, bytes] = {}
        with contextlib.suppress(*store.NO_CACHE), store.own_folder(FOLDER, make=False) as folder:
            self._known = _read(folder, name)

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key."""
        found = self._known.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: bytes, data: bytes) -> None:
        """Have something kept under a key."""
        self._known[key] = self._new[key] = data

    def save(self) -> None:
        """Write what is new, together with what others have written meanwhile."""
        with contextlib.suppress(*store.NO_CACHE), store.own_folder(FOLDER) as folder:
            if self._new:
                with _locked(folder):
                    store.write_to(folder, self._name, _encode(self._merged(folder)))
                self._new.clear()
            elif self._used:
                # What is used is dropped last.
                os.utime(self._name, dir_fd=folder)

    def _merged(self, folder: int) -> dict[bytes, bytes]:
        last = self._used | self._new
        there = {}
        with contextlib.suppress(OSError):
            there = _read(folder, self._name)
        kept = {key: data for key, data in there.items() if key not in last} | last
        size = sum(map(len, kept.values())) + 20 * len(kept)
        for key in list(kept):
            if size <= MOST_ON_SHELF:
                break
            size -= len(kept.pop(key)) + 20
        return kept


def _read(folder: int, name: str) -> dict[bytes, bytes]:
    data = store.read_from(folder, name)
    if data is None:
        return {}
    try:
        return _decode(data)
    except msgspec.MsgspecError:
        return {}


@contextlib.contextmanager
def _locked(folder: int) -> Iterator[None]:
    """Keep others from writing meanwhile, who would not know of what is being written.

    Without the lock, too, files are whole; they only may lack what was kept at the same time.
    """
    # Not on every system; store has no folder where it is missing.
    import fcntl

    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    handle = os.open(_LOCK, flags, 0o600, dir_fd=folder)
    try:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                time.sleep(0.005)
            except OSError:  # a file system without locks
                break
        yield
    finally:
        os.close(handle)


def tidy() -> None:
    """Drop what was not used for longest when there is too much, and what was never finished."""
    with contextlib.suppress(*store.NO_CACHE), store.own_folder(FOLDER, make=False) as folder:
        files = sorted((used, size, name) for name, size, used in _files(folder))
        for used, _, name in files:
            if name.startswith(store.DRAFT) and used < time.time() - store.ABANDONED:
                _drop(folder, name)
        total = sum(size for _, size, _ in files)
        if total <= MOST_BYTES:
            return
        for _, size, name in files:
            if total <= MOST_BYTES * _LEFT:
                return
            if not name.startswith(store.DRAFT):
                _drop(folder, name)
                total -= size


def kept() -> tuple[int, int]:
    """How many files there are, and their bytes."""
    with contextlib.suppress(*store.NO_CACHE), store.own_folder(FOLDER, make=False) as folder:
        sizes = [size for _, size, _ in _files(folder)]
        return len(sizes), sum(sizes)
    return 0, 0


def clear() -> tuple[int, int]:
    """Drop everything; returns how many files that were, and their bytes.

    :raises OSError: when something cannot be dropped.
    """
    try:
        with store.own_folder(FOLDER, make=False) as folder:
            files = [*_files(folder)]
            for name, _, _ in files:
                _drop(folder, name)
            return len(files), sum(size for _, size, _ in files)
    except FileNotFoundError:
        return 0, 0


def _drop(folder: int, name: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(name, dir_fd=folder)


def _files(folder: int) -> Iterator[tuple[str, int, float]]:
    """Name, size and time of last use of each file, the lock left out."""
    for name in os.listdir(folder):
        if name == _LOCK:
            continue
        with contextlib.suppress(FileNotFoundError):  # another process tidies, too
            status = os.stat(name, dir_fd=folder, follow_symlinks=False)
            yield name, status.st_size, status.st_mtime
