"""What the page is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from linter.frozen import dataclass

CHUNK = 40
"""Calls in one chunk: few enough to unpack while somebody waits, enough to pack well."""


@dataclass(frozen=True, slots=True)
class PageData:
    """A run as the page shows it.

    ``run`` is what holds for all calls, ``rows`` the worklist, one row a call. ``chunks`` are the
    details of :data:`CHUNK` calls each, in the order of the rows, as gzipped JSON arrays; they are
    taken one after the other, so that whoever makes them need not keep them.
    """

    run: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]]
    chunks: Iterable[bytes]
