"""``repeat``: every sentence is compared with every earlier one in reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.model import Certainty, Finding
from linter.rulebook.types import Repeat, Rule, Unless

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
    findings = one_a_turn(_findings(rule, spec, view))
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
