"""Who is who where the input does not say it: one call, all of its turns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.model import Call, Casting, Role
from linter.signals.casting.decoding import decode
from linter.signals.casting.evidence import why
from linter.signals.casting.speakers import Cast, grouped, likely, told_apart
from linter.signals.casting.weights import Weights, default_weights, framed

ENOUGH = 0.85
"""Below this confidence the roles stay unknown."""
FEWEST = 4
"""Turns with words that it takes: of two or three, one in twenty was told wrongly."""
STEEPNESS, OFFSET = 20.0, 16.2
"""Of the line from the mean sureness of turns to the log-odds that nine in ten are right."""
CHATTED = 1.5
"""Taken off in chats: who writes five lines in a row looks like two who take turns."""
TOO_FEW = 0.5
"""The confidence of a call with fewer."""
DOUBTFUL = 0.8
"""A turn that nobody has labelled is doubtful below this."""


def cast(call: Call, weights: Weights | None = None) -> Casting:
    """Tell who is who in a call.

    Turns whose role is given keep it. Speakers that are told apart by a label are told by all
    they say; where there are no labels, each turn is told by its words and its place among the
    others. A call of which too little is known to say it keeps its roles, and its ``source`` is
    ``unknown``; so is that of a call in which nothing is to be told.

    :param weights: by which the words are weighed; those that are shipped when left out.
    """
    given = tuple(turn.role for turn in call.turns)
    if not is_open(call):
        return Casting("unknown", 0.0, given)
    weights = weights or default_weights()
    points = [weights.points(turn.text) for turn in call.turns]
    found = guess(call, points)
    roles = found.roles if found.confidence >= ENOUGH else given
    return Casting(
        "unknown" if roles == given else "inferred",
        round(found.confidence, 3),
        roles,
        found.doubtful,
        why(call, weights, points, found.roles),
    )


def guess(call: Call, points: Sequence[float]) -> Cast:
    """The likeliest roles of an open call, however unsure they are.

    :param points: log-odds of each turn's words.
    """
    groups = grouped(call)
    given = tuple(turn.role for turn in call.turns)
    sides = {"agent", "customer"}.intersection(given)
    if len(groups) > 1:
        found = told_apart(call, groups, points)
    else:
        # Who has the label of the only side that is given leaves nobody for the other.
        found = Cast(given, 0.0) if sides else _by_turn(call, points)
    # Lines without any label need not all be the other side's.
    told_by_words = not sides or "" in groups
    if told_by_words and sum(bool(framed(turn.text)) for turn in call.turns) < FEWEST:
        return found._replace(confidence=min(found.confidence, TOO_FEW))
    return found


def is_open(call: Call) -> bool:
    """Whether there is anything to be told: unknown turns, and not both sides known."""
    if call.kind == "script" or len(call.turns) < 2:
        return False
    roles = {turn.role for turn in call.turns}
    return "unknown" in roles and not roles >= {"agent", "customer"}


def _by_turn(call: Call, points: Sequence[float]) -> Cast:
    open_turns = [n for n, turn in enumerate(call.turns) if turn.role == "unknown"]
    overlaps = [_overlaps(call, before, n) for before, n in pairwise(open_turns)]
    likely_agent = decode([points[n] for n in open_turns], [False, *overlaps])
    roles: list[Role] = [turn.role for turn in call.turns]
    for number, one in zip(open_turns, likely_agent, strict=True):
        roles[number] = "agent" if one >= 0.5 else "customer"
    sure = [max(one, 1 - one) for one in likely_agent]
    doubtful = tuple(n for n, one in zip(open_turns, sure, strict=True) if one < DOUBTFUL)
    chat = call.channel == "chat"
    one_sided = len({roles[n] for n in open_turns}) < 2
    return Cast(tuple(roles), 0.0 if one_sided else _confidence(sure, chat), doubtful)


def _overlaps(call: Call, before: int, after: int) -> bool:
    end, start = call.turns[before].end_ms, call.turns[after].start_ms
    return end is not None and start is not None and start < end


def _confidence(sure: Sequence[float], chat: bool) -> float:
    """How likely nine turns in ten are right, by how sure the turns are in the mean.

    The line was drawn on calls of voices left out of the training, as they are and with their turns
    cut into several: that is where turns look surer than they are.
    """
    mean = sum(sure) / len(sure)
    return likely(STEEPNESS * mean - OFFSET - (CHATTED if chat else 0))
