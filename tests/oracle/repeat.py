"""``repeat``: every sentence is compared with every earlier one in reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.model import Certainty, Finding
from linter.rulebook.types import Repeat, Rule

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
            for start, end, first, last in _repeats(spec, earlier, turn, exempt):
                chain = [evidence(view, Spot(*earlier.locate(first, last)), "step", "上一次这样说")]
                if trigger is not None:
                    chain.append(hit_evidence(view, trigger, "trigger"))
                spot = Spot(*turn.locate(start, end))
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


def _han(text: str) -> int:
    """How much is said in words: links, numbers and emoji codes are no stock phrases."""
    return sum("\u4e00" <= char <= "\u9fff" for char in text)
