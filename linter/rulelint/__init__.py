"""What an author should hear of rules that can be loaded and yet do not do what was meant.

Each check is a small function from a rule book to notices; :data:`CHECKS` names them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter

from linter.errors import RuleError
from linter.frozen import dataclass
from linter.rulebook.extends import File
from linter.rulebook.profiles import in_force
from linter.rulebook.sheets.places import located
from linter.rulebook.sheets.reading import SheetPack
from linter.rulebook.types import Place, RuleBook
from linter.rulelint.bench import Bench
from linter.rulelint.contradictions import contradictions, flagged_advice
from linter.rulelint.dead import dead_patterns, idle_exceptions, unmatchable_patterns
from linter.rulelint.idle_tests import idle_pass_tests
from linter.rulelint.names import (
    circular_yields,
    flat_rises,
    levels_too_high,
    lone_variables,
)
from linter.rulelint.notices import Notice, Places
from linter.rulelint.shadows import duplicate_patterns, shadowed_patterns
from linter.rulelint.unused import (
    unused_classes,
    unused_conditions,
    unused_signals,
    unused_slots,
)
from linter.rulelint.windows import unreachable_windows, wrong_sides

__all__ = ["CHECKS", "Bench", "Notice", "Warned", "check"]

Check = Callable[[Bench], Iterator[Notice]]

CHECKS: Mapping[str, Check] = {
    "unused-signal": unused_signals,
    "unused-class": unused_classes,
    "unused-condition": unused_conditions,
    "unused-slot": unused_slots,
    "circular-yield": circular_yields,
    "level-too-high": levels_too_high,
    "rise-without-levels": flat_rises,
    "lone-variable": lone_variables,
    "unreachable-window": unreachable_windows,
    "wrong-side": wrong_sides,
    "duplicate-pattern": duplicate_patterns,
    "shadowed-pattern": shadowed_patterns,
    "unmatchable-pattern": unmatchable_patterns,
    "dead-pattern": dead_patterns,
    "idle-exception": idle_exceptions,
    "contradiction": contradictions,
    "instead-is-flagged": flagged_advice,
    "idle-pass-test": idle_pass_tests,
}
"""Every check by the name it is shown under."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something an author should look at.

    :ivar check: the name of the check that found it.
    :ivar said: what it is, where, and what to write.
    """

    check: str
    said: RuleError

    def __str__(self) -> str:
        return f"{self.said} [{self.check}]"


def check(
    book: RuleBook, files: Iterable[File], checks: Iterable[str] = tuple(CHECKS)
) -> tuple[Warned, ...]:
    """What is to be said of rule files, in their order.

    :param book: the rules of the files, and of the packs they stand on.
    :param files: those of which something is to be said; not all that the book was made of.
    :param checks: the names of those to be run.
    """
    given = [(file.path, file.text, file.sheet) for file in files]
    places = Places((path, text) for path, text, _ in given if text is not None)
    order = {path: number for number, (path, _, _) in enumerate(given)}
    sheets = {path: sheet for path, _, sheet in given if sheet is not None}
    found: list[tuple[tuple[int, int, int, str], Warned]] = []
    bench = Bench(book)
    # Putting a profile's rules together takes longer than any check of them.
    benches = cache(lambda: [bench, *_of_profiles(book)])
    for name in checks:
        for notice in _of_all(benches(), CHECKS[name]) if name in _OF_ALL else CHECKS[name](bench):
            place = places.find(notice.at, again=notice.again)
            if place is not None and not (name in _OF_AUTHORS and place.path in sheets):
                key = (order[place.path], place.line, place.column, name)
                found.append((key, Warned(name, _said(notice, place, sheets))))
    # One cell of a table is written down more than once.
    return tuple({str(warned): warned for _, warned in sorted(found, key=itemgetter(0))}.values())


def _said(notice: Notice, place: Place, sheets: Mapping[str, SheetPack]) -> RuleError:
    error = RuleError(
        notice.message, path=place.path, line=place.line, column=place.column, hint=notice.hint
    )
    (moved,) = located([error], sheets)
    return moved


_OF_AUTHORS = frozenset(["idle-pass-test"])
"""Checks of what is made up for the rows of a table, whose author has not written it."""
_OF_ALL = frozenset(name for name in CHECKS if name.startswith("unused-"))
"""Checks that say of something that no rule needs it: no profile's rules may need it either."""


def _of_profiles(book: RuleBook) -> Iterator[Bench]:
    """One for each profile, alone in force; none where there are no rules at all."""
    if book.rules:
        for profile in book.profiles:
            yield Bench(in_force(book, (profile.name,)))


def _of_all(benches: Iterable[Bench], check_: Check) -> list[Notice]:
    """What is of no use whatever profile is in force; nothing where there are no rules at all."""
    first, *others = ([*check_(one)] if one.book.rules else [] for one in benches)
    return [notice for notice in first if all(notice in other for other in others)]
