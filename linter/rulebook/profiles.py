"""Profiles: named sets of changes, for what centres do differently.

A profile that says ``when`` is in force for calls that say so themselves; any profile can be
asked for by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from linter.errors import UsageError
from linter.frozen import dataclass
from linter.model import Call
from linter.rulebook.applies import FIELDS, Fields, read_fields, speaks_for
from linter.rulebook.types import Place, Profile, RuleBook

if TYPE_CHECKING:  # a book that is made already needs no YAML
    from linter.rulebook.source import Value

KEYS = ("note", "when", "change")
NEEDED = ("note", "change")
# What --profile and its lists can tell apart.
_NAME = re.compile(r"[^\s,，()（）]+")


@dataclass(frozen=True, eq=False)
class WrittenProfile:
    """A profile, and its changes as they were written."""

    profile: Profile
    change: Value


def read_profiles(section: Value, known: dict[str, WrittenProfile]) -> None:
    """Add the profiles of one file to ``known``; errors have been noted."""
    for key, value in section.pairs("profiles"):
        name = key.text("方案名")
        if not _NAME.fullmatch(name):
            key.complain(f"方案名 {name!r} 里不能有空格、逗号和括号")
        elif name in known:
            place = known[name].profile.place
            key.complain(f"{name!r} 已在 {place.path}:{place.line} 定义过", hint="换个名字")
        elif profile := _read(name, key, value):
            known[name] = profile


def _read(name: str, key: Value, value: Value) -> WrittenProfile | None:
    said = value.mapping(KEYS, "方案")
    missing = [needed for needed in NEEDED if needed not in said]
    if value.is_mapping and missing:
        key.complain(f"方案 {name} 缺少 {'、'.join(missing)}")
    when: tuple[Fields, Fields] = ({}, {})
    if "when" in said:
        when = read_fields(said["when"], FIELDS, "when")
        if said["when"].is_mapping and not [*said["when"].pairs()]:
            said["when"].complain("when 是空的", hint="写上字段，或删掉这一行")
    note = said["note"].text("说明") if "note" in said else ""
    place = Place(key.path, key.line, key.column)
    change = said.get("change")
    return WrittenProfile(Profile(name, note, *when, place), change) if change else None


def meant(book: RuleBook, call: Call) -> tuple[str, ...]:
    """The profiles that are not in force yet and that the call itself asks for."""
    return tuple(
        profile.name
        for profile in book.profiles
        if (profile.when or profile.when_not)
        and profile.name not in book.active
        and speaks_for(profile.when, profile.when_not, call)
    )


def with_profiles(book: RuleBook, names: Iterable[str]) -> RuleBook:
    """The book with these profiles in force, over those that are already; later ones win.

    :raises UsageError: for a name that no profile has; the nearest ones are named.
    :raises RuleErrors: when changes that are sound one by one do not go together.
    """
    return in_force(book, chosen(book, names))


def chosen(book: RuleBook, names: Iterable[str]) -> tuple[str, ...]:
    """All profiles that are in force when these are asked for, too.

    :raises UsageError: for a name that no profile has; the nearest ones are named.
    """
    known = [profile.name for profile in book.profiles]
    active = dict.fromkeys((*book.active, *names))
    for name in active:
        if name not in known:
            from linter.rulebook.source import suggestion

            hint = suggestion(name, known) or "规则包里没有 profiles"
            raise UsageError(f"没有叫 {name!r} 的方案", hint=hint)
    return tuple(active)


def in_force(book: RuleBook, names: tuple[str, ...]) -> RuleBook:
    """The book with exactly these profiles in force, which exist."""
    if names == book.active or book.variants is None:
        return book
    return book.variants.book(names)
