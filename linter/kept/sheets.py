"""Score sheets as bytes. They say where words are and not which, so nothing has to be taken out.

Imported where there is a sheet: decimals take longer to import than a small file to lint.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

import msgspec

from linter.scoresheet import AxisScore, DimensionScore, ScoreSheet, ScoreStep


class _Step(msgspec.Struct, array_like=True, frozen=True, gc=False):
    kind: Literal["deduction", "bonus", "cap", "fatal", "dimension", "rounding"]
    points: Decimal
    what: str
    rule: str
    turn: int | None
    start: int | None
    end: int | None


class _Dimension(msgspec.Struct, array_like=True, frozen=True):
    name: str
    axis: str
    full: Decimal
    points: Decimal | None
    weight: Decimal
    status: Literal["scored", "not_applicable", "not_evaluated"]
    reason: str
    steps: tuple[_Step, ...]


class _Axis(msgspec.Struct, array_like=True, frozen=True, gc=False):
    axis: str
    name: str
    full: Decimal
    points: Decimal | None


class _Sheet(msgspec.Struct, array_like=True, frozen=True):
    scheme: str
    full: Decimal
    total: Decimal | None
    band: str
    axes: tuple[_Axis, ...]
    dimensions: tuple[_Dimension, ...]
    steps: tuple[_Step, ...]
    fatal: tuple[str, ...]
    unscored: tuple[str, ...]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Sheet).decode


def packed_sheet(sheet: ScoreSheet) -> bytes:
    """The sheet as arrays, in the order of its fields."""
    return _encode(tuple(sheet))


def unpacked_sheet(packed: bytes) -> ScoreSheet:
    """The sheet as it was.

    :raises msgspec.MsgspecError: for bytes that are nothing of the kind.
    """
    record = _decode(packed)
    return ScoreSheet(
        record.scheme,
        record.full,
        record.total,
        record.band,
        tuple(AxisScore(*_fields(axis)) for axis in record.axes),
        tuple(
            DimensionScore(*_fields(one))._replace(steps=_steps(one.steps))
            for one in record.dimensions
        ),
        _steps(record.steps),
        record.fatal,
        record.unscored,
    )


def _steps(records: tuple[_Step, ...]) -> tuple[ScoreStep, ...]:
    return tuple(ScoreStep(*_fields(one)) for one in records)


def _fields(record: msgspec.Struct) -> tuple[Any, ...]:
    return msgspec.structs.astuple(record)
