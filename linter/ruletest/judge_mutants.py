"""What can be changed in the way a rule judges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal

from linter.describing import ref_text
from linter.frozen import dataclass
from linter.rulebook.types import (
    Card,
    Forbid,
    Judge,
    Measure,
    Ref,
    Repeat,
    Require,
    Rise,
    Step,
    Steps,
    Unless,
)

JudgeKind = Literal["window", "excuse", "step", "join", "level", "layer"]

_COUNTS: Mapping[type, Mapping[str, int]] = {
    Forbid: {"within": 1},
    Require: {"within": 1, "before": 0, "credit": 0, "late": 0},
    Steps: {"span": 1},
    Repeat: {"within": 1},
    Measure: {"limit": 1, "within": 1},
    Rise: {"within": 1, "before": 1},
}
"""Numbers that are made one more and one less, and the least each may be."""

_EXCUSES: Mapping[type, tuple[str, ...]] = {
    Forbid: ("when", "until"),
    Require: ("settled", "nearly"),
    Steps: ("unless", "unless_turn"),
    Repeat: ("when", "then", "over"),
}
"""Lists of signals that keep a rule from reporting, each dropped whole."""

_LIMITS: Mapping[type, Mapping[str, object]] = {
    Forbid: {"which": "each"},
    Require: {"which": "each", "every": False},
    Steps: {"any_order": False},
    Measure: {"hits": False},
}
"""What narrows a rule down or loosens it, and the value it has when nothing is said."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing changed.

    :ivar what: what it is, in the rule file's words.
    """

    kind: JudgeKind
    what: str
    judge: Judge


def judge_changes(judge: Judge) -> Iterator[Change]:
    """Every change of the tables and of the kind's own that this judge has room for."""
    kind = type(judge)
    for name, least in _COUNTS.get(kind, {}).items():
        if _counts(judge, name):
            yield from _off_by_one(judge, name, least)
    for name in _EXCUSES.get(kind, ()):
        if refs := getattr(judge, name):
            yield Change("excuse", f"去掉 {name}：{_named(refs)}", _with(judge, name, ()))
    for name, default in _LIMITS.get(kind, {}).items():
        if getattr(judge, name) != default:
            yield Change("excuse", f"去掉 {name}", _with(judge, name, default))
    match judge:
        case Forbid():
            yield from _place_changes(judge, "unless")
            yield from _place_changes(judge, "only_if")
        case Steps():
            yield from _step_changes(judge)
            yield from _join_changes(judge)
        case Repeat(card=Card() as card):
            yield from _card_changes(judge, card)
        case Rise():
            yield Change("layer", "去掉 after 的类别", replace(judge, categories=()))
    for ref, changed in _variants(judge, _any_level):
        yield Change("level", f"{ref_text(ref)} → {ref.name}", changed)


def _card_changes(judge: Repeat, card: Card) -> Iterator[Change]:
    """Each kind of evidence dropped; single points are fitted, not to be told from their next."""
    for name in ("between", "next", "here"):
        if points := getattr(card, name):
            what = f"去掉 points {name}：{_named(tuple(ref for ref, _ in points))}"
            changes: dict[str, Any] = {name: ()}
            yield Change("excuse", what, replace(judge, card=replace(card, **changes)))


def _counts(judge: Judge, name: str) -> bool:
    """Whether a number of the judge has a meaning there."""
    match judge:
        case Forbid():
            return bool(judge.when)
        case Require():
            return name in _numbers_of(judge)
        case Measure():
            return judge.within > 0 if name == "within" else judge.of not in ("mixed", "slots")
    return True


def _numbers_of(judge: Require) -> tuple[str, ...]:
    """The numbers that say where a requirement is looked for."""
    if judge.before is not None:
        return ("before",)
    # ``within`` 0 reaches to the end of the call: nothing comes late.
    to_end = not judge.within
    if judge.where is not None:
        return () if judge.where == "anywhere" or to_end else ("within",)
    return ("credit",) if to_end else ("within", "credit", "late")


def _off_by_one(judge: Judge, name: str, least: int) -> Iterator[Change]:
    number = getattr(judge, name)
    for changed in (number - 1, number + 1):
        if changed >= least:
            yield Change("window", f"{name}: {number} → {changed}", _with(judge, name, changed))


def _place_changes(judge: Forbid, name: Literal["unless", "only_if"]) -> Iterator[Change]:
    places: tuple[Unless, ...] = getattr(judge, name)
    for at, place in enumerate(places):
        before, after = places[:at], places[at + 1 :]
        what = f"{name} {place.where}：{_named(place.signals)}"
        yield Change("excuse", f"去掉 {what}", _with(judge, name, (*before, *after)))
        for turns in _reaches(place):
            changed = (*before, replace(place, turns=turns), *after)
            what = f"{name} {place.where} {place.turns} → {turns}：{_named(place.signals)}"
            yield Change("window", what, _with(judge, name, changed))


def _reaches(place: Unless) -> Iterator[int]:
    if place.where in ("same_or_next", "before", "after"):
        least = 0 if place.where == "same_or_next" else 1
        yield from (n for n in (place.turns - 1, place.turns + 1) if n >= least)


def _step_changes(judge: Steps) -> Iterator[Change]:
    steps = judge.steps
    for at, step in enumerate(steps):
        left = (*steps[:at], *steps[at + 1 :])
        if at < len(steps) - 1 and not left[0].negative:
            sign = "无 " if step.negative else ""
            yield Change("step", f"去掉步骤 {sign}{step.name}", replace(judge, steps=left))
        if at and not step.negative:
            flipped = replace(step, shares_turn=not step.shares_turn)
            what = f"步骤 {step.name}：{'不能' if step.shares_turn else '可以'}同轮"
            yield Change("step", what, _with_step(judge, at, flipped))


def _join_changes(judge: Steps) -> Iterator[Change]:
    joined: dict[str, list[int]] = {}
    for at, step in enumerate(judge.steps):
        for variable in dict.fromkeys(ref.slot[1] for ref in step.signals if ref.slot):
            joined.setdefault(variable, []).append(at)
    for variable, places in joined.items():
        # Of two steps it makes no difference which one is set free, of one alone none at all.
        for at in places[1:] if len(places) <= 2 else places:
            step = judge.steps[at]
            free = replace(step, signals=tuple(_freed(ref, variable) for ref in step.signals))
            yield Change("join", f"步骤 {step.name} 不连 {variable}", _with_step(judge, at, free))


def _freed(ref: Ref, variable: str) -> Ref:
    # No variable of a rule file is written with a blank.
    if ref.slot and ref.slot[1] == variable:
        return replace(ref, slot=(ref.slot[0], f"{variable} "))
    return ref


def _with_step(judge: Steps, at: int, step: Step) -> Steps:
    return replace(judge, steps=(*judge.steps[:at], step, *judge.steps[at + 1 :]))


def _any_level(ref: Ref) -> Ref | None:
    return replace(ref, level=0) if ref.level else None


def _variants(value: Any, change: Callable[[Ref], Ref | None]) -> Iterator[tuple[Ref, Any]]:
    """Each reference in ``value`` that can be changed, and ``value`` with it changed."""
    if isinstance(value, Ref):
        changed = change(value)
        if changed is not None:
            yield value, changed
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            for ref, new in _variants(item, change):
                yield ref, (*value[:at], new, *value[at + 1 :])
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            for ref, new in _variants(getattr(value, field.name), change):
                yield ref, replace(value, **{field.name: new})


def _named(refs: tuple[Ref, ...]) -> str:
    return "、".join(ref_text(ref) for ref in refs)


def _with(judge: Judge, name: str, value: object) -> Judge:
    changes: dict[str, Any] = {name: value}
    return replace(judge, **changes)
