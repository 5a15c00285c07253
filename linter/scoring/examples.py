"""The schemes that come with the program: published score sheets, as examples and no more."""

from __future__ import annotations

import os
from pathlib import Path

from linter.errors import UsageError

_FOLDER = Path(__file__).parent / "schemes"
_SUFFIX = ".yml"


def examples() -> tuple[str, ...]:
    """The names of all of them."""
    return tuple(sorted(path.stem for path in _FOLDER.glob(f"*{_SUFFIX}")))


def is_example(name: str) -> bool:
    """Whether there is one of this name."""
    return name in examples()


def found(name: str | Path) -> str:
    """The file of an example, or the file itself.

    :raises UsageError: when there is neither.
    """
    if isinstance(name, str) and is_example(name):
        return str(_FOLDER / f"{name}{_SUFFIX}")
    if os.path.exists(name):
        return str(name)
    hint = f"自带的有 {'、'.join(examples())}；自己的写文件的路径"
    raise UsageError(f"没有叫 {str(name)!r} 的评分表，也没有这个文件", hint=hint)
