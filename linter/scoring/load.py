"""Reading a scoring scheme: strictly, and with all that is wrong at once.

The grammar is that of ``docs/scoring.md``. What is wrong with names of rules is seen when the
rules are there, so a scheme is always read for a rule book.
"""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

from linter.errors import RuleError, RuleErrors, in_order
from linter.rulebook.source import Errors, Kind, read_source
from linter.rulebook.types import RuleBook
from linter.scoring.checking import check_names
from linter.scoring.examples import found
from linter.scoring.reading import read_scheme
from linter.scoring.scheme import Scheme

_KIND = Kind("评分表", "至少要有 scheme、full 和 dimensions")


def load_scheme(name: str | Path, book: RuleBook) -> Scheme:
    """A scheme in which everything is right.

    :param name: that of an example that comes with the program, or a file.
    :param book: the rules, with every rule that may be in force in some call.
    :raises RuleErrors: with everything that is wrong in the file.
    :raises UsageError: when there is neither such an example nor such a file.
    """
    path = found(name)
    errors = Errors()
    scheme = _read(path, book, errors)
    if errors.found or scheme is None:
        raise RuleErrors(in_order(errors.found))
    return scheme


def _read(path: str, book: RuleBook, errors: Errors) -> Scheme | None:
    text = _text(path, errors)
    top = None if text is None else read_source(text, path, errors, _KIND)
    if text is None or top is None:
        return None
    scheme = read_scheme(top, hashlib.sha256(text.encode()).hexdigest())
    check_names(top, scheme, book)
    return scheme


def _text(path: str, errors: Errors) -> str | None:
    """The text; ``None`` after noting why there is none."""
    line = column = None
    try:
        data = Path(path).read_bytes().removeprefix(codecs.BOM_UTF8)
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message, hint = "从这里起不是 UTF-8", "把文件另存为 UTF-8"
    except OSError as error:
        message, hint = f"评分表读不了：{error.strerror or error}", "检查路径和权限"
    errors.found.append(RuleError(message, path=path, line=line, column=column, hint=hint))
    return None
