"""How hard an example is to judge, from 1 to 3, and why: each grade can be explained.

An example starts at 1 and goes up by 1 for every reason, to 3 at most. Words that look like a
breach and are none are 3 at once: they are what a learner who goes by words gets wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from linter.coaching.examples.model import GRADES
from linter.model import Finding
from linter.signals.view import CallView
from linter.text.turns import SpeakingTurn

FAR = 3
"""Substantive turns from a trigger to the turn in question that are far."""
LONG = 60
"""Characters of a turn in which a few words are hard to find, and ..."""
SMALL = 5
"""... how many times as long as these words it has to be."""

REASONS: Mapping[str, tuple[str, str]] = {
    "missing": ("错在没说，不在说了什么", "what is wrong was not said"),
    "indirect": ("说得绕，不是现成的字眼", "indirect wording"),
    "review": ("拿不太准，要人看", "doubtful, worth a person's look"),
    "far": ("起因在好几轮以前", "its cause is several turns back"),
    "chain": ("要连着看好几轮", "several turns have to be seen together"),
    "hidden": ("几个字藏在一长段话里", "a few words in a long turn"),
    "lookalike": ("旁边有像而不是的话", "words nearby look like the thing and are not"),
    "late": ("说了，但说晚了", "it was said, but late"),
    "polite": ("夹在客气话里", "wrapped in polite words"),
    "heated": ("客户正在气头上", "the customer is angry"),
    "excused": ("看着像而不是", "looks like a breach and is none"),
}
"""Code → what it says, in Chinese and English."""


def grade_of(reasons: Collection[str]) -> int:
    """The difficulty that the reasons add up to."""
    if "excused" in reasons:
        return GRADES[-1]
    return min(1 + len(reasons), GRADES[-1])


def of_finding(
    found: Finding, view: CallView, focus: SpeakingTurn, *, polite: bool
) -> tuple[str, ...]:
    """What makes a bad turn hard to see.

    :param polite: whether something that rules ask for is said in it, too.
    """
    parts = {item.as_ for item in found.evidence}
    causes = [
        i.turn for i in found.evidence if i.as_ in ("trigger", "step") and i.turn < focus.first
    ]
    turn = view.call.turns[found.turn]
    said = found.end - found.start
    checks = {
        "missing": bool(found.window),
        "indirect": "note" in parts,
        "review": found.certainty == "review" and "note" not in parts,
        "far": bool(causes) and _distance(view, min(causes), focus) >= FAR,
        "chain": len({item.turn for item in found.evidence if item.as_ == "step"}) > 1,
        "hidden": len(turn.text) >= LONG and said * SMALL <= len(turn.text),
        "lookalike": not parts.isdisjoint(("near_miss", "nearly")),
        "polite": not found.window and polite,
        "late": found.late,
    }
    return tuple(reason for reason, holds in checks.items() if holds)


def of_answer(
    view: CallView, trigger: int | None, focus: SpeakingTurn, chain: int
) -> tuple[str, ...]:
    """What makes a good answer hard to give.

    :param trigger: the turn that asked for it.
    :param chain: turns that have to be seen together.
    """
    checks = {
        "far": trigger is not None and _distance(view, trigger, focus) >= FAR,
        "chain": chain > 2,
        "heated": trigger is not None and _heat(view, trigger) > 1,
    }
    return tuple(reason for reason, holds in checks.items() if holds)


def _distance(view: CallView, turn: int, focus: SpeakingTurn) -> int:
    """Substantive speaking turns from an original turn to a speaking turn."""
    began = next((t.number for t in view.turns if t.last >= turn), focus.number)
    return view.ordinals[focus.number] - view.ordinals[began]


def _heat(view: CallView, turn: int) -> int:
    """The highest level of any of the customer's signals with levels in a turn."""
    levels = [
        seen.hit.level
        for name in view.possible
        if view.detector.signals[name].who == "customer"
        for seen in view.standing(name)
        if seen.hit.turn == turn
    ]
    return max(levels, default=0)
