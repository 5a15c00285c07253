"""The data file that :func:`linter.signals.learned.read` reads.

Four bytes say how long the head is: JSON, which says what comes after it, compressed: for both
tables of each side the n-grams, a line each, their squared inverse document frequencies as
four-byte floats, and n-gram by n-gram a byte for each label, in steps of the label's own.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linter.signals.learned import FORMAT, SHIFT

LARGEST = 127
"""What the greatest weight of a label is written as."""


@dataclass(frozen=True, slots=True)
class TableData:
    """N-grams with their rarities, and for each label what each of them adds."""

    grams: Sequence[str]
    rarity: Sequence[float]
    unknown: float
    added: Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class SideTables:
    """What is known of a side's acts."""

    labels: Sequence[str]
    bias: Sequence[float]
    said: TableData
    before: TableData


def data_file(
    sides: Sequence[SideTables], families: Mapping[str, Sequence[str]], trained_on: str
) -> bytes:
    """The whole file.

    :param families: labels of which a turn is mostly one only, by the label that covers them.
    :param trained_on: the fingerprint of the examples.
    """
    heads, parts = [], []
    for side in sides:
        head: dict[str, object] = {"labels": side.labels, "bias": side.bias}
        for name, table in ("said", side.said), ("before", side.before):
            head[name], data = _written(table)
            parts += data
        heads.append(head)
    head = {"format": FORMAT, "trained_on": trained_on, "families": families, "sides": heads}
    text = json.dumps(head, ensure_ascii=False).encode()
    return len(text).to_bytes(4, "little") + text + zlib.compress(b"".join(parts), 9)


def _written(table: TableData) -> tuple[dict[str, object], list[bytes]]:
    parts = ["\n".join(table.grams).encode(), array("f", table.rarity).tobytes()]
    steps = [max(map(abs, added), default=0.0) / LARGEST or 1.0 for added in table.added]
    rows = zip(*table.added, strict=True)
    parts.append(
        bytes(
            round(points / step) + SHIFT
            for row in rows
            for points, step in zip(row, steps, strict=True)
        )
    )
    sizes = [len(part) for part in parts]
    return {"sizes": sizes, "steps": steps, "unknown": table.unknown}, parts
