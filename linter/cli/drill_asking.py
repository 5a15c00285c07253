"""Asking somebody at a terminal, or whoever feeds standard input, for a line."""

from __future__ import annotations

import codecs
import contextlib
import sys
from typing import Protocol

import click

from linter.cli.inputs import STDIN_HINT, STDIN_NAME, stdin
from linter.errors import InputError
from linter.reports.cells import visible


class UnreadableError(Exception):
    """A line that is no text; there may be more after it."""


class Asks(Protocol):
    """What asks for lines."""

    def ask(self, prompt: str) -> str | None:
        """The next line without its end; ``None`` when there are no more.

        :raises UnreadableError: when it is no UTF-8.
        """


def asking() -> Asks:
    """What asks who is there.

    :raises InputError: when there is no standard input.
    """
    stdin()
    return Terminal() if sys.stdin.isatty() else Piped()


class Terminal:
    """Asks a person, who can edit the line where Python has readline."""

    def __init__(self) -> None:
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 - input() takes it when it is there

    def ask(self, prompt: str) -> str | None:
        """See :class:`Asks`."""
        sys.stdout.flush()
        try:
            line = input(prompt)
        except EOFError:
            click.echo()
            return None
        except UnicodeDecodeError:
            raise UnreadableError from None
        if any("\ud800" <= char <= "\udfff" for char in line):
            raise UnreadableError
        return line


class Piped:
    """Takes lines from a file or a program, and shows them as if they had been typed.

    :raises InputError: when there is no standard input, or it cannot be read.
    """

    def __init__(self) -> None:
        self._lines = stdin()
        self._bom = codecs.BOM_UTF8

    def ask(self, prompt: str) -> str | None:
        """See :class:`Asks`."""
        click.echo(prompt, nl=False)
        try:
            data = self._lines.readline()
        except OSError as error:
            reason = f"读不了：{error.strerror or error}"
            raise InputError(reason, path=STDIN_NAME, hint=STDIN_HINT) from None
        try:
            line = data.removeprefix(self._bom).decode().rstrip("\r\n")
        except UnicodeDecodeError:
            click.echo()
            raise UnreadableError from None
        finally:
            self._bom = b""
        click.echo(visible(line))
        return line if data else None
