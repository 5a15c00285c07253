"""``huashu convert``: any transcript as canonical JSON Lines."""

from __future__ import annotations

import click

from linter.calls import ReadOptions, to_canonical
from linter.cli.common import (
    FAILURE,
    about,
    help_option,
    output_option,
    paths_argument,
    reading_options,
    strict_option,
)
from linter.cli.config_option import configured_options
from linter.cli.configured import READING
from linter.cli.inputs import Inputs
from linter.cli.masking import Mask, mask_option
from linter.cli.output import opened
from linter.cli.telling import Telling
from linter.reports.objects import dumps


@click.command(
    help=about(
        "转成规范的 JSONL，一行一通。",
        "Convert to canonical JSON Lines, one call a line.",
    ),
)
@paths_argument
@reading_options
@strict_option
@output_option
@mask_option
@configured_options(*READING, "strict", "mask")
@help_option
def convert(
    paths: tuple[str, ...],
    reading: ReadOptions,
    strict: bool,
    output: str | None,
    mask: Mask,
) -> int:
    """Write every call down as it is read and return the exit code."""
    telling = Telling(mask, strict=strict)
    inputs = Inputs(paths, reading, output=output, failed=telling.failed, warned=telling.warned)
    calls = turns = 0
    with opened(output) as out:
        for call in inputs.calls():
            out.write(dumps(to_canonical(mask.call(call))) + "\n")
            calls, turns = calls + 1, turns + len(call.turns)
    click.echo(_count(inputs, calls, turns), err=True)
    return FAILURE if inputs.fails(strict=strict) else 0


def _count(inputs: Inputs, calls: int, turns: int) -> str:
    """What was read, and what was not, in one line."""
    left = "、".join(f"{why} {count}" for why, count in inputs.left_out.items())
    parts = [
        f"读了 {inputs.files} 个文件、{calls} 通、{turns} 句",
        f"跳过 {len(inputs.skipped)} 个文件" if inputs.skipped else "",
        f"没有转的句子：{left}" if left else "",
        f"{inputs.warnings} 处可疑" if inputs.warnings else "",
    ]
    return "；".join(filter(None, parts)) + "。"
