"""The four-part diagnosis of 对人不对事: 话术, 态度, 职责, 适时结束.

For a call in which the customer wants something taken up (诉求) or is upset (情绪), each part is
done, missing, not applicable or not evaluated, with the turn, the words and the chain of
evidence. A rule belongs to the part that is its aspect.
"""

from __future__ import annotations

from linter.judged import Part
from linter.judging.doubtful import doubted_turns, roles_doubted
from linter.judging.engine import Judged
from linter.judging.outcome import evidence, found_evidence, hit_evidence, whole
from linter.model import SEVERITY_RANK, Aspect, Evidence, Finding
from linter.rulebook.types import Ref, RuleBook
from linter.signals.detect import Seen
from linter.signals.view import CallView

PARTS: tuple[Aspect, ...] = ("话术", "态度", "职责", "适时结束")

TRIGGERS = (Ref("投诉诉求"), Ref("情绪"))
"""What makes a call one to be diagnosed."""

SHOWN: dict[Aspect, tuple[Ref, ...]] = {
    "话术": (Ref("致歉安抚"),),
    "态度": (Ref("受理动作"), Ref("致歉安抚"), Ref("跟进承诺")),
    "职责": (Ref("跟进承诺"), Ref("受理动作")),
    "适时结束": (Ref("结束语"),),
}
"""The signals that show a part was done, best first."""

CREDIT: dict[Aspect, int] = {"话术": 1}
"""Agent turns before the trigger in which a part counts as done: one may just have apologised."""


_CALM = tuple(Part(name, "不适用", reason="客户没有诉求或情绪") for name in PARTS)


def diagnose(book: RuleBook, view: CallView, judged: Judged) -> tuple[Part, ...]:
    """The four parts; all 不适用 when the customer neither wants nor is upset."""
    reason = view.roles_missing or roles_doubted(view.call)
    if reason:
        return tuple(Part(name, "未评", reason=reason) for name in PARTS)
    if view.call.kind == "script":
        return _CALM
    triggers = view.any_hits(TRIGGERS)
    if not triggers:
        return _CALM
    return tuple(_part(name, book, view, judged, triggers[0]) for name in PARTS)


def _part(name: Aspect, book: RuleBook, view: CallView, judged: Judged, trigger: Seen) -> Part:
    start = hit_evidence(view, trigger, "trigger")
    missing = [
        found
        for found in (*judged.findings, *judged.hidden)
        if found.aspect == name and not found.praise and not found.late
    ]
    if missing:
        return _missing(name, book, missing, start)
    shown = _shown(name, view, trigger)
    if shown is not None:
        words = hit_evidence(view, shown, "shown")
        chain = tuple(sorted((start, words), key=lambda e: (e.turn, e.start)))
        return Part(name, "做到", shown.hit.turn, words.quote, words.label, chain=chain)
    if not view.agent_turns_after(trigger.hit.turn):
        return Part(name, "未评", reason="之后没有坐席的话，录音可能截断", chain=(start,))
    if name == "适时结束" and view.cut_off:
        return Part(name, "未评", reason="录音在客户说话时截断", chain=(start,))
    if doubted := _doubted(name, book, view, judged):
        return Part(name, "未评", reason=doubted, chain=(start,))
    if name == "态度":
        return _decent(view, judged, trigger, start)
    return Part(name, "不适用", reason="没有需要它的时刻", chain=(start,))


def _doubted(name: Aspect, book: RuleBook, view: CallView, judged: Judged) -> str:
    """Why it cannot be said that nothing is missing: a rule rests on a turn that is doubtful."""
    reason = doubted_turns(view.call)
    if not reason:
        return ""
    unjudged = {verdict.rule for verdict in judged.verdicts if verdict.reason == reason}
    return reason if any(r.id in unjudged and r.aspect == name for r in book.rules) else ""


def _decent(view: CallView, judged: Judged, trigger: Seen, start: Evidence) -> Part:
    """Nothing was said against the person: shown by the first turn nobody found fault with."""
    faulted = {found.turn for found in judged.findings if not found.praise}
    for turn in view.agent_turns_after(trigger.hit.turn):
        if not faulted & {piece.turn for piece in turn.pieces}:
            words = evidence(view, whole(view, turn.first), "shown", _DECENT)
            return Part("态度", "做到", turn.first, words.quote, _DECENT, chain=(start, words))
    return Part("态度", "做到", reason=_DECENT, chain=(start,))


_DECENT = "没有针对人的话"


def _shown(name: Aspect, view: CallView, trigger: Seen) -> Seen | None:
    """What shows that a part was done: after the trigger, or credited before it."""
    hits = view.any_hits(SHOWN[name])
    after = [s for s in hits if s.hit.turn > trigger.hit.turn]
    credit = CREDIT.get(name, 0)
    turns = view.agent_turns_before(trigger.hit.turn)[-credit:] if credit else ()
    credited = [s for s in hits if s.speaking in {turn.number for turn in turns}]
    for found in (after, credited):
        for ref in SHOWN[name]:
            shown = [s for s in found if s.hit.signal == ref.name]
            if shown:
                return shown[-1] if name == "适时结束" else shown[0]
    return None


def _missing(name: Aspect, book: RuleBook, missing: list[Finding], start: Evidence) -> Part:
    order = {rule.id: place for place, rule in enumerate(book.rules)}
    worst = min(missing, key=lambda f: (-SEVERITY_RANK[f.severity], f.turn, order.get(f.rule, 0)))
    chain = {(e.turn, e.start, e.end): e for e in (start, *worst.evidence)}
    for found in missing:
        chain[found.turn, found.start, found.end] = found_evidence(found, "finding")
    return Part(
        name,
        "缺失",
        worst.turn,
        worst.quote,
        worst.message,
        worst.suggestion,
        tuple(chain[key] for key in sorted(chain)),
    )
