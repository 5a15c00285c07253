"""``huashu lint --jobs``: the inputs of a command line, shared out among processes."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Any

from linter.batch import Done, End, Input, Lost, Stream, Work, lint_shared
from linter.cli.inputs import STDIN_HINT, STDIN_NAME, Inputs, stdin
from linter.errors import InputError


def lint_inputs(inputs: Inputs, work: Work, jobs: int) -> Generator[Done, None, None]:
    """Calls that were linted, in the order of the inputs; what else there is goes to ``inputs``.

    Close it to end the processes.
    """
    with closing(lint_shared(_opened(inputs), work, jobs, inputs.options)) as events:
        for event in events:
            if isinstance(event, End):
                inputs.end(event.error, found=event.found)
            elif isinstance(event, Lost):
                inputs.skip(event.error)
            else:
                for told in event.told:
                    inputs.told(told)
                yield event


def pieces(inputs: Inputs, work: Work, jobs: int) -> Iterator[Any]:
    """What was made of each call, in the order of the inputs, for work that makes one thing of it.

    The parameters are those of :func:`lint_inputs`.
    """
    with closing(lint_inputs(inputs, work, jobs)) as results:
        for done in results:
            yield from done.pieces


def _opened(inputs: Inputs) -> Iterator[Input]:
    for given in inputs.named():
        if given is not None:
            yield given
            continue
        try:
            yield Stream(stdin(), STDIN_NAME, STDIN_HINT)
        except InputError as error:
            yield error
