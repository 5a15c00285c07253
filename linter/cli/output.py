"""Where output goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, Literal, TextIO, cast

from linter.errors import UsageError

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@contextmanager
def opened(path: str | None) -> Iterator[TextIO]:
    """Open the output for text; files are UTF-8 with ``\\n`` line ends.

    A file appears under its name, or is replaced, only when the block ends without an error.

    :param path: a file; ``None`` and ``-`` are standard output.
    :raises UsageError: when it cannot be written.
    """
    with _opened(path, binary=False) as file:
        yield cast(TextIO, file)


@contextmanager
def _opened(path: str | None, binary: bool) -> Iterator[IO[Any]]:
    if path is None or path == "-":
        yield sys.stdout.buffer if binary else sys.stdout
        return
    try:
        with _file(_meant(path), binary) as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(path, error) from None


@contextmanager
def opened_mixed(outputs: Sequence[tuple[str | None, bool]]) -> Iterator[list[Any]]:
    """:func:`opened` for several at once: if one cannot be written, no file appears.

    :param outputs: of each its path, and whether it takes bytes.
    :raises UsageError: naming the one that cannot be written.
    """
    with ExitStack() as stack:
        files = [stack.enter_context(_opened(path, binary)) for path, binary in outputs]
        yield files
        # What a buffer still holds may be too much for the disk, so before the first is renamed.
        for (path, _), file in zip(outputs, files, strict=True):
            try:
                file.flush()
            except BrokenPipeError:
                raise
            except OSError as error:
                if path is None:
                    raise
                raise unwritable(path, error) from None


def unwritable(path: str, error: OSError) -> UsageError:
    """What to say of a file that cannot be written."""
    return UsageError(
        f"写不了：{error.strerror or error}", path=path, hint="检查文件夹、权限和剩余空间"
    )


def _meant(path: str) -> Path:
    """The file behind links; a pipe such as ``/dev/stdout`` has no other name."""
    is_other = os.path.exists(path) and not os.path.isfile(path)
    return Path(path if is_other else os.path.realpath(path))


@contextmanager
def _file(target: Path, binary: bool) -> Iterator[IO[Any]]:
    # A device or a named pipe keeps nothing, and must not be replaced by a file.
    if target.exists() and not target.is_file():
        with _open(target, "w", binary) as file:
            yield file
        return
    # Beside the target: a rename is whole only inside one file system.
    draft = target.with_name(f".huashu-{os.urandom(8).hex()}.tmp")
    try:
        with _open(draft, "x", binary) as file:
            yield file
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def replaced(path: Path, data: bytes) -> None:
    """Write a file anew, whole or not at all; its permissions stay.

    :raises OSError: when it cannot be written, or may not: a rename would not ask.
    """
    target = Path(os.path.realpath(path))
    if not (target.stat().st_mode & _WRITABLE and os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    draft = target.with_name(f".huashu-{os.urandom(8).hex()}.tmp")
    try:
        draft.write_bytes(data)
        shutil.copymode(target, draft)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _open(path: Path, mode: Literal["w", "x"], binary: bool) -> IO[Any]:
    if binary:
        return open(path, f"{mode}b")
    return open(path, mode, encoding="utf-8", errors="backslashreplace", newline="\n")
