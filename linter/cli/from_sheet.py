"""``huashu rules from-sheet``: a table of forbidden phrases as YAML."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli.common import about, both, help_option, output_option
from linter.cli.output import opened
from linter.errors import RuleErrors, UsageError
from linter.rulebook.sheets.reading import read_sheet
from linter.rulebook.sheets.suffixes import SUFFIXES, is_sheet


@click.command(
    "from-sheet",
    help=about(
        "把禁语表（.xlsx、.csv）写成 YAML 规则文件。",
        "Write a table of forbidden phrases (.xlsx, .csv) as a YAML rule file.",
    ),
)
@click.argument("file")
@click.option(
    "--pack",
    default="",
    metavar="NAME",
    help=both("规则包的名字，默认是文件名。", "The pack's name; the file's by default."),
)
@output_option
@help_option
def from_sheet(file: str, pack: str, output: str | None) -> None:
    """Write the pack down as it is loaded; a table with errors gives none."""
    path = Path(file)
    if not is_sheet(path):
        hint = f"认得的有 {'、'.join(SUFFIXES[:3])}"
        raise UsageError("不是禁语表", path=file, hint=hint)
    try:
        sheet = read_sheet(path, pack)
    except FileNotFoundError:
        raise UsageError("没有这个文件", path=file, hint="检查文件名和文件夹") from None
    if sheet.errors:
        raise RuleErrors(sheet.errors)
    with opened(output) as out:
        out.write(sheet.text)
