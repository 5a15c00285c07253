"""What a trainee has answered, in an SQLite database that is the trainee's own.

There is one row for each answer, which also says where its card went; so every answer is one
insertion, and none is lost when the process ends in the middle of the next. Where a card stands is
its last row. A database is known by its ``application_id``, and ``user_version`` is that of its
tables (https://www.sqlite.org/pragma.html#pragma_application_id).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from operator import itemgetter
from types import TracebackType
from typing import Any, NamedTuple

from linter.coaching.drill.database import explained, opened
from linter.coaching.drill.leitner import State, moved

Row = tuple[Any, ...]

_MANY = 500
"""Ids that are asked for at once; SQLite may take 999 parameters."""


class Answer(NamedTuple):
    """One answer that was given.

    :ivar day: ``YYYY-MM-DD``.
    :ivar hinted: whether a hint was asked for first.
    :ivar text: what was said; ``None`` when that was not to be kept.
    :ivar state: where the card went.
    """

    card: str
    day: str
    passed: bool
    hinted: bool
    text: str | None
    state: State


class Progress:
    """The answers in a database, made when the first of them comes.

    It is to be used in a ``with`` block.

    :param path: its file.
    :param writes: whether anything is to be written; then it is looked at once whether it can be.
    :raises UsageError: when there is another thing of that name, or it is damaged, newer than this
        program, locked or cannot be written. Then nothing has been changed.
    """

    def __init__(self, path: str, *, writes: bool) -> None:
        self.path = path
        self._connection = opened(path, writes=writes)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._connection is not None:
            self._connection.close()

    def states(self, cards: Iterable[str]) -> dict[str, State]:
        """Where those of some cards stand that were answered."""
        return {answer.card: answer.state for answer in self.answers(cards)}

    def answers(self, cards: Iterable[str]) -> list[Answer]:
        """All answers to some cards, the oldest first."""
        rows: list[Row] = []
        with self._explained():
            for some in _parts(sorted(set(cards))):
                rows += self._rows(f"{_SELECT} WHERE card IN ({_marks(some)})", some)
        return [_answer(row) for row in sorted(rows, key=itemgetter(0))]

    def keep(self, card: str, day: str, *, passed: bool, hinted: bool, text: str | None) -> State:
        """Write one answer down, and say where its card goes.

        Whoever else answers the same card at the same time comes before or after this.
        """
        assert self._connection is not None
        with self._explained(), self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            last = self._rows(f"{_SELECT} WHERE card = ? ORDER BY id DESC LIMIT 1", [card])
            state = moved(_answer(last[0]).state if last else None, passed, day)
            connection.execute(_INSERT, (card, day, passed, hinted, text, *state))
        return state

    def forget(self, cards: Iterable[str]) -> int:
        """Remove all answers to some cards, and say how many there were."""
        if self._connection is None:
            return 0
        gone = 0
        with self._explained(), self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            for some in _parts(sorted(set(cards))):
                done = connection.execute(
                    f"DELETE FROM answers WHERE card IN ({_marks(some)})", some
                )
                gone += done.rowcount
        return gone

    def _rows(self, query: str, values: Sequence[str]) -> list[Row]:
        if self._connection is None:
            return []
        with closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise explained(error, self.path) from None


_SELECT = "SELECT id, card, day, passed, hinted, answer, box, due FROM answers"
_INSERT = (
    "INSERT INTO answers (card, day, passed, hinted, answer, box, due) VALUES (?, ?, ?, ?, ?, ?, ?)"
)


def _answer(row: Row) -> Answer:
    _, card, day, passed, hinted, text, box, due = row
    return Answer(card, day, bool(passed), bool(hinted), text, State(box, due))


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + _MANY] for at in range(0, len(ids), _MANY))


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))
