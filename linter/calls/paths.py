"""All calls of some files and folders, for programs; the command line reads on after an error."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping

from linter.calls.inputs import find_inputs
from linter.calls.options import ReadOptions, parse_columns, parse_roles
from linter.calls.reading import read_path
from linter.model import Call, Role


def read_calls(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    source: str | None = None,
    agent_channel: str | int = "",
    roles: Mapping[str, Role] | None = None,
    columns: Mapping[str, str] | None = None,
    sheet: str = "",
) -> Iterator[Call]:
    """Read calls one after the other, as they are asked for; nothing is kept.

    :param paths: files, folders and globs, or one of these; see
        :func:`linter.calls.find_inputs`. Each file is read once.
    :param source: the format's name, when it is not to be detected.
    :param agent_channel: the channel or speaker number that is the agent's, for inputs that have
        only these.
    :param roles: what the company calls its speakers, to their roles.
    :param columns: names of a table's columns by what they hold, for those not found by name:
        ``call``, ``role``, ``text``, ``speaker``, ``start``, ``end``, ``dialogue``.
    :param sheet: the only sheet of workbooks to be read.
    :raises InputError: for a file that cannot be opened, decoded or read as that format; good
        calls may have come before it.
    :raises UsageError: for a path that names nothing, and when there is no format, role or field
        of that name.
    """
    if isinstance(paths, str | os.PathLike):
        paths = (paths,)
    options = ReadOptions(
        source,
        str(agent_channel),
        parse_roles(tuple(f"{word}={role}" for word, role in (roles or {}).items())),
        parse_columns(tuple(f"{field}={name}" for field, name in (columns or {}).items())),
        sheet,
    )
    for path in find_inputs([os.fspath(path) for path in paths]):
        yield from read_path(path, options=options)
