"""Opens a file or stream, tells its format and reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from linter.calls.noticing import collected, settled
from linter.calls.options import ReadOptions
from linter.calls.registry import FORMATS, detect_format, format_named
from linter.calls.source import Source, seekable
from linter.calls.unique import UniqueNames, told_apart
from linter.errors import InputError
from linter.model import Call, Script

_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "没有这个文件",
    IsADirectoryError: "这是文件夹，不是文件",
    PermissionError: "没有权限读",
}


def read_path(path: Path, *, options: ReadOptions | None = None) -> Iterator[Call]:
    """Read one file as calls; each scene of a script library comes as a call of its own.

    Calls come as they are read, so an error may follow good calls. A second call with an id
    the file has used already gets ``#2`` added, so that findings can be told apart.

    :param path: the file; it names the calls' ``path``.
    :param options: what the user said of the inputs.
    :raises InputError: when it cannot be opened, decoded or read as that format.
    :raises UsageError: when there is no format of that name.
    """
    with _opened(path) as data:
        yield from read_stream(data, name=str(path), options=options)


def read_stream(
    data: BinaryIO, *, name: str = "<stdin>", options: ReadOptions | None = None
) -> Iterator[Call]:
    """Read an open binary stream as calls, from where it stands; it is left open.

    :param data: need not be seekable; then it is spooled first, to disk when large.
    :param name: what calls and errors call it; its suffix helps to tell the format.
    :param options: as for :func:`read_path`, and so are the errors.
    """
    options = (options or ReadOptions()).of(name)
    named = format_named(options.source) if options.source is not None else None
    with seekable(data) as text:
        opened = Source(text, name, options)
        if named and opened.is_workbook and not named.workbook:
            raise InputError(
                f"这是工作簿或 ZIP 压缩包，不是 {named.name}",
                path=name,
                hint="工作簿用 --from xlsx",
            )
        calls = collected(_placed((named or detect_format(opened)).read(opened), name), opened)
        yield from settled(told_apart(calls, UniqueNames()), options)


def _placed(calls: Iterable[Call], name: str) -> Iterator[Call]:
    """Calls with the file they were read of, for readers that do not say it themselves."""
    for call in calls:
        yield call if call.path else replace(call, path=name)


def read_script(path: Path) -> Script:
    """Read a script library (话术库) with its scenes and lines.

    :raises InputError: when it cannot be read, or is of a format that holds no scripts.
    """
    with _opened(path) as data, seekable(data) as text:
        opened = Source(text, str(path))
        script = detect_format(opened).script
        if script is None:
            names = "、".join(name for name, entry in FORMATS.items() if entry.script)
            raise InputError("不是话术库", path=str(path), hint=f"话术库的格式：{names}")
        return script(opened)


def script_in(path: Path, options: ReadOptions) -> Script | None:
    """The script library that a file holds, if it is one and can be read.

    :param options: what the user said of the inputs.
    """
    try:
        with _opened(path) as data, seekable(data) as text:
            options = options.of(str(path))
            source = Source(text, str(path), options)
            read = (
                format_named(options.source) if options.source else detect_format(source)
            ).script
            return read(source) if read else None
    except InputError:
        return None


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with open(path, "rb") as data:
            yield data
    except OSError as error:
        reason = _REASONS.get(type(error), f"读不了：{error.strerror or error}")
        raise InputError(reason, path=str(path), hint="检查路径和权限") from None
