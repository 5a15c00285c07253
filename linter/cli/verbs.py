"""Verbs that are imported when they are called: a run needs one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from linter.lazy import Imports

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """A group that knows its verbs by name and short help until one of them is asked for.

    In ``commands`` there are stand-ins that know no more than that.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._places: dict[str, str] = {}

    def add_verb(self, name: str, place: str, short_help: str) -> None:
        """Add a verb.

        :param place: ``module:name`` of its :class:`click.Command`.
        :param short_help: what the group's help says of it.
        """
        self.add_command(click.Command(name, short_help=short_help))
        self._places[name] = place

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb itself, or ``None`` when there is none of that name."""
        verbs: Imports[click.Command] = Imports(self._places)
        # Not .get(): what a module raises as it is imported must not pass for a missing verb.
        return verbs[cmd_name] if cmd_name in verbs else super().get_command(ctx, cmd_name)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The verbs that begin so, of which none is imported, and the group's own options."""
        from click.shell_completion import CompletionItem

        verbs = [
            CompletionItem(name, help=self.commands[name].short_help)
            for name in self.list_commands(ctx)
            if name.startswith(incomplete)
        ]
        # Not the group's own: that one asks every verb.
        return [*verbs, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs, which needs none of them."""
        names = self.list_commands(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.commands[name].short_help or "") for name in names])
