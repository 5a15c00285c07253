"""Forbidden phrases, as many as wanted, in every form the notation has.

Most are plain words, as in a real forbidden list; some have alternatives, gaps, classes, optional
parts, numbers, word edges, the edges of a clause, or words that must not stand beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice, product
from random import Random

from tools.bench.themes import ENDINGS, SUBJECTS, THEMES, Theme
from tools.bench.words import GIVEN

SEED = 8
LONGEST = 8
"""Characters of the words a phrase is made of; nobody writes longer ones into a list."""
_DOUBLED = re.compile(r"(.{1,2})\1")


@dataclass(frozen=True)
class Phrase:
    """A phrase as a rule file has it.

    :ivar pattern: in the notation of rule files.
    :ivar said: words that it matches, for planting and for the rules' tests.
    """

    pattern: str
    said: str


def _plain(subject: str, predicate: str, other: str) -> Phrase:
    said = subject + predicate
    return Phrase(said, said)


def _either(subject: str, predicate: str, other: str) -> Phrase:
    said = subject + predicate
    return Phrase(f"{subject}({predicate}|{other})", said)


def _optional(subject: str, predicate: str, other: str) -> Phrase:
    said = subject + predicate
    return Phrase(f"{subject}(偏偏|){predicate}", said)


def _gap(subject: str, predicate: str, other: str) -> Phrase:
    return Phrase(f"{subject}…4{predicate}", f"{subject}今天{predicate}")


def _wide_gap(subject: str, predicate: str, other: str) -> Phrase:
    return Phrase(f"{subject}……{predicate}", f"{subject}听着，{predicate}")


def _class(subject: str, predicate: str, other: str) -> Phrase:
    said = f"咱们{predicate}"
    return Phrase(f"<自称>{predicate}", said)


def _word(subject: str, predicate: str, other: str) -> Phrase:
    return Phrase(f"「{predicate}」", predicate)


def _clause(subject: str, predicate: str, other: str) -> Phrase:
    return Phrase(f"^{predicate}$", predicate)


def _alone(subject: str, predicate: str, other: str) -> Phrase:
    said = subject + predicate
    return Phrase(f"(前无 不是|没说){said}(后无 这种话)", said)


def _number(subject: str, predicate: str, other: str) -> Phrase:
    return Phrase(f"{subject}罚<数字 2+>", f"{subject}罚200块")


_FORMS: tuple[tuple[float, Callable[[str, str, str], Phrase]], ...] = (
    (0.74, _plain),
    (0.82, _either),
    (0.87, _optional),
    (0.92, _gap),
    (0.94, _wide_gap),
    (0.96, _class),
    (0.97, _word),
    (0.975, _clause),
    (0.995, _alone),
    (1.0, _number),
)
"""The forms, and up to which share of the phrases they go."""


def of_theme(theme: Theme) -> Iterator[Phrase]:
    """The phrases of a theme, each once; their order is mixed and always the same."""
    random = Random(f"{SEED}:{theme.id}")
    pairs = [
        (subject, predicate + ending)
        for subject, predicate, ending in product(SUBJECTS, theme.predicates, ENDINGS)
        if len(subject + predicate + ending) <= LONGEST
        and not _stutters(subject, predicate)
        and predicate[-1:] != ending
    ]
    random.shuffle(pairs)
    seen = set()
    for subject, predicate in pairs:
        chance = random.random()
        form = next(form for share, form in _FORMS if chance < share)
        others = [other for other in theme.predicates if len(subject + other) <= LONGEST]
        phrase = form(subject, predicate, random.choice(others))
        if phrase.pattern not in seen:
            seen.add(phrase.pattern)
            yield phrase


def _stutters(subject: str, predicate: str) -> bool:
    """Whether 要不 and 不行 would make a 要不不行, which reads as a stutter of 要不行."""
    found = _DOUBLED.search(subject[-2:] + predicate)
    return found is not None and found.start() < len(subject[-2:])


def idle() -> Iterator[Phrase]:
    """Phrases that begin as others do and that no generated call has; a million of them."""
    for first, second, theme in product(GIVEN, GIVEN, THEMES):
        for subject in SUBJECTS[:: len(theme.id)]:
            said = f"{subject}{first}{second}{theme.predicates[0][:2]}"
            yield Phrase(said, said)


def take(source: Iterator[Phrase], count: int) -> list[Phrase]:
    """The next phrases.

    :raises ValueError: when there are not so many left.
    """
    taken = list(islice(source, count))
    if len(taken) < count:
        raise ValueError(f"only {len(taken)} phrases left, {count} wanted")
    return taken
