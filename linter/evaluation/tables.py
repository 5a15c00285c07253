"""The figures as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from linter.evaluation.cells import (
    DIMENSION_NAMES,
    NOTHING,
    Table,
    interval,
    number,
    percent,
    value_name,
)
from linter.evaluation.model import GRADES, PARTS, Kind
from linter.evaluation.scores import Score, Share
from linter.evaluation.tally import (
    CROSSED,
    DIMENSIONS,
    STATUSES,
    Counts,
    Level,
    Row,
    Tally,
    crossed,
)
from linter.reports import Lang
from linter.reports.categories import category_order
from linter.wording import pick

TotalRow = tuple[Level, Row, tuple[str, str]]

_CALL_ROWS: tuple[TotalRow, ...] = (
    ("call", "certain", ("通话，确定的", "calls, certain")),
    ("call", "all", ("通话，加需复核的", "calls, with review")),
    ("turn", "certain", ("轮次，确定的", "turns, certain")),
    ("turn", "all", ("轮次，加需复核的", "turns, with review")),
)
_SENTENCE_ROWS: tuple[TotalRow, ...] = (
    ("turn", "certain", ("句子，确定的", "sentences, certain")),
    ("turn", "all", ("句子，加需复核的", "sentences, with review")),
)


def total_rows(kind: Kind) -> tuple[TotalRow, ...]:
    """What is told of all items together; a sentence has one turn only."""
    return _CALL_ROWS if kind == "call" else _SENTENCE_ROWS


def total(kind: Kind, tally: Tally, lang: Lang) -> Table:
    """Recall and precision over everything."""
    t = partial(pick, lang)
    head = (
        "",
        *(t("标注", "labels"), t("查全", "recall"), "95%", t("查准", "precision"), "95%", "F1"),
        *(t("找到", "found"), t("漏报", "missed"), t("误报", "false"), t("每千轮", "per 1,000")),
    )
    rows = []
    for level, row, names in total_rows(kind):
        score = tally.score(level, row)
        per = number(tally.per_thousand(level, row), 1)
        counts = map(str, (score.true, score.missed, score.false))
        rows.append((pick(lang, *names), *_figures(score), *counts, per))
    return Table("total", t("总计", "Total"), head, tuple(rows))


def _figures(score: Score) -> tuple[str, ...]:
    return (
        str(score.support),
        percent(score.recall.value),
        interval(score.recall),
        percent(score.precision.value),
        interval(score.precision),
        number(score.f1, 2),
    )


def by_dimension(kind: Kind, tally: Tally, lang: Lang) -> Iterator[Table]:
    """Scores by each dimension that tells anything apart: certain ones and those to be reviewed."""
    t = partial(pick, lang)
    for dimension in DIMENSIONS:
        values = ordered(dimension, tally.values(dimension))
        if values in ([], [""]):
            continue
        name = pick(lang, *DIMENSION_NAMES[dimension])
        head = [
            *(name, t("标注", "labels"), t("查全", "recall"), "95%"),
            *(t("查准", "precision"), "95%", "F1", t("漏报", "missed"), t("误报", "false")),
        ]
        if kind == "call":
            head += [t("按轮查全", "turn recall"), t("按轮查准", "turn precision")]
        if dimension != "category":
            head.append(t("三字重合", "3-grams"))
        rows: list[tuple[str, ...]] = []
        for value in values:
            score = tally.score("call", "all", dimension, value)
            row = [value_name(dimension, value, lang), *_figures(score)]
            row += [str(score.missed), str(score.false)]
            if kind == "call":
                turn = tally.score("turn", "all", dimension, value)
                row += [percent(turn.recall.value), percent(turn.precision.value)]
            if dimension != "category":
                row.append(percent(tally.overlap(dimension, value).mean))
            rows.append(tuple(row))
        yield Table(dimension, name, tuple(head), tuple(rows))


def ordered(dimension: str, values: Iterable[str]) -> list[str]:
    """The values of a dimension as people expect them: categories and grades in their order."""
    if dimension == "category":
        return sorted(values, key=category_order)
    known = (*GRADES, *PARTS)
    return sorted(values, key=lambda v: (known.index(v) if v in known else len(known), v))


def labelled_grades(tally: Tally) -> list[str]:
    """The grades that have labels."""
    grades = ordered("grade", tally.values("grade"))
    return [grade for grade in grades if tally.score("call", "all", "grade", grade).support]


def by_category_and_grade(tally: Tally, lang: Lang) -> Table:
    """Of each category and grade, what share of the labels is found."""
    grades = labelled_grades(tally)
    rows: list[tuple[str, ...]] = []
    for category in ordered("category", tally.values("category")):
        shares = [
            tally.score("call", "all", CROSSED, crossed(category, grade)).recall for grade in grades
        ]
        if any(share.of for share in shares):
            found = [f"{percent(s.value, 0)} {s.hits}/{s.of}" if s.of else NOTHING for s in shares]
            rows.append((value_name("category", category, lang), *found))
    head = [value_name("grade", grade, lang) for grade in grades]
    title = pick(lang, "查全，按类别和措辞", "Recall by category and grade")
    name = pick(lang, *DIMENSION_NAMES["category"])
    return Table(CROSSED, title, (name, *head), tuple(rows))


def by_source(tally: Tally, lang: Lang) -> Iterator[Table]:
    """Findings by how certain they are, and by the pack of their rule."""
    t = partial(pick, lang)
    for source in ("certainty", "severity", "pack"):
        name = pick(lang, *DIMENSION_NAMES[source])
        rows = tuple(
            (value_name(source, value, lang), *_found(counts))
            for value, counts in tally.by(source).items()
        )
        if rows:
            title = t(f"报出的，按{name}", f"Findings by {name.lower()}")
            yield Table(source, title, (name, *_found_head(lang)), rows)


def _found(counts: Counts) -> tuple[str, ...]:
    return (
        *map(str, (counts.every, counts.found, counts.elsewhere, counts.missed)),
        percent(counts.right.value),
        interval(counts.right),
    )


def _found_head(lang: Lang) -> tuple[str, ...]:
    t = partial(pick, lang)
    return (
        *(t("报出", "findings"), t("对", "right"), t("轮次不对", "other turn")),
        *(t("误报", "false"), t("查准", "precision"), "95%"),
    )


def by_rule(tally: Tally, packs: Mapping[str, str], lang: Lang) -> Table:
    """Each rule: what it reported, how often it could be judged, and what it said.

    Those with most false alarms first, then those that found most.
    """
    t = partial(pick, lang)
    found = tally.by("rule")
    order = {rule: (-counts.missed, -counts.every) for rule, counts in found.items()}
    rows: list[tuple[str, ...]] = []
    for rule in sorted(packs, key=lambda rule: (*order.get(rule, (0, 0)), packs[rule], rule)):
        said = tally.said(rule)
        rates = [percent(Share(said[status], said.total()).value, 0) for status in STATUSES]
        judged = said["violated"] + said["met"]
        rows.append((rule, packs[rule], *_found(found.get(rule, Counts())), str(judged), *rates))
    head = (
        *(pick(lang, *DIMENSION_NAMES["rule"]), pick(lang, *DIMENSION_NAMES["pack"])),
        *_found_head(lang),
        *(t("触发", "triggered"), t("违反", "violated"), t("做到", "met")),
        *(t("不适用", "n. a."), t("未评", "not judged")),
    )
    return Table("rule", t("按规则", "By rule"), head, tuple(rows), left=2)


def facts(kind: Kind, tally: Tally, lang: Lang) -> Iterator[str]:
    """What is no table: what was read, clean items, how unlike the rules' words the turns are."""
    t = partial(pick, lang)

    def some(hits: int) -> str:
        share = Share(hits, tally.clean)
        return f"{hits} ({percent(share.value)}, 95% {interval(share)})"

    if kind == "call":
        yield t(
            "{0} 通通话，坐席 {1} 轮，标注 {2} 处。", "{0} calls, {1} agent turns, {2} labels."
        ).format(tally.items, tally.agent_turns, tally.labels)
    else:
        yield t("{0} 句，标注 {1} 处。", "{0} sentences, {1} labels.").format(
            tally.items, tally.labels
        )
    if tally.clean:
        yield t(
            "没有标注的 {0}：有确定的错误或警告 {1}；有警告及以上 {2}；有任何发现 {3}。",
            "{0} without labels: a certain error or warning in {1}; anything of at least warning "
            "in {2}; any finding in {3}.",
        ).format(
            tally.clean,
            some(tally.clean_certain),
            some(tally.clean_warned),
            some(tally.clean_any),
        )
    overlap = tally.overlap()
    if overlap.turns:
        yield t(
            "用词标注的坐席轮次 {0} 轮，与规则短语的三字重合平均 {1}。",
            "{0} agent turns labelled for their wording share {1} of their 3-grams with the "
            "rules' patterns, on average.",
        ).format(overlap.turns, percent(overlap.mean))
