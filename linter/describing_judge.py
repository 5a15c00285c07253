"""How a rule judges, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from linter.reports import Lang
from linter.rulebook.types import Card, Forbid, Measure, Repeat, Require, Rise, Rule, Steps, Which
from linter.wording import HIT, TRIGGER, join, named, pick, where, which_counts


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
            yield _measure(spec, lang)
        case Rise() as spec:
            yield t(
                "报出 {0} 之后 {1} 个客户轮次里，{2} 高过此前 {3} 个客户轮次的最高处。",
                "After {0}, within {1} customer turn(s), {2} above its highest in the {3} before.",
            ).format(join(spec.categories, lang), spec.within, spec.signal, spec.before)


_MEASURES = {
    "unbroken": ("超过 {0} 个字没有停顿。", "More than {0} characters without a stop."),
    "mixed": ("同一句里兼有 {1}。", "Both in one line: {1}."),
    "duplicate": ("{0} 字以上的话说的是一样的。", "The same line of {0}+ characters again."),
    "slots": ("没填、写坏或图例里没有的占位符。", "Slots unfilled, malformed or not explained."),
    "talk_share": ("坐席说话超过双方的 {0}%。", "The agent does more than {0} % of the talking."),
    "silence_share": (
        "没人说话的时间超过 {0}%。",
        "Nobody speaks for more than {0} % of the call.",
    ),
    "longest_silence": ("静音超过 {0} 秒。", "A silence of more than {0} seconds."),
    "call_duration": ("通话超过 {0} 秒。", "A call of more than {0} seconds."),
}


def _measure(spec: Measure, lang: Lang) -> str:
    t = partial(pick, lang)
    if spec.of != "count":
        return t(*_MEASURES[spec.of]).format(spec.limit, named(spec.signals, lang))
    if spec.hits:
        counted = t("{1} 超过 {0} 处", "{1} more than {0} times")
    else:
        counted = t("{1} 超过 {0} 轮", "{1} in more than {0} turns")
    near = t("连着 {2} 个有内容的轮次里，{0}。", "{0}, within {2} substantive turns in a row.")
    sentence = near.replace("{0}", counted) if spec.within else t("{0}。", "{0}.").format(counted)
    return sentence.format(spec.limit, named(spec.signals, lang), spec.within)


def _which(which: Which, lang: Lang, zh: str, en: str) -> Iterator[str]:
    if said := which_counts(which, lang, zh, en):
        yield pick(lang, f"{said}。", f"{said[0].upper()}{said[1:]}.")


def _forbid(spec: Forbid, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    yield t("不许出现 {0}。", "{0} must not occur.").format(named(spec.signals, lang))
    if spec.when:
        yield t("只看 {0} 之后 {1} 个坐席轮次。", "Only {1} agent turn(s) after {0}.").format(
            named(spec.when, lang), spec.within
        )
    yield from _which(spec.which, lang, *(TRIGGER if spec.when else HIT))
    if spec.until:
        yield t("出现 {0} 就不再看。", "Not after {0}.").format(named(spec.until, lang))
    for unless in spec.unless:
        yield t("{1}有 {0}，就放过。", "Excused by {0}: {1}.").format(
            named(unless.signals, lang), where(unless, lang)
        )
    for place in spec.only_if:
        yield t("{1}有 {0}，才算。", "Only with {0}: {1}.").format(
            named(place.signals, lang), where(place, lang)
        )


def _require(spec: Require, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    wanted = named(spec.signals, lang)
    places = {
        "opening": t("开头 {0} 个坐席轮次里要有 {1}。", "{1} in the first {0} agent turn(s)."),
        "closing": t("最后 {0} 个坐席轮次里要有 {1}。", "{1} in the last {0} agent turn(s)."),
        "anywhere": t("全通里要有 {1}。", "{1} anywhere in the call."),
    }
    if spec.every:
        wanted += t("（都要有）", " (all of them)")
    if spec.where is not None:
        yield places[spec.where].format(spec.within, wanted)
        return
    if spec.before is not None:
        yield from _before(spec, spec.before, wanted, lang)
        return
    if spec.within:
        sentence = t(
            "{0} 之后 {1} 个坐席轮次里要有 {2}。", "{2} within {1} agent turn(s) after {0}."
        )
    else:
        sentence = t("{0} 之后、通话结束之前要有 {2}。", "{2} after {0}, before the call ends.")
    yield sentence.format(named(spec.when, lang), spec.within, wanted)
    yield from _which(spec.which, lang, *TRIGGER)
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


def _before(spec: Require, turns: int, wanted: str, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    if turns:
        sentence = t(
            "{0} 之前要有 {2}：同一轮里它前面，或再往前 {1} 个坐席轮次，期间双方的话都算。",
            "{2} before {0}: earlier in its turn, in the {1} agent turn(s) before it, or between.",
        )
    else:
        sentence = t("{0} 之前、同一轮里要有 {2}。", "{2} before {0}, in its own turn.")
    yield sentence.format(named(spec.when, lang), turns, wanted)
    yield from _which(spec.which, lang, *TRIGGER)


def _steps(spec: Steps, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    order = t("不论先后", "In any order") if spec.any_order else t("按顺序出现", "In this order")
    yield t(
        "{0}，首尾相距不超过 {1} 轮，报最后一步：",
        "{0}, {1} turns apart at most; the last step is reported:",
    ).format(order, spec.span)
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


def _card(card: Card, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    counted = (
        (t("相同的词串每多一倍", "each doubling of the stretches in common"), card.same),
        (
            t("后一轮全是说过的（一部分按比例）", "a later turn all said before (or its share)"),
            card.later,
        ),
        (
            t("前一轮全又说了（一部分按比例）", "an earlier turn all said again (or its share)"),
            card.earlier,
        ),
        (t("隔的轮次每多一倍", "each doubling of the turns from one to the other"), card.far),
    )
    told = (
        (t("两次之间客户有 {0}", "{0} in between"), card.between),
        (t("客户下一轮有 {0}", "{0} in the customer's next turn"), card.next),
        (t("这一轮自己有 {0}", "{0} in the turn itself"), card.here),
    )
    lines = [f"{what} {points:+d}" for what, points in counted if points]
    lines += [
        f"{what.format(named((ref,), lang))} {points:+d}" for what, of in told for ref, points in of
    ]
    yield t("；", "; ").join(lines) + t("。", ".")


def _repeat(spec: Repeat, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    if spec.of == "sentence":
        said = t(
            "{0} 个坐席轮次以内，又说一句 {1} 字以上、{2}% 相同的话。",
            "Within {0} agent turns, a sentence of {1}+ characters again, {2} % alike.",
        )
    else:
        said = t(
            "{0} 个坐席轮次以内，又说差不多的内容：相同的两字词串有 {1} 个以上，占 {2}%。",
            "Within {0} agent turns, much the same again: {1}+ stretches of two characters, {2} %.",
        )
    if spec.card:
        said = t(
            "{0} 个坐席轮次以内，又说同样的内容：相同的两字词串 {1} 个以上，分满 {2} 才报。",
            "Within {0} agent turns, the same again: {1}+ stretches of two characters, {2} points.",
        )
        yield said.format(spec.within, spec.least, spec.card.least)
        yield from _card(spec.card, lang)
    else:
        yield said.format(spec.within, spec.least, spec.similarity)
    if spec.when:
        yield t("两次之间客户有 {0}。", "The customer shows {0} in between.").format(
            named(spec.when, lang)
        )
    if spec.then:
        yield t("紧接着有 {0}。", "{0} comes next.").format(named(spec.then, lang))
    if spec.over:
        ignored = t("{0} 的字不比。", "The words of {0} are not compared.")
        if spec.of == "sentence":
            ignored = t("有 {0} 的句子不比。", "Sentences with {0} are not compared.")
        yield ignored.format(named(spec.over, lang))
