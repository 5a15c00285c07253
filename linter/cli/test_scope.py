"""Of which files ``huashu test`` tells how well they are tested: of those that were asked for.

An author who extends other files wants to know of his own; what theirs lack is theirs to mend.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from linter.rulebook.files import BUILTIN
from linter.rulebook.load import builtin_files, files_of
from linter.rulebook.source import Errors
from linter.rulebook.types import Rule, RuleBook
from linter.ruletest.reach import Reach


def told_of(rules: tuple[str, ...], named: Iterable[Rule]) -> frozenset[str]:
    """The files given with ``--rules``, and those of the rules named; the built-in ones are one.

    :param rules: as given; the built-in packs when nothing was.
    """
    builtin = _builtin()
    paths = {file.path for file in files_of(rules or (BUILTIN,), Errors())}
    paths |= {rule.place.path for rule in named}
    return frozenset(paths if paths.isdisjoint(builtin) else paths | builtin)


def left_out(book: RuleBook, chosen: Collection[Rule], told: Collection[str]) -> str:
    """What of these rules and of their signals is not told of, in a sentence; empty for nothing."""
    names = Reach(book).named(rule.id for rule in chosen)
    places = [rule.place for rule in chosen] + [book.signals[name].place for name in names]
    paths = {place.path for place in places}.difference(told)
    others = sorted(paths - _builtin())
    whose = [*(["自带的"] if len(others) < len(paths) else []), *(f"{path} 的" for path in others)]
    wanted = [*([BUILTIN] if len(others) < len(paths) else []), *others]
    options = " ".join(f"--rules {name}" for name in wanted)
    return f"{'、'.join(whose)}不算；要看用 {options}" if paths else ""


def _builtin() -> frozenset[str]:
    return frozenset(path for path, _ in builtin_files())
