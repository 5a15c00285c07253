"""The members of a JSON object that a vendor wrote, read one by one and checked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from linter.calls.canonical import MOST_MS
from linter.calls.place import Place
from linter.calls.strict_json import decode_json
from linter.errors import InputError

Unit = Literal["us", "ms", "10ms", "s"]
_MILLIS: Mapping[Unit, float] = {"us": 0.001, "ms": 1, "10ms": 10, "s": 1000}


class Members:
    """One JSON object; what nobody asks it for is kept.

    Every method takes the names under which the vendor's versions have the field, and reads the
    first that is there; ``null`` counts as absent. A list or an object may also stand there as a
    string of JSON, as some vendors and most queues have it.

    :param value: what the JSON decoder made of it.
    :param place: where it stands; errors name the path inside.
    :raises InputError: when it is no object.
    """

    def __init__(self, value: object, place: Place) -> None:
        if not isinstance(value, Mapping):
            raise place.error("要是一个 JSON 对象")
        self.place = place
        self._value: Mapping[str, Any] = value
        self._asked: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return self._value.get(name) is not None

    def value(self, *names: str) -> Any:
        """The member as it is, or ``None``."""
        self._asked.update(names)
        for name in names:  # a long call asks a million times: no generator
            value = self._value.get(name)
            if value is not None:
                return value
        return None

    def at(self, *names: str) -> Place:
        """Where the member stands, or would; a member without a name is the value itself."""
        name = next((name for name in names if name in self), names[0])
        return self.place.inside(name) if name else self.place

    def string(self, *names: str) -> str:
        """A string, empty when absent; an integer is taken as written, for ids.

        :raises InputError: when it is neither.
        """
        value = self.value(*names)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self.at(*names).error("要是字符串")
        return str(value)

    def number(self, *names: str) -> float | None:
        """A number, or a string that is one.

        :raises InputError: when it is neither.
        """
        value = self.value(*names)
        if value is None or value == "":
            return None
        try:
            if isinstance(value, bool):
                raise TypeError
            found = float(value)
        except (TypeError, ValueError, OverflowError):
            raise self.at(*names).error("要是数") from None
        if not math.isfinite(found):
            raise self.at(*names).error("要是数")
        return found

    def ms(self, *names: str, unit: Unit = "ms") -> int | None:
        """A time in milliseconds.

        :param unit: what the vendor counts in.
        :raises InputError: when it is no number, or none that a time can be.
        """
        value = self.number(*names)
        if value is None:
            return None
        found = value * _MILLIS[unit]
        if abs(found) > MOST_MS:
            raise self.at(*names).error("这个时间太大了", "检查单位")
        return round(found)

    def decoded(self, *names: str) -> Any:
        """The member, or the value that it holds as a string of JSON.

        :raises InputError: for a string that is not JSON; a blank one counts as absent.
        """
        value = self.value(*names)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return decode_json(value, Place(""))
        except InputError as error:
            # Its line and column would be those inside the string.
            raise self.at(*names).error(f"这个字符串{error.message}", error.hint) from None

    def rows(self, *names: str) -> Iterator[Members]:
        """The objects of a list; none when it is absent.

        :raises InputError: when it is no list, or not one of objects.
        """
        place = self.at(*names)
        value = self.decoded(*names)
        if value is None:
            return
        if not isinstance(value, list):
            raise place.error("要是一个列表")
        for number, row in enumerate(value):
            yield Members(row, place.inside(number))

    def inside(self, *names: str) -> Members:
        """The object there; an empty one when it is absent.

        :raises InputError: when it is no object.
        """
        place = self.at(*names)
        value = self.decoded(*names)
        return Members({} if value is None else value, place)

    def rest(self, *dropped: str) -> dict[str, Any]:
        """The members nobody has asked for.

        :param dropped: names that say nothing that is not kept elsewhere.
        """
        left = self._asked.union(dropped)
        return {name: value for name, value in self._value.items() if name not in left}
