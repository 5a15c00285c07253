"""In what context a hit's words are said, decided once for all rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linter.signals.contexts.echo import echoes
from linter.signals.contexts.hypothetical import hypothetical
from linter.signals.contexts.negated import negated
from linter.signals.contexts.past import past
from linter.signals.contexts.question import question
from linter.signals.contexts.quoted import quoted
from linter.signals.contexts.read_back import read_back
from linter.signals.contexts.scope import Place
from linter.signals.contexts.third_party import third_party
from linter.signals.matcher import Context

__all__ = ["CONDITIONS", "cue", "echoes", "read_back"]

_DECIDE: Mapping[str, Callable[[Place, Context], str]] = {
    "negated": negated,
    "hypothetical": hypothetical,
    "question": question,
    "third_party": third_party,
    "past": past,
    "quoted": quoted,
}

CONDITIONS: tuple[str, ...] = tuple(_DECIDE)
"""The conditions the engine decides; a pack may add its own with words of its own."""


def cue(condition: str, text: str, start: int, end: int, context: Context) -> str:
    """The words that show that a condition holds for the hit ``[start, end)``; empty: it does not.

    :param condition: one of :data:`CONDITIONS`.
    :param text: the matching form of a whole speaking turn.
    :param start: where the hit begins, in code points of ``text``.
    :param end: where it ends, exclusive.
    :param context: the tokens and parts of speech of texts.
    :raises KeyError: for any other condition.
    """
    return _DECIDE[condition](Place(text, start, end), context)
