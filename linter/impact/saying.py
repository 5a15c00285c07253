"""The words of a comparison: what changed, how much, and why, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from linter.evaluation.model import Outcome, Said
from linter.evaluation.reading_list import how_sure
from linter.impact.books import Changed
from linter.impact.model import Change, Counterpart, Kind, Side
from linter.impact.result import Result
from linter.model import Finding
from linter.reports import Lang
from linter.wording import join, pick

_KINDS: dict[Kind, tuple[str, str]] = {
    "gained": ("多报", "gained"),
    "lost": ("少报", "lost"),
    "changed": ("变了", "changed"),
}
_LABELS: dict[Outcome, tuple[str, str]] = {
    "found": ("标注有", "labelled"),
    "elsewhere": ("标注在别的轮次", "labelled at another turn"),
    "missed": ("标注没有", "not labelled"),
}
_STATUSES = {
    "violated": ("违反", "violated"),
    "met": ("没有问题", "met"),
    "not_applicable": ("不适用", "not applicable"),
    "not_evaluated": ("没有判", "not evaluated"),
    "off": ("被方案关掉", "switched off by a profile"),
}


def kind_name(kind: Kind, lang: Lang) -> str:
    """What a kind of change is called."""
    return pick(lang, *_KINDS[kind])


def label_name(outcome: Outcome, lang: Lang) -> str:
    """What labels say of a finding."""
    return pick(lang, *_LABELS[outcome])


def status_name(status: str, lang: Lang) -> str:
    """What a verdict is called."""
    return pick(lang, *_STATUSES[status])


def title(result: Result, lang: Lang) -> str:
    """What was compared."""
    arrow = f"{result.old.name} → {result.new.name}"
    return f"{pick(lang, '规则改动的影响：', 'What a change to the rules does: ')}{arrow}"


def side_line(side: Side, lang: Lang) -> str:
    """Which rules those were."""
    return pick(lang, "{0}：{1} 条规则，{2}", "{0}: {1} rule(s), {2}").format(
        side.name, side.rules, side.hash
    )


def size_line(result: Result, lang: Lang) -> str:
    """On how much it was compared, and how much of that is affected."""
    tally = result.tally
    calls = tally.calls - tally.scenes
    said = [
        pick(lang, "{0} 通通话", "{0} call(s)").format(calls) if calls or not tally.scenes else "",
        pick(lang, "{0} 个场景", "{0} scene(s)").format(tally.scenes) if tally.scenes else "",
        pick(lang, "坐席 {0} 轮", "{0} agent turn(s)").format(tally.agent_turns),
    ]
    unit = ("通（个）", "call(s) or scene(s)") if calls and tally.scenes else ("通", "call(s)")
    if tally.scenes and not calls:
        unit = ("个", "scene(s)")
    affected = pick(lang, "；{0} {1}有变化。", "; {0} {1} affected.")
    what = pick(lang, "，", ", ").join(filter(None, said))
    return what + affected.format(tally.affected, pick(lang, *unit))


def total_line(result: Result, lang: Lang) -> str:
    """The findings of both, in one line."""
    total = result.tally.total
    counts = (total.gained, total.lost, total.changed, total.same)
    return pick(
        lang,
        "发现 {0} → {1}：多报 {2}，少报 {3}，变了 {4}，不变 {5}。",
        "Findings {0} → {1}: {2} gained, {3} lost, {4} changed, {5} the same.",
    ).format(total.old, total.new, *counts)


def skipped_lines(result: Result, lang: Lang) -> Iterator[str]:
    """What could not be read, first."""
    if result.skipped:
        said = pick(lang, "没有读到底的输入 {0} 个：", "Inputs that were not read to the end: {0}")
        yield said.format(len(result.skipped))
        yield from (f"  {where}  {why}" for where, why in result.skipped)


def rule_lines(result: Result, lang: Lang) -> Iterator[str]:
    """What became of the rules themselves, one a line."""
    t = partial(pick, lang)
    rules = result.rules
    for what, several in ((t("新增", "added"), rules.added), (t("删去", "removed"), rules.removed)):
        for rule in several:
            yield f"{what} {rule.id}  {rule.category}  {rule.severity}  {_line(rule.message)}"
    for pair in rules.renamed:
        note = t("（指纹也变了，基线要重做）", " (new fingerprints: make baselines anew)")
        yield f"{t('改名', 'renamed')} {pair.old} → {pair.new}{note}"
    for changed in rules.changed:
        yield f"{t('改动', 'changed')} {changed.rule}  {changed_text(changed, lang)}"


def changed_text(changed: Changed, lang: Lang) -> str:
    """How a rule differs."""
    values = changed.values
    said = [
        f"{key} {_line(values[key][0])} → {_line(values[key][1])}" if key in values else key
        for key in changed.difference.keys
    ]
    if signals := changed.difference.signals:
        said.append(f"{pick(lang, '信号', 'signals')} {join(signals, lang)}")
    return pick(lang, "；", "; ").join(said)


def key_text(change: Change) -> str:
    """How a finding differs: ``severity error → info``."""
    old, new = change.old, change.new
    if old is None or new is None:
        return ""
    return "  ".join(f"{key} {_value(old, key)} → {_value(new, key)}" for key in change.keys)


def counterpart_text(change: Change, lang: Lang) -> str:
    """What the other book has to say in place of a finding; empty for one that only changed."""
    if change.kind == "changed":
        return ""
    now = change.kind == "lost"
    side = pick(lang, *(("新规则", "new rules") if now else ("旧规则", "old rules")))
    return f"{side}{pick(lang, '：', ': ')}{_counterpart(change.counterpart, lang)}"


def _counterpart(other: Counterpart, lang: Lang) -> str:
    if other.status is None:
        return pick(lang, "没有这条规则", "no such rule")
    if other.yielded_to:
        said = pick(lang, "让位于 {0}", "yields to {0}")
        return said.format(join(other.yielded_to, lang))
    status = status_name(other.status, lang)
    if other.status == "violated":
        return pick(lang, "通话里别处报了", "reported elsewhere in the call")
    return f"{status}{pick(lang, '，', ', ')}{other.reason}" if other.reason else status


def facts(change: Change, lang: Lang) -> list[str]:
    """What stands at the head of a change: kind, call and turn, how sure, what labels say."""
    found = change.finding
    told = [label_name(change.label, lang)] if change.label else []
    where = found.path if found.line is None else f"{found.path}:{found.line}"
    call = f"{found.call} #{found.turn}"
    return [kind_name(change.kind, lang), call, *how_sure(found, lang), *told, where]


def context(change: Change) -> list[Said]:
    """The finding's turn, and before it the customer's last words, or whatever stands there."""
    turn = change.finding.turn
    before = [said for said in change.around if said.turn < turn]
    asked = [said for said in before if said.role == "customer"] or before
    return [*asked[-1:], *(said for said in change.around if said.turn == turn)]


def _value(finding: Finding, key: str) -> str:
    if key == "span":
        return f"“{_line(finding.quote)}”[{finding.start}:{finding.end}]"
    return _line(str(getattr(finding, key)))


def _line(text: str) -> str:
    return " ".join(text.split())
