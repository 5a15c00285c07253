"""Loading packs: strict, with every error of every file at once.

A pack file is a mapping with ``pack`` (its name) and any of ``extends``, ``words``, ``classes``,
``conditions``, ``slots``, ``signals`` and ``rules``. Names are shared by all files that are
loaded together, so a company's pack may use the built-in word classes.
"""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path

from linter.errors import RuleError, RuleErrors
from linter.rulebook.parts import PackReader
from linter.rulebook.resolve import resolve
from linter.rulebook.source import Errors, Value, read_source
from linter.rulebook.types import RuleBook

BUILTIN = "builtin"
"""The name under which ``--rules`` and ``extends`` know the packs that come with huashu."""

_PACK_KEYS = ("pack", "extends", "words", "classes", "conditions", "slots", "signals", "rules")


def builtin_files() -> list[tuple[str, str]]:
    """Names and texts of the built-in pack files, in order of their names."""
    root = resources.files("linter.packs")
    files = sorted((f for f in root.iterdir() if f.name.endswith(".yml")), key=lambda f: f.name)
    return [(f"rules/{file.name}", file.read_text(encoding="utf-8")) for file in files]


def load_builtin() -> RuleBook:
    """The packs that come with huashu."""
    return load_texts(builtin_files())


def load_paths(paths: Sequence[Path | str]) -> RuleBook:
    """Rule files and folders of them; ``builtin`` stands for the built-in packs.

    :raises RuleErrors: with all errors of all files.
    """
    errors = Errors()
    texts: list[tuple[str, str | None]] = []
    for path in paths:
        if str(path) == BUILTIN:
            texts += builtin_files()
        else:
            texts += [(str(file), _read(file, errors)) for file in _rule_files(Path(path))]
    return _load(texts, errors)


def load_texts(texts: Iterable[tuple[str, str]]) -> RuleBook:
    """Rule files given as ``(path, text)``.

    :raises RuleErrors: with all errors of all files, in file order.
    """
    return _load(texts, Errors())


def _rule_files(path: Path) -> list[Path]:
    """The path itself, or the rule files of the folder if it is one that has any."""
    # Path.is_dir() fails on names that are too long for any file.
    if not os.path.isdir(path):
        return [path]
    files = (file for file in path.rglob("*") if file.suffix in (".yml", ".yaml"))
    return sorted(file for file in files if not file.is_dir()) or [path]


def _read(path: Path, errors: Errors) -> str | None:
    """The file's text, or ``None`` after noting why there is none."""
    message, hint = "", ""
    try:
        return path.read_bytes().removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        errors.found.append(_not_utf_8(error, path))
        return None
    except FileNotFoundError:
        message, hint = "没有这个规则文件", f"给出 .yml 文件、文件夹，或写 {BUILTIN}"
    except IsADirectoryError:
        message, hint = "文件夹里没有规则文件", "规则文件以 .yml 结尾"
    except OSError as error:
        message = f"读不了：{error.strerror}"
    errors.found.append(RuleError(message, path=str(path), hint=hint))
    return None


def _not_utf_8(error: UnicodeDecodeError, path: Path) -> RuleError:
    before = error.object[: error.start].decode("utf-8")
    return RuleError(
        "从这里起不是 UTF-8",
        path=str(path),
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        hint="把文件另存为 UTF-8",
    )


def _load(texts: Iterable[tuple[str, str | None]], errors: Errors) -> RuleBook:
    """The book of all files.

    :param texts: a file without a text could not be read, which is noted in ``errors``.
    """
    pending = list(texts)
    order: dict[str, int] = {}
    packs: list[tuple[Value, dict[str, Value]]] = []
    digest = hashlib.sha256()
    complete = True
    while pending:
        path, text = pending.pop(0)
        order.setdefault(path, len(order))
        top = read_source(text, path, errors) if text is not None else None
        if top is None:
            complete = False
            continue
        digest.update(top.source.text.encode("utf-8"))
        sections = top.mapping(_PACK_KEYS, "规则文件")
        packs.append((top, sections))
        if _extends_builtin(top, sections):
            known = {text for _, text in pending} | {pack.source.text for pack, _ in packs}
            pending += [file for file in builtin_files() if file[1] not in known]
    reader = PackReader(errors)
    for top, sections in packs:
        reader.read(top, sections)
    book = resolve(reader, version=digest.hexdigest()[:12], complete=complete)
    if errors.found:
        raise RuleErrors(
            sorted(errors.found, key=lambda e: (order[e.path], e.line or 0, e.column or 0))
        )
    return book


def _extends_builtin(top: Value, sections: dict[str, Value]) -> bool:
    if top.is_mapping and "pack" not in sections:
        top.complain("规则文件缺少 pack", hint="第一行写 pack: 名字")
    for name in sections["extends"].items() if "extends" in sections else ():
        name.choice([BUILTIN], "extends")
    return "extends" in sections
