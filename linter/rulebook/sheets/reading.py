"""A reviewer's table of forbidden phrases (禁语表), XLSX or CSV, as a rule pack.

The table becomes the text of a YAML pack, which is loaded as any other; whoever wants to go on
in YAML gets that very text. A map from its lines to cells lets errors name the cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from linter.errors import RuleError
from linter.frozen import dataclass
from linter.rulebook.sheets.cells import Cell, Complaints, Table
from linter.rulebook.sheets.columns import NAMES, find_header
from linter.rulebook.sheets.csv import read_csv
from linter.rulebook.sheets.rules import RuleRows, SheetRule
from linter.rulebook.sheets.suffixes import OTHERS
from linter.rulebook.sheets.xlsx import read_xlsx
from linter.rulebook.sheets.yaml import write_pack

MAX_BYTES = 16 * 1024 * 1024
"""Tables beyond this size are refused, as rule files are."""


@dataclass(frozen=True, slots=True)
class SheetPack:
    """A table as a pack.

    :ivar path: the table's file.
    :ivar text: the YAML of all rows without errors.
    :ivar cells: line of ``text`` (1-based) → the cell it came from.
    :ivar sheets: the names of the sheets that were read, in order.
    :ivar errors: what is wrong in the table; each names its cell.
    """

    path: str
    text: str
    cells: Mapping[int, Cell]
    sheets: tuple[str, ...]
    errors: tuple[RuleError, ...]


def read_sheet(path: Path, name: str = "") -> SheetPack:
    """Read a table; all its errors are in :attr:`SheetPack.errors`.

    :param name: the pack's name; the file's by default.
    :raises OSError: when the file cannot be read.
    """
    complaints = Complaints(str(path))
    try:
        tables = _tables(path)
    except RuleError as error:
        return SheetPack(str(path), "", {}, (), (error,))
    reader = RuleRows(complaints)
    read: list[str] = []
    rules: list[SheetRule] = []
    for table in tables:
        header = find_header(table)
        if header:
            read.append(table.sheet)
            rules += reader.read(table, header)
    if not read:
        message = f"没有“{NAMES['phrase'][0]}”列"
        hint = f"前 10 行里要有列名：{'、'.join(NAMES['phrase'])} 都行；CSV 要存为 UTF-8"
        complaints.of_file(message, hint)
    elif not rules and not complaints.errors:
        complaints.of_file("表里一条短语也没有", "列名下面一行写一条")
    pack = write_pack(name or path.stem, path.name, rules)
    text = pack.text if read else ""
    return SheetPack(str(path), text, pack.cells, tuple(read), tuple(complaints.errors))


def _tables(path: Path) -> tuple[Table, ...]:
    suffix = path.suffix.lower()
    if suffix in OTHERS:
        raise RuleError(f"不读 {suffix}", path=str(path), hint="另存为 .xlsx 或 CSV")
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise RuleError("禁语表超过 16 MB", path=str(path), hint="拆成几个文件")
    if suffix == ".csv":
        return (read_csv(data, str(path), lambda table: find_header(table) is not None),)
    return read_xlsx(data, str(path))
