"""Turns with the words of a breach that are none: 看着像而不是.

Rules say themselves what takes their words back. Of these reasons only a context (quoted, negated,
asked ...) makes an example that a person can follow. A longer harmless phrase (可不可以) is a
chance likeness that deceives nobody, and what a score or an excuse nearby took back may as
well be a breach that the rules miss.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.coaching.examples.drafts import Draft, Examined, Mark
from linter.rulebook.types import Forbid, Rule
from linter.signals.detect import Seen

CONTEXT = "not_when: "
"""How the reason begins for which a context takes words back."""


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
            if seen.hit.certainty == "certain" and seen.taken_back.startswith(CONTEXT):
                yield seen


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
