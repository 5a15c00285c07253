"""``huashu exceptions``: exceptions made of what reviewers wrote into a score sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from linter.cli.common import about, both, help_option, output_option
from linter.cli.entries import entry_options, new_entry
from linter.cli.output import opened
from linter.judged import Entry
from linter.reports.sheets.reviewed import Verdict, read_verdicts
from linter.triage.exceptions import Exemption
from linter.triage.exceptions_file import exceptions_text

WHY = "复核：不认可"
"""Why there is an exception, where the reviewer remarks nothing."""


@click.group(
    name="exceptions",
    help=about("例外：复核过、没有错的。", "Exceptions: what was reviewed and is right."),
)
@help_option
def exceptions() -> None:
    """All that can be done with exceptions."""


@exceptions.command(
    "from-sheet",
    short_help="评分表里不认可的 / of a reviewed score sheet",
    help=about(
        "把评分表（--format xlsx）里复核写了“不认可”的写成例外文件，备注就是为什么。",
        "Write what a reviewer disagrees with in a score sheet as a file of exceptions.",
    ),
)
@click.argument("file")
@entry_options(WHY, both(f"没写备注的为什么，默认“{WHY}”。", "Why, where nothing is remarked."))
@output_option
@help_option
def from_sheet(file: str, why: str, by: str, until: str, output: str | None) -> None:
    """Write the exceptions, and say what came of the other rows."""
    said = new_entry("exception", why, by, until)
    verdicts = read_verdicts(file)
    found = [*_exemptions(verdicts, said)]
    with opened(output) as out:
        out.write(exceptions_text(found))
    agreed = sum(one.agrees is True for one in verdicts)
    left = sum(one.agrees is None for one in verdicts)
    click.echo(
        f"写了 {len(found)} 条例外；认可的 {agreed} 条、没有复核的 {left} 条不写。", err=True
    )


def _exemptions(verdicts: Iterable[Verdict], said: Entry) -> Iterator[Exemption]:
    seen: set[tuple[str, str, str]] = set()
    for one in verdicts:
        key = one.rule, one.call, one.fingerprint
        if one.agrees is False and key not in seen:
            seen.add(key)
            entry = Entry("exception", one.rule, one.remark or said.why, said.by, said.until)
            yield Exemption(entry, call=one.call, fingerprint=one.fingerprint)
