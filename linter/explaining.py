"""Why a rule did or did not fire on a call: what it looked at, what it saw, what was taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from linter.describing import parts, signal_names
from linter.errors import UsageError
from linter.judged import Report, Verdict
from linter.judging.forbid import excused
from linter.linting import Linter
from linter.model import Call, Evidence, Finding
from linter.reports import Lang
from linter.reports.cells import visible
from linter.reports.words import words
from linter.rulebook.source import suggestion
from linter.rulebook.types import Forbid, Ref, Rise, Rule, RuleBook, Signal
from linter.signals.detect import Seen
from linter.signals.view import CallView
from linter.text.tokens import Token
from linter.wording import join, named, pick, ref_text, where

AROUND = 12
"""Characters of the matching form around a hit whose tokens are shown."""

_STATUSES = {
    "violated": ("违反", "violated"),
    "met": ("没有问题", "met"),
    "not_applicable": ("不适用", "not applicable"),
    "not_evaluated": ("没有判", "not evaluated"),
}
_SIDES = {
    "agent": ("坐席的话", "the agent's words"),
    "customer": ("客户的话", "the customer's words"),
    "any": ("双方的话", "both sides' words"),
}


def rule_named(book: RuleBook, name: str, hint: str = "") -> Rule:
    """The rule of that id.

    :param hint: what else may help when there is none.
    :raises UsageError: when there is none; names the nearest ones.
    """
    rules = {rule.id: rule for rule in book.rules}
    if name not in rules:
        hints = filter(None, (suggestion(name, rules), hint))
        raise UsageError(f"没有叫 {name!r} 的规则", hint="；".join(hints))
    return rules[name]


def explain(linter: Linter, rule: Rule, call: Call, lang: Lang) -> Iterator[str]:
    """The lines that say what a rule made of a call, and of which words.

    :param linter: one that shows everything; its other rules judge too, for the rule may
        yield to one of them or look at their findings.
    """
    report = linter.lint(call)
    view = linter.view(call)
    yield f"{pick(lang, '通话', 'Call')} {visible(call.id)}  {visible(call.path)}".rstrip()
    yield from _verdict(rule, report, lang)
    for finding in report.findings:
        if finding.rule == rule.id:
            yield from _finding(finding, lang)
    for finding in report.hidden:
        if finding.rule == rule.id:
            yield from _finding(finding, lang, yielded=_winners(rule, report, finding))
    yield from _parts(rule, view, report, lang)
    for name in signal_names(linter.book, rule):
        yield from _signal(linter, linter.book.signals[name], view, lang)


def _verdict(rule: Rule, report: Report, lang: Lang) -> Iterator[str]:
    verdict = next(v for v in report.verdicts if v.rule == rule.id)
    status = pick(lang, *_STATUSES[verdict.status])
    yield f"{rule.id}{pick(lang, '：', ': ')}{status}{_reason(verdict, lang)}"


def _reason(verdict: Verdict, lang: Lang) -> str:
    t = partial(pick, lang)
    said = t("，{0}", ", {0}").format(verdict.reason) if verdict.reason else ""
    if verdict.turn is not None:
        said += t("，#{0} 做到了", ", met in #{0}").format(verdict.turn)
    return said


def _finding(finding: Finding, lang: Lang, yielded: tuple[str, ...] = ()) -> Iterator[str]:
    t = partial(pick, lang)
    notes: list[str] = [finding.severity]
    if finding.certainty == "review":
        notes.append(t("需复核", "review"))
    if finding.late:
        notes.append(t("偏晚", "late"))
    if yielded:
        notes.append(t("让位于 {0}，不单独报", "yielded to {0}").format(join(yielded, lang)))
    place = _spot(finding.turn, finding.start, finding.end, finding.quote)
    yield f"  {t('报', 'Reported')} {place}  {join(notes, lang)}"
    if finding.window:
        turns = join([f"#{turn}" for turn in finding.window], lang)
        yield f"    {t('找过', 'searched')} {turns}"
    for evidence in finding.evidence:
        kind = words(lang).evidence_kinds[evidence.as_]
        label = " ".join(filter(None, (visible(evidence.label), evidence.rule)))
        yield f"    {kind}  {_quoted(evidence)}  {label}"


def _winners(rule: Rule, report: Report, finding: Finding) -> tuple[str, ...]:
    """The rules this one gave way to: those whose findings hold it as evidence."""
    return tuple(
        other.rule
        for other in report.findings
        if other.rule in rule.yields_to
        and any(e.as_ == "yielded" and e.rule == finding.rule for e in other.evidence)
    )


def _parts(rule: Rule, view: CallView, report: Report, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    yield t("规则看到的", "What the rule saw")
    if isinstance(rule.judge, Rise):
        yield f"  {t('之前报出的', 'findings before')} {join(rule.judge.categories, lang)}"
        causes = [
            f for f in (*report.findings, *report.hidden) if f.category in rule.judge.categories
        ]
        for cause in causes:
            yield f"    {_spot(cause.turn, cause.start, cause.end, cause.quote)}  {cause.rule}"
    for part, refs in parts(rule, lang):
        yield f"  {part}{t('：', ': ')}{named(refs, lang)}"
        places = [line for ref in refs for line in _seen(ref, view)]
        yield from (f"    {place}" for place in places or [t("没有", "none")])
    if isinstance(rule.judge, Forbid):
        yield from _excuses(rule.judge, view, lang)


def _seen(ref: Ref, view: CallView) -> Iterator[str]:
    if not ref.is_state:
        yield from (f"{_hit(view, seen)}  {ref_text(ref)}" for seen in view.hits(ref))
        return
    for slot in view.slots:
        if slot.state == ref.name:
            quote = view.call.turns[slot.turn].text[slot.start : slot.end]
            spot = _spot(slot.turn, slot.start, slot.end, quote)
            yield f"{spot}  {slot.state} {slot.group}"


def _excuses(spec: Forbid, view: CallView, lang: Lang) -> Iterator[str]:
    for seen in view.any_hits(spec.signals):
        for unless in spec.unless:
            if excused(view, seen, unless):
                yield pick(lang, "  放过 {0}：{1}有 {2}", "  Excused {0}: {2}, {1}").format(
                    _hit(view, seen), where(unless, lang), named(unless.signals, lang)
                )
        for place in spec.only_if:
            if not excused(view, seen, place):
                yield pick(lang, "  放过 {0}：{1}没有 {2}", "  Excused {0}: no {2}, {1}").format(
                    _hit(view, seen), where(place, lang), named(place.signals, lang)
                )


def _signal(linter: Linter, signal: Signal, view: CallView, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    yield f"{t('信号', 'Signal')} {signal.name}  {pick(lang, *_SIDES[signal.who])}"
    hits = view.seen.get(signal.name, ())
    taken_back = view.taken_back.get(signal.name, ())
    for seen in hits:
        yield f"  {t('命中', 'hit')} {_hit(view, seen)}"
        yield from _details(linter, seen, view, lang)
    for seen in taken_back:
        yield f"  {t('收回', 'taken back')} {_hit(view, seen)}"
        yield f"    {t('因为', 'because of')} {seen.taken_back}"
        yield from _details(linter, seen, view, lang)
    if signal.name in view.unjudged:
        yield f"  {t('没法判', 'not looked for')} {view.unjudged[signal.name]}"
    elif not hits and not taken_back:
        yield f"  {t('没有', 'none')}"


def _details(linter: Linter, seen: Seen, view: CallView, lang: Lang) -> Iterator[str]:
    t = partial(pick, lang)
    hit = seen.hit
    yield f"    {t('短语', 'pattern')} {hit.pattern}"
    facts = [t("级", "level") + f" {hit.level}"] if hit.level else []
    facts += [f"{name}={value}" for name, value in hit.slots]
    facts += [hit.note] if hit.note else []
    facts += [t("需复核", "review")] if hit.certainty == "review" else []
    if facts:
        yield f"    {join(facts, lang)}"
    tokens = linter.detector.tokenizer.tokens(view.turns[seen.speaking].text)
    yield f"    jieba {_row(tokens, seen.start, seen.end)}"


def _row(tokens: Sequence[Token], start: int, end: int) -> str:
    """jieba's tokens around a hit; those that the hit touches stand in brackets."""

    def row(chosen: list[Token]) -> str:
        return "/".join(visible(token.text) for token in chosen)

    before = [token for token in tokens if start - AROUND < token.end <= start]
    within = [token for token in tokens if token.start < end and start < token.end]
    after = [token for token in tokens if end <= token.start < end + AROUND]
    return "/".join(filter(None, [row(before), f"[{row(within)}]", row(after)]))


def _hit(view: CallView, seen: Seen) -> str:
    hit = seen.hit
    quote = view.call.turns[hit.turn].text[hit.start : hit.end]
    return _spot(hit.turn, hit.start, hit.end, quote)


def _quoted(evidence: Evidence) -> str:
    return _spot(evidence.turn, evidence.start, evidence.end, evidence.quote)


def _spot(turn: int, start: int, end: int, quote: str) -> str:
    return f"#{turn} [{start}:{end}] “{visible(quote)}”"
