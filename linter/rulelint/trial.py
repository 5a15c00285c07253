"""Trying the patterns of one signal on texts, with all that takes their hits back."""

from __future__ import annotations

from collections.abc import Iterator

from linter.frozen import dataclass
from linter.model import Role
from linter.rulebook.types import Pattern, Signal
from linter.rulelint.bench import Bench
from linter.rulelint.samples import in_contexts
from linter.signals.exceptions import ContextCondition, Exceptions
from linter.signals.finder import Finder
from linter.signals.matcher import Slots
from linter.signals.search import Search
from linter.text.turns import SpeakingTurn


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a pattern in a text, and what took it back, if anything did."""

    start: int
    end: int
    slots: Slots
    taken_back: str


class Trial:
    """One signal, ready to be tried on texts."""

    def __init__(self, bench: Bench, spec: Signal) -> None:
        self.spec = spec
        self._bench = bench
        detector = bench.detector
        # By identity: patterns are trees, whose hash takes a walk.
        finders = zip(spec.patterns, detector.compile(spec.patterns), strict=True)
        self._finders: dict[int, Finder] = {id(pattern): finder for pattern, finder in finders}
        names = {*spec.not_when, *spec.only_when}
        conditions = {
            name: ContextCondition.of(bench.book.conditions[name], detector.compile)
            for name in names
        }
        self._exceptions = Exceptions.of(spec, detector.compile, conditions)

    def texts(self, pattern: Pattern) -> Iterator[str]:
        """Texts a pattern matches, alone and among other words."""
        for text in self._bench.sampler.texts(pattern.node):
            yield from in_contexts(text)

    def search(self, text: str) -> Search:
        """A matching form, ready to be searched."""
        role: Role = "customer" if self.spec.who == "customer" else "agent"
        turn = SpeakingTurn(0, role, "", (), text, substantive=True)
        return Search(turn, self._bench.detector.context)

    def spans(self, pattern: Pattern, search: Search) -> list[tuple[int, int, Slots]]:
        """Where a pattern matches."""
        return search.spans(self._finders[id(pattern)])

    def found(self, pattern: Pattern, search: Search) -> list[Found]:
        """Where a pattern matches, and whether the hits stand."""
        return [
            Found(start, end, slots, self._exceptions.taking_back(search, start, end))
            for start, end, slots in self.spans(pattern, search)
        ]
