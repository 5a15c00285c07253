"""From what was collected to the set: choosing, pairing, and the card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from linter.coaching.examples.card import Asked, Card, Sources
from linter.coaching.examples.choosing import Chooser, Chosen
from linter.coaching.examples.model import Candidate, Example, Origin, Pair
from linter.coaching.examples.pairing import Answers
from linter.coaching.examples.pool import Pool
from linter.coaching.examples.splitting import By, parted
from linter.reports.categories import category_order
from linter.reports.summary import RulesIdentity
from linter.rulebook.types import RuleBook


class ExampleSet(NamedTuple):
    """What is written.

    :ivar examples: by category, the bad ones first, the easier first.
    :ivar pairs: for every bad one, by its id.
    :ivar origins: by id, for the key file: those of the good answers in pairs, too.
    """

    examples: tuple[Example, ...]
    pairs: Mapping[str, Pair]
    card: Card
    origins: Mapping[str, Origin]


class Read(NamedTuple):
    """How many inputs were read, and how many could not be."""

    files: int = 0
    skipped: int = 0


def make_set(
    pool: Pool, sources: Sources, asked: Asked, book: RuleBook, version: str, read: Read
) -> ExampleSet:
    """Make the set.

    :param version: the program's.
    """
    split: By = asked.split  # type: ignore[assignment]
    chosen = Chooser(pool, asked.limits).choose()
    candidates = [parted(one, split, asked.seed) for one in chosen.candidates]
    every = [parted(lot.candidate, split, asked.seed) for _, lots in pool.lots() for lot in lots]
    answers = Answers(every)
    ordered = sorted(candidates, key=_place)
    pairs = {one.example.id: answers.pair(one) for one in ordered if not one.example.good}
    shown = _shown(ordered, pairs, every)
    card = Card(
        asked,
        RulesIdentity.of(book, version),
        *read,
        sources.calls,
        sources.turns,
        sources.agent_turns,
        len(sources.agents),
        sources.candidates,
        dict(sorted(sources.businesses.items())),
        dict(sorted(sources.channels.items())),
        dict(sorted(chosen.passed.items())),
        chosen.missing,
        _absent(book, chosen),
        sum(one.masked for one in shown.values()),
    )
    origins = {id_: one.origin for id_, one in shown.items()}
    return ExampleSet(tuple(one.example for one in ordered), pairs, card, origins)


def _place(candidate: Candidate) -> tuple[object, ...]:
    example = candidate.example
    return category_order(example.category), example.good, example.grade, example.id


def _shown(
    chosen: list[Candidate], pairs: Mapping[str, Pair], every: list[Candidate]
) -> dict[str, Candidate]:
    """All that is shown, by id."""
    shown = {one.example.id: one for one in chosen}
    by_id: dict[str, Candidate] = {}
    for one in every:
        by_id.setdefault(one.example.id, one)
    for pair in pairs.values():
        if pair.good is not None:
            shown.setdefault(pair.good.id, by_id[pair.good.id])
    return shown


def _absent(book: RuleBook, chosen: Chosen) -> tuple[str, ...]:
    there = {one.example.category for one in chosen.candidates}
    there |= {missing.cell[1] for missing in chosen.missing}
    return tuple(sorted(set(book.categories) - there, key=category_order))
