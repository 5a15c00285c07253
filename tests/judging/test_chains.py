"""The chains of steps, against all that there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from hypothesis import given
from hypothesis import strategies as st

from linter.judging.chains import Bounds, Chains
from linter.judging.links import Bindings, Event, Key, Link, joined
from linter.judging.outcome import Spot

from .random_calls import LAW

Chain = tuple[tuple[int, Event], ...]
"""Events with their indexes among those of their steps."""
NOTHING: dict[Bindings, list[Key]] = {}


def _event(turn: int, start: int, behind: int, bound: str) -> Event:
    """Turns 3 and 5 lie inside turn 2, which goes on until turn 6."""
    speaking = 2 if turn in (4, 6) else turn
    own = max(0, speaking - behind)
    ordinal = own if own not in (3, 5) else 2
    bindings = (("X", bound),) if bound else ()
    displaced = own < speaking
    return Event(
        Spot(turn, start, start + 1),
        (turn, start),
        own,
        ordinal,
        displaced,
        "",
        bindings,
        "certain",
    )


events = st.lists(
    st.builds(
        _event,
        st.integers(0, 9),
        st.integers(0, 2),
        st.sampled_from([0, 0, 0, 0, 1, 3]),
        st.sampled_from(["", "", "甲", "乙"]),
    ),
    max_size=7,
).map(lambda some: tuple(sorted(some, key=lambda event: event.key)))


@st.composite
def links(draw: st.DrawFn) -> tuple[Link, ...]:
    """Two to four steps with a few events each."""
    made = []
    for _ in range(draw(st.integers(2, 4))):
        barred: dict[Bindings, list[Key]] = {}
        for event in draw(st.just(()) | events.map(lambda some: some[:2])):
            barred.setdefault(event.bindings, []).append(event.key)
        made.append(Link(draw(events), barred, draw(st.booleans())))
    return tuple(made)


def _every_chain(steps: Sequence[Link], bounds: Bounds) -> Iterator[Chain]:
    """What a chain is."""
    for chain in product(*(enumerate(link.events) for link in steps)):
        if _is_chain([event for _, event in chain], steps, bounds):
            yield chain


def _is_chain(chain: Sequence[Event], steps: Sequence[Link], bounds: Bounds) -> bool:
    bound: Bindings | None = chain[0].bindings
    used = {chain[0].speaking}
    for (before, event), link in zip(pairwise(chain), steps[1:], strict=True):
        assert bound is not None
        bound = joined(bound, event.bindings)
        if bound is None or event.key <= before.key:
            return False
        same = event.speaking == before.speaking
        if (same and not link.shares_turn) or (not same and event.speaking in used):
            return False
        if event.ordinal - chain[0].ordinal > bounds.span:
            return False
        for bindings, keys in link.barred.items():
            between = any(before.key < key < event.key for key in keys)
            if between and joined(bound, bindings) is not None:
                return False
        used.add(event.speaking)
    return chain[0].key >= bounds.since(chain[-1])


@st.composite
def limits(draw: st.DrawFn) -> Bounds:
    """A span, and places that excuse a chain when they stand between its ends."""
    excuses = sorted(draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2)), max_size=2)))

    def since(event: Event) -> Key:
        return max((place for place in excuses if place < event.key), default=(0, 0))

    return Bounds(draw(st.integers(1, 9)), since)


@LAW
@given(links(), limits())
def test_an_event_completes_a_chain_where_there_is_one(
    steps: tuple[Link, ...], bounds: Bounds
) -> None:
    ends = {chain[-1][0] for chain in _every_chain(steps, bounds)}
    found = Chains.of(steps, bounds).completing()
    assert found == [event for at, event in enumerate(steps[-1].events) if at in ends]


@LAW
@given(links(), limits())
def test_the_nearest_chain_is_the_first_of_all_in_order_of_nearness(
    steps: tuple[Link, ...], bounds: Bounds
) -> None:
    chains = Chains.of(steps, bounds)
    every = list(_every_chain(steps, bounds))
    for last in chains.completing():
        ending = [chain for chain in every if chain[-1][1] is last]
        near = min(
            ending, key=lambda c: ([-e.spot.turn for _, e in reversed(c)], [at for at, _ in c])
        )
        found = chains.nearest(last)
        assert found.events == tuple(event for _, event in near)
        assert found.indexes == tuple(at for at, _ in near)
        assert found.turns == tuple(-event.spot.turn for _, event in reversed(near))
        bound: Bindings | None = ()
        for _, event in near:
            bound = joined(bound or (), event.bindings)
        assert found.bindings == bound


def test_a_hundred_million_chains_are_no_matter() -> None:
    steps = [
        Link(tuple(_event(100 * turn + step, 0, 0, "") for turn in range(300)), NOTHING, False)
        for step in range(5)
    ]
    chains = Chains.of(tuple(steps), Bounds(10**6, lambda _: (0, 0)))
    last = chains.completing()[-1]
    assert [event.key[0] for event in chains.nearest(last).events] == [
        29900,
        29901,
        29902,
        29903,
        29904,
    ]
