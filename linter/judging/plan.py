"""What can be said of a book's rules before any call is there: who wakes which rule, and when."""

from __future__ import annotations

from collections.abc import Mapping

from linter.frozen import dataclass
from linter.judging.idle import idle, wakers
from linter.judging.outcome import Outcome
from linter.rulebook.references import references
from linter.rulebook.types import Rise, RuleBook
from linter.signals.prepared import Order

_UNTIMED = ("characters", "repetition")
"""What can be measured of a turn whose times are not known."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rules of a book are gone through; rules go by their number in it.

    :ivar idle: the outcome of each rule that nothing wakes; ``None``: it has to be judged.
    :ivar awake: the rules that are judged in every call.
    :ivar wakes: signal → the rules that are judged where the signal may have hits of its own.
    :ivar second: the rules over findings.
    :ivar ceilings: for the signals of these, the highest level.
    :ivar timed: the rules that cannot be fully judged without times.
    """

    idle: tuple[Outcome | None, ...]
    awake: tuple[int, ...]
    wakes: Mapping[str, tuple[int, ...]]
    second: tuple[int, ...]
    ceilings: Mapping[str, int]
    timed: frozenset[int]

    @classmethod
    def of(cls, book: RuleBook) -> Plan:
        """The plan for a book."""
        outcomes = tuple(map(idle, book.rules))
        awake: list[int] = []
        wakes: dict[str, list[int]] = {}
        second: list[int] = []
        ceilings: dict[str, int] = {}
        own = Order.of(book.signals).own
        signals = {name for name, members in own.items() if any(_timed(book, m) for m in members)}
        timed = frozenset(
            number
            for number, rule in enumerate(book.rules)
            if any(ref.name in signals for ref in references(rule))
        )
        for number, (rule, outcome) in enumerate(zip(book.rules, outcomes, strict=True)):
            if isinstance(rule.judge, Rise):
                second.append(number)
                ceilings[rule.judge.signal] = _ceiling(book, rule.judge.signal)
                continue
            needs = wakers(rule)
            # Whoever has nothing to judge may still have to say that it could not be judged.
            silent = outcome is not None and (
                outcome.status == "not_applicable" or number not in timed
            )
            if needs is None or not silent:
                awake.append(number)
                continue
            for name in sorted({one for ref in needs for one in own[ref.name]}):
                wakes.setdefault(name, []).append(number)
        return cls(
            outcomes,
            tuple(awake),
            {name: tuple(numbers) for name, numbers in wakes.items()},
            tuple(second),
            ceilings,
            timed,
        )


def _timed(book: RuleBook, name: str) -> bool:
    """Whether a signal's own hits cannot be told without times."""
    spec = book.signals[name]
    timed = spec.measure is not None and spec.measure.of not in _UNTIMED
    return timed or (spec.at is not None and spec.at.seconds)


def _ceiling(book: RuleBook, signal: str) -> int:
    """The highest level of a signal or of the members whose hits count as its own."""
    spec = book.signals[signal]
    own = [pattern.level for pattern in spec.patterns]
    own += [spec.learned.level] if spec.learned else []
    return max([*own, *(_ceiling(book, member) for member in spec.members)], default=0)
