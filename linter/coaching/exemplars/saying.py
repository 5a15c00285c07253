"""The result in words, as blocks that every format lays out in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from linter.coaching.exemplars.blocks import Block, Heading, Said, Text, Words
from linter.coaching.exemplars.language import FEW_AGENTS
from linter.coaching.exemplars.results import (
    Pattern,
    Quote,
    Result,
    Share,
    SituationResult,
    Standing,
)
from linter.evaluation.cells import NOTHING, Table, percent
from linter.reports import Lang
from linter.wording import pick

_ALSO = 5


def blocks(result: Result, lang: Lang) -> Iterator[Block]:
    """The whole report."""
    t = partial(pick, lang)
    yield Heading(1, t("标兵，和他们说的话", "Exemplars, and what they say"))
    yield Text(_size(result, lang))
    yield from map(Text, _missing(result, lang))
    found = [one for one in result.situations if one.exemplars]
    if found:
        yield Text(t(*_CHANCE).format(percent(result.level, 0)))
    for one in found:
        yield from _situation(one, result, lang)
    nobody = [one for one in result.situations if not one.exemplars]
    if nobody:
        yield Heading(2, t("没有人明显更好的情境", "Situations in which nobody stands out"))
        yield Text(t(*_NOBODY))
        yield _counts(nobody, lang)
    if result.small:
        yield Heading(2, t("数据不够的情境", "Situations with too little data"))
        yield Text(t(*_SMALL).format(result.min_calls))
        yield _counts(result.small, lang)
    yield Heading(2, t("怎么算的", "How it is worked out"))
    for said in _METHOD:
        yield Text(t(*said).format(_strata(result, lang), percent(result.level, 0)))


_CHANCE = (
    "总会有人排第一，光凭运气也会。这里列出的，是同样的活儿上确实高出别人的：估计错列的不超过 {0}。"
    "别人只作比较，不点名，也没有倒数的名单。",
    "Somebody always comes first, by chance alone. Listed are those who reach more than others at "
    "the same work for certain: no more than {0} of them are expected to be listed wrongly. "
    "Others are only what they are compared with; there is no list of the worst.",
)
_NOBODY = (
    "这些情境比过了：看到的差别，运气也能造成。所以没有标兵，也没有比说的话。",
    "These were compared: chance could have made the differences. So there are no exemplars, and "
    "no words were compared.",
)
_SMALL = (
    "至少要 3 位坐席，每位在这种情境里有 {0} 通别人也有的通话。不够就不比；可以多收几天的通话，"
    "或者用 --min-calls 降低要求。",
    "At least 3 agents are needed with {0} calls each in the situation of a kind that others have, "
    "too. Collect more days, or ask for less with --min-calls.",
)
_METHOD = (
    (
        "每通电话的每种情境只算一次（第一次出现的那一刻）；坐席之后两轮里，规则要求的都及时做到了，"
        "又没有说错话，算做到。同一种情境里，再按{0}分开比：每个人和接同样电话的其他人比（分层的"
        "精确检验），所有的比较一起控制错误发现率（Benjamini–Hochberg，{1}），"
        "而且 95% 精确区间的下限要高过别人。",
        "Each kind of situation counts once a call, at its first moment. It went well when in the "
        "agent's next two turns everything the rules ask for was done in time and nothing wrong "
        "was said. Within a situation agents are compared by {0}: each with the others who take "
        "the same calls (exact stratified test); the false discovery rate of all comparisons "
        "together is held (Benjamini-Hochberg, {1}), and the lower end of the exact 95% interval "
        "has to lie above the others.",
    ),
    (
        "“预期”是打过折的比例（经验贝叶斯）：下一批通话里大概能看到多少。",
        '"To expect" is the shrunken share (empirical Bayes): what the next calls will show.',
    ),
    (
        "说的话：结巴分词，一到六个词，一通只算一次。要过三关：按通话算的对数几率比（带先验，"
        "Monroe 等 2008）经错误发现率控制；以坐席为单位把“谁是标兵”随机调换，真标兵的词要比几乎"
        "所有调换出来的都突出（Westfall–Young）；至少三位标兵说过。一个人的口头禅、全组都说的话、"
        "某项业务才说的话过不了关。",
        "Words: jieba's, one to six in a row, once a call. Three gates: the log-odds ratio by "
        "calls (informative prior, Monroe et al. 2008) with the false discovery rate held; with "
        "agents as the units and the label of exemplar dealt out at random, the real exemplars' "
        "words have to stand out more than nearly all that are dealt (Westfall-Young); three "
        "exemplars at least who say it. One agent's habit, what everybody says and what belongs "
        "to one business do not pass.",
    ),
    (
        "这是相关，不是因果：标兵说的话不一定就是他们做得好的原因。先听录音，再拿去教。",
        "This is correlation: what exemplars say need not be why they do well. Listen first.",
    ),
)


def _size(result: Result, lang: Lang) -> str:
    t = partial(pick, lang)
    said = t("{0} 通通话，{1} 位坐席。", "{0} calls, {1} agents.").format(
        result.calls, result.agents
    )
    if result.unjudged:
        said += t(
            "{0} 处情境拿不准做没做到，没有算。", " {0} moments could not be judged for sure."
        ).format(result.unjudged)
    return said


def _missing(result: Result, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    if result.nobody:
        yield t(
            "{0} 通没有写是哪位坐席，没有算：在通话的 agent 里写上工号（id）。",
            "{0} calls do not say who the agent was and are left out: give agent.id.",
        ).format(result.nobody)
    if result.skipped:
        yield t("{0} 个输入没有读完。", "{0} inputs could not be read to the end.").format(
            len(result.skipped)
        )
    if not result.situations and not result.small:
        yield t(
            "没有可以比较的情境，所以什么也不说。",
            "There is no situation to compare, so nothing is claimed.",
        )
    elif not result.situations:
        yield t(
            "哪种情境的数据都不够，所以什么也不说。",
            "There is too little data in every situation, so nothing is claimed.",
        )


def _situation(one: SituationResult, result: Result, lang: Lang) -> Iterator[Block]:
    t = partial(pick, lang)
    yield Heading(2, pick(lang, one.zh, one.en))
    few = t("；{0} 位通话不够", "; {0} with too few").format(one.few) if one.few else ""
    yield Text(
        t("{0} 通，比较了 {1} 位坐席{2}。", "{0} calls; {1} agents compared{2}.").format(
            one.calls, one.agents, few
        )
    )
    yield _exemplars(one, lang)
    if one.missing:
        yield Text(_why_no_words(one, lang))
    elif not one.patterns:
        yield Text(
            t(
                "比了 {0} 个词和短语：没有一个是标兵确实说得更多的。",
                "{0} words and phrases were compared: exemplars say none of them more for certain.",
            ).format(one.candidates)
        )
    else:
        yield Heading(
            3,
            t(
                "标兵说得更多的话（比了 {0} 个词和短语）",
                "What exemplars say more often ({0} words and phrases compared)",
            ).format(one.candidates),
        )
        for pattern in one.patterns:
            yield from _pattern(pattern, lang)


def _why_no_words(one: SituationResult, lang: Lang) -> str:
    t = partial(pick, lang)
    if one.missing == FEW_AGENTS:
        return t(
            "没有比说的话：坐席太少，随便挑几位也会有他们独有的词。",
            "No words were compared: with so few agents any few of them have words of their own.",
        )
    return t(
        "没有比说的话：要三位标兵以上，才分得清是做法还是个人习惯。",
        "No words were compared: it takes three exemplars to tell a way of working from a habit.",
    )


def _exemplars(one: SituationResult, lang: Lang) -> Table:
    t = partial(pick, lang)
    head = (
        t("标兵", "Exemplar"),
        t("做到/通话", "Well/calls"),
        t("比例", "Share"),
        t("95% 区间", "95% interval"),
        t("别人接同样的", "Others, same work"),
        t("预期", "To expect"),
        t("错误发现率", "FDR"),
        t("客户缓和", "Customer calmer"),
    )
    rows = [_standing(best) for best in one.exemplars]
    rest = (t("其余坐席合计", "All others"), _of(one.rest), percent(one.rest.value, 0))
    rows.append((*rest, NOTHING, NOTHING, NOTHING, NOTHING, _of(one.cooled)))
    return Table("exemplars", t("标兵", "Exemplars"), head, tuple(rows))


def _standing(best: Standing) -> tuple[str, ...]:
    low, high = (round(100 * end) for end in best.interval)
    return (
        best.agent,
        _of(best.own),
        percent(best.own.value, 0),
        f"{low}–{high}%",
        percent(best.expected, 0),
        percent(best.shrunk, 0),
        _small_number(best.adjusted),
        _of(best.cooled),
    )


def _counts(situations: tuple[SituationResult, ...] | list[SituationResult], lang: Lang) -> Table:
    t = partial(pick, lang)
    head = (
        t("情境", "Situation"),
        t("通话", "Calls"),
        t("够数的坐席", "Agents with enough"),
        t("不够的", "With too few"),
    )
    rows = tuple(
        (pick(lang, one.zh, one.en), str(one.calls), str(one.agents), str(one.few))
        for one in situations
    )
    return Table("counts", "", head, rows)


def _pattern(pattern: Pattern, lang: Lang) -> Iterator[Block]:
    t = partial(pick, lang)
    low, high = pattern.interval
    lines = [
        t(
            "标兵 {0} 位说过，{1} 通（{2}）；其余坐席 {3} 位，{4} 通（{5}）",
            "{0} exemplars, {1} calls ({2}); others: {3} agents, {4} calls ({5})",
        ).format(
            _of(pattern.agents),
            _of(pattern.calls),
            percent(pattern.calls.value, 0),
            _of(pattern.other_agents),
            _of(pattern.other_calls),
            percent(pattern.other_calls.value, 0),
        ),
        t(
            "优势比 {0:.1f}（95% 区间 {1:.1f}–{2:.1f}），错误发现率 {3}，"
            "换成别的坐席也这样的机会 {4}",
            "Odds ratio {0:.1f} (95% interval {1:.1f}–{2:.1f}), FDR {3}, chance among other "
            "groups of agents {4}",
        ).format(
            pattern.odds,
            low,
            high,
            _small_number(pattern.adjusted),
            _small_number(pattern.chance),
        ),
    ]
    if pattern.asked_for:
        lines.append(
            t(
                "规则本来就要求这样的话：标兵做到了，所以他们说得多。",
                "The rules ask for such words anyway: exemplars do what is asked.",
            )
        )
    if pattern.also:
        lines.append(t("也见：", "Also: ") + t("、", ", ").join(pattern.also[:_ALSO]))
    yield Words(pattern.text, tuple(lines))
    for quote in pattern.quotes:
        yield _quote(quote, lang)


def _quote(quote: Quote, lang: Lang) -> Said:
    where = f"{quote.call} #{quote.turn}"
    went = pick(lang, *(("做到", "well") if quote.good else ("没有做到", "not well")))
    labels = (pick(lang, "客户", "Customer"), pick(lang, "坐席", "Agent"))
    who = pick(lang, "，", ", ").join((quote.agent, where, went))
    return Said(who, quote.asked, quote.text, quote.start, quote.end, labels)


def _of(share: Share) -> str:
    return f"{share.good}/{share.of}" if share.of else NOTHING


def _small_number(value: float) -> str:
    return "<0.001" if value < 0.001 else f"{value:.3f}"


_FIELDS = {
    "business": "业务",
    "channel": "渠道",
    "direction": "呼入呼出",
    "team": "班组",
    "scene": "场景",
}


def _strata(result: Result, lang: Lang) -> str:
    if not result.strata:
        return pick(lang, "（不分）", "nothing else")
    words = [pick(lang, _FIELDS.get(field, field), field) for field in result.strata]
    return pick(lang, "、", ", ").join(words)
