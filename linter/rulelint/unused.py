"""What no rule leads to: signals, word classes, context conditions, ways of giving a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.judging.diagnosis import SHOWN, TRIGGERS
from linter.judging.load import LOAD_SIGNAL
from linter.rulebook import notation
from linter.rulebook.references import references
from linter.rulebook.types import Pattern
from linter.rulelint.bench import Bench, closed, pattern_lists
from linter.rulelint.notices import Notice
from linter.signals.slots import READ_BACK, REFUSAL
from linter.signals.view import ENDINGS

ASKED_FOR = frozenset(
    (
        *(*ENDINGS, LOAD_SIGNAL, REFUSAL, READ_BACK),
        *(ref.name for ref in TRIGGERS),
        *(ref.name for shown in SHOWN.values() for ref in shown),
    )
)
"""Signals that judging itself asks for by name, whatever the rules do."""


def unused_signals(bench: Bench) -> Iterator[Notice]:
    """Signals no rule names, and no group that a rule names."""
    for name in _without(bench.book.signals, _led_to(bench)):
        yield _unused("signals", name, "信号", "写一条用它的规则")


def unused_conditions(bench: Bench) -> Iterator[Notice]:
    """Context conditions that no signal asks about."""
    specs = bench.book.signals.values()
    used = {name for spec in specs for name in (*spec.not_when, *spec.only_when)}
    for name in _without(bench.book.conditions, used):
        yield _unused("conditions", name, "语境条件", "写进信号的 not_when 或 only_when")


def unused_classes(bench: Bench) -> Iterator[Notice]:
    """Word classes that stand in no pattern, nor in a class that does."""
    inside = {
        name: {ref.name for nodes in groups.values() for ref in _refs(nodes)}
        for name, groups in bench.book.classes.items()
    }
    used = {ref.name for ref in _refs(pattern.node for pattern in _patterns(bench))}
    for name in _without(bench.book.classes, closed(used, inside)):
        yield _unused("classes", name, "词类", f"在短语里写 <{name}>")


def unused_slots(bench: Bench) -> Iterator[Notice]:
    """Ways of giving a value that no step asks about, or that belong to no group of a class."""
    asks = any(ref.is_state for rule in bench.book.rules for ref in references(rule))
    nodes = [pattern.node for spec in bench.book.signals.values() for pattern in spec.patterns]
    captured = {ref.name for ref in bench.classes_in(nodes) if ref.slot} if asks else set()
    groups = {group for name in captured for group in bench.book.classes[name]}
    for name in _without(bench.book.slots, groups):
        hint = "在规则的步骤里写 given(项=X)，在信号里写 <类 as 项>"
        yield _unused("slots", name, "信息项", hint)


def _led_to(bench: Bench) -> frozenset[str]:
    named = (bench.named(rule) for rule in bench.book.rules)
    return bench.with_members(ASKED_FOR.union(*named))


def _without(there: Mapping[str, object], used: Iterable[str]) -> list[str]:
    left_out = set(used)
    return [name for name in there if name not in left_out]


def _unused(section: str, name: str, what: str, hint: str) -> Notice:
    return Notice((section, name), f"没有规则用到{what} {name!r}", f"删掉它，或{hint}")


def _refs(nodes: Iterable[notation.Node]) -> Iterator[notation.ClassRef]:
    return (ref for node in nodes for ref in notation.classes_in(node))


def _patterns(bench: Bench) -> Iterator[Pattern]:
    book = bench.book
    for spec in book.signals.values():
        yield from spec.patterns
        yield from (pattern for _, patterns in pattern_lists(spec) for pattern in patterns)
    for condition in book.conditions.values():
        yield from (*condition.before, *condition.after, *condition.clause)
    for slot in book.slots.values():
        yield from (*slot.answer, *slot.volunteered)
