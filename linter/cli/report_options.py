"""What only ``huashu report`` is asked: the page, and where it goes."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import Any

import click

from linter.cli.agents import agents_option
from linter.cli.common import both, lang_option, output_option
from linter.cli.completing import files
from linter.cli.inputs import STDIN
from linter.cli.masking import Mask, refuse_names
from linter.errors import UsageError
from linter.frozen import dataclass
from linter.reports import Agents, Lang


@dataclass(frozen=True, slots=True)
class Page:
    """The page that is wanted.

    :ivar by: what figures are of, ``team`` or ``agent``.
    :ivar earlier: a file to compare with.
    :ivar output: its file; ``None`` for standard output.
    """

    lang: Lang
    output: str | None
    title: str
    by: str
    agents: Agents
    earlier: str | None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that were named: no inputs, and not to be written to."""
        return () if not self.earlier else (self.earlier,)

    def refuse(self, mask: Mask) -> None:
        """Say no to what makes no sense.

        :raises UsageError: for a page on a terminal, and for agents that are to be hidden and
            named.
        """
        if self.output is None and sys.stdout.isatty():
            raise UsageError("报告是网页，不写到屏幕上", hint="写到文件里：-o report.html")
        if self.by == "agent" and self.agents == "hidden":
            raise UsageError(
                "--by agent 和 --agents hidden 不能一起用",
                hint="去掉其中一个；--agents pseudonyms 用化名",
            )
        refuse_names(mask, self.agents)
        from linter.desk.drawing import require_pygal

        require_pygal()

    def refuse_other_suffixes(self) -> None:
        """Say no to the name of something that is read: it may be lying in a folder.

        :raises UsageError: unless it ends with .html, or is a device.
        """
        output = self.output
        if output is None or output.lower().endswith((".html", ".htm")):
            return
        if os.path.isfile(output) or not os.path.exists(output):
            hint = f"写成 {os.path.splitext(output)[0]}.html"
            raise UsageError("报告是网页，文件名要以 .html 结尾", path=output, hint=hint)


def page_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--lang``, ``-o``, ``--title``, ``--by``, ``--agents`` and ``--earlier``.

    They come to the command as one argument, ``page``.
    """

    @functools.wraps(command)
    def paged(
        *args: Any,
        lang: Lang,
        output: str | None,
        title: str,
        by: str,
        agents: Agents,
        earlier: str | None,
        **others: Any,
    ) -> Any:
        place = None if output == STDIN else output
        return command(*args, page=Page(lang, place, title, by, agents, earlier), **others)

    for option in reversed(_OPTIONS):
        paged = option(paged)
    return paged


_OPTIONS: tuple[Callable[[Callable[..., Any]], Callable[..., Any]], ...] = (
    lang_option,
    output_option,
    click.option("--title", default="", help=both("报告的标题。", "The report's title.")),
    click.option(
        "--by",
        type=click.Choice(["team", "agent"]),
        default="team",
        help=both("按班组（默认）还是按坐席统计。", "Figures by team or by agent."),
    ),
    agents_option,
    click.option(
        "--earlier",
        metavar="FILE",
        shell_complete=files,
        help=both(
            "和上次比：上次的报告，或 JSON 结果。",
            "Compare with an earlier report or JSON result.",
        ),
    ),
)
