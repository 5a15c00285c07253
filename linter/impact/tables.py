"""The figures of a comparison as tables, which every format lays out in its own way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from linter.evaluation.cells import Table, number, value_name
from linter.evaluation.model import Outcome
from linter.impact.model import KINDS
from linter.impact.result import Result, ranked
from linter.impact.saying import kind_name, label_name, status_name
from linter.impact.tally import Counts, Tally
from linter.reports import Lang
from linter.wording import pick

OUTCOMES: tuple[Outcome, ...] = ("found", "elsewhere", "missed")
"""What labels may say of a finding, best first."""


def by_rule(result: Result, lang: Lang, most: int | None = None) -> Table:
    """The rules with any change, then all.

    :param most: how many rules at most; the others are one row together.
    """
    tally = result.tally
    shown = result.differing[:most]
    rest = [rule for rule in result.differing if rule not in set(shown)]
    rows = [_row(rule, tally.rules[rule], tally) for rule in shown]
    if rest:
        other = Counts()
        for rule in rest:
            other = other.plus(tally.rules[rule])
        said = pick(lang, "其他 {0} 条规则", "{0} more rules").format(len(rest))
        rows.append(_row(said, other, tally))
    rows.append(_row(pick(lang, "所有规则", "all rules"), tally.total, tally))
    name, title = ("rule", pick(lang, "按规则", "By rule"))
    return Table(name, title, _head(pick(lang, "规则", "Rule"), lang), tuple(rows))


def by_category(result: Result, lang: Lang) -> Table:
    """The categories with any change."""
    tally = result.tally
    found = {name: counts for name, counts in tally.categories.items() if counts.differs}
    rows = tuple(
        _row(value_name("category", name, lang), found[name], tally) for name in ranked(found)
    )
    head = _head(pick(lang, "类别", "Category"), lang)
    return Table("category", pick(lang, "按类别", "By category"), head, rows)


def by_verdict(result: Result, lang: Lang) -> Table:
    """How often which verdict became which other."""
    moves: dict[tuple[str, str], int] = {}
    for (_, old, new), count in result.tally.verdicts.items():
        moves[old, new] = moves.get((old, new), 0) + count
    rows = tuple(
        (status_name(old, lang), status_name(new, lang), str(count))
        for (old, new), count in sorted(moves.items(), key=lambda move: (-move[1], move[0]))
    )
    t = partial(pick, lang)
    title = t("判定变了的（规则 × 通话）", "Verdicts that changed (rules × calls)")
    return Table("verdict", title, (t("旧", "Old"), t("新", "New"), t("次", "Times")), rows, left=2)


def by_label(result: Result, lang: Lang) -> Table:
    """What the labels say of what came, went and changed."""
    t = partial(pick, lang)
    labels = result.tally.labels
    head = ("", *(label_name(outcome, lang) for outcome in OUTCOMES))
    rows = tuple(
        (kind_name(kind, lang), *(str(labels[kind, outcome]) for outcome in OUTCOMES))
        for kind in KINDS
    )
    title = t("有标注的 {0} 通里", "In {0} labelled call(s)").format(result.tally.labelled)
    return Table("label", title, head, rows)


def every(result: Result, lang: Lang, most: int | None = None) -> Iterator[Table]:
    """All that say anything."""
    if result.differing:
        yield by_rule(result, lang, most)
        yield by_category(result, lang)
    if result.tally.verdicts:
        yield by_verdict(result, lang)
    if result.tally.labels:
        yield by_label(result, lang)


def _head(what: str, lang: Lang) -> tuple[str, ...]:
    t = partial(pick, lang)
    return (
        *(what, t("旧", "Old"), t("新", "New")),
        *(kind_name(kind, lang) for kind in KINDS),
        *(t("不变", "same"), t("旧/千轮", "old/1,000"), t("新/千轮", "new/1,000")),
    )


def _row(name: str, counts: Counts, tally: Tally) -> tuple[str, ...]:
    numbers = (
        *(counts.old, counts.new),
        *(counts.gained, counts.lost, counts.changed, counts.same),
    )
    rates = (number(tally.per_thousand(count), 1) for count in (counts.old, counts.new))
    return name, *map(str, numbers), *rates
