"""Loading packs: strict, with every error of every file at once.

A pack file is a mapping with ``pack`` (its name) and any of ``extends``, ``words``, ``classes``,
``conditions``, ``slots``, ``signals``, ``rules``, ``change`` and ``profiles``. Names are shared by
all files that are loaded together, so a company's pack may use the built-in word classes. A table
of forbidden phrases (禁语表) is a pack too; what is wrong in it is reported at its cell.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path

from linter.errors import RuleError
from linter.rulebook.book import Books
from linter.rulebook.extends import File, Packs, beside
from linter.rulebook.profiles import with_profiles
from linter.rulebook.sheets.reading import is_sheet, read_sheet
from linter.rulebook.source import Errors, Value
from linter.rulebook.types import RuleBook

BUILTIN = "builtin"
"""The name under which ``--rules`` and ``extends`` know the packs that come with huashu."""


def builtin_files() -> list[tuple[str, str]]:
    """Names and texts of the built-in pack files, in order of their names."""
    root = resources.files("linter.packs")
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
    errors = Errors()
    return with_profiles(_load(files_of(paths, errors), errors), profiles)


def files_of(paths: Iterable[Path | str], errors: Errors) -> list[File]:
    """The files that :func:`load_paths` starts from; what they stand on is not among them.

    :param errors: what keeps a file from being read is noted here.
    """
    files: list[File] = []
    for path in paths:
        if str(path) == BUILTIN:
            files += (File(*file) for file in builtin_files())
        else:
            files += (_read(file, errors) for file in _rule_files(Path(path)))
    return files


def load_texts(texts: Iterable[tuple[str, str]]) -> RuleBook:
    """Rule files given as ``(path, text)``.

    :raises RuleErrors: with all errors of all files, in file order.
    """
    return _load((File(*file) for file in texts), Errors())


def _rule_files(path: Path) -> list[Path]:
    """The path itself, or the rule files of the folder if it is one that has any."""
    # Path.is_dir() fails on names that are too long for any file.
    if not os.path.isdir(path):
        return [path]
    files = (file for file in path.rglob("*") if file.suffix in (".yml", ".yaml") or is_sheet(file))
    return sorted(file for file in files if not file.is_dir()) or [path]


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


def _load(files: Iterable[File], errors: Errors) -> RuleBook:
    """The book of all files, and of those that they stand on."""
    packs = Packs(files, errors, lambda name: _bases(name, errors))
    return Books(packs, errors).first()


def _bases(name: Value, errors: Errors) -> list[File]:
    """The files that one name in ``extends`` stands for; none after noting why."""
    text = name.text("extends")
    if text == BUILTIN:
        return [File(*file) for file in builtin_files()]
    path = beside(name.path, text)
    if text and os.path.exists(path):
        return [_read(file, errors) for file in _rule_files(Path(path))]
    if text:
        hint = f"写 {BUILTIN}，或写从这个文件的文件夹起的路径"
        is_path = os.path.splitext(text)[1] or os.path.dirname(text)
        message = f"没有这个规则文件 {path!r}" if is_path else f"不认识的extends {text!r}"
        name.complain(message, hint=hint)
    return []
