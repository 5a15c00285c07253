"""A rule book in which one signal is another, without compiling the rest of it again."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from linter.linting import Linter
from linter.model import Call
from linter.rulebook.types import RuleBook
from linter.signals.casting import with_roles
from linter.signals.detect import Detector
from linter.signals.prepared import Order, Parts, Prepared
from linter.signals.sieve import Numbers, Sieve
from linter.signals.slots import SlotTracker
from linter.signals.view import CallView, prepare
from linter.text.spoken import heard


class Variants:
    """Views of calls by variants of a linter's book.

    :param linter: by the book as it is.
    """

    def __init__(self, linter: Linter) -> None:
        self._detector = linter.detector
        self._known = linter.detector.prepared()
        self._values = linter.tracker.values

    def of(self, book: RuleBook, changed: str) -> Variant:
        """What sees calls by a book that differs in one signal, though not in its patterns.

        Words are cut as in the book as it is, and the signal is looked for in every turn of its
        side: of a few turns that costs less than finding out where it may be.

        :param changed: the signal's name.
        """
        book = replace(book, words=())
        # What a signal is a group of is no part of what is compiled of it.
        alone = replace(book.signals[changed], members=())
        compiled = Detector(replace(book, signals={changed: alone})).prepared().parts[changed]
        parts = ChainMap({changed: compiled}, dict(self._known.parts))
        sieve = _everywhere(self._known.sieve, changed, compiled)
        detector = Detector(book, Prepared(sieve, Order.of(book.signals), parts))
        detector.tokenizer, detector.context = self._detector.tokenizer, self._detector.context
        return Variant(detector, SlotTracker(book.slots, detector, self._values))


class Variant:
    """Sees calls by a book in which one signal is another."""

    def __init__(self, detector: Detector, tracker: SlotTracker) -> None:
        self._detector, self._tracker = detector, tracker

    def view(self, call: Call) -> CallView:
        """The call as the changed book's rules see it."""
        call = with_roles(call)
        return prepare(call, self._detector, self._tracker, next(iter(heard(call))))


def _everywhere(sieve: Sieve, name: str, compiled: Parts) -> Sieve:
    """The sieve, letting all patterns of a signal through in all turns."""
    patterns, by_sound, _, examples, _ = compiled
    words: Mapping[tuple[frozenset[str] | None, int], Numbers] = defaultdict(tuple)
    count = len(patterns) + len(by_sound) + len(examples)
    return replace(
        sieve,
        numbers=ChainMap({name: words}, dict(sieve.numbers)),
        anywhere=ChainMap({name: tuple(range(count))}, dict(sieve.anywhere)),
        everywhere=sieve.everywhere | {name},
    )
