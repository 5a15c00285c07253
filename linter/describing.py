"""A rule in words: what it asks for, of which signals, how it was written and tested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from linter.reports import Lang, category_name
from linter.rulebook.types import (
    Forbid,
    Measure,
    Pattern,
    Ref,
    Repeat,
    Require,
    Rise,
    Rule,
    RuleBook,
    Signal,
    Steps,
    Unless,
)


def pick(lang: Lang, zh: str, en: str) -> str:
    """The words of a language."""
    return zh if lang == "zh" else en


def describe(book: RuleBook, rule: Rule, lang: Lang) -> Iterator[str]:
    """The lines that say all there is to know about a rule.

    :param book: the rules it belongs to, for the signals it refers to.
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
        (t("适用", "Applies to"), _applies(rule)),
        (t("让位于", "Yields to"), join(rule.yields_to, lang)),
        (t("来源", "Source"), rule.source),
        (t("已知误报", "Known false positives"), join(rule.false_positives, lang)),
    ]
    for name, value in facts:
        if value:
            yield f"  {name}{t('：', ': ')}{' '.join(value.split())}"
    yield t("判法", "How it judges")
    yield from (f"  {sentence}" for sentence in judging(rule, lang))
    for name in signal_names(book, rule):
        yield from _signal(book.signals[name], lang)
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
            found = [(t("触发", "trigger"), spec.when), (t("不许出现", "forbidden"), spec.signals)]
            found += [(where(unless, lang), unless.signals) for unless in spec.unless]
            found.append((t("到此为止", "until"), spec.until))
        case Require() as spec:
            found = [(t("触发", "trigger"), spec.when), (t("要有", "required"), spec.signals)]
            found.append((t("已了结", "settled by"), spec.settled))
            found.append((t("接近", "nearly"), spec.nearly))
        case Steps() as spec:
            found = [(step.name, step.signals) for step in spec.steps]
            found.append((t("之间有就放过", "excused by, in between"), spec.unless))
            found.append((t("同一轮里有就放过", "excused by, same turn"), spec.unless_turn))
        case Repeat() as spec:
            found = [(t("触发", "trigger"), spec.when), (t("不比", "not compared"), spec.over)]
        case Measure() as spec:
            found = [(t("数的是", "counted"), spec.signals)]
        case Rise() as spec:
            found = [(t("上升的是", "what rises"), (Ref(spec.signal),))]
    found += [(t("级别看", "severity looks at"), (ref,)) for ref, _ in rule.severity_after]
    return [(name, refs) for name, refs in found if refs]


def judging(rule: Rule, lang: Lang) -> Iterator[str]:
    """How a rule judges, in sentences."""
    t = partial(pick, lang)
    match rule.judge:
        case Forbid() as spec:
            yield from _forbid(spec, lang)
        case Require() as spec:
            yield from _require(spec, lang)
        case Steps() as spec:
            yield from _steps(spec, lang)
        case Repeat() as spec:
            yield from _repeat(spec, lang)
        case Measure() as spec:
            yield t(*_MEASURES[spec.of]).format(spec.limit, named(spec.signals, lang))
        case Rise() as spec:
            yield t(
                "报出 {0} 之后 {1} 个客户轮次里，{2} 高过此前 {3} 个客户轮次的最高处。",
                "After {0}, within {1} customer turn(s), {2} above its highest in the {3} before.",
            ).format(join(spec.categories, lang), spec.within, spec.signal, spec.before)


_MEASURES = {
    "unbroken": ("超过 {0} 个字没有停顿。", "More than {0} characters without a stop."),
    "mixed": ("同一句里兼有 {1}。", "Both in one line: {1}."),
    "duplicate": ("{0} 字以上的话一模一样。", "The same line of {0}+ characters again."),
    "count": ("{1} 超过 {0} 轮。", "{1} in more than {0} turns."),
}


def _forbid(spec: Forbid, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    yield t("不许出现 {0}。", "{0} must not occur.").format(named(spec.signals, lang))
    if spec.when:
        yield t("只看 {0} 之后 {1} 个坐席轮次。", "Only {1} agent turn(s) after {0}.").format(
            named(spec.when, lang), spec.within
        )
    if spec.until:
        yield t("出现 {0} 就不再看。", "Not after {0}.").format(named(spec.until, lang))
    for unless in spec.unless:
        yield t("{1}有 {0}，就放过。", "Excused by {0}: {1}.").format(
            named(unless.signals, lang), where(unless, lang)
        )


def _require(spec: Require, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    wanted = named(spec.signals, lang)
    places = {
        "opening": t("开头 {0} 个坐席轮次里要有 {1}。", "{1} in the first {0} agent turn(s)."),
        "closing": t("最后 {0} 个坐席轮次里要有 {1}。", "{1} in the last {0} agent turn(s)."),
        "anywhere": t("全通里要有 {1}。", "{1} anywhere in the call."),
    }
    if spec.where is not None:
        yield places[spec.where].format(spec.within, wanted)
        return
    if spec.within:
        sentence = t(
            "{0} 之后 {1} 个坐席轮次里要有 {2}。", "{2} within {1} agent turn(s) after {0}."
        )
    else:
        sentence = t("{0} 之后、通话结束之前要有 {2}。", "{2} after {0}, before the call ends.")
    yield sentence.format(named(spec.when, lang), spec.within, wanted)
    if spec.credit:
        yield t(
            "之前 {0} 个坐席轮次里说过也算。", "It counts in the {0} agent turn(s) before, too."
        ).format(spec.credit)
    if spec.late:
        yield t("再晚 {0} 轮以内算偏晚。", "Up to {0} turn(s) later it is late.").format(spec.late)
    if spec.settled:
        yield t("之后有 {0}，就不再要求。", "Not asked for once there is {0}.").format(
            named(spec.settled, lang)
        )
    if spec.nearly:
        yield t("只有 {0} 的，算提示，需复核。", "Only {0}: info, to be reviewed.").format(
            named(spec.nearly, lang)
        )


def _steps(spec: Steps, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    yield t(
        "按顺序出现，首尾相距不超过 {0} 轮，报最后一步：",
        "In this order, {0} turns apart at most; the last step is reported:",
    ).format(spec.span)
    for step in spec.steps:
        note = t("（之间没有）", " (none in between)") if step.negative else ""
        note += t("（可以同轮）", " (may share the turn)") if step.shares_turn else ""
        yield f"  {step.name}{note}{t('：', ': ')}{named(step.signals, lang)}"
    if spec.unless:
        yield t("首尾之间有 {0}，就放过。", "Excused by {0} in between.").format(
            named(spec.unless, lang)
        )
    if spec.unless_turn:
        yield t(
            "最后一步那一轮里有 {0}，就放过。", "Excused by {0} in the last step's turn."
        ).format(named(spec.unless_turn, lang))


def _repeat(spec: Repeat, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    yield t(
        "{0} 个坐席轮次以内，又说一句 {1} 字以上、{2}% 相同的话。",
        "Within {0} agent turns, a sentence of {1}+ characters again, {2} % alike.",
    ).format(spec.within, spec.least, spec.similarity)
    if spec.when:
        yield t("两次之间客户有 {0}。", "The customer shows {0} in between.").format(
            named(spec.when, lang)
        )
    if spec.over:
        yield t("有 {0} 的句子不比。", "Sentences with {0} are not compared.").format(
            named(spec.over, lang)
        )


def where(unless: Unless, lang: Lang) -> str:
    """Where an excuse has to stand, seen from the hit."""
    t = partial(pick, lang)
    places = {
        "same_turn": t("同一轮里", "same turn"),
        "same_or_next": t("同一轮或之后 {0} 个坐席轮次里", "same or next {0} agent turn(s)"),
        "before": t("之前 {0} 轮里", "{0} turn(s) before"),
        "after": t("之后 {0} 轮里", "{0} turn(s) after"),
        "earlier": t("前面", "earlier"),
    }
    return places[unless.where].format(unless.turns)


def _severity(rule: Rule, lang: Lang) -> str:
    after = pick(lang, "；{0} 之后是 {1}", "; {1} after {0}")
    grades = rule.severity + "".join(
        after.format(ref_text(ref), severity) for ref, severity in rule.severity_after
    )
    review = pick(lang, "；只供复核", "; for review only")
    return grades + (review if rule.certainty == "review" else "")


def _applies(rule: Rule) -> str:
    return " ".join(f"{key}={'|'.join(values)}" for key, values in rule.applies.items())


def _signal(signal: Signal, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    place = signal.place
    yield f"{t('信号', 'Signal')} {signal.name}  {place.path}:{place.line}"
    yield f"  who: {signal.who}"
    if signal.members:
        yield f"  of: [{', '.join(signal.members)}]"
    sure = [p for p in signal.patterns if not p.level and p.certainty == "certain"]
    yield from _patterns("any", sure)
    yield from _patterns("maybe", [p for p in signal.patterns if p.certainty == "review"])
    for level in sorted({p.level for p in signal.patterns if p.level}):
        yield from _patterns(f"levels {level}", [p for p in signal.patterns if p.level == level])
    yield from _patterns("over", signal.over)
    yield from _patterns("not_if", signal.not_if)
    yield from _patterns("not_if_turn", signal.not_if_turn)
    yield from _patterns("near", signal.near)
    if signal.not_when:
        yield f"  not_when: [{', '.join(signal.not_when)}]"


def _patterns(key: str, patterns: Sequence[Pattern]) -> Iterator[str]:
    if patterns:
        yield f"  {key}:"
        yield from (f"    - {pattern.text}" for pattern in patterns)


def named(refs: Iterable[Ref], lang: Lang) -> str:
    """References as a rule file writes them."""
    return join([ref_text(ref) for ref in refs], lang)


def ref_text(ref: Ref) -> str:
    """One reference as a rule file writes it."""
    level = f" {ref.level}+" if ref.level else ""
    slot = f"({ref.slot[0]}={ref.slot[1]})" if ref.slot else ""
    return f"{ref.name}{level}{slot}"


def join(words: Iterable[str], lang: Lang) -> str:
    """Words in a row."""
    return pick(lang, "、", ", ").join(words)
