"""What several verbs share: error lines, options, the wording of help.

Every verb imports this, so it imports what only some of them use where they use it.
"""

from __future__ import annotations

import functools
import textwrap
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from linter import lazy
from linter.cli import completing
from linter.errors import HuashuError, Several

if TYPE_CHECKING:
    from linter.rulebook.types import RuleBook

FINDINGS = 1
"""Exit code: there is something to report."""
FAILURE = 2
"""Exit code: usage, configuration, rules or input."""

_COMMA = lazy.pattern(r"[,，]")
_OPTION_COLUMNS = 46
_VERB_COLUMNS = 76

Command = TypeVar("Command", bound=Callable[..., Any])


def complain(error: HuashuError) -> None:
    """Print an error on standard error, one line each."""
    from linter.reports.cells import visible

    for one in error.errors if isinstance(error, Several) else (error,):
        click.echo(f"错误：{visible(str(one))}", err=True)


def both(zh: str, en: str, columns: int = _OPTION_COLUMNS) -> str:
    """Help in Chinese, then in English, each on lines of its own.

    click counts a Chinese character as one column, so it is kept from filling lines itself.
    """
    return "\n".join(["\b", zh, *textwrap.wrap(en, columns)])


def about(zh: str, en: str) -> str:
    """:func:`both` for a verb, which has all columns of a terminal."""
    return both(zh, en, _VERB_COLUMNS)


def listed(values: Iterable[str]) -> tuple[str, ...]:
    """What ``--profile a,b --profile c`` names, in order."""
    found = (name.strip() for value in values for name in _COMMA.split(value))
    return tuple(dict.fromkeys(filter(None, found)))


def names(values: Iterable[str]) -> frozenset[str]:
    """What ``--select a,b --select c`` names."""
    return frozenset(listed(values))


def load_book(rules: tuple[str, ...], profiles: tuple[str, ...] = ()) -> RuleBook:
    """The rules given on the command line, or the built-in packs.

    :param profiles: as given, to be put in force.
    :raises RuleErrors: with all errors of all files.
    :raises UsageError: for a profile that no pack has.
    """
    from linter.rulebook import cached
    from linter.rulebook.files import BUILTIN

    return cached.load_book(rules or (BUILTIN,), listed(profiles))


def own_rules_hint(rules: tuple[str, ...]) -> str:
    """What to say to who asks for a name that is not there and has given no rule files."""
    return "" if rules else "自己的规则文件用 --rules 给出"


def table(rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """Lines of aligned columns; a Chinese character takes two."""
    from linter.reports.cells import cells, visible, width

    shown = [[visible(field) for field in row] for row in rows]
    widths = [max(width(cells(field)) for field in column) for column in zip(*shown, strict=True)]
    for row in shown:
        padded = [
            field + " " * (room - width(cells(field)))
            for field, room in zip(row, widths, strict=True)
        ]
        yield "  ".join(padded).rstrip()


def help_option(command: Command) -> Command:
    """``--help``."""
    return click.help_option("-h", "--help", help=both("显示帮助。", "Show this help."))(command)


def rules_option(command: Command) -> Command:
    """``--rules PATH``."""
    return click.option(
        "--rules",
        multiple=True,
        shell_complete=completing.files,
        metavar="PATH",
        help=both(
            "规则文件、禁语表、文件夹；builtin 是自带的。",
            "Rule files or folders, again and again; builtin: those that come with huashu.",
        ),
    )(command)


def profile_option(command: Command) -> Command:
    """``--profile NAMES``."""
    return click.option(
        "--profile",
        "profiles",
        multiple=True,
        shell_complete=completing.profile_names,
        metavar="NAMES",
        help=both(
            "启用这些方案（规则包的 profiles），可多次。",
            "Put these profiles of the packs in force.",
        ),
    )(command)


def lang_option(command: Command) -> Command:
    """``--lang zh|en``."""
    return click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        default="zh",
        help=both("固定文字用的语言，默认 zh。", "Language of the fixed words."),
    )(command)


def format_option(formats: Iterable[str]) -> Callable[[Command], Command]:
    """``--format FORMAT``, with a text by default.

    :param formats: the names of the verb's formats.
    """
    names = list(formats)
    return click.option(
        "--format",
        "format_",
        type=click.Choice(names),
        default="text",
        metavar="FORMAT",
        help=both("报告的格式，默认 text。", "Report format: " + ", ".join(names) + "."),
    )


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--from``, ``--agent-channel``, ``--role``, ``--column`` and ``--sheet``.

    They come to the command as one argument, ``reading``.
    """
    from linter.calls import FORMATS
    from linter.calls.options import ReadOptions, parse_columns, parse_roles

    @functools.wraps(command)
    def read(
        *args: Any,
        source: str | None,
        agent_channel: str,
        roles: tuple[str, ...],
        columns: tuple[str, ...],
        sheet: str,
        **others: Any,
    ) -> Any:
        reading = ReadOptions(
            source, agent_channel, parse_roles(roles), parse_columns(columns), sheet
        )
        return command(*args, reading=reading, **others)

    for option in (
        click.option(
            "--sheet",
            default="",
            metavar="NAME",
            help=both("只读工作簿的这一张表。", "Only this sheet of a workbook."),
        ),
        click.option(
            "--column",
            "columns",
            multiple=True,
            metavar="FIELD=NAME",
            help=both(
                "表格里哪一列是什么，如 内容=通话文字。", "Which column of a table holds what."
            ),
        ),
        click.option(
            "--role",
            "roles",
            multiple=True,
            metavar="WORD=ROLE",
            help=both("谁是谁，如 王丽=agent。", "What your speakers are called."),
        ),
        click.option(
            "--agent-channel",
            default="",
            metavar="N",
            help=both(
                "没写角色时，坐席是哪个声道或说话人编号。", "The agent's channel or speaker number."
            ),
        ),
        click.option(
            "--from",
            "source",
            type=click.Choice(list(FORMATS)),
            metavar="FORMAT",
            help=both("输入的格式；不写就自动识别。", f"Input format: {', '.join(FORMATS)}."),
        ),
    ):
        read = option(read)
    return read


def strict_option(command: Command) -> Command:
    """``--strict``."""
    return click.option(
        "--strict",
        is_flag=True,
        help=both("读入时的警告也算出错。", "Warnings about the input are failures, too."),
    )(command)


def warn(where: str, text: str, *, strict: bool) -> None:
    """Print a warning about an input on standard error."""
    from linter.reports.cells import visible

    click.echo(f"{'错误' if strict else '警告'}：{visible(f'{where}: {text}')}", err=True)


def note(text: str) -> None:
    """Print on standard error what is no fault of any input."""
    from linter.reports.cells import visible

    click.echo(f"注意：{visible(text)}", err=True)


def output_option(command: Command) -> Command:
    """``-o FILE``."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        shell_complete=completing.files,
        help=both("写到文件：要么写全，要么不写。", "Write to a file, whole or not at all."),
    )(command)


def paths_argument(command: Command) -> Command:
    """``PATH...``."""
    return click.argument(
        "paths", nargs=-1, required=True, metavar="PATH...", shell_complete=completing.files
    )(command)
