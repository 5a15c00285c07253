"""Windows in which nothing can ever come: of time, of turns, of the side that is not looked at."""

from __future__ import annotations

from collections.abc import Iterator

from linter.rulebook.types import Forbid, Measure, Ref, Require, Rise, Rule, Steps
from linter.rulelint.bench import Bench
from linter.rulelint.notices import Notice, ref_at
from linter.text.forms import form
from linter.text.turns import is_substantive

AGENT, CUSTOMER = "agent", "customer"


def unreachable_windows(bench: Bench) -> Iterator[Notice]:
    """Limits of turns that leave no room for what is looked for in them."""
    for rule in bench.book.rules:
        match rule.judge:
            case Forbid() as spec:
                yield from _after_the_last(bench, rule, spec)
                yield from _until_the_trigger(rule, spec)
            case Require() as spec if spec.late and not spec.within:
                message = "窗口到通话结束为止，之后没有“晚了才说”，late 不起作用"
                yield Notice(("rules", rule.id, "late"), message, "去掉 late，或给 within 写轮数")
            case Steps() as spec:
                yield from _too_short(bench, rule, spec)
            case Measure() as spec:
                yield from _too_narrow(bench, rule, spec)
        for ref, severity in rule.severity_after:
            if _agents_last(bench, ref) and _reported_side(bench, rule) == {AGENT}:
                message = f"{ref.name!r} 只在坐席的最后一轮算数，之后不会再有坐席的话要定级"
                yield Notice(ref_at(rule, ref), message, f"去掉 after {ref.name}: {severity}")


def wrong_sides(bench: Bench) -> Iterator[Notice]:
    """Signals of a side that is not looked at where they are named."""
    for rule in bench.book.rules:
        for ref, looked_at, why in _looked_at(rule):
            sides = bench.sides(ref.name)
            if not ref.is_state and sides and looked_at not in sides:
                whose = "坐席" if looked_at == AGENT else "客户"
                hint = f"换成{whose}的信号，或把信号的 who 写成 {looked_at} 或 any"
                message = f"{why}只看{whose}的话，信号 {ref.name!r} 在那里永远不会出现"
                yield Notice(ref_at(rule, ref), message, hint)
        if isinstance(rule.judge, Measure) and rule.judge.of == "mixed":
            one, other = rule.judge.signals
            if not bench.sides(one.name) & bench.sides(other.name):
                message = f"{one.name!r} 和 {other.name!r} 是两方的话，不会在同一轮里"
                yield Notice(("rules", rule.id, "measure"), message, "两个信号写成同一方的")


def _looked_at(rule: Rule) -> Iterator[tuple[Ref, str, str]]:
    match rule.judge:
        case Forbid() as spec if spec.when:
            yield from ((ref, AGENT, "写了 when 的 forbid ") for ref in spec.signals)
        case Require() as spec if spec.before is None:
            yield from ((ref, AGENT, "require ") for ref in spec.signals)
            yield from ((ref, AGENT, "nearly ") for ref in spec.nearly)
        case Rise() as spec:
            yield Ref(spec.signal), CUSTOMER, "rise "


def _after_the_last(bench: Bench, rule: Rule, spec: Forbid) -> Iterator[Notice]:
    """Nothing of the agent's comes after the agent's last turn, nor before the first."""
    if spec.when and all(_agents_last(bench, ref) for ref in spec.when):
        message = "触发条件只在坐席的最后一轮算数，之后没有坐席的话可禁"
        yield Notice(("rules", rule.id, "when"), message, "去掉信号的 at，或换一个触发条件")
        return
    triggered_by_agent = all(bench.sides(ref.name) == {AGENT} for ref in spec.when)
    first = all(_agents(bench, ref, "first") for ref in spec.signals)
    if spec.when and triggered_by_agent and first:
        message = "禁的话只在坐席的第一轮算数，坐席的触发条件不会在它之前"
        yield Notice(("rules", rule.id, "forbid"), message, "去掉信号的 at，或换一个触发条件")


def _until_the_trigger(rule: Rule, spec: Forbid) -> Iterator[Notice]:
    if spec.until and set(spec.until) <= set(spec.when) and spec.which == "each":
        message = "until 就是 when：结束的同时又开始，until 不起作用"
        yield Notice(("rules", rule.id, "until"), message, "去掉 until，或写 which: first")


def _too_short(bench: Bench, rule: Rule, spec: Steps) -> Iterator[Notice]:
    counted = [step for step in spec.steps if not step.negative]
    if spec.any_order:
        # Whichever step comes first needs no turn after it.
        free = [any(_in_no_turn(bench, ref) for ref in step.signals) for step in counted]
        needed = sum(not f and not s.shares_turn for f, s in zip(free, counted, strict=True)) - 1
    else:
        needed = sum(
            not step.shares_turn and not any(_in_no_turn(bench, ref) for ref in step.signals)
            for step in counted[1:]
        )
    if needed > spec.span:
        message = f"{len(counted)} 步至少要隔 {needed} 轮，span 却只有 {spec.span}"
        hint = f"写 span: {needed} 或更大，或把同一轮里的步骤写成“同轮 名字”"
        yield Notice(("rules", rule.id, "span"), message, hint)


def _too_narrow(bench: Bench, rule: Rule, spec: Measure) -> Iterator[Notice]:
    short = any(_in_no_turn(bench, ref) for ref in spec.signals)
    if spec.of == "count" and not spec.hits and not short and 0 < spec.within <= spec.limit:
        message = f"连续 {spec.within} 轮里不会有超过 {spec.limit} 轮"
        hint = f"写 within: {spec.limit + 1} 或更大，或写 each: hit"
        yield Notice(("rules", rule.id, "measure", "within"), message, hint)


def _agents_last(bench: Bench, ref: Ref) -> bool:
    return _agents(bench, ref, "last")


def _agents(bench: Bench, ref: Ref, edge: str) -> bool:
    """Whether a signal counts only in the agent's one first, or last, turn."""
    if ref.is_state or bench.sides(ref.name) != {AGENT}:
        return False
    spec = bench.book.signals[ref.name]
    at = spec.at
    return (
        spec.who == AGENT and at is not None and (at.edge, at.count, at.seconds) == (edge, 1, False)
    )


def _reported_side(bench: Bench, rule: Rule) -> frozenset[str]:
    """Whose words the rule reports, as far as it is known by its kind."""
    match rule.judge:
        case Forbid() as spec:
            return frozenset[str]().union(*(bench.sides(ref.name) for ref in spec.signals))
    return frozenset()


def _in_no_turn(bench: Bench, ref: Ref) -> bool:
    """Whether it may stand in a turn of listening (嗯。好的。), which no window counts."""
    if ref.is_state:
        return True
    for spec in bench.specs(ref.name):
        if spec.like or spec.heard is not None:
            return True
        for pattern in spec.patterns:
            texts = bench.sampler.texts(pattern.node)
            if not texts or not all(is_substantive(form(text)) for text in texts):
                return True
    return False
