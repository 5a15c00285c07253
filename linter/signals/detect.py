"""Finding the signals of a rule book in a speaking turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from linter.rulebook.packing import in_parts
from linter.rulebook.types import Pattern, RuleBook, Signal
from linter.signals.exceptions import ContextCondition, Exceptions
from linter.signals.finder import Compiler, Finder
from linter.signals.hits import Seen, own_hits
from linter.signals.matcher import Context
from linter.signals.opinions import Opinions
from linter.signals.prepared import CompiledSignal, Order, Prepared
from linter.signals.search import Search
from linter.signals.sieve import Patterns, Sieve, sieve
from linter.signals.similar import Example
from linter.text.sounds import hearing
from linter.text.tokens import Tokenizer, default_tokenizer
from linter.text.turns import SpeakingTurn

if TYPE_CHECKING:
    from linter.signals.learned import Scorer

__all__ = ["Detector", "Searches", "Seen"]


class Detector:
    """Finds the signals of a rule book.

    :param book: the rules; a signal's patterns are compiled when it is first looked for.
    :param prepared: what another detector of the same book has found out.
    :param scorer: what turns are scored by; ``None``: the one that is shipped.
    :ivar tokenizer: the one that cuts turns into words; it knows the book's own words.
    :ivar signals: the book's signals, by name.
    :ivar classes: the book's word classes, by name.
    """

    def __init__(
        self, book: RuleBook, prepared: Prepared | None = None, scorer: Scorer | None = None
    ) -> None:
        self.tokenizer = default_tokenizer()
        if book.words:
            self.tokenizer = Tokenizer()
            self.tokenizer.add_words(book.words)
        self.context = Context(edges=self.tokenizer.edges, tags=self.tokenizer.tags)
        self._book = book
        self.classes = book.classes
        self._compiler = Compiler(book.classes)
        self._conditions: dict[str, ContextCondition] = {}
        self._signals: dict[str, CompiledSignal] = {}
        self.signals = book.signals
        self._prepared = prepared
        self._scorer = scorer
        self._order = prepared.order if prepared else Order.of(book.signals)
        self._own = self._order.own

    @cached_property
    def members_first(self) -> tuple[Signal, ...]:
        """The book's signals, each after those it is a group of."""
        return tuple(self.signals[name] for name in self._order.names)

    @cached_property
    def sieve(self) -> Sieve:
        """Tells which signals a call may have."""
        if self._prepared:
            return self._prepared.sieve
        compiled = map(self._signal, self.signals)
        return sieve((s.spec, s.patterns, s.heard, s.like) for s in compiled)

    def prepared(self) -> Prepared:
        """All that there is to be found out about the book."""
        if self._prepared:
            return self._prepared
        parts = {name: self._signal(name).parts for name in self.signals}
        kept = replace(self.sieve, numbers=in_parts(self.sieve.numbers))
        return Prepared(kept, self._order, in_parts(parts))

    def of_its_own(self, name: str) -> frozenset[str]:
        """The signals whose own hits may count as a signal's: itself, its members and theirs.

        :raises KeyError: when there is no such signal.
        """
        return self._own[name]

    def compile(self, patterns: tuple[Pattern, ...]) -> tuple[Finder, ...]:
        """Patterns of this rule book as finders."""
        return tuple(self._compiler.finder(pattern.node) for pattern in patterns)

    def _signal(self, name: str) -> CompiledSignal:
        # Two threads that come here at once make the same thing.
        if name not in self._signals:
            spec = self.signals[name]
            if self._prepared:
                self._signals[name] = CompiledSignal.of(spec, self._prepared.parts[name])
            else:
                self._signals[name] = self._compiled(spec)
        return self._signals[name]

    def _compiled(self, spec: Signal) -> CompiledSignal:
        heard: tuple[Finder, ...] = ()
        if spec.heard is not None:
            listening = Compiler(self._book.classes, hearing(spec.heard))
            heard = tuple(listening.finder(pattern.node) for pattern in spec.patterns)
        for name in (*spec.not_when, *spec.only_when):
            if name not in self._conditions:
                condition = ContextCondition.of(self._book.conditions[name], self.compile)
                self._conditions[name] = condition
        return CompiledSignal(
            spec,
            self.compile(spec.patterns),
            heard,
            self.compile(spec.none),
            tuple(map(Example.of, spec.like)),
            Exceptions.of(spec, self.compile, self._conditions),
        )

    def seen(self, turn: SpeakingTurn, before: Sequence[SpeakingTurn] = ()) -> Iterator[Seen]:
        """What the patterns of all signals find in one speaking turn, and what was taken back.

        :param before: the speaking turns before it.
        """
        search, opinions = self.search(turn, before), self.opinions((*before, turn))
        for spec in self.signals.values():
            if spec.who in ("any", turn.role):
                yield from self.hits(spec, search, opinions)

    def search(self, turn: SpeakingTurn, before: Sequence[SpeakingTurn] = ()) -> Search:
        """A speaking turn, to be searched once for each pattern."""
        return Search(turn, self.context, before)

    def opinions(self, turns: Sequence[SpeakingTurn]) -> Opinions:
        """What the scorer thinks of the turns of a call."""
        return Opinions(turns, self._get_scorer)

    def _get_scorer(self) -> Scorer:
        if self._scorer is None:
            # Most books ask for nothing learned, and reading it takes a while.
            from linter.signals import learned

            self._scorer = learned.default_scorer()
        return self._scorer

    def hits(
        self,
        spec: Signal,
        search: Search,
        opinions: Opinions,
        patterns: Patterns | None = None,
    ) -> list[Seen]:
        """What a signal itself, without its members, finds in a speaking turn of its side.

        :param patterns: which of them may be there (see :mod:`linter.signals.sieve`); ``None``
            for all.
        """
        return own_hits(self._signal(spec.name), search, opinions, patterns)

    def of_group(self, spec: Signal, hits: Iterable[Seen], searches: Searches) -> Iterator[Seen]:
        """Its side's hits as hits of ``spec``, unless its own exceptions take them back."""
        exceptions = self._signal(spec.name).exceptions
        for seen in hits:
            search = searches(seen.speaking)
            if spec.who not in ("any", search.turn.role):
                continue
            taken_back = seen.taken_back or exceptions.taking_back(search, seen.start, seen.end)
            hit = seen.hit._replace(signal=spec.name)
            yield seen._replace(hit=hit, taken_back=taken_back, member=seen.hit.signal)


Searches = Callable[[int], Search]
"""The search of a speaking turn, by its number."""
