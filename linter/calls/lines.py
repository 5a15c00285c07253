"""Lines of canonical JSON Lines as calls: the same for a whole file and for a share of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from linter.calls.canonical import call_from
from linter.calls.place import Place
from linter.calls.roles import BUILT_IN, RoleWords
from linter.calls.strict_json import decode_json
from linter.calls.unique import UniqueNames, told_apart
from linter.model import Call

_Reader = Callable[[bytes, Place, RoleWords], Call | None]


def read_lines(lines: Iterable[tuple[int, bytes]], name: str, ids: UniqueNames) -> Iterator[Call]:
    """Read lines as calls whose ids are made different from one another.

    A file may be cut into shares of lines anywhere, in a process that reads no JSON, and the
    shares read elsewhere: as long as ``ids`` holds the ids of the shares before, the calls are
    those that reading the file gives.

    :param lines: 1-based numbers and UTF-8 without line ends, as of
        :meth:`linter.calls.source.Source.byte_lines`; blank ones are passed over.
    :param name: the file; it names the calls' ``path`` and stands in errors.
    :param ids: the ids given out so far; those given out now are added.
    :raises InputError: at the first line that is no call, with the file and the line, when that
        line's turn comes: the calls before it have been given by then.
    """
    return told_apart(read_each(lines, name), ids)


def read_each(
    lines: Iterable[tuple[int, bytes]], name: str, words: RoleWords = BUILT_IN
) -> Iterator[Call]:
    """Read lines as calls with the ids they have; everything else as :func:`read_lines`."""
    fast = _fast_reader()
    for number, line in lines:
        place = Place(name, number)
        call = fast(line, place, words) or _read(line, place, words)
        if call is not None:
            yield call


def id_ahead(line: bytes) -> str | None:
    """The id that a line's call will have, if the line is one, in a fraction of its reading.

    :return: ``None`` when only reading the line tells: it gives no id, so that the call's content
        makes one; or it is not plain what it gives; or msgspec is missing.
    """
    return _id_reader()(line)


@cache
def _id_reader() -> Callable[[bytes], str | None]:
    try:
        from linter.calls.fast_id import read_id
    except ImportError:
        return lambda _line: None
    return read_id


def _fast_reader() -> _Reader:
    try:
        from linter.calls.fast_json import read_call
    except ImportError:
        return lambda _line, _place, _words: None
    return read_call


def _read(line: bytes, place: Place, words: RoleWords) -> Call | None:
    """Read any line, the slow way, which decides what is right and says what is wrong."""
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        raise place.error(
            f"这一行的第 {error.start} 字节（从 0 数起）按 UTF-8 解不开",
            "用 UTF-8 重新导出，或修好这个字节",
        ) from None
    # Files put together with cat carry a byte order mark in the middle.
    text = text.removeprefix("\ufeff")
    return call_from(decode_json(text, place), place, words) if text.strip() else None
