"""``huashu completion``: what makes a shell complete the command line."""

from __future__ import annotations

import click

from linter.cli.common import about, help_option
from linter.cli.completing import SHELLS, script


@click.command(
    help=about(
        "打印命令行补全的脚本：按 Tab 补全子命令、选项、规则名、格式。",
        "Print the script by which a shell completes verbs, options, rules and formats.",
    ),
    epilog=about(
        '在 ~/.bashrc 里写 eval "$(huashu completion bash)"；zsh 写在 ~/.zshrc。',
        'Put eval "$(huashu completion bash)" into ~/.bashrc; with zsh, into ~/.zshrc.',
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@help_option
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script."""
    group = context.find_root().command
    assert isinstance(group, click.Group)
    click.echo(script(shell, group), nl=False)
