"""``--also FORMAT[=FILE]``: several reports of one run; ``--exit-zero`` and ``--show-files``."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import click

from linter import lazy
from linter.calls import ReadOptions
from linter.cli.common import (
    FAILURE,
    FINDINGS,
    both,
    complain,
    format_option,
    output_option,
)
from linter.cli.completing import formats
from linter.cli.inputs import STDIN, Inputs
from linter.cli.output import unwritable
from linter.cli.stopping import stopped_line
from linter.cli.targets import Target, claim, reading_targets
from linter.errors import HuashuError, UsageError
from linter.reports import FORMATS, Lang, Options

if TYPE_CHECKING:
    from linter.changes import Changes
    from linter.reports.rule_info import RuleInfo
    from linter.rulebook.types import RuleBook


_HEAD = 1 << 16
"""Characters at the beginning of a file that show what it is."""
_TURNS = lazy.pattern(r'"turns"\s*:\s*\[')


class Wishes(NamedTuple):
    """What the options of this module say.

    :ivar format: and ``output``: of the first report.
    :ivar also: the others.
    """

    format: str = "text"
    output: str | None = None
    also: tuple[Target, ...] = ()
    exit_zero: bool = False
    show_files: bool = False

    def targets(self) -> tuple[Target, ...]:
        """All reports that are wanted, that of ``--format`` and ``-o`` first.

        :raises UsageError: when two of them would go to one place, or bytes to a terminal.
        """
        wanted = (Target(self.format, None if self.output == STDIN else self.output), *self.also)
        for target in wanted:
            _refuse_terminal(target)
        claimed: dict[str | None, Target] = {}
        for target in wanted:
            claim(target, claimed)
        return wanted

    def exit_code(self, code: int) -> int:
        """The exit code of a run: findings may be no failure, failures always are."""
        return 0 if self.exit_zero and code == FINDINGS else code


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--format``, ``-o``, ``--also``, ``--exit-zero`` and ``--show-files``.

    They come to the command as one argument, ``wishes``.
    """

    @functools.wraps(command)
    def wished(
        *args: Any,
        format_: str,
        output: str | None,
        also: tuple[Target, ...],
        exit_zero: bool,
        show_files: bool,
        **others: Any,
    ) -> Any:
        wishes = Wishes(format_, output, also, exit_zero, show_files)
        return command(*args, wishes=wishes, **others)

    for option in (
        click.option(
            "--show-files",
            is_flag=True,
            help=both("只列出会检查的文件。", "Print the files that would be linted, no more."),
        ),
        click.option(
            "--exit-zero",
            is_flag=True,
            help=both("有问题也以 0 退出；出错仍是 2。", "Exit with 0 on findings, too."),
        ),
        click.option(
            "--also",
            multiple=True,
            metavar="FORMAT[=FILE]",
            shell_complete=formats,
            callback=reading_targets(Target, FORMATS, "报告"),
            help=both(
                "再写一份这种格式的，可多次。",
                "Write the report in this format, too, again and again.",
            ),
        ),
        output_option,
        format_option(FORMATS),
    ):
        wished = option(wished)
    return wished


def _refuse_terminal(target: Target) -> None:
    if target.path is None and target.binary and sys.stdout.isatty():
        format_ = target.format
        raise UsageError(
            f"{format_} 不是文字，不能写到屏幕上",
            hint=f"写到文件里：-o FILE.{format_}，或 --also {format_}=FILE.{format_}",
        )


def refuse_to_overwrite(wanted: Iterable[Target], read: Iterable[str]) -> None:
    """See to it that no report takes the place of what the run reads.

    :param read: files and folders that the user named: inputs, rules, a configuration.
    :raises UsageError: for a file that is one of them.
    """
    read = tuple(read)
    files = {os.path.realpath(path) for path in read if os.path.isfile(path)}
    folders = tuple(
        os.path.join(os.path.realpath(path), "") for path in read if os.path.isdir(path)
    )
    for target in wanted:
        if target.path is None:
            continue
        real = os.path.realpath(target.path)
        if real in files or (real.startswith(folders) and _is_somebodys(real)):
            raise UsageError(
                "这个文件这次要读，报告不能写在它上面", path=target.path, hint="报告换个文件名"
            )


def _is_somebodys(path: str) -> bool:
    """Whether a file of a folder that is linted holds calls, scripts or rules: no old report.

    No report is YAML or subtitles, of Markdown there are only snippets, of workbooks score sheets,
    and in no report of JSON a call has a list of turns.
    """
    if path.endswith((".srt", ".vtt")):
        return os.path.isfile(path)
    if path.endswith((".json", ".jsonl", ".ndjson")) and os.path.isfile(path):
        with open(path, encoding="utf-8", errors="replace") as file:
            return bool(_TURNS.search(file.read(_HEAD)))
    if path.endswith((".xlsx", ".xlsm")) and os.path.isfile(path):
        from linter.workbooks.own import is_own

        return not is_own(path)
    if not path.endswith((".md", ".yml", ".yaml")) or not os.path.isfile(path):
        return False
    from linter.reports.words import EN, ZH

    with open(path, encoding="utf-8", errors="replace") as file:
        head = file.readline().rstrip("\n")
    return head not in (f"# {ZH.snippets}", f"# {EN.snippets}")


class Output:
    """A report that is being written.

    :ivar reporter: makes it.
    """

    def __init__(self, target: Target, options: Options, out: IO[Any]) -> None:
        self.target = target
        self.options = options
        self.reporter = FORMATS[target.format](options)
        self._out = out

    def write(self, made: str | bytes) -> None:
        """Write what the reporter has made.

        :raises UsageError: when the file cannot be written any more.
        """
        try:
            self._out.write(made)
        except BrokenPipeError:
            raise
        except OSError as error:
            if self.target.path is None:
                raise
            raise unwritable(self.target.path, error) from None


def stopped_text(wanted: Sequence[Target], lang: Lang) -> str:
    """What to say of the reports of a run that was stopped."""
    files = [target.path for target in wanted if target.path is not None]
    if not files:
        return stopped_line(None, lang)
    of_files = stopped_line(("、" if lang == "zh" else ", ").join(files), lang)
    if len(files) == len(wanted):
        return of_files
    unfinished = "标准输出上的报告不完整" if lang == "zh" else "the report on screen is incomplete"
    return f"{of_files}；{unfinished}" if lang == "zh" else f"{of_files}; {unfinished}"


def show_files(
    paths: Sequence[str],
    reading: ReadOptions,
    targets: Iterable[Target],
    changes: Changes | None = None,
) -> int:
    """Print what would be linted, one a line, and return the exit code.

    :param changes: the files to which linting is limited, if it is.
    """
    from linter.reports.cells import visible

    inputs = Inputs(
        paths,
        reading,
        output=[target.path for target in targets if target.path],
        failed=complain,
        warned=_silent,
        wanted=changes.has if changes else None,
    )
    code = 0
    for given in inputs.named():
        if isinstance(given, HuashuError):
            complain(given)
            code = FAILURE
        else:
            name = STDIN if given is None else str(given)
            # A program wants the name as it is; on a terminal it must not draw.
            sys.stdout.write(f"{visible(name) if sys.stdout.isatty() else name}\n")
    return code


def described(format_: str, book: RuleBook) -> tuple[RuleInfo, ...]:
    """The rules for a format that describes them; nothing for the others."""
    if not FORMATS[format_].describes_rules:
        return ()
    # Not at the top: few reports need it.
    from linter.reports.rule_info import rule_infos

    return rule_infos(book)


def _silent(_where: str, _text: str) -> None:
    """Nothing is read, so there is nothing to warn of."""
