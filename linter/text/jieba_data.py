"""What the jieba package knows, read from its files; jieba itself is not imported.

Importing jieba and loading its dictionary takes a second and 80 MB, warns, and logs to standard
error. Its files are put into the form that :mod:`linter.text.lexicon` searches, and that form is
kept in the user's cache: made in 0.4 s, and opened in 0.005.
"""

from __future__ import annotations

import hashlib
import importlib.util
import mmap
import os
import struct
import sys
from array import array
from pathlib import Path
from typing import Any, NamedTuple

from linter import store

FIRST_HAN, LAST_HAN = 0x4E00, 0x9FD5
"""What jieba takes for Chinese characters."""

STATES = "BEMS"
"""Begin, end, middle, single: the states of jieba's HMM, in the order in which ties go up."""

NEVER = -3.14e100
"""jieba's logarithm of the probability of what was never seen."""

_FORM = 2
"""Of the entry in the cache; to be counted up when it changes."""

_STANDARD = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"
"""The SHA-256 of the dictionary of jieba 0.42.1, the one that rjieba has too."""

_HAN = LAST_HAN - FIRST_HAN + 1

_HEADER = struct.Struct(f"=QQQ?{len(STATES) * (1 + len(STATES))}d")


class JiebaData(NamedTuple):
    """jieba's dictionary and HMM, in the byte order of the machine.

    :ivar lines: among other things, ``word frequency tag``, a line feed before each and after
        the last, sorted.
    :ivar keys: the :func:`pair_key` of all pairs of characters that lines begin with, ascending.
    :ivar places: for each of them, where in ``lines`` the line feed before its first line is,
        and one more for the end.
    :ivar total: the sum of the frequencies.
    :ivar start: for each of :data:`STATES`, the logarithm of the probability to begin in it.
    :ivar transitions: from each state to each, the logarithms of the probabilities to go on so.
    :ivar emissions: for each Chinese character, those to see it in each state.
    :ivar standard: whether the dictionary is the one that comes with jieba; people replace it.
    """

    lines: bytes | mmap.mmap
    keys: memoryview[int]
    places: memoryview[int]
    total: int
    start: tuple[float, ...]
    transitions: tuple[tuple[float, ...], ...]
    emissions: memoryview[float]
    standard: bool


def pair_key(pair: str) -> int:
    """A number for two characters; the numbers are ordered as the pairs are."""
    return ord(pair[0]) << 32 | ord(pair[1])


def load() -> JiebaData:
    """The data of the jieba that is installed.

    :raises ModuleNotFoundError: when none is.
    """
    spec = importlib.util.find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'jieba'", name="jieba")
    package = Path(spec.submodule_search_locations[0])
    dictionary = package / "dict.txt"
    model = [package / "finalseg" / f"prob_{part}.py" for part in ("start", "trans", "emit")]
    # Like compiled modules, the entry holds for files of this size and time.
    stats = [(str(path), os.stat(path)) for path in (dictionary, *model)]
    made_from = [(path, stat.st_size, stat.st_mtime_ns) for path, stat in stats]
    key = hashlib.sha256(repr((_FORM, sys.byteorder, made_from)).encode()).hexdigest()
    name = f"jieba-{key[:32]}"
    kept = store.open_mapped(name)
    if kept is not None:
        return _unpacked(kept)
    data = _packed(dictionary.read_bytes(), *(_value(path) for path in model))
    store.write(name, data)
    return _unpacked(data)


def _value(path: Path) -> Any:
    """The table ``P`` of one of jieba's modules, which hold nothing else."""
    spec = importlib.util.spec_from_file_location(f"jieba_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.P


def _packed(
    dictionary: bytes,
    start: dict[str, float],
    transitions: dict[str, dict[str, float]],
    emissions: dict[str, dict[str, float]],
) -> bytes:
    found = sorted(line for line in map(str.strip, dictionary.decode().split("\n")) if line)
    lines = "\n".join(("", *found, "")).encode()
    pairs = list(dict.fromkeys(line[:2] for line in found))
    places = array("I")
    at = 0
    for pair in pairs:
        at = lines.index(b"\n" + pair.encode(), at)
        places.append(_HEADER.size + at)
    places.append(_HEADER.size + len(lines) - 1)
    seen = array("d", (NEVER,)) * (_HAN * len(STATES))
    for offset, state in enumerate(STATES):
        for char, chance in emissions[state].items():
            if FIRST_HAN <= ord(char) <= LAST_HAN:
                seen[(ord(char) - FIRST_HAN) * len(STATES) + offset] = chance
    header = _HEADER.pack(
        len(lines),
        len(pairs),
        sum(int(line.split(" ", 2)[1]) for line in found),
        hashlib.sha256(dictionary).hexdigest() == _STANDARD,
        *(start[state] for state in STATES),
        *(transitions[a].get(b, NEVER) for a in STATES for b in STATES),
    )
    keys = array("Q", "".join(pairs).encode("utf-32-be"))
    if sys.byteorder == "little":
        keys.byteswap()
    return b"".join((header, lines, keys, places, seen))


def _unpacked(data: bytes | mmap.mmap) -> JiebaData:
    size, count, total, standard, *chances = _HEADER.unpack_from(data)
    view, states = memoryview(data), len(STATES)
    keys = _HEADER.size + size
    places = keys + array("Q").itemsize * count
    emissions = places + array("I").itemsize * (count + 1)
    end = emissions + array("d").itemsize * _HAN * states
    return JiebaData(
        lines=data,
        keys=view[keys:places].cast("Q"),
        places=view[places:emissions].cast("I"),
        total=total,
        start=tuple(chances[:states]),
        transitions=tuple(tuple(chances[states * n :][:states]) for n in range(1, states + 1)),
        emissions=view[emissions:end].cast("d"),
        standard=standard,
    )
