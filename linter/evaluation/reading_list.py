"""Misses, false alarms and what a comparison found, as lines to be read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from linter.evaluation.cells import kind_name, percent, value_name
from linter.evaluation.comparing import Change, Comparison
from linter.evaluation.model import Found, Outcome, Record, Said
from linter.evaluation.result import Alarm, Lists, Miss, in_order
from linter.evaluation.scores import Score
from linter.evaluation.tables import ordered
from linter.model import Evidence, Finding
from linter.reports import Lang
from linter.reports.cells import visible
from linter.wording import pick

_ROLES = {
    "agent": ("坐席", "agent"),
    "customer": ("客户", "customer"),
    "bot": ("机器人", "bot"),
    "system": ("系统", "system"),
    "unknown": ("未知", "unknown"),
}
_OUTCOMES: dict[Outcome, tuple[str, str]] = {
    "missed": ("没报", "missed"),
    "elsewhere": ("报在别的轮次", "at another turn"),
    "found": ("报了", "found"),
}
_MISSES = {
    "missed": ("漏报", "Missed"),
    "elsewhere": ("报了，但不在这一轮", "Found, but at another turn"),
}
_ALARMS = {
    "missed": ("误报", "False alarms"),
    "elsewhere": ("类别对，轮次不对", "Right category, other turn"),
}
LISTED: tuple[Outcome, ...] = ("missed", "elsewhere")
"""The outcomes that are listed, in this order."""


def titled(name: str, what: object, lang: Lang) -> str:
    """A name and what it stands for."""
    return f"{name}{pick(lang, '：', ': ')}{what}"


def speaker(said: Said, lang: Lang) -> str:
    """Which turn it is, and who speaks."""
    return f"#{said.turn} {pick(lang, *_ROLES[said.role])}"


def evidence_line(place: Evidence, lang: Lang) -> str:
    """One place that a finding rests on."""
    name = f"{pick(lang, '依据', 'evidence')} #{place.turn} {place.label}"
    return titled(name, place.quote, lang)


def miss_title(outcome: Outcome, lang: Lang) -> str:
    """The heading of one of the two lists of misses."""
    return pick(lang, *_MISSES[outcome])


def alarm_title(outcome: Outcome, lang: Lang) -> str:
    """The heading of one of the two lists of false alarms."""
    return pick(lang, *_ALARMS[outcome])


def miss_lines(lists: Lists, lang: Lang) -> Iterator[str]:
    """Labels that were not found at their turn: those not found at all first."""
    for outcome in LISTED:
        count = lists.counts.get(("misses", outcome), 0)
        yield titled(miss_title(outcome, lang), count, lang)
        for miss in lists.misses[outcome]:
            yield from _miss(miss, lang)
        yield from _more(lists.left_out("misses", outcome), lang)
        yield ""


def alarm_lines(lists: Lists, lang: Lang) -> Iterator[str]:
    """Findings that no label at their turn bears out: those with no label in the call first."""
    for outcome in LISTED:
        count = lists.counts.get(("alarms", outcome), 0)
        yield titled(alarm_title(outcome, lang), count, lang)
        for alarm in lists.alarms[outcome]:
            yield from _alarm(alarm, lang)
        yield from _more(lists.left_out("alarms", outcome), lang)
        yield ""


def _more(count: int, lang: Lang) -> Iterator[str]:
    if count:
        yield pick(lang, "……还有 {0} 条，--limit 可以多列", "... {0} more; see --limit").format(
            count
        )


def _miss(miss: Miss, lang: Lang) -> Iterator[str]:
    label = miss.label
    yield _place(miss.record, label.turn, value_name("category", label.category, lang))
    yield from _dialogue(label.around, label.turn, lang)


def _alarm(alarm: Alarm, lang: Lang) -> Iterator[str]:
    found = alarm.finding
    what = (value_name("category", found.category, lang), found.rule)
    yield _place(alarm.record, found.turn, *what, *how_sure(found, lang))
    yield "    " + titled(pick(lang, "引文", "quote"), visible(found.quote), lang)
    for place in found.evidence:
        yield "    " + visible(evidence_line(place, lang))
    yield from _dialogue(found.around, found.turn, lang)


def how_sure(found: Found | Finding, lang: Lang) -> tuple[str, str]:
    """The severity and certainty of a finding."""
    severities = {"error": "错误", "warning": "警告", "info": "提示"}
    certainties = {"certain": "确定", "review": "需复核"}
    return (
        pick(lang, severities[found.severity], found.severity),
        pick(lang, certainties[found.certainty], found.certainty),
    )


def _place(record: Record, turn: int, *words: str) -> str:
    where = f"{record.path}:{record.line}"
    grade = [record.grade] if record.grade else []
    return "  ".join([f"{visible(record.id)} #{turn}", *words, *grade, visible(where)])


def _dialogue(around: Iterable[Said], turn: int, lang: Lang) -> Iterator[str]:
    """The customer's last words before a turn, and the turn."""
    before = [said for said in around if said.turn < turn and said.role == "customer"]
    own = [said for said in around if said.turn == turn]
    for said in (*before[-1:], *own):
        yield "    " + titled(speaker(said, lang), visible(said.text), lang)


def comparison_lines(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """What has changed since an earlier evaluation."""
    t = partial(pick, lang)
    yield t("与之前相比（同样的 {0} 通/句）", "Compared with before ({0} items)").format(
        comparison.compared
    )
    for line in changed_figures(comparison, lang):
        yield f"  {line}"
    for gained in (True, False):
        changes = [change for change in comparison.changes if change.gained is gained]
        yield titled(change_title(gained, lang), len(changes), lang)
        for change in changes:
            yield from _change(change, lang)
    for title, alarms in (
        (t("新的误报", "New false alarms"), comparison.came),
        (t("没有了的误报", "False alarms gone"), comparison.went),
    ):
        yield titled(title, len(alarms), lang)
        for alarm in alarms:
            yield from _alarm(alarm, lang)
    yield ""


def change_title(gained: bool, lang: Lang) -> str:
    """The heading of labels that came out better, or worse."""
    if gained:
        return pick(lang, "多找到的标注", "Labels gained")
    return pick(lang, "少找到的标注", "Labels lost")


def moved(change: Change, lang: Lang) -> str:
    """What became of a label, before and now."""
    names = (pick(lang, *_OUTCOMES[label.outcome]) for label in (change.before, change.after))
    return " → ".join(names)


def _change(change: Change, lang: Lang) -> Iterator[str]:
    label = change.after
    what = value_name("category", label.category, lang)
    yield _place(change.record, label.turn, what, moved(change, lang))
    yield from _dialogue(label.around, label.turn, lang)


def changed_figures(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """The total of each kind, then what is different by category and grade."""
    for kind, after in in_order(comparison.after):
        before = comparison.before[kind]
        was, now = (tally.score("call", "all") for tally in (before, after))
        yield f"{kind_name(kind, lang)}  {_changed(was, now, lang)}"
        for dimension in ("category", "grade"):
            for value in ordered(dimension, {*before.values(dimension), *after.values(dimension)}):
                was, now = (
                    tally.score("call", "all", dimension, value) for tally in (before, after)
                )
                if was != now:
                    yield f"{value_name(dimension, value, lang)}  {_changed(was, now, lang)}"


def _changed(was: Score, now: Score, lang: Lang) -> str:
    both = (was, now)
    pairs = (
        (pick(lang, "查全", "recall"), *(percent(score.recall.value) for score in both)),
        (pick(lang, "查准", "precision"), *(percent(score.precision.value) for score in both)),
        (pick(lang, "误报", "false alarms"), was.false, now.false),
    )
    return "  ".join(f"{what} {old} → {new}" for what, old, new in pairs)
