"""The files in which what was learned is shipped: a head in JSON, then the numbers it describes."""

from __future__ import annotations

import json
import zlib
from typing import Any


def opened(data: bytes, format_: int) -> tuple[dict[str, Any], bytes]:
    """The head and the numbers.

    :param format_: the number of the format that can be read.
    :raises ValueError: when it is none, or of another format.
    """
    size = int.from_bytes(data[:4], "little")
    head: dict[str, Any] = json.loads(data[4 : 4 + size])
    if head["format"] != format_:
        raise ValueError(f"format {head['format']} instead of {format_}")
    return head, zlib.decompress(data[4 + size :])
