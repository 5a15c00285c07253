"""What a user may say about inputs that do not say it themselves."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from linter.calls.fields import fold
from linter.calls.roles import RoleWords
from linter.errors import UsageError
from linter.frozen import dataclass
from linter.model import ROLES, Role


class ByPath(Protocol):
    """What is said of some inputs only. It goes to other processes, so it can be pickled."""

    def options(self, name: str, options: ReadOptions) -> ReadOptions:
        """How an input is to be read.

        :param name: its path, or what it is called without one.
        :param options: what is said of all inputs.
        """

    def leaves_out(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether a file is not to be read at all, or nothing in a folder."""


@dataclass(frozen=True)
class ReadOptions:
    """How inputs are to be read.

    :ivar source: the format's name, when it is not to be detected.
    :ivar agent_channel: the channel or speaker number that is the agent's, where an input has
        only these; every other one is the customer's then.
    :ivar roles: (word, role): what the company calls its speakers; goes before the built-in words.
    :ivar columns: (field, column's name): the columns of a table that are not found by name.
    :ivar sheet: the only sheet of a workbook to be read; all of them when empty.
    :ivar by_path: what is said of some inputs only.
    """

    source: str | None = None
    agent_channel: str = ""
    roles: tuple[tuple[str, Role], ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    by_path: ByPath | None = field(default=None, compare=False)

    def of(self, name: str) -> ReadOptions:
        """What holds for one input.

        :param name: its path, or what it is called without one.
        """
        return self.by_path.options(name, self) if self.by_path else self

    @cached_property
    def words(self) -> RoleWords:
        """The role words in force."""
        return RoleWords(dict(self.roles))

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in self.__dict__.items() if key != "words"}


COLUMN_FIELDS = ("call", "role", "text", "speaker", "start", "end", "dialogue")
"""The fields of a table a column can be given for."""
COLUMN_WORDS = {
    "通话": "call",
    "通话id": "call",
    "角色": "role",
    "内容": "text",
    "说话人": "speaker",
    "开始": "start",
    "结束": "end",
    "对话": "dialogue",
}


def parse_roles(said: tuple[str, ...]) -> tuple[tuple[str, Role], ...]:
    """Read ``王丽=agent``, again and again.

    :raises UsageError: for anything else.
    """
    found: list[tuple[str, Role]] = []
    for one in said:
        word, equals, wanted = one.rpartition("=")
        role = RoleWords().parse(wanted.strip())
        if not equals or not word.strip() or role is None or role.speaker:
            raise UsageError(
                f"读不懂 --role {one}",
                hint=f"写成 词=角色，如 王丽=agent；角色有 {'、'.join(ROLES)}",
            )
        found.append((word.strip(), role.role))
    return tuple(found)


def parse_columns(said: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Read ``内容=通话文字``, again and again.

    :raises UsageError: for anything else.
    """
    found: list[tuple[str, str]] = []
    for one in said:
        field, equals, column = one.partition("=")
        name = COLUMN_WORDS.get(fold(field), fold(field))
        if not equals or not column.strip() or name not in COLUMN_FIELDS:
            raise UsageError(
                f"读不懂 --column {one}",
                hint="写成 字段=列名，如 内容=通话文字；字段有 "
                + "、".join([*COLUMN_WORDS, *COLUMN_FIELDS]),
            )
        found.append((name, column.strip()))
    return tuple(found)
