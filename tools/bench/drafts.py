"""A rule on its way into the pack: what it says, the signals that only it has, its two tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tools.bench.phrases import Phrase, take

_TIMED = re.compile(r"@(\d\d:\d\d-\d\d:\d\d)(.*)")
VARIANTS = 5
"""Rules of each special kind: enough to be seen in a profile."""


@dataclass(frozen=True)
class Draft:
    """One rule and its signals, as a rule file has them."""

    rule: Mapping[str, object]
    signals: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


class Words:
    """Hands out forbidden phrases to the rules, each once.

    :param source: where they come from.
    :ivar said: words that the phrases handed out so far match.
    :ivar count: how many there were.
    """

    def __init__(self, source: Iterator[Phrase]) -> None:
        self._source = source
        self.said: list[str] = []
        self.count = 0

    def next(self, count: int) -> list[Phrase]:
        """The next phrases.

        :raises ValueError: when there are not so many left.
        """
        taken = take(self._source, count)
        self.count += count
        self.said += [phrase.said for phrase in taken]
        return taken

    def patterns(self, count: int) -> tuple[str, list[str]]:
        """The next phrases as patterns, and what is said for a test: what the first one matches."""
        taken = self.next(count)
        return taken[0].said, [phrase.pattern for phrase in taken]


def rule(
    id_: str,
    judge: Mapping[str, object],
    *,
    flag: str,
    passes: str,
    category: str = "efficiency",
    aspect: str = "职责",
    severity: object = "warning",
    **more: object,
) -> dict[str, object]:
    """A rule with what all rules need.

    :param judge: the keys of its kind.
    :param flag: a call that it reports, marked; ``A`` the agent, ``C`` the customer,
        ``@00:01-00:05`` the times; lines are separated by ``/``.
    :param passes: a call that it does not.
    """
    return {
        "id": id_,
        "category": category,
        "aspect": aspect,
        "severity": severity,
        **judge,
        "say": f"{id_} 这一条没有做到。",
        "why": "内部质检标准有这一条。",
        "instead": "请按标准的话术说。",
        **more,
        "tests": [{"flag": _call(flag)}, {"pass": _call(passes)}],
    }


def _call(lines: str) -> str:
    return "\n".join(map(_line, lines.split("/")))


def _line(line: str) -> str:
    side = {"A": "坐席：", "C": "客户："}[line[0]]
    timed = _TIMED.fullmatch(line[1:])
    return f"[{timed[1]}] {side}{timed[2]}" if timed else side + line[1:]
