"""In what the engine's answer differs from the plain interpreter's, in words."""

from __future__ import annotations

import dataclasses
import traceback
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from linter.judged import Report
from linter.linting import Linter
from linter.model import Call
from tests.oracle import Judgement, Oracle
from tests.oracle.seen import Seen, SlotEvent, View

Key = Callable[[Any], Hashable]


def compare(oracle: Oracle, linter: Linter, call: Call) -> tuple[Judgement, list[str]]:
    """What the plain interpreter says, and every difference of the engine's report and view."""
    wanted = oracle.lint(call)
    # The report before anything else was asked of the call.
    try:
        found = list(in_report(wanted.report, linter.lint(call)))
        found += in_view(wanted.view, linter.view(call), oracle)
    except Exception:
        return wanted, [traceback.format_exc()]
    return wanted, found


def in_report(wanted: Report, got: Report) -> Iterator[str]:
    """Finding by finding, rule by rule, part by part."""
    for name in ("findings", "hidden"):
        key: Key = lambda f: (f.rule, f.turn, f.start, f.end)  # noqa: E731
        yield from _differences(name, key, getattr(wanted, name), getattr(got, name))
    yield from _differences("verdicts", lambda v: v.rule, wanted.verdicts, got.verdicts)
    yield from _differences("diagnosis", lambda p: p.name, wanted.diagnosis, got.diagnosis)
    for name in ("scores", "off"):
        yield from _values(name, getattr(wanted, name), getattr(got, name))


def in_view(wanted: View, got: Any, oracle: Oracle) -> Iterator[str]:
    """Turn by turn, signal by signal."""
    names = ("number", "role", "speaker", "text", "substantive", "first", "last")
    yield from _values("number of turns", len(wanted.turns), len(got.turns))
    for one, other in zip(wanted.turns, got.turns, strict=False):
        for name in names:
            yield from _values(
                f"turn {one.number}: {name}", getattr(one, name), getattr(other, name)
            )
        spans = [(at, at + 1) for at in range(len(one.text) if one.text == other.text else 0)]
        for name in ("locate", "quotes"):
            ours = [getattr(one, name)(*span) for span in spans]
            theirs = [getattr(other, name)(*span) for span in spans]
            yield from _values(f"turn {one.number} {one.text!r}: {name}", ours, theirs)
    for spec in oracle.book.signals.values():
        for name in ("seen", "taken_back"):
            yield from _differences(
                f"{name} of {spec.name}",
                lambda s: s.hit,
                getattr(wanted, name).get(spec.name, ()),
                [_as(Seen, seen) for seen in getattr(got, name).get(spec.name, ())],
            )
    yield from _differences(
        "slots",
        lambda e: (e.state, e.group, e.turn, e.start),
        wanted.slots,
        [_as(SlotEvent, event) for event in got.slots],
    )
    yield from _values("unjudged", dict(wanted.unjudged), dict(got.unjudged))


def _as(kind: type[Any], value: Any) -> Any:
    """The same fields as a value of ``kind``."""
    return kind(*(getattr(value, name) for name in _fields(kind)))


def _fields(kind: Any) -> Sequence[str]:
    """Of a dataclass or a named tuple, or a value of one."""
    named: Sequence[str] | None = getattr(kind, "_fields", None)
    return named or [field.name for field in dataclasses.fields(kind)]


def _differences(what: str, key: Key, wanted: Sequence[Any], got: Iterable[Any]) -> Iterator[str]:
    wanted, got = list(wanted), list(got)
    if wanted == got:
        return
    ones: Mapping[Hashable, Any] = {key(value): value for value in wanted}
    others: Mapping[Hashable, Any] = {key(value): value for value in got}
    for place in ones.keys() - others.keys():
        yield f"{what}: missing {ones[place]}"
    for place in others.keys() - ones.keys():
        yield f"{what}: too many {others[place]}"
    for place in ones.keys() & others.keys():
        one, other = ones[place], others[place]
        for name in _fields(one):
            where = f"{what}: {place}.{name}"
            yield from _values(where, getattr(one, name), getattr(other, name))
    if ones.keys() == others.keys() and (len(wanted), [*ones]) != (len(got), [*others]):
        yield f"{what}: in another order or number: {[*map(key, wanted)]}, got {[*map(key, got)]}"


def _values(what: str, wanted: object, got: object) -> Iterator[str]:
    if wanted != got:
        yield f"{what}: wanted {wanted!r}, got {got!r}"
