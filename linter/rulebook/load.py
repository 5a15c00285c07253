"""Loading packs: strict, with every error of every file at once.

A pack file is a mapping with ``pack`` (its name) and any of ``extends``, ``words``, ``classes``,
``conditions``, ``slots``, ``signals`` and ``rules``. Names are shared by all files that are
loaded together, so a company's pack may use the built-in word classes.
"""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterable, Iterator, Sequence
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
    texts: list[tuple[str, str]] = []
    for path in paths:
        if str(path) == BUILTIN:
            texts.extend(builtin_files())
        else:
            for file in _rule_files(Path(path), errors):
                texts.extend(_read(file, errors))
    return _load(texts, errors)


def load_texts(texts: Iterable[tuple[str, str]]) -> RuleBook:
    """Rule files given as ``(path, text)``.

    :raises RuleErrors: with all errors of all files, in file order.
    """
    return _load(texts, Errors())


def _rule_files(path: Path, errors: Errors) -> list[Path]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix in (".yml", ".yaml"))
        if not files:
            hint = "规则文件以 .yml 结尾"
            errors.found.append(RuleError("文件夹里没有规则文件", path=str(path), hint=hint))
        return files
    if not path.exists():
        hint = f"给出 .yml 文件、文件夹，或写 {BUILTIN}"
        errors.found.append(RuleError("没有这个规则文件", path=str(path), hint=hint))
        return []
    return [path]


def _read(file: Path, errors: Errors) -> Iterator[tuple[str, str]]:
    """The file's name and text; nothing after noting that it cannot be read."""
    try:
        data = file.read_bytes().removeprefix(codecs.BOM_UTF8)
        yield str(file), data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        errors.found.append(
            RuleError(
                "从这里起不是 UTF-8",
                path=str(file),
                line=before.count("\n") + 1,
                column=len(before) - before.rfind("\n"),
                hint="把文件另存为 UTF-8",
            )
        )
    except OSError as error:
        errors.found.append(RuleError(f"读不了：{error.strerror}", path=str(file)))


def _load(texts: Iterable[tuple[str, str]], errors: Errors) -> RuleBook:
    pending = list(texts)
    order = {path: number for number, (path, _) in enumerate(reversed(pending))}
    packs: list[tuple[Value, dict[str, Value]]] = []
    digest = hashlib.sha256()
    seen: set[str] = set()
    complete = not errors.found
    while pending:
        path, text = pending.pop(0)
        seen.add(text)
        digest.update(text.encode("utf-8", "surrogatepass"))
        top = read_source(text, path, errors)
        if top is None:
            complete = False
            continue
        sections = top.mapping(_PACK_KEYS, "规则文件")
        packs.append((top, sections))
        if _extends_builtin(top, sections):
            seen.update(text for _, text in pending)
            pending.extend(file for file in builtin_files() if file[1] not in seen)
    reader = PackReader(errors)
    for top, sections in packs:
        reader.read(top, sections)
    book = resolve(reader, version=digest.hexdigest()[:12], complete=complete)
    if errors.found:
        raise RuleErrors(
            sorted(
                errors.found,
                key=lambda e: (-order.get(e.path, -1), e.path, e.line or 0, e.column or 0),
            )
        )
    return book


def _extends_builtin(top: Value, sections: dict[str, Value]) -> bool:
    if top.is_mapping and "pack" not in sections:
        top.complain("规则文件缺少 pack", hint="第一行写 pack: 名字")
    for name in sections["extends"].items() if "extends" in sections else ():
        name.choice([BUILTIN], "extends")
    return "extends" in sections
