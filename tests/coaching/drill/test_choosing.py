"""Which cards come, and in which order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.coaching.drill.choosing import choose
from linter.coaching.drill.leitner import State, is_due, moved

from .made import card

DAY = "2026-01-05"
DUE = st.sampled_from(["2026-01-01", "2026-01-04", DAY, "2026-01-06", "2026-02-01"])
CARDS = st.lists(
    st.tuples(st.sampled_from("甲乙丙"), st.sampled_from([1, 2, 3]), st.none() | DUE), max_size=12
)


def drawn(chosen):
    return [one.id for one in chosen.cards]


def made(rows):
    cards = [card(f"c{number}", name, grade) for number, (name, grade, _) in enumerate(rows)]
    states = {f"c{n}": State(1, due) for n, (_, _, due) in enumerate(rows) if due is not None}
    return cards, states


def test_what_has_been_due_longest_comes_first_then_the_new_ones_from_easy_to_hard():
    rows = [("甲", 3, None), ("甲", 1, None), ("甲", 1, DAY), ("甲", 2, "2026-01-01")]
    assert drawn(choose(*made(rows), DAY, 9, 0)) == ["c3", "c2", "c1", "c0"]


def test_what_is_not_due_does_not_come_and_its_day_is_said():
    chosen = choose(*made([("甲", 1, "2026-01-09"), ("甲", 1, "2026-01-07")]), DAY, 9, 0)
    assert (chosen.cards, chosen.due, chosen.new, chosen.next_due) == ((), 0, 0, "2026-01-07")


def test_categories_take_turns():
    cards, states = made([("甲", 1, None)] * 4 + [("乙", 1, None)] * 2)
    names = [one.category for one in choose(cards, states, DAY, 9, 0).cards]
    assert sorted(names[:2]) == sorted(names[2:4]) == ["乙", "甲"]
    assert names[4:] == ["甲", "甲"]


def test_another_seed_gives_another_order():
    cards, states = made([("甲", 1, None)] * 9)
    orders = {tuple(drawn(choose(cards, states, DAY, 9, seed))) for seed in range(5)}
    assert len(orders) > 1


@given(CARDS, st.integers(0, 14), st.integers(0, 3), st.randoms())
def test_the_order_depends_on_nothing_but_cards_states_day_and_seed(rows, most, seed, random):
    cards, states = made(rows)
    shuffled = random.sample(cards, len(cards))
    assert choose(cards, states, DAY, most, seed) == choose(shuffled, states, DAY, most, seed)


@given(CARDS, st.integers(0, 14), st.integers(0, 3))
def test_nothing_is_new_before_all_that_is_due(rows, most, seed):
    cards, states = made(rows)
    chosen = choose(cards, states, DAY, most, seed)
    due = {id_ for id_, state in states.items() if is_due(state, DAY)}
    new = {one.id for one in cards} - states.keys()
    assert (chosen.due, chosen.new) == (len(due), len(new))
    assert len(chosen.cards) == min(most, len(due) + len(new))
    assert len(set(drawn(chosen))) == len(chosen.cards)
    assert set(drawn(chosen)) <= due | new
    assert not due & set(drawn(chosen)[len(due) :])
    dues = [states[id_].due for id_ in drawn(chosen)[: len(due)]]
    assert dues == sorted(dues)
    grades = [one.grade for one in chosen.cards[len(due) :]]
    assert grades == sorted(grades)


@given(CARDS, st.integers(1, 3), st.booleans())
def test_nothing_due_is_forgotten(rows, most, passed):
    """Whoever does only a few cards a day, has had each that was due after enough days."""
    cards, states = made(rows)
    waiting = {id_ for id_, state in states.items() if is_due(state, DAY)}
    for _ in range(len(waiting)):
        for one in choose(cards, states, DAY, most, 0).cards:
            waiting.discard(one.id)
            states[one.id] = moved(states.get(one.id), passed, DAY)
    assert not waiting
