"""Names made different from one another, so that what refers to one refers to no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from linter.model import Call

_CROWDED = 32
"""Names a byte string may have on average before one more is begun."""
_OPEN, _CLOSE = b"\xff", b"\xfe"  # in no UTF-8


class UniqueNames:
    """Gives each name out once: a second ``a`` becomes ``a#2``.

    It remembers every name given out, so that it is never wrong, in little more than their own
    bytes, because a file may have millions: 15 bytes for a name of 12 characters, where a
    ``dict`` takes 87 (measured with 300,000 names on CPython 3.11). The names that share a hash
    stand in one byte string, each as ``FF name FE number``, where ``number`` is that of the last
    ``name#number`` and left out while it is 1; a search in a short byte string costs less than
    a step in Python. The byte strings are split one at a time as the names grow in number
    (linear hashing: W. Litwin, VLDB 1980), so that none has to wait for all the others to move.
    """

    def __init__(self) -> None:
        self._groups = [b""]
        self._count = 0

    def take(self, name: str) -> str:
        """Return the name, or the first free ``name#2``, ``name#3`` ..."""
        key = _key(name)
        index = self._index(key)
        if key not in self._groups[index]:
            self._add(key, index)
            return name
        number = self._number(key, index) + 1
        while self._holds(other := _key(f"{name}#{number}")):
            number += 1
        self._renumber(key, number, index)
        self._add(other, self._index(other))
        return f"{name}#{number}"

    def note(self, name: str, number: int) -> int | None:
        """Remember a number of a name, where names are not given out.

        :param number: at least 1.
        :return: the number the name has already, which stays; ``None`` when it had none.
        """
        known = self.noted(name)
        if known is None:
            key = _key(name)
            self._add(b"%b%d" % (key, number), self._index(key))
        return known

    def noted(self, name: str) -> int | None:
        """The number remembered of a name; ``None`` when there is none."""
        key = _key(name)
        index = self._index(key)
        return self._number(key, index) if key in self._groups[index] else None

    def _holds(self, key: bytes) -> bool:
        return key in self._groups[self._index(key)]

    def _add(self, entry: bytes, index: int) -> None:
        self._groups[index] += entry
        self._count += 1
        if self._count > _CROWDED * len(self._groups):
            self._split()

    def _number(self, key: bytes, index: int) -> int:
        """The last number given to a name that is held."""
        return int(self._groups[index].partition(key)[2].partition(_OPEN)[0] or b"1")

    def _renumber(self, key: bytes, number: int, index: int) -> None:
        before, _, rest = self._groups[index].partition(key)
        _, opening, after = rest.partition(_OPEN)
        self._groups[index] = b"%b%b%d%b%b" % (before, key, number, opening, after)

    def _index(self, key: bytes) -> int:
        """The group of a name: as many bits of its hash as there are groups for."""
        last = len(self._groups) - 1
        mask = (1 << last.bit_length()) - 1
        index = hash(key) & mask
        return index if index <= last else index & (mask >> 1)

    def _split(self) -> None:
        """Add one group, and move to it what now belongs there from the only group it can."""
        new = len(self._groups)
        old = new & ((1 << (new.bit_length() - 1)) - 1)
        entries = self._groups[old].split(_OPEN)[1:]
        self._groups.append(b"")
        kept: tuple[list[bytes], list[bytes]] = [], []
        for entry in entries:
            entry = _OPEN + entry
            moved = self._index(entry[: entry.index(_CLOSE) + 1]) == new
            kept[moved].append(entry)
        self._groups[old], self._groups[new] = map(b"".join, kept)


def _key(name: str) -> bytes:
    return _OPEN + name.encode("utf-8", "surrogatepass") + _CLOSE


def told_apart(calls: Iterable[Call], names: UniqueNames) -> Iterator[Call]:
    """The calls, each with an id that no call before it has.

    :param names: the ids given out so far; those given out now are added.
    """
    for call in calls:
        unique = names.take(call.id)
        yield call if unique == call.id else replace(call, id=unique)
