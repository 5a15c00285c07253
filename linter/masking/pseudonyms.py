"""Names for agents in place of their own: whoever reads a report need not know who it is."""

from __future__ import annotations

from itertools import chain, count
from typing import Literal

from linter.model import Call


class Pseudonyms:
    """``坐席01``, ``坐席02`` … in the order in which agents appear.

    Nothing of the agent is in the name, so nothing can be derived from it; the same input in the
    same order gets the same names. Keep one for a whole run.

    :param lang: whether they are ``坐席01`` or ``Agent 01``.
    """

    def __init__(self, lang: Literal["zh", "en"] = "zh") -> None:
        self._format = "坐席{:02}" if lang == "zh" else "Agent {:02}"
        self._numbers: dict[str, int] = {}

    def of(self, key: str) -> str:
        """The agent's name here.

        :param key: what tells agents apart, see :func:`agent_key`; nobody's is empty, and so is
            the name.
        """
        if not key:
            return ""
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        return self._format.format(number)


class Apart:
    """Names that masking made the same, told apart again: ``某乙``, ``某乙 2``.

    Keep one for a whole run, or figures of several teams are added up as if they were one.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, key: str, name: str) -> str:
        """The name here of what has a name.

        :param key: what tells it from others, see :func:`team_key`.
        """
        if key not in self._names:
            taken = set(self._names.values())
            others = (f"{name} {number}" for number in count(2))
            self._names[key] = next(one for one in chain([name], others) if one not in taken)
        return self._names[key]


def agent_key(call: Call) -> str:
    """What tells the agent of a call from others: the id, else the name, else nothing."""
    return call.agent_key or call.agent_id or call.agent_name


def team_key(call: Call) -> str:
    """What tells the team of a call from others, its name masked or not."""
    return call.team_key or call.team
