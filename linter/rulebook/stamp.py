"""What a kept rule book depends on besides the rule files: this program, and what runs it."""

from __future__ import annotations

import functools
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from linter import __version__, store

PROGRAM = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder of the package ``linter``."""

LIBRARIES = (
    *("ahocorasick-rs", "daachorse", "google-re2", "jieba", "numpy", "openpyxl", "pyahocorasick"),
    *("pyyaml", "rapidfuzz", "rjieba"),
)
"""The distributions that read rule files, or whose objects compiled rules may hold."""

_METADATA = (".dist-info", ".egg-info")


@functools.cache
def stamp() -> str:
    """A hash that changes with huashu, its own source files, Python, and the libraries."""
    digest = hashlib.sha256()
    said = (__version__, sys.version, sys.platform, sys.byteorder, sys.maxsize)
    for part in (*said, *sorted(_sources(PROGRAM)), *sorted(_libraries())):
        digest.update(f"{part}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


@functools.cache
def program() -> str:
    """A hash like :func:`stamp`, by what is in the files and not by where and of when they are.

    Who installs the same huashu anew has the same one. Reading all files takes longer than a small
    run may, so what came of it is kept for as long as the stamp is the same.
    """
    name = f"program-{stamp()}"
    kept = store.read(name)
    if kept is None:
        kept = _content().encode("ascii")
        store.write(name, kept)
    return kept.decode("ascii", "replace")


def _content() -> str:
    digest = hashlib.sha256()
    for said in (__version__, sys.version, *sorted(_libraries())):
        digest.update(f"{said}\0".encode("utf-8", "surrogateescape"))
    for path in sorted(Path(PROGRAM).rglob("*")):
        if "__pycache__" not in path.parts and path.is_file():
            digest.update(f"{path.relative_to(PROGRAM)}\0".encode("utf-8", "surrogateescape"))
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources(folder: str) -> Iterator[str]:
    """Who works on the program itself must never get what its older source made."""
    try:
        entries = list(os.scandir(folder))
    except NotADirectoryError:  # an archive: the version has to do
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _sources(entry.path)
        else:
            status = entry.stat()
            yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    """Names with versions, as the folders of their metadata have them: importing
    :mod:`importlib.metadata` takes longer than all the rest."""
    for folder in filter(None, sys.path):
        try:
            names = os.listdir(folder)
        except OSError:  # an archive, or not there
            continue
        for name in names:
            library = name.partition("-")[0].lower().replace("_", "-")
            if name.endswith(_METADATA) and library in LIBRARIES:
                yield name
