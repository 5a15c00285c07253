"""What kind of moment it is in which an agent speaks: by it a bad turn finds a good answer.

A moment has the name of the signal that rules take for a trigger: the customer is upset (情绪),
asks for a manager (找人诉求), will not say (拒答或叫停). So a company's own rules bring their own
moments with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.model import Evidence
from linter.rulebook.references import triggers
from linter.rulebook.types import Require, RuleBook
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

OPENING, CLOSING = "开头", "结尾"
"""The moments of what has to be said at a place of the call, whatever was said before."""


def moment_signals(book: RuleBook) -> tuple[str, ...]:
    """The customer's signals that any rule takes for a trigger, in the order of the rules."""
    names = (ref.name for rule in book.rules for ref in triggers(rule))
    return tuple(
        name
        for name in dict.fromkeys(names)
        if name in book.signals and book.signals[name].who != "agent"
    )


def answer_signals(book: RuleBook) -> tuple[str, ...]:
    """The kind words that rules require of an agent after a trigger, in the order of the rules."""
    specs = (rule.judge for rule in book.rules if rule.aspect == "话术")
    names = (ref.name for s in specs if isinstance(s, Require) and s.when for ref in s.signals)
    return tuple(name for name in dict.fromkeys(names) if name in book.signals)


def moments_before(
    view: CallView, names: Iterable[str], speaking: SpeakingTurn
) -> Iterator[tuple[str, int]]:
    """What the customer has just said that makes it a moment, and in which turn, nearest first.

    Just: since the agent last said something of substance.
    """
    since = max((t.last for t in view.agent_turns if t.number < speaking.number), default=-1)
    found = [
        (seen.hit.turn, name)
        for name in names
        for seen in view.standing(name)
        if since < seen.hit.turn < speaking.last and view.turns[seen.speaking].role == "customer"
    ]
    for turn, name in sorted(found, key=lambda one: -one[0]):
        yield name, turn


def moment_of(chain: Iterable[Evidence]) -> str:
    """The moment that a finding's evidence names; empty when it names none."""
    chain = tuple(chain)
    named = [plain(item.label) for item in chain if item.as_ == "trigger"]
    # A step's label is the step's name and what was seen.
    named += [
        plain(i.label).rpartition("：")[2] for i in chain if i.as_ == "step" and "：" in i.label
    ]
    return next(iter(named), "")


def plain(label: str) -> str:
    """A label without what is said of how sure it is, which quotes words of the call."""
    return label.partition("（")[0].strip()
