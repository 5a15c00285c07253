"""``repeat``: every sentence is compared with every earlier one in reach."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from linter.model import Certainty, Finding
from linter.rulebook.types import Card, Points, Repeat, Rule, Unless

from .forbid import first_there
from .outcome import Outcome, Spot, evidence, finding, hit_evidence, one_a_turn
from .seen import Seen, View
from .similar import likeness
from .turns import SpeakingTurn

_SENTENCE = re.compile(r"[^。！？]+")


def judge_repeat(rule: Rule, spec: Repeat, view: View) -> Outcome:
    """Every agent turn that repeats a sentence after one of the customer's signals."""
    if spec.when and not view.any_hits(spec.when):
        return Outcome("not_applicable", "没有出现触发条件")
    found = _counted(rule, spec, spec.card, view) if spec.card else _findings(rule, spec, view)
    findings = one_a_turn(found)
    return Outcome("violated" if findings else "met", findings=findings)


def _findings(rule: Rule, spec: Repeat, view: View) -> Iterator[tuple[int, Finding]]:
    turns = view.agent_turns
    exempt = {(s.speaking, s.start, s.end) for s in view.any_hits(spec.over)}
    for place, turn in enumerate(turns):
        for earlier in reversed(turns[max(0, place - spec.within) : place]):
            trigger = _trigger(spec, view, earlier, turn)
            if spec.when and trigger is None:
                continue
            doubtful = trigger is not None and trigger.hit.certainty == "review"
            repeats = _substance if spec.of == "substance" else _repeats
            for start, end, first, last in repeats(spec, earlier, turn, exempt):
                chain = [evidence(view, Spot(*earlier.locate(first, last)), "step", "上一次这样说")]
                if trigger is not None:
                    chain.append(hit_evidence(view, trigger, "trigger"))
                spot = Spot(*turn.locate(start, end))
                if spec.then:
                    place = Unless(spec.then, "after", 1)
                    answer = first_there(view, turn.number, spot.turn, place)
                    if answer is None:
                        continue
                    kind = "outcome" if answer.hit.turn > spot.turn else "context"
                    chain.append(hit_evidence(view, answer, kind))
                    doubtful = doubtful or answer.hit.certainty == "review"
                certainty: Certainty = "review" if doubtful else "certain"
                yield turn.number, finding(rule, view, spot, chain=chain, certainty=certainty)


def _counted(rule: Rule, spec: Repeat, card: Card, view: View) -> Iterator[tuple[int, Finding]]:
    turns = view.agent_turns
    exempt = {(s.speaking, s.start, s.end) for s in view.any_hits(spec.over)}
    for place, turn in enumerate(turns):
        found = []
        for back in range(max(0, place - spec.within), place):
            earlier = turns[back]
            old, new = _stretches(earlier, exempt), _stretches(turn, exempt)
            both = [stretch for stretch in new if stretch in old]
            told = [
                *_first_of(view, card.between, range(earlier.last + 1, turn.first)),
                *_next_of(view, card.next, turn),
            ]
            if len(both) < spec.least or not any(points > 0 for _, points in told):
                continue
            own = range(turn.first, turn.last + 1)
            told += _first_of(view, card.here, own, turn.number)
            words = round(card.same * math.log2(len(both)))
            words += round(card.later * len(both) / len(new))
            words += round(card.earlier * len(both) / len(old))
            words += round(card.far * math.log2(place - back))
            total = words + sum(points for _, points in told)
            if total >= card.least:
                found.append((total, back, earlier, both, old, new, words, told))
        if not found:
            continue
        total, _, earlier, both, old, new, words, told = max(found, key=lambda one: one[:2])
        here, there = [new[stretch] for stretch in both], [old[stretch] for stretch in both]
        spot = Spot(*turn.locate(min(here), max(here) + 2))
        before = Spot(*earlier.locate(min(there), max(there) + 2))
        worth = f"同样的词串 {len(both)} 个 {words:+d}，合计 {total} 分，满 {card.least} 分才报"
        chain = [evidence(view, before, "step", "上一次这样说")]
        chain.append(evidence(view, spot, "context", worth))
        for seen, points in told:
            chain.append(hit_evidence(view, seen, "context", f"{seen.hit.signal} {points:+d}"))
        doubtful = any(seen.hit.certainty == "review" for seen, points in told if points > 0)
        certainty: Certainty = "review" if doubtful else "certain"
        yield turn.number, finding(rule, view, spot, chain=chain, certainty=certainty)


def _next_of(view: View, points: Points, turn: SpeakingTurn) -> list[tuple[Seen, int]]:
    """What counts in the customer's first turn after this one."""
    for other in view.turns[turn.number + 1 :]:
        if other.role == "customer":
            return _first_of(view, points, range(other.first, other.last + 1), other.number)
    return []


def _first_of(
    view: View, points: Points, turns: range, own: int | None = None
) -> list[tuple[Seen, int]]:
    """For each signal its first hit in some original turns."""
    found = []
    for ref, worth in points:
        there = [s for s in view.any_hits((ref,)) if s.hit.turn in turns]
        there = [s for s in there if own is None or s.speaking == own]
        if there:
            found.append((there[0], worth))
    return found


def _trigger(spec: Repeat, view: View, earlier: SpeakingTurn, turn: SpeakingTurn) -> Seen | None:
    """The last trigger between two turns; a certain one before a doubtful one."""
    between = [s for s in view.any_hits(spec.when) if earlier.last < s.hit.turn < turn.first]
    sure = [s for s in between if s.hit.certainty == "certain"]
    return next(reversed(sure or between), None)


def _repeats(
    spec: Repeat, earlier: SpeakingTurn, turn: SpeakingTurn, exempt: set[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    for new in _SENTENCE.finditer(turn.text):
        if _han(new[0]) < spec.least or any(
            number == turn.number and new.start() <= start and end <= new.end()
            for number, start, end in exempt
        ):
            continue
        for old in _SENTENCE.finditer(earlier.text):
            # Rounded: what is 57 percent on paper may be a hair less.
            if round(likeness(new[0], old[0]), 6) >= spec.similarity:
                yield new.start(), new.end(), old.start(), old.end()
                break


def _substance(
    spec: Repeat, earlier: SpeakingTurn, turn: SpeakingTurn, exempt: set[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int, int]]:
    old, new = _stretches(earlier, exempt), _stretches(turn, exempt)
    both = [stretch for stretch in new if stretch in old]
    shorter = min(len(old), len(new))
    if len(both) >= spec.least and len(both) * 100 >= spec.similarity * shorter:
        here, there = [new[stretch] for stretch in both], [old[stretch] for stretch in both]
        yield min(here), max(here) + 2, min(there), max(there) + 2


def _stretches(turn: SpeakingTurn, exempt: set[tuple[int, int, int]]) -> dict[str, int]:
    """Each two Chinese characters in a row that no exempt hit has any of, and where first."""
    found: dict[str, int] = {}
    for at in range(len(turn.text) - 1):
        pair = turn.text[at : at + 2]
        taken = any(
            number == turn.number and start < at + 2 and at < end for number, start, end in exempt
        )
        counts = any(char in "零〇一二两三四五六七八九十百千万" for char in pair)
        if _han(pair) == 2 and not counts and not taken and pair not in found:
            found[pair] = at
    return found


def _han(text: str) -> int:
    """How much is said in words: links, numbers and emoji codes are no stock phrases."""
    return sum("\u4e00" <= char <= "\u9fff" for char in text)
