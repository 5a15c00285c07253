"""The situations in which answers are compared, and the rules that judge the answer.

They come from the rules: what triggers a rule is a moment in which something is asked of the
agent, and the rule says whether it was done. Rules with a trigger of the same kind share a
situation; a company's own triggers make situations of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from linter.frozen import dataclass
from linter.rulebook.references import triggers
from linter.rulebook.types import Measure, Ref, Require, Rule, RuleBook, Steps

Place = Literal["", "opening", "closing"]


@dataclass(frozen=True, slots=True)
class Situation:
    """A kind of moment.

    :ivar name: for programs; stable.
    :ivar signals: any of these makes it; none where it is a place in the call.
    :ivar praised: whether it went well only when a rule has praised it.
    """

    name: str
    zh: str
    en: str
    signals: tuple[str, ...] = ()
    where: Place = ""
    praised: bool = False


ANY = Situation("any", "所有情境合起来", "All situations together")
"""A call counts once, and went well when every moment in it did."""

OPENING = Situation("opening", "开场", "Opening", where="opening")
CLOSING = Situation("closing", "结束", "Closing", where="closing")

KNOWN = (
    OPENING,
    Situation(
        "upset",
        "客户着急、生气、受了损失",
        "The customer is upset or was harmed",
        ("情绪", "受损", "被冒犯", "丧亲"),
    ),
    Situation(
        "complaint", "客户要投诉", "The customer complains formally", ("投诉诉求", "投诉声明")
    ),
    Situation(
        "manager",
        "客户要找领导、要人回电",
        "The customer demands a manager or a call back",
        ("找人诉求",),
    ),
    Situation(
        "stop",
        "客户不肯说、让别再问",
        "The customer refuses to tell or to be asked",
        ("拒答或叫停",),
    ),
    Situation("again", "客户不是第一次来电", "Not the first call about it", ("重复来电", "被转过")),
    Situation("suggests", "客户提建议", "The customer suggests something", ("客户建议",)),
    Situation("thanks", "客户夸奖", "The customer praises", ("客户夸奖",)),
    Situation("refused", "坐席说办不到", "The agent says no", ("说办不到",), praised=True),
    CLOSING,
)


@dataclass(frozen=True, slots=True)
class Watched:
    """A situation as a rule book knows it.

    :ivar refs: what makes the moment, as the rules' triggers have it.
    :ivar rules: ids of the rules that judge the answer.
    :ivar wanted: signals that these rules look for in the answer.
    :ivar by_agent: whether it is the agent's own words that make it.
    """

    situation: Situation
    refs: tuple[Ref, ...]
    rules: tuple[str, ...]
    wanted: tuple[Ref, ...]
    by_agent: bool = False


def watched(book: RuleBook) -> tuple[Watched, ...]:
    """The situations that a book's rules know, in the order of a call; its own ones last."""
    rules = [rule for rule in book.rules if _judges_calls(rule)]
    own = [
        Situation(f"signal:{name}", f"出现“{name}”", f"Signal {name}", (name,))
        for name in _own_triggers(book, rules)
    ]
    found = (_watched(book, situation, rules) for situation in (*KNOWN[:-1], *own, CLOSING))
    return tuple(one for one in found if one is not None)


def _judges_calls(rule: Rule) -> bool:
    kinds = rule.applies.get("kind", ("call",))
    return "call" in kinds and not isinstance(rule.judge, Measure)


def _watched(book: RuleBook, situation: Situation, rules: list[Rule]) -> Watched | None:
    refs: dict[Ref, None] = {}
    judging: list[Rule] = []
    for rule in rules:
        begins = [ref for ref in triggers(rule) if ref.name in situation.signals]
        at_place = isinstance(rule.judge, Require) and rule.judge.where == situation.where
        if rule.praise == situation.praised and (begins or (situation.where and at_place)):
            refs |= dict.fromkeys(begins)
            judging.append(rule)
    if not judging:
        return None
    wanted = dict.fromkeys(ref for rule in judging for ref in _wanted(rule))
    by_agent = any(book.signals[ref.name].who == "agent" for ref in refs)
    return Watched(
        situation, tuple(refs), tuple(rule.id for rule in judging), tuple(wanted), by_agent
    )


def _wanted(rule: Rule) -> tuple[Ref, ...]:
    match rule.judge:
        case Require() as spec:
            return spec.signals
        case Steps() as spec if rule.praise:
            return tuple(ref for step in spec.steps[1:] for ref in step.signals)
    return ()


def _own_triggers(book: RuleBook, rules: Iterable[Rule]) -> Iterator[str]:
    """Customers' signals that trigger rules none of whose triggers is in a known situation."""
    known = {name for situation in KNOWN for name in situation.signals}
    seen: set[str] = set()
    for rule in rules:
        names = [ref.name for ref in triggers(rule) if ref.slot is None]
        if rule.praise or known.intersection(names) or not isinstance(rule.judge, Require):
            continue
        for name in names:
            signal = book.signals.get(name)
            if signal is not None and signal.who == "customer" and name not in seen:
                seen.add(name)
                yield name
