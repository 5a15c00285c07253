"""Turns with the words of a breach that are none: 看着像而不是.

Rules say themselves what takes their words back. Of these reasons only a context (quoted, negated
...) makes an example that a person can follow, and not every one. In a question and in a case
supposed it is mostly other words that happen to fit the pattern (协议上写的是每周哪一天您带？);
so it is across the edge of a quotation, and in a quotation of what nobody said (点“联系司机”). A
longer harmless phrase (可不可以) is a chance likeness that deceives nobody, and what a score or an
excuse nearby took back may as well be a breach that the rules miss.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter import lazy
from linter.coaching.examples.drafts import Draft, Examined, Mark
from linter.rulebook.types import Forbid, Rule
from linter.signals.detect import Seen

CONTEXT = "not_when: "
"""How the reason begins for which a context takes words back."""

_BY_CHANCE = ("question", "hypothetical")
_MARKS = "quoted（引号）"
_QUOTES = '“”"「」『』‘’'
_AROUND = 12
"""Characters around a quotation among which it is said that it is one."""
_SAID = lazy.pattern("[说讲骂喊话句字词吼怼]|原样|回您|回他|回她")


def lookalike_drafts(examined: Examined) -> Iterator[Draft]:
    """One for each rule and turn at most, in turns of which nothing bad is said."""
    for rule, verdict in examined.judged():
        if verdict.status not in ("met", "violated") or not _is_about_words(rule):
            continue
        turns: set[int] = set()
        for seen in _taken_back(examined, rule):
            speaking = examined.view.turns[seen.speaking]
            if seen.speaking in turns or speaking.role != "agent":
                continue
            if seen.speaking in examined.spoiled:
                continue
            turns.add(seen.speaking)
            yield _draft(examined, rule, seen)


def _is_about_words(rule: Rule) -> bool:
    """Whether the words alone are the breach, whatever came before."""
    spec = rule.judge
    return isinstance(spec, Forbid) and not (spec.when or spec.only_if or rule.praise)


def _taken_back(examined: Examined, rule: Rule) -> Iterator[Seen]:
    assert isinstance(rule.judge, Forbid)
    for ref in rule.judge.signals:
        for seen in examined.view.taken_back.get(ref.name, ()):
            if seen.hit.certainty != "certain" or not seen.taken_back.startswith(CONTEXT):
                continue
            reason = seen.taken_back.removeprefix(CONTEXT)
            if reason.startswith(_BY_CHANCE):
                continue
            if reason != _MARKS or _is_speech(examined.report.call.turns[seen.hit.turn].text, seen):
                yield seen


def _is_speech(text: str, seen: Seen) -> bool:
    """Whether words in quotation marks are somebody's words, and not a button's or a note's."""
    start, end = seen.hit.start, seen.hit.end
    if any(quote in text[start + 2 : end - 2] for quote in _QUOTES):
        return False
    around = text[max(0, start - _AROUND) : start] + text[end : end + _AROUND]
    return _SAID.search(around) is not None


def _draft(examined: Examined, rule: Rule, seen: Seen) -> Draft:
    hit, speaking = seen.hit, examined.view.turns[seen.speaking]
    before = tuple(dict.fromkeys(name for name, _ in examined.moments(speaking)))
    return Draft(
        good=True,
        rule=rule,
        speaking=speaking,
        turn=hit.turn,
        marks=(Mark(hit.turn, hit.start, hit.end, "focus", ""),),
        moment=next(iter(before), ""),
        moments=before,
        reasons=("excused",),
        lookalike=seen.taken_back.removeprefix(CONTEXT),
    )
