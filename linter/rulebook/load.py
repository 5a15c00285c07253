"""Loading packs: strict, with every error of every file at once.

A pack file is a mapping with ``pack`` (its name) and any of ``extends``, ``words``, ``classes``,
``conditions``, ``slots``, ``signals`` and ``rules``. Names are shared by all files that are
loaded together, so a company's pack may use the built-in word classes.
"""

from __future__ import annotations

import hashlib
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
    errors: list[RuleError] = []
    texts: list[tuple[str, str]] = []
    for path in paths:
        if str(path) == BUILTIN:
            texts.extend(builtin_files())
            continue
        for file in _rule_files(Path(path), errors):
            try:
                texts.append((str(file), file.read_bytes().decode("utf-8-sig")))
            except UnicodeDecodeError as error:
                hint = "把文件另存为 UTF-8"
                where = f"第 {error.start} 字节不是 UTF-8"
                errors.append(RuleError(where, path=str(file), hint=hint))
            except OSError as error:
                errors.append(RuleError(f"读不了：{error.strerror}", path=str(file)))
    if errors:
        raise RuleErrors(errors)
    return load_texts(texts)


def _rule_files(path: Path, errors: list[RuleError]) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix in (".yml", ".yaml"))
        if not files:
            hint = "规则文件以 .yml 结尾"
            errors.append(RuleError("文件夹里没有规则文件", path=str(path), hint=hint))
        return files
    if not path.exists():
        hint = f"给出 .yml 文件、文件夹，或写 {BUILTIN}"
        errors.append(RuleError("没有这个规则文件", path=str(path), hint=hint))
        return []
    return [path]


def load_texts(texts: Iterable[tuple[str, str]]) -> RuleBook:
    """Rule files given as ``(path, text)``.

    :raises RuleErrors: with all errors of all files, in file order.
    """
    errors = Errors()
    pending = list(texts)
    wants_builtin = False
    packs: list[tuple[Value, dict[str, Value]]] = []
    digest = hashlib.sha256()
    while pending:
        path, text = pending.pop(0)
        digest.update(text.encode("utf-8", "surrogatepass"))
        top = read_source(text, path, errors)
        if top is None:
            continue
        sections = top.mapping(_PACK_KEYS, "规则文件")
        if top.is_mapping and "pack" not in sections:
            top.complain("规则文件缺少 pack", hint="第一行写 pack: 名字")
        packs.append((top, sections))
        if "extends" in sections and not wants_builtin:
            for name in sections["extends"].items():
                name.choice([BUILTIN], "extends")
            wants_builtin = True
            loaded = {pack_path for pack_path, _ in pending} | {t.path for t, _ in packs}
            pending.extend(file for file in builtin_files() if file[0] not in loaded)
    reader = PackReader(errors)
    for top, sections in packs:
        reader.read(top, sections)
    book = resolve(reader, errors, version=digest.hexdigest()[:12])
    if errors.found:
        raise RuleErrors(sorted(errors.found, key=lambda e: (e.path, e.line or 0, e.column or 0)))
    return book
