"""The two rule books that are compared: loaded, with everything that is wrong in either."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.cli.revisions import extracted, revision
from linter.errors import HuashuError, RuleError, RuleErrors, UsageError
from linter.frozen import dataclass
from linter.impact.model import Side
from linter.linting import Linter
from linter.rulebook import cached
from linter.rulebook.load import load_paths
from linter.rulebook.profiles import with_profiles
from linter.rulebook.source import suggestion
from linter.rulebook.types import RuleBook
from linter.triage.select import Selection, known_names


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for of both books.

    :ivar also: rule files that both have.
    :ivar profiles: to be in force where the book has them.
    """

    also: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    praise: bool = False


def load_sides(
    names: Sequence[str], asked: Asked, folder: Path
) -> tuple[list[RuleBook], list[HuashuError]]:
    """Load the books; errors of one do not hide those of the other.

    :param folder: an empty one, for what git gives.
    """
    books: list[RuleBook] = []
    errors: list[HuashuError] = []
    for number, name in enumerate(names):
        try:
            books.append(_loaded(name, asked.also, folder / str(number)))
        except HuashuError as error:
            errors.append(error)
    return books, errors


def _loaded(name: str, also: tuple[str, ...], folder: Path) -> RuleBook:
    """A book.

    What comes of git is read anew: it stands in another folder each time, so that nothing kept
    in the cache would ever be found again.
    """
    found = revision(name)
    if found is None:
        return cached.load_book((name, *also))
    folder.mkdir()
    place = extracted(found, folder)
    try:
        return load_paths([place, *also])
    except RuleErrors as error:
        raise RuleErrors(_renamed(e, folder, f"{found.rev}:") for e in error.errors) from None


def _renamed(error: HuashuError, folder: Path, rev: str) -> RuleError:
    """The error with the places that the user knows, not those of a folder that will be gone."""
    here = f"{folder}{os.sep}"
    return RuleError(
        error.message.replace(here, rev),
        path=error.path.replace(here, rev),
        line=error.line,
        column=error.column,
        hint=error.hint.replace(here, rev),
        sheet=error.sheet,
        cell=error.cell,
    )


def linters(books: Sequence[RuleBook], asked: Asked) -> list[Linter]:
    """What lints with each book; a name has to be known to one of them.

    :raises UsageError: for a profile, or a selected or ignored name, that neither has.
    """
    _check(asked.profiles, {p.name for book in books for p in book.profiles}, "方案")
    _check(
        (*asked.select, *asked.ignore),
        {name for book in books for name in known_names(book)},
        "规则、类别或规则包",
    )
    return [_linter(book, asked) for book in books]


def _check(names: Iterable[str], known: set[str], what: str) -> None:
    for name in names:
        if name not in known:
            hint = suggestion(name, known) or "两边的规则里都没有"
            raise UsageError(f"没有叫 {name!r} 的{what}", hint=hint)


def _linter(book: RuleBook, asked: Asked) -> Linter:
    there = {profile.name for profile in book.profiles}
    changed = with_profiles(book, [name for name in asked.profiles if name in there])
    known = known_names(changed)
    select, ignore = asked.select & known, asked.ignore & known
    if asked.select and not select:
        # Nothing that was selected is in this book; an empty selection would be all of it.
        ignore = frozenset(changed.packs)
    return Linter(changed, Selection(select, ignore, praise=asked.praise))


def lacking(books: Sequence[RuleBook], names: Sequence[str], asked: Asked) -> list[str]:
    """What to tell of profiles that only one of the books has."""
    return [
        f"{name} 里没有方案 {profile}，那一边不启用"
        for name, book in zip(names, books, strict=True)
        for profile in asked.profiles
        if profile not in {one.name for one in book.profiles}
    ]


def side(name: str, linter: Linter) -> Side:
    """What reports say of a book."""
    return Side(name, linter.book.version, len(linter.book.rules))


def asked_rules(linter: Linter) -> frozenset[str]:
    """The rules of a linter's book that its selection covers."""
    covers = linter.selection.covers
    return frozenset(r.id for r in linter.book.rules if covers(r.id, r.category, r.pack))
