"""What became of looking for a signal, in the order of the call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linter.signals.hits import Seen


@dataclass(frozen=True, slots=True)
class Found:
    """What became of looking for one signal.

    :ivar standing: its hits in order.
    :ivar taken_back: what would have been a hit but for an exception.
    :ivar hits: all of both, as they were found; a group goes by these.
    :ivar unjudged: why it could not be looked for everywhere, if so.
    """

    standing: tuple[Seen, ...] = ()
    taken_back: tuple[Seen, ...] = ()
    hits: tuple[Seen, ...] = ()
    unjudged: str = ""

    @classmethod
    def of(cls, hits: Sequence[Seen], unjudged: str) -> Found:
        """What these hits come to."""
        if not hits:
            return cls(unjudged=unjudged) if unjudged else NOWHERE
        return cls(
            in_order([seen for seen in hits if not seen.taken_back]),
            in_order([seen for seen in hits if seen.taken_back]),
            tuple(hits),
            unjudged,
        )


NOWHERE = Found()


def place(seen: Seen) -> tuple[object, ...]:
    """A total order: two hits at one start must not change places from run to run.

    Of those with the same words, high and certain ones come first.
    """
    hit = seen.hit
    at = hit.turn, hit.start, hit.signal, hit.end, hit.pattern
    return (*at, -hit.level, hit.certainty, hit.slots, hit.note)


def in_order(hits: Iterable[Seen]) -> tuple[Seen, ...]:
    """Hits in the order of :func:`place`, each once: it may come to a group by several members."""
    found = list(hits)
    if len(found) < 2:
        return tuple(found)
    chosen = {seen.hit: seen for seen in reversed(found)}
    return tuple(sorted(chosen.values(), key=place))
