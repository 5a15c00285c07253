"""The rule book of all packs, for any set of profiles."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from linter.errors import RuleErrors
from linter.rulebook.captures import check_captures
from linter.rulebook.changes import Changes, blame
from linter.rulebook.definitions import Definition, Definitions
from linter.rulebook.extends import Packs
from linter.rulebook.parts import PackReader, Typed
from linter.rulebook.profiles import WrittenProfile, read_profiles
from linter.rulebook.resolve import resolve
from linter.rulebook.sheets.places import located, placed
from linter.rulebook.source import Errors
from linter.rulebook.types import RuleBook


class Books:
    """Puts packs together; what they define is kept as it was written, to be changed by profiles.

    :param errors: what was wrong in the files themselves.
    """

    def __init__(self, packs: Packs, errors: Errors) -> None:
        self._packs = packs
        self._errors = errors
        self._definitions = Definitions(stands_on=packs.stands_on)
        self._profiles: dict[str, WrittenProfile] = {}
        self._known: dict[Definition, Typed] = {}
        for pack in packs.packs:
            self._definitions.add(pack.sections)
            if "profiles" in pack.sections:
                read_profiles(pack.sections["profiles"], self._profiles)
        changes = Changes(self._definitions, complete=packs.complete)
        for pack in packs.bases_first:
            if "change" in pack.sections:
                changes.apply(pack.sections["change"])

    def first(self) -> RuleBook:
        """The book without any profile, after trying each of them.

        :raises RuleErrors: with everything that is wrong.
        """
        book = self._put_together(())
        for name in self._profiles:
            self._put_together((name,))
        return self._sound(book)

    def book(self, profiles: tuple[str, ...]) -> RuleBook:
        """The book with these profiles, which exist, in force; later ones win.

        :raises RuleErrors: when their changes do not go together.
        """
        return self._sound(self._put_together(profiles))

    def _put_together(self, profiles: tuple[str, ...]) -> RuleBook:
        definitions = self._definitions.copy()
        changes = Changes(definitions, complete=self._packs.complete, of_profile=True)
        for name in profiles:
            changes.apply(self._profiles[name].change)
        reader = PackReader(known={**self._known})
        reader.read(definitions)
        if not profiles:
            self._known = reader.known
        book = resolve(reader, self._version(profiles), complete=self._packs.complete)
        rules = {name: rule.value for name, rule in definitions.named["rules"].items()}
        check_captures(rules, reader)
        blame(definitions, self._errors)
        known = tuple(written.profile for written in self._profiles.values())
        return replace(book, profiles=known, active=profiles, variants=self)

    def _version(self, profiles: tuple[str, ...]) -> str:
        if not profiles:
            return self._packs.version
        text = "\x1f".join((self._packs.version, *profiles))
        return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]

    def _sound(self, book: RuleBook) -> RuleBook:
        """The book, if nothing is wrong with it.

        :raises RuleErrors: otherwise, in the order of the files.
        """
        order, sheets = self._packs.order, self._packs.sheets
        found = located(self._errors.found, sheets)
        self._errors.found.clear()
        if found:
            raise RuleErrors(
                sorted(found, key=lambda e: (order[e.path, e.sheet], e.line or 0, e.column or 0))
            )
        return placed(book, sheets)
