"""Names that exist and lead nowhere: circles of rules, slots nobody captures, levels too high."""

from __future__ import annotations

from collections.abc import Iterator

from linter.rulebook.references import references
from linter.rulebook.types import Ref, Rise, Rule, Step, Steps
from linter.rulelint.bench import Bench, closed
from linter.rulelint.notices import Notice, ref_at


def circular_yields(bench: Bench) -> Iterator[Notice]:
    """Rules that give way to themselves, however many rules lie between."""
    yields = {rule.id: set(rule.yields_to) for rule in bench.book.rules}
    for name, others in yields.items():
        if name in closed(others, yields):
            direct = name in others
            message = f"规则 {name!r} 让给自己" if direct else f"规则 {name!r} 绕一圈又让给自己"
            yield Notice(("rules", name, "yields_to"), message, "去掉其中一个 yields_to")


def levels_too_high(bench: Bench) -> Iterator[Notice]:
    """Levels that a signal does not have: the reference never names a hit."""
    for rule in bench.book.rules:
        for ref in dict.fromkeys(references(rule)):
            if not ref.is_state and ref.level > (top := bench.ceiling(ref.name)):
                there = f"最高只有 {top} 级" if top else "没有分级"
                message = f"信号 {ref.name!r} {there}，{ref.name} {ref.level}+ 永远不会出现"
                hint = f"写 {ref.name} {top}+ 或更低" if top else f"写 {ref.name}"
                yield Notice(ref_at(rule, ref), message, hint)


def flat_rises(bench: Bench) -> Iterator[Notice]:
    """``rise`` on a signal that has no levels to rise by."""
    for rule in bench.book.rules:
        if isinstance(rule.judge, Rise) and not bench.ceiling(rule.judge.signal):
            message = f"信号 {rule.judge.signal!r} 没有分级，只能比说了几次，看不出升级"
            hint = "给信号写 levels: {1: [...], 2: [...]}"
            yield Notice(("rules", rule.id, "rise", "signal"), message, hint)


def lone_variables(bench: Bench) -> Iterator[Notice]:
    """Variables that one step alone names and no wording shows: nothing is joined on them."""
    for rule, step in _steps(bench):
        assert isinstance(rule.judge, Steps)
        for ref in step.signals:
            if ref.is_state or ref.slot is None:
                continue
            slot, variable = ref.slot
            elsewhere = any(
                other.slot is not None and other.slot[1] == variable
                for other_step in rule.judge.steps
                if other_step is not step
                for other in other_step.signals
            )
            if not elsewhere and f"{{{slot}}}" not in rule.message + rule.suggestion:
                message = f"{slot}={variable} 只有这一步写了，没有别的步骤和它对照"
                hint = f"别的步骤也写 ({slot}={variable})，或去掉括号"
                yield Notice(ref_at(rule, ref), message, hint)


def _steps(bench: Bench) -> Iterator[tuple[Rule, Step]]:
    for rule in bench.book.rules:
        for step in rule.judge.steps if isinstance(rule.judge, Steps) else ():
            yield rule, step


def _written(ref: Ref) -> str:
    return f"{ref.name}({ref.slot[0]}={ref.slot[1]})" if ref.slot else ref.name
