"""Rule books, and what is made of them, kept from one run to the next.

Reading and checking rule files takes seconds where a lint takes milliseconds. What comes of it is
kept in the user's own cache folder (:mod:`linter.store`), with a fingerprint of every file that
was read and a stamp of the program: it is used for as long as all of these are the same, and made
again otherwise. Rule files with errors are never kept. Nothing tells a book that was kept from one
that was just made.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from linter import store
from linter.rulebook.files import BUILTIN, fingerprint
from linter.rulebook.packing import PROTOCOL, pack
from linter.rulebook.stamp import PROGRAM, stamp
from linter.rulebook.types import RuleBook

if TYPE_CHECKING:
    from linter.rulebook.book import Books
    from linter.rulebook.load import Reads

T = TypeVar("T")

BOOK = "book"
"""The kind of what is kept when nothing is made of a book."""

Seen = Mapping[str, str]
"""Each path whose files were read → their fingerprint; empty for what cannot be kept."""


def load_book(paths: Sequence[Path | str], profiles: Iterable[str] = ()) -> RuleBook:
    """What :func:`linter.rulebook.load.load_paths` gives, in no time when nothing has changed.

    :raises RuleErrors: with all errors of all files.
    :raises UsageError: for a profile that no pack has.
    """
    return load(paths, profiles, _itself, BOOK)


def load(
    paths: Sequence[Path | str], profiles: Iterable[str], make: Callable[[RuleBook], T], kind: str
) -> T:
    """What ``make`` makes of the book of these files, made now or in an earlier run.

    :param paths: rule files, tables and folders of them, or ``builtin``.
    :param profiles: names of profiles to be in force for every call.
    :param make: its result is pickled as a whole; it depends on nothing but the book.
    :param kind: small letters; says apart what different functions make of the same book.
    :raises RuleErrors: with all errors of all files.
    :raises UsageError: for a profile that no pack has.
    """
    wanted, entry = tuple(dict.fromkeys(profiles)), _entry(paths)
    kept = _kept(_name(kind, entry, wanted))
    if kept and _is_current(kept[0]):
        with contextlib.suppress(_Damaged):
            return cast(T, _unpacked(kept[1]))
    return _read(paths, wanted, entry, make, kind)


def variant(
    book: RuleBook, profiles: tuple[str, ...], make: Callable[[RuleBook], T], kind: str
) -> T:
    """What ``make`` makes of the book with exactly these profiles in force, which exist.

    Kept as :func:`load` does it, when the book is from there.

    :raises RuleErrors: when the profiles' changes do not go together.
    """
    # In a run that needs no profile nothing of them is imported.
    from linter.rulebook.profiles import in_force

    if profiles != book.active and isinstance(book.variants, Profiled):
        return book.variants.made(profiles, make, kind)
    return make(in_force(book, profiles))


class Profiled:
    """The book of rule files for any set of profiles, each kept once it was made.

    It goes with a book that is kept, and makes others from what the files said then.

    :param entry: what was asked for.
    :param reads: the files, as :func:`_packed` packs them.
    :param books: the same, ready to be used.
    """

    def __init__(self, entry: str, seen: Seen, reads: bytes, books: Books | None = None) -> None:
        self._entry = entry
        self._seen = seen
        self._reads = reads
        self._books = books

    def __reduce__(self) -> tuple[Any, ...]:
        return Profiled, (self._entry, self._seen, self._reads)

    def book(self, profiles: tuple[str, ...]) -> RuleBook:
        """The book with these profiles, which exist, in force; later ones win.

        :raises RuleErrors: when their changes do not go together.
        """
        return self.made(profiles, _itself, BOOK)

    def made(self, profiles: tuple[str, ...], make: Callable[[RuleBook], T], kind: str) -> T:
        """What ``make`` makes of that book, as for :func:`load`.

        :raises RuleErrors: when the profiles' changes do not go together.
        """
        kept = _kept(_name(kind, self._entry, profiles))
        if kept and kept[0] == self._seen:
            with contextlib.suppress(_Damaged):
                return cast(T, _unpacked(kept[1]))
        if self._books is None:
            reads: Reads = pickle.loads(zlib.decompress(self._reads))
            self._books = reads.books()
        return self.keep(self._books.book(profiles), make, kind)

    def keep(self, book: RuleBook, make: Callable[[RuleBook], T], kind: str) -> T:
        """Make something of one of the books, and keep it."""
        made = make(replace(book, variants=self))
        if self._seen:
            data = pickle.dumps((stamp(), self._seen, pack(made)), PROTOCOL)
            store.write(_name(kind, self._entry, book.active), data)
        return made


def _read(
    paths: Sequence[Path | str],
    profiles: tuple[str, ...],
    entry: str,
    make: Callable[[RuleBook], T],
    kind: str,
) -> T:
    # A run that finds everything kept imports nothing of this, YAML least of all.
    from linter.rulebook.load import read
    from linter.rulebook.profiles import chosen

    seen: dict[str, str] = {}

    def asked(path: str) -> None:
        seen[path] = _fingerprint(path)

    books, reads = read(paths, asked)
    first = books.first()
    # A file that changed while it was read may be either; a pipe is no more.
    lasting = seen if _is_current(seen) else {}
    profiled = Profiled(entry, lasting, _packed(reads), books)
    active = chosen(first, profiles)
    return profiled.made(active, make, kind) if active else profiled.keep(first, make, kind)


def _packed(reads: Reads) -> bytes:
    return zlib.compress(pack(reads), 1)


def _itself(book: RuleBook) -> RuleBook:
    return book


def _entry(paths: Iterable[Path | str]) -> str:
    """A hash of what is asked for, from where, and of whom."""
    names, here = [str(path) for path in paths], ""
    if not all(name == BUILTIN or os.path.isabs(name) for name in names):
        # Nothing can be read from a folder that is gone.
        with contextlib.suppress(FileNotFoundError):
            here = os.getcwd()
    return _hash(PROGRAM, here, *names)


def _name(kind: str, entry: str, profiles: tuple[str, ...]) -> str:
    return f"{kind}-profiles-{_hash(entry, *profiles)}" if profiles else f"{kind}-{entry}"


def _hash(*parts: str) -> str:
    text = "\0".join(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _is_current(seen: Seen) -> bool:
    return all(known and known == _fingerprint(path) for path, known in seen.items())


def _fingerprint(path: str) -> str:
    """Empty when there is none: then nothing is kept."""
    try:
        return fingerprint(path)
    except OSError:
        return ""


class _Damaged(Exception):  # noqa: N818 - it never leaves this module
    """What was kept is not what this program keeps."""


def _kept(name: str) -> tuple[Seen, bytes] | None:
    data = store.read(name)
    if data is None:
        return None
    with contextlib.suppress(_Damaged, TypeError, ValueError):
        made_by, seen, packed = _unpacked(data)
        if made_by == stamp():
            return seen, packed
    return None


def _unpacked(data: bytes) -> Any:
    """What the store gave, which is nobody's but the user's own.

    :raises _Damaged: when it cannot be unpacked.
    """
    try:
        return pickle.loads(data)
    except Exception as error:
        # The documentation of pickle names some errors, and says that there are others.
        raise _Damaged from error
