"""What there is to say of an answer."""

from __future__ import annotations

from typing import NamedTuple

from linter.coaching.drill.cards import Card
from linter.judged import Part
from linter.model import Finding


class Well(NamedTuple):
    """Words that were well chosen, and what they do."""

    quote: str
    what: str


class Feedback(NamedTuple):
    """What the rules say of one answer.

    :ivar well: what was done well, to be said first.
    :ivar wrong: what certainly should not be there, at least a warning each.
    :ivar missing: what the moment asks for and the answer does not have.
    :ivar later: what the moment asks for, too, and the next turn may still bring.
    :ivar think: what may be worth a thought; never a reason not to pass.
    :ivar parts: those of the four parts of the diagnosis that this moment asks for.
    :ivar unpraised: what an exemplar was praised for and this answer was not; empty for nothing.
    :ivar unjudged: why the card's own rule says nothing; empty when it does.
    """

    well: tuple[Well, ...] = ()
    wrong: tuple[Finding, ...] = ()
    missing: tuple[Finding, ...] = ()
    later: tuple[Finding, ...] = ()
    think: tuple[Finding, ...] = ()
    parts: tuple[Part, ...] = ()
    unpraised: str = ""
    unjudged: str = ""

    @property
    def good(self) -> bool:
        """Whether nothing is wrong and nothing is missing."""
        return not self.wrong and not self.missing

    def is_about(self, card: Card) -> bool:
        """Whether anything of it is what the card is about."""
        found = (*self.wrong, *self.missing, *self.later, *self.think)
        return any(card.rule in (one.rule, *(e.rule for e in one.evidence)) for one in found)
