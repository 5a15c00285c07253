"""``huashu convert``: any transcript as canonical JSON Lines."""

from __future__ import annotations

import click

from linter.calls import to_canonical
from linter.cli.common import (
    FAILURE,
    about,
    complain,
    help_option,
    output_option,
    paths_argument,
    source_option,
)
from linter.cli.inputs import Inputs
from linter.cli.output import opened
from linter.reports.objects import dumps


@click.command(
    help=about(
        "转成规范的 JSONL，一行一通。",
        "Convert to canonical JSON Lines, one call a line.",
    ),
)
@paths_argument
@source_option
@output_option
@help_option
def convert(paths: tuple[str, ...], source: str | None, output: str | None) -> int:
    """Write every call down as it is read and return the exit code."""
    inputs = Inputs(paths, source, output=output, failed=complain)
    with opened(output) as out:
        for call in inputs.calls():
            out.write(dumps(to_canonical(call)) + "\n")
    return FAILURE if inputs.skipped else 0
