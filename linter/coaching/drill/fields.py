"""A JSON object whose every value is asked for by key and kind, and has no other keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from linter.calls.place import Place
from linter.errors import InputError

Kind = TypeVar("Kind")

_AGAIN = "检查这一行，或用 huashu examples 重新写"
_KINDS = {str: "文字", int: "整数", list: "一列 […]"}


class Fields:
    """An object's values, asked for by key and kind.

    :param what: what it is, for errors; empty for the record itself.
    :raises InputError: for a key that is missing or that nobody knows.
    """

    def __init__(
        self, value: Any, place: Place, what: str, needed: Collection[str], more: Collection[str]
    ) -> None:
        self._place, self._what = place, what
        if not isinstance(value, dict):
            raise self.error("要是一个对象 {…}")
        for key in sorted(needed):
            if key not in value:
                raise self.error(f"没有 {key}")
        for key in value:
            if key not in needed and key not in more:
                raise self.error(f"不认识的键 {key}")
        self._value: Mapping[str, Any] = value

    def error(self, message: str) -> InputError:
        """What is wrong with it."""
        return self._place.error(f"{self._what} {message}".strip(), _AGAIN)

    def get(self, key: str, kind: type[Kind], default: Kind | None = None) -> Kind:
        """The value of a key.

        :param default: in place of one that need not be there.
        :raises InputError: when it is of another kind.
        """
        value = self._value.get(key, default)
        # True is no number.
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            raise self.error(f"{key} 要是{_KINDS[kind]}")
        return value

    def one_of(self, key: str, known: Collection[Any]) -> Any:
        """The value of a key, of which only some are known."""
        value = self._value.get(key)
        if not isinstance(value, str | int) or isinstance(value, bool) or value not in known:
            raise self.error(f"{key} 要是{'、'.join(map(str, known))}之一")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self.get(key, list, [])
        if not all(isinstance(item, str) for item in value):
            raise self.error(f"{key} 要是一列文字")
        return tuple(value)

    def index(self, key: str, least: int, most: int) -> int:
        """A number within bounds, both included."""
        value = self.get(key, int)
        if not least <= value <= most:
            raise self.error(f"{key} 要在 {least} 和 {most} 之间")
        return value
