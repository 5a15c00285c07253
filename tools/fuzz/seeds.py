"""What fuzzing begins with: the samples of the tests and of the corpus, for each reader."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.fuzz.archives import first_parts

_LEAST, _MOST = 12, 1 << 15
"""Bytes a seed may have."""
_NAMED = {"plain": ("plain", "labelling", "labels"), "csv": ("csv", "csv_places", "dialogues")}
"""The tests whose texts suit a reader, where they are not called as it is."""
_SCRIPTS = ("csv-script", "markdown", "script", "yaml")
_WORKBOOK = "xlsx"
_CANONICAL = ("json", "jsonl")


def seeds_of(reader: str, root: Path) -> list[bytes]:
    """The seeds for a reader, shortest first, none twice.

    :param reader: the name of its format.
    :param root: of the checkout.
    """
    if reader == _WORKBOOK:
        found: Iterable[bytes] = _workbooks(root)
    elif reader in _CANONICAL:
        found = [*_canonical(root), *_texts(root, reader)]
    elif (samples := sorted(_samples(root, reader))) or _is_vendor(reader, root):
        found = samples
    else:
        found = _texts(root, reader)
    return sorted({seed for seed in found if _LEAST <= len(seed) <= _MOST}, key=_order)


def _order(seed: bytes) -> tuple[int, bytes]:
    return len(seed), seed


def _is_vendor(reader: str, root: Path) -> bool:
    return (root / "linter/calls/vendors" / f"{reader.replace('-', '_')}.py").is_file()


def _samples(root: Path, reader: str) -> Iterator[bytes]:
    folder = root / "tests/calls/vendors/samples"
    for path in folder.glob(f"{reader.replace('-', '_')}*.json"):
        yield path.read_bytes()


def _canonical(root: Path) -> Iterator[bytes]:
    """The first call of each file of the corpus, and one that has every field."""
    yield _EVERY_FIELD.encode()
    for path in sorted((root / "corpus/calls").glob("*.jsonl")):
        with path.open("rb") as lines:
            yield next(lines)


def _texts(root: Path, reader: str) -> Iterator[bytes]:
    """The texts in the tests of a reader, and the files of the corpus, whatever they are."""
    for folder in ("corpus/scripts", "corpus/examples"):
        for path in sorted((root / folder).iterdir()):
            yield path.read_bytes()
    stems = _NAMED.get(reader, (reader.replace("-", "_"),))
    paths = [path for stem in stems for path in (root / "tests/calls").rglob(f"test_{stem}*.py")]
    if not paths or reader in _SCRIPTS:
        paths += sorted((root / "tests/calls").rglob("test_*.py"))
    for path in paths:
        yield from _literals(path)


def _literals(path: Path) -> Iterator[bytes]:
    """The texts of more than one line that a module writes out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, str) and "\n" in value.strip():
            yield value.encode("utf-8", "replace")
        elif isinstance(value, bytes) and b"\n" in value.strip():
            yield value


_EVERY_FIELD = (
    '{"id": "a1", "agent": {"id": 7, "name": "王丽"}, "channel": "电话", "direction": "呼入", '
    '"started_at": "2026-01-31 08:00:00", "meta": {"线路": 3}, "turns": [{"role": "坐席", '
    '"text": "您好", "speaker": "1", "start_ms": 0, "end_ms": 900.5, "words": []}, '
    '{"role": null, "text": null}]}'
)
_CALLS = (
    ("通话ID", "角色", "内容", "开始时间"),
    ("a1", "坐席", "您好，这里是供电客服", 0),
    ("a1", "客户", "家里停电了", 1.5),
    ("a2", "坐席", "请问地址是？", "00:00:03"),
)
_SCENES = (("场景", "客户问题", "话术"), ("开场", "", "您好，我是{姓名}"), ("", "停电", "请稍等"))
_CELLS = (("通话ID", "对话"), ("b1", "坐席：您好\n客户：喂\n坐席：请讲"))


def _workbooks(_: Path) -> Iterator[bytes]:
    """Each part of some workbooks, as :mod:`tools.fuzz.archives` takes it."""
    import openpyxl

    for number, rows in enumerate((_CALLS, _SCENES, _CELLS)):
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(list(row))
        sheet.merge_cells(f"A2:A{len(rows)}")
        sheet.cell(2, 1).number_format = "yyyy-mm-dd hh:mm"
        out = io.BytesIO()
        book.save(out)
        yield from first_parts(out.getvalue(), number)
