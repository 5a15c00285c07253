"""Loading packs: strict, with every error of every file at once.

A pack file is a mapping with ``pack`` (its name) and any of ``extends``, ``words``, ``classes``,
``conditions``, ``slots``, ``signals``, ``rules``, ``change`` and ``profiles``. Names are shared by
all files that are loaded together, so a company's pack may use the built-in word classes. A table
of forbidden phrases (禁语表) is a pack too; what is wrong in it is reported at its cell.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import resources
from pathlib import Path

from linter.errors import RuleError
from linter.frozen import dataclass
from linter.rulebook.book import Books
from linter.rulebook.extends import File, Packs, beside
from linter.rulebook.files import BUILTIN, PACKS, rule_files
from linter.rulebook.profiles import with_profiles
from linter.rulebook.sheets.reading import read_sheet
from linter.rulebook.sheets.suffixes import is_sheet
from linter.rulebook.source import Errors, Value
from linter.rulebook.types import RuleBook

Asked = Callable[[str], None]
"""Is told each path whose files are going to be read."""


def builtin_files() -> list[tuple[str, str]]:
    """Names and texts of the built-in pack files, in order of their names."""
    root = resources.files(PACKS)
    files = sorted((f for f in root.iterdir() if f.name.endswith(".yml")), key=lambda f: f.name)
    return [(f"rules/{file.name}", file.read_text(encoding="utf-8")) for file in files]


def load_builtin() -> RuleBook:
    """The packs that come with huashu."""
    return load_texts(builtin_files())


def load_paths(paths: Sequence[Path | str], profiles: Iterable[str] = ()) -> RuleBook:
    """Rule files, tables and folders of them; ``builtin`` stands for the built-in packs.

    :param profiles: names of profiles to be in force for every call.
    :raises RuleErrors: with all errors of all files.
    :raises UsageError: for a profile that no pack has.
    """
    return with_profiles(read(paths)[0].first(), profiles)


def files_of(paths: Iterable[Path | str], errors: Errors) -> list[File]:
    """The files that :func:`load_paths` starts from; what they stand on is not among them.

    :param errors: what keeps a file from being read is noted here.
    """
    files: list[File] = []
    for path in paths:
        if str(path) == BUILTIN:
            files += (File(*file) for file in builtin_files())
        else:
            files += (_read(file, errors) for file in rule_files(Path(path)))
    return files


def load_texts(texts: Iterable[tuple[str, str]]) -> RuleBook:
    """Rule files given as ``(path, text)``.

    :raises RuleErrors: with all errors of all files, in file order.
    """
    errors = Errors()
    packs = Packs((File(*file) for file in texts), errors, lambda name: _bases(name, errors))
    return Books(packs, errors).first()


@dataclass(frozen=True, slots=True)
class Reads:
    """What the files of a sound rule book say: from it the book can be put together again.

    :ivar given: the files that were asked for.
    :ivar bases: each file and name in its ``extends`` → the files that this stands for.
    """

    given: tuple[File, ...]
    bases: Mapping[tuple[str, str], list[File]]

    def books(self) -> Books:
        """The book for any set of profiles."""
        errors = Errors()
        packs = Packs(self.given, errors, lambda name: self.bases.get(_named(name), []))
        return Books(packs, errors)


def read(paths: Iterable[Path | str], asked: Asked = lambda path: None) -> tuple[Books, Reads]:
    """The book of rule files for any set of profiles, and what it was made from.

    Whether the files are sound comes out when a book is made.

    :param paths: as for :func:`load_paths`.
    :param asked: is told each path before its files are read: those given, and what they stand on.
    """
    errors, given = Errors(), list[File]()
    bases: dict[tuple[str, str], list[File]] = {}
    for path in paths:
        asked(str(path))
        given += files_of([path], errors)

    def find(name: Value) -> list[File]:
        found = bases[_named(name)] = _bases(name, errors, asked)
        return found

    return Books(Packs(given, errors, find), errors), Reads(tuple(given), bases)


def _named(name: Value) -> tuple[str, str]:
    return name.path, name.text("extends")


def _read(path: Path, errors: Errors) -> File:
    """The file with its text, or without one after noting why there is none."""
    message, hint = "", ""
    try:
        if is_sheet(path):
            sheet = read_sheet(path)
            errors.found += sheet.errors
            return File(str(path), sheet.text or None, sheet)
        text = path.read_bytes().removeprefix(codecs.BOM_UTF8).decode("utf-8")
        return File(str(path), text)
    except UnicodeDecodeError as error:
        errors.found.append(_not_utf_8(error, path))
        return File(str(path), None)
    except FileNotFoundError:
        message, hint = "没有这个规则文件", f"给出 .yml 文件、文件夹，或写 {BUILTIN}"
    except IsADirectoryError:
        message, hint = "文件夹里没有规则文件", "规则文件以 .yml 结尾"
    except OSError as error:
        message = f"读不了：{error.strerror}"
    errors.found.append(RuleError(message, path=str(path), hint=hint))
    return File(str(path), None)


def _not_utf_8(error: UnicodeDecodeError, path: Path) -> RuleError:
    before = error.object[: error.start].decode("utf-8")
    return RuleError(
        "从这里起不是 UTF-8",
        path=str(path),
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        hint="把文件另存为 UTF-8",
    )


def _bases(name: Value, errors: Errors, asked: Asked = lambda path: None) -> list[File]:
    """The files that one name in ``extends`` stands for; none after noting why."""
    text = name.text("extends")
    path = beside(name.path, text)
    if text == BUILTIN:
        asked(BUILTIN)
        return files_of([BUILTIN], errors)
    if text and os.path.exists(path):
        asked(path)
        return files_of([path], errors)
    if text:
        hint = f"写 {BUILTIN}，或写从这个文件的文件夹起的路径"
        is_path = os.path.splitext(text)[1] or os.path.dirname(text)
        message = f"没有这个规则文件 {path!r}" if is_path else f"不认识的extends {text!r}"
        name.complain(message, hint=hint)
    return []
