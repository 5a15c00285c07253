"""What is made when it is first used: regular expressions, and what other modules have.

Some two hundred expressions stand at the top of modules; compiling them all, or importing all
report formats, takes longer than a small file takes to lint, and a run needs few of them.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Imports(Mapping[str, T]):
    """A mapping whose values are imported when they are asked for.

    :param places: for each key ``module:name`` of its value.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places

    def __getitem__(self, key: str) -> T:
        module, _, name = self._places[key].partition(":")
        return cast(T, getattr(importlib.import_module(module), name))

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def pattern(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A regular expression that is used as if it had been compiled.

    It has every attribute of :class:`re.Pattern`; after the first use each costs what it costs
    there. Threads may share it, and it can be pickled. Functions of :mod:`re` do not take it in
    place of a pattern.

    :param source: the expression. What is wrong in it is raised when it is first used.
    :param flags: as :func:`re.compile` takes them.
    :raises re.error: at the first use, for an expression that cannot be compiled.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))


class _Lazy:
    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._written = source, flags

    def __getattr__(self, name: str) -> Any:
        """Only what is not there yet is asked for here: the compiled pattern's own attributes."""
        if name.startswith("_"):
            raise AttributeError(name)
        # Two threads that come here at once keep the same thing.
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return pattern, self._written

    def __repr__(self) -> str:
        return f"lazy.pattern{self._written!r}"
