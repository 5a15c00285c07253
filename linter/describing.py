"""A rule in words: what it asks for, of which signals, how it was written and tested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from linter.describing_judge import judging
from linter.describing_signal import signal_lines, weighed_text
from linter.reports import Lang, category_name
from linter.rulebook.applies import fields_text
from linter.rulebook.types import (
    Forbid,
    Measure,
    Ref,
    Repeat,
    Require,
    Rise,
    Rule,
    RuleBook,
    Steps,
)
from linter.wording import HIT, TRIGGER, join, pick, ref_text, where, which_noted

__all__ = ["describe", "judging", "parts", "ref_text", "signal_names"]


def describe(
    book: RuleBook, rule: Rule, lang: Lang, more: Iterable[tuple[str, str]] = ()
) -> Iterator[str]:
    """The lines that say all there is to know about a rule.

    :param book: the rules it belongs to, for the signals it refers to.
    :param more: names and values of further facts, which come after the rule's own.
    """
    t = partial(pick, lang)
    place = rule.place
    yield f"{t('规则', 'Rule')} {rule.id}  {place.path}:{place.line}"
    category = dict.fromkeys([rule.category, category_name(rule.category, lang)])
    facts = [
        (t("说明", "Message"), rule.message),
        (t("为什么", "Why"), rule.why),
        (t("怎么说", "Instead"), rule.suggestion),
        (t("方面", "Aspect"), rule.aspect),
        (t("类别", "Category"), " ".join(category)),
        (t("规则包", "Pack"), rule.pack),
        (t("级别", "Severity"), _severity(rule, lang)),
        (t("适用", "Applies to"), fields_text(rule.applies, rule.applies_not)),
        (t("让位于", "Yields to"), join(rule.yields_to, lang)),
        (t("报出以后再掂量", "Weighed"), weighed_text(rule.weighed, lang) if rule.weighed else ""),
        (t("来源", "Source"), rule.source),
        (t("已知误报", "Known false positives"), join(rule.false_positives, lang)),
        (t("改法", "Fix"), join([f"{old} → {new}" for old, new in rule.fix], lang)),
        *more,
    ]
    for name, value in facts:
        if value:
            yield f"  {name}{t('：', ': ')}{' '.join(value.split())}"
    yield t("判法", "How it judges")
    yield from (f"  {sentence}" for sentence in judging(rule, lang))
    for name in signal_names(book, rule):
        signal = book.signals[name]
        yield f"{t('信号', 'Signal')} {name}  {signal.place.path}:{signal.place.line}"
        yield from (f"  {line}" for line in signal_lines(signal, lang))
    yield t("测试", "Tests")
    for test in rule.tests:
        kind = "flag" if test.flags else "pass"
        yield f"  {kind}  {test.place.path}:{test.place.line}"
        yield from (f"    {line}" for line in test.text.splitlines())


def signal_names(book: RuleBook, rule: Rule) -> list[str]:
    """The signals a rule refers to, each once, their members right after them."""
    names: list[str] = []

    def add(name: str) -> None:
        if name in book.signals and name not in names:
            names.append(name)
            for member in book.signals[name].members:
                add(member)

    for _, refs in parts(rule, "zh"):
        for ref in refs:
            add(ref.name)
    return names


def parts(rule: Rule, lang: Lang) -> list[tuple[str, tuple[Ref, ...]]]:
    """What a rule refers to, by the part it plays; parts without a reference are left out."""
    t = partial(pick, lang)
    found: list[tuple[str, tuple[Ref, ...]]]
    match rule.judge:
        case Forbid() as spec:
            which = which_noted(spec.which, lang, *(TRIGGER if spec.when else HIT))
            trigger = t(*TRIGGER) + (which if spec.when else "")
            forbidden = t("不许出现", "forbidden") + ("" if spec.when else which)
            found = [(trigger, spec.when), (forbidden, spec.signals)]
            found += [(where(unless, lang), unless.signals) for unless in spec.unless]
            needed = t("要有", ", needed")
            found += [(where(place, lang) + needed, place.signals) for place in spec.only_if]
            found.append((t("到此为止", "until"), spec.until))
        case Require() as spec:
            trigger = t(*TRIGGER) + which_noted(spec.which, lang, *TRIGGER)
            found = [(trigger, spec.when), (_required(spec, lang), spec.signals)]
            found.append((t("已了结", "settled by"), spec.settled))
            found.append((t("接近", "nearly"), spec.nearly))
        case Steps() as spec:
            found = [(step.name, step.signals) for step in spec.steps]
            found.append((t("之间有就放过", "excused by, in between"), spec.unless))
            found.append((t("同一轮里有就放过", "excused by, same turn"), spec.unless_turn))
        case Repeat() as spec:
            found = [(t(*TRIGGER), spec.when), (t("之后要有", "needed next"), spec.then)]
            found.append((t("不比", "not compared"), spec.over))
            if spec.card:
                told = [
                    (t("两次之间，计分", "in between, for points"), spec.card.between),
                    (t("紧接着，计分", "next, for points"), spec.card.next),
                    (t("这一轮，计分", "same turn, for points"), spec.card.here),
                ]
                found += [(name, tuple(ref for ref, _ in points)) for name, points in told]
        case Measure() as spec:
            found = [(t("数的是", "counted"), spec.signals)]
        case Rise() as spec:
            found = [(t("上升的是", "what rises"), (Ref(spec.signal),))]
    found += [(t("级别看", "severity looks at"), (ref,)) for ref, _ in rule.severity_after]
    return [(name, refs) for name, refs in found if refs]


def _required(spec: Require, lang: Lang) -> str:
    t = partial(pick, lang)
    when = t("之前", ", before") if spec.before is not None else ""
    every = t("都", "all ") if spec.every else ""
    return t(f"{when}{every}要有", f"{every}required{when}")


def _severity(rule: Rule, lang: Lang) -> str:
    after = pick(lang, "；{0} 之后是 {1}", "; {1} after {0}")
    grades = rule.severity + "".join(
        after.format(ref_text(ref), severity) for ref, severity in rule.severity_after
    )
    notes = [
        (rule.fatal, pick(lang, "；一票否决", "; fatal")),
        (rule.certainty == "review", pick(lang, "；只供复核", "; for review only")),
    ]
    return grades + "".join(note for holds, note in notes if holds)
