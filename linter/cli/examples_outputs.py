"""Where the files of an example set go."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import IO, Any

from linter.cli.inputs import STDIN
from linter.cli.output import unwritable
from linter.cli.targets import Target, claim
from linter.coaching.examples.formats import FORMATS
from linter.coaching.examples.making import ExampleSet
from linter.coaching.examples.origins import origin_lines
from linter.errors import UsageError
from linter.reports import Lang

ORIGINS = "origins"
"""What the key file is called among the formats."""


class SetTarget(Target):
    """One file that is wanted, in a format of example sets."""

    __slots__ = ()

    @property
    def binary(self) -> bool:
        """Whether it is bytes."""
        return self.format != ORIGINS and FORMATS[self.format].binary


def set_targets(
    format_: str, output: str | None, also: Sequence[SetTarget], origins: str | None
) -> tuple[SetTarget, ...]:
    """All files that are wanted, that of ``--format`` and ``-o`` first.

    :raises UsageError: when two of them would go to one place, or bytes to a terminal; when the
        key file would go where everybody sees it.
    """
    wanted = [SetTarget(format_, None if output == STDIN else output), *also]
    if origins == STDIN:
        raise UsageError("--origins 要写到文件里", hint="给一个文件名，和样例集分开放")
    wanted += [SetTarget(ORIGINS, origins)] if origins else []
    claimed: dict[str | None, Target] = {}
    for target in wanted:
        if target.path is None and target.binary and sys.stdout.isatty():
            raise UsageError(
                f"{target.format} 不是文字，不能写到屏幕上", hint="用 -o FILE 写到文件"
            )
        claim(target, claimed)
    return tuple(wanted)


def write_set(
    made: ExampleSet, wanted: Iterable[SetTarget], outs: Iterable[IO[Any]], lang: Lang
) -> None:
    """Write a set in all its formats.

    :raises UsageError: when a file cannot be written any more.
    """
    for target, out in zip(wanted, outs, strict=True):
        try:
            for piece in _pieces(made, target.format, lang):
                out.write(piece)
        except BrokenPipeError:
            raise
        except OSError as error:
            if target.path is None:
                raise
            raise unwritable(target.path, error) from None


def _pieces(made: ExampleSet, format_: str, lang: Lang) -> Iterable[str | bytes]:
    return origin_lines(made) if format_ == ORIGINS else FORMATS[format_](lang).text(made)
