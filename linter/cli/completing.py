"""What a shell offers when the user presses Tab.

Shells ask by starting the command with ``_HUASHU_COMPLETE`` set
(https://click.palletsprojects.com/en/stable/shell-completion/). Options name the functions below;
nothing is imported for them until one is called.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from linter.errors import HuashuError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from linter.rulebook.types import RuleBook

VARIABLE = "_HUASHU_COMPLETE"
"""The environment variable by which a shell asks."""
SHELLS = ("bash", "zsh", "fish")


def answer(group: click.Group) -> bool:
    """Print what the shell asks for, and whether it was understood.

    :param group: the command itself.
    """
    from click.shell_completion import shell_complete

    return not shell_complete(group, {}, "huashu", VARIABLE, os.environ[VARIABLE])


def script(shell: str, group: click.Group) -> str:
    """What a shell has to run in order to ask.

    :param shell: one of :data:`SHELLS`.
    """
    from click.shell_completion import get_completion_class

    asking = get_completion_class(shell)
    assert asking is not None
    return asking(group, {}, "huashu", VARIABLE).source()


def files(
    _context: click.Context, _option: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Files and folders, which the shell knows best."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def formats(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[str]:
    """Formats of reports; the file after ``=`` is not completed."""
    from linter.reports import FORMATS

    return _beginning(incomplete, FORMATS)


def rule_ids(context: click.Context, _argument: click.Parameter, incomplete: str) -> list[str]:
    """The rules there are."""
    return [
        rule.id for book in _books(context) for rule in book.rules if rule.id.startswith(incomplete)
    ]


def profile_names(context: click.Context, _option: click.Parameter, incomplete: str) -> list[str]:
    """Profiles; after a comma the next one."""
    names = (profile.name for book in _books(context) for profile in book.profiles)
    return _listed(incomplete, names)


def schemes(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[Any]:
    """Schemes that come with the program, and files."""
    from click.shell_completion import CompletionItem

    from linter.scoring.examples import examples

    return _beginning(incomplete, examples()) or [CompletionItem(incomplete, type="file")]


def selectable(context: click.Context, _option: click.Parameter, incomplete: str) -> list[str]:
    """Rules, categories and packs; after a comma the next one."""
    from linter.triage.select import known_names

    return _listed(incomplete, (name for book in _books(context) for name in known_names(book)))


def _beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if name.startswith(incomplete))


def _listed(incomplete: str, names: Iterable[str]) -> list[str]:
    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in _beginning(last, names)]


def _books(context: click.Context) -> Iterator[RuleBook]:
    """The rules the command would use; none where they are not sound, which Tab cannot tell."""
    from linter.cli.common import load_book

    with suppress(HuashuError, OSError):
        yield load_book(context.params.get("rules") or _configured_rules())


def _configured_rules() -> tuple[str, ...]:
    """Those of the nearest configuration: which one is named, a completion is not told."""
    from linter.config.reading import read_config
    from linter.config.search import find

    found = find(os.getcwd())
    setting = read_config(found.path).config.settings.get("rules") if found else None
    return setting.words if setting else ()
