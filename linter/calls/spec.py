"""What a format is: one module ``format_*.py`` with one ``FORMAT`` of this type."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from linter.calls.source import Source
from linter.frozen import dataclass
from linter.model import Call, Script


@dataclass(frozen=True, slots=True)
class Format:
    """A way transcripts or script libraries are written down.

    :param name: what ``--from`` calls it.
    :param suffixes: lower case, with the dot; files of these are picked up in folders.
    :param sniff: ``(head, suffix)`` to a score from the first characters: 0 it is not this;
        up to 9 only the suffix says so; 10 to 39 the shape fits; 40 to 69 the shape and the
        names in it fit; from 70 nothing else can look like this.
    :param read: yields the calls; may raise :class:`~linter.errors.InputError` midway.
    :param script: for script libraries, reads the file as one.
    :param workbook: whether it is read from the bytes of a ZIP archive; only such formats are
        considered for one, and they for nothing else.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[str, str], int]
    read: Callable[[Source], Iterator[Call]]
    script: Callable[[Source], Script] | None = None
    workbook: bool = False
