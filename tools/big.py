"""``python -m tools.big``: what converting very large files takes of memory; 1 when too much.

A file of JSON Lines and a workbook are made in a temporary folder, converted by a process of
their own, whose output goes nowhere, and deleted.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

MOST_MB = 300
_TURNS = 20
"""Turns of a call."""
_SPACE = "http://schemas.openxmlformats.org/"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_SPACE}package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName='
    '"/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_SPACE}package/2006/relationships"><Relationship '
    f'Id="r1" Type="{_SPACE}officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SPACE}spreadsheetml/2006/main" '
    f'xmlns:r="{_SPACE}officeDocument/2006/relationships"><sheets>'
    '<sheet name="通话" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_SPACE}package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_SPACE}officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
    f'Type="{_SPACE}officeDocument/2006/relationships/sharedStrings" '
    'Target="sharedStrings.xml"/></Relationships>',
}


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tools.big", description=__doc__)
    parser.add_argument("--megabytes", type=int, default=2048, help="of JSON Lines")
    parser.add_argument("--rows", type=int, default=1_000_000, help="of the workbook")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="huashu-big-") as folder:
        if shutil.disk_usage(folder).free < 2 * said.megabytes << 20:
            parser.error(f"{folder} has no room for it")
        lines = _peak(Path(folder) / "a.jsonl", lambda path: write_lines(path, said.megabytes))
        book = _peak(Path(folder) / "a.xlsx", lambda path: write_book(path, said.rows))
    return int(max(lines, book) > MOST_MB)


def write_lines(path: Path, megabytes: int) -> None:
    """Write calls until the file is as large as it should be."""
    number, written = 0, 0
    with path.open("wb") as out:
        while written < megabytes << 20:
            turns = [{"role": _role(n), "text": _said(number, n)} for n in range(_TURNS)]
            call = {"id": f"call-{number:08}", "turns": turns}
            written += out.write(json.dumps(call, ensure_ascii=False).encode() + b"\n")
            number += 1


def write_book(path: Path, rows: int) -> None:
    """Write a workbook of one sheet, a row a turn, in which every text is another."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, text)
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            part.write(f'<sst xmlns="{_SPACE}spreadsheetml/2006/main">'.encode())
            for n in range(rows):
                part.write(f"<si><t>{_said(n // _TURNS, n % _TURNS)}</t></si>".encode())
            part.write(b"</sst>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f'<worksheet xmlns="{_SPACE}spreadsheetml/2006/main"><sheetData>'.encode())
            part.write(_row(1, *(_inline(name) for name in ("通话ID", "角色", "内容"))))
            for n in range(rows - 1):
                cells = f"call-{n // _TURNS:08}", _role(n)
                part.write(_row(n + 2, *map(_inline, cells), f'<c t="s"><v>{n}</v></c>'))
            part.write(b"</sheetData></worksheet>")


def _row(number: int, *cells: str) -> bytes:
    return f'<row r="{number}">{"".join(cells)}</row>'.encode()


def _inline(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def _role(turn: int) -> str:
    return "customer" if turn % 2 else "agent"


def _said(call: int, turn: int) -> str:
    return f"您好，您的第 {call} 号工单我们已经登记了，第 {turn} 步请您稍等一下，马上为您处理"


def _peak(path: Path, write: Callable[[Path], None]) -> int:
    """Write a file, convert it, delete it; the most memory the conversion took, in MB."""
    write(path)
    size, begin = path.stat().st_size >> 20, monotonic()
    code = "import sys; from linter.cli.main import main; sys.exit(main())"
    command = [sys.executable, "-W", "ignore", "-c", code, "convert", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    path.unlink()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    peak = used.ru_maxrss >> 10
    print(f"{path.suffix}: {size} MB, {monotonic() - begin:.0f} s, {peak} MB of memory", flush=True)
    return peak


if __name__ == "__main__":
    sys.exit(main())
