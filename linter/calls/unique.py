"""Names made different from one another, so that what refers to one refers to no other."""

from __future__ import annotations


class UniqueNames:
    """Gives each name out once: a second ``a`` becomes ``a#2``.

    It remembers every name given out, a few dozen bytes each.
    """

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def take(self, name: str) -> str:
        """Return the name, or the first free ``name#2``, ``name#3`` ..."""
        number = self._times.get(name, 0) + 1
        free = name if number == 1 else f"{name}#{number}"
        while number > 1 and free in self._times:
            number += 1
            free = f"{name}#{number}"
        self._times[name] = number
        self._times.setdefault(free, 1)
        return free
