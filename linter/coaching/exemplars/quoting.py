"""Real answers in which a pattern was said, with just enough of them to be understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.coaching.exemplars.grams import Gram, places
from linter.coaching.exemplars.moments import Moment
from linter.coaching.exemplars.results import Quote

AROUND = 24
"""Characters shown before and after the words, and of the customer's words twice as many."""
_ELLIPSIS = "…"


def quotes(moments: Sequence[Moment], gram: Gram, most: int) -> tuple[Quote, ...]:
    """Of each agent one answer, those that went well first; at most so many.

    :param moments: in which it was said.
    """
    best: dict[str, Quote] = {}
    for moment in moments:
        known = best.get(moment.agent)
        if known is None or (moment.good and not known.good):
            for found in _said(moment, gram):
                best[moment.agent] = found
                break
    chosen = sorted(best.values(), key=lambda quote: not quote.good)
    return tuple(chosen[:most])


def wanted_share(moments: Sequence[Moment], gram: Gram) -> float:
    """In how many of its uses a pattern stands in words that the rules look for anyway."""
    uses = inside = 0
    for moment in moments:
        for said in moment.said:
            for place in places(said.text, gram):
                uses += 1
                inside += any(a < place.end and place.start < b for a, b in said.wanted)
    return inside / uses if uses else 0.0


def _said(moment: Moment, gram: Gram) -> Iterator[Quote]:
    for said in moment.said:
        for place in places(said.text, gram):
            low = max(0, place.start - AROUND)
            high = min(len(said.text), place.end + AROUND)
            before = _ELLIPSIS if low else ""
            after = _ELLIPSIS if high < len(said.text) else ""
            yield Quote(
                agent=moment.agent,
                call=moment.call,
                path=moment.path,
                turn=said.turn,
                asked=_short(moment.asked),
                text=f"{before}{said.text[low:high]}{after}",
                start=place.start - low + len(before),
                end=place.end - low + len(before),
                good=moment.good,
            )


def _short(text: str) -> str:
    return text if len(text) <= 2 * AROUND else text[: 2 * AROUND] + _ELLIPSIS
