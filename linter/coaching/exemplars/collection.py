"""The moments of a whole run: what was answered, and nothing else of the dialogues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from linter.coaching.exemplars.moments import CallMoments, Moment
from linter.coaching.exemplars.situations import ANY, CLOSING, OPENING

_PLACES = (OPENING.name, CLOSING.name)


class Collection:
    """Takes the moments of one call after the other.

    :ivar calls: how many there were.
    :ivar nobody: how many of them do not say who the agent was.
    :ivar unjudged: moments of which it is not certain how they went.
    :ivar agents: what tells the agents apart, in the order in which they came.
    """

    def __init__(self) -> None:
        self.calls = 0
        self.nobody = 0
        self.unjudged = 0
        self.agents: dict[str, None] = {}
        self._moments: defaultdict[str, list[Moment]] = defaultdict(list)

    def add(self, call: CallMoments) -> None:
        """Take one more call."""
        self.calls += 1
        self.unjudged += call.unjudged
        if not call.agent:
            self.nobody += 1
            return
        self.agents[call.agent] = None
        for moment in call.moments:
            self._moments[moment.situation].append(moment)
        asked = [moment for moment in call.moments if moment.situation not in _PLACES]
        if asked:
            self._moments[ANY.name].append(_together(asked))

    def situations(self) -> Iterator[str]:
        """Those that occurred; all together only if that says more than one alone."""
        asked = self._moments.keys() - {*_PLACES, ANY.name}
        return (name for name in self._moments if name != ANY.name or len(asked) > 1)

    def of(self, situation: str) -> list[Moment]:
        """The moments of a situation, in the order of the calls."""
        return self._moments[situation]


def _together(moments: list[Moment]) -> Moment:
    """All moments of a call as one; compared with calls that have the same situations."""
    first = moments[0]
    kinds = "+".join(sorted(moment.situation for moment in moments))
    cooler = [moment.cooler for moment in moments if moment.cooler is not None]
    said = {one.turn: one for moment in reversed(moments) for one in moment.said}
    return first._replace(
        situation=ANY.name,
        stratum=(*first.stratum, kinds),
        good=all(moment.good for moment in moments),
        cooler=all(cooler) if cooler else None,
        said=tuple(said[turn] for turn in sorted(said)),
    )
