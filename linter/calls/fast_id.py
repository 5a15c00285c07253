"""The id in a line of canonical JSON Lines, without reading the rest of the call.

Importing this module needs msgspec.
"""

from __future__ import annotations

import msgspec


class _Named(msgspec.Struct, frozen=True, gc=False):
    id: str | int | None = None


_decode = msgspec.json.Decoder(_Named).decode


def read_id(line: bytes) -> str | None:
    """What the line gives as its call's id, if it is a call at all.

    :return: ``None`` when it gives none, or when it is not plain what it gives.
    """
    try:
        found = _decode(line).id
        return None if found is None else str(found) or None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
