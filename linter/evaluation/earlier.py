"""Reading an evaluation that was written before."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from linter.calls.place import Place
from linter.calls.source import Source
from linter.calls.strict_json import decode_json
from linter.errors import InputError
from linter.evaluation.model import Kind, Record
from linter.evaluation.objects import FORMAT, VERSION, asked_object, record_from
from linter.evaluation.result import Asked

_MAKE = "用 huashu eval … --format json -o 文件 写一份"
_ALIKE = ("min_severity", "categories")
"""What has to be asked for alike for outcomes to be comparable."""


def read_earlier(path: Path, asked: Asked) -> Mapping[tuple[Kind, str], Record]:
    """The records of an earlier evaluation.

    :param asked: what is asked for now.
    :raises InputError: when the file cannot be read, is no evaluation or one of another format
        version, or when outcomes were counted in another way.
    """
    place = Place(str(path))
    value = _document(path, place)
    if not isinstance(value, Mapping) or value.get("format") != FORMAT:
        raise place.error("不是 huashu eval 写的 JSON", _MAKE)
    if value.get("version") != VERSION:
        raise place.error(f"格式版本是 {value.get('version')}，这里要 {VERSION}", f"重新{_MAKE}")
    try:
        was, now = value["asked"], asked_object(asked)
        records = [record_from(row) for row in value["items"]]
        different = [key for key in _ALIKE if was[key] != now[key]]
    except (KeyError, TypeError, AttributeError):
        raise place.error("huashu eval 写的 JSON 不完整", f"重新{_MAKE}") from None
    if different:
        said = "，".join(
            f"{key} 当时是 {_said(was[key])}，现在是 {_said(now[key])}" for key in different
        )
        raise place.error(f"算法不同，不能比：{said}", "用同样的 --min-severity 和 --category")
    return {(record.kind, record.id): record for record in records}


def _said(value: object) -> str:
    return "、".join(cast(list[str], value)) or "全部" if isinstance(value, list) else str(value)


def _document(path: Path, place: Place) -> Any:
    try:
        with open(path, "rb") as data:
            return decode_json(Source(data, str(path)).text(), place)
    except OSError as error:
        reason = f"读不了：{error.strerror or error}"
        raise InputError(reason, path=str(path), hint=_MAKE) from None
