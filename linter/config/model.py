"""A configuration as it was written, checked, and with the place of everything."""

from __future__ import annotations

from collections.abc import Mapping

from linter.config.globs import Globs
from linter.frozen import dataclass
from linter.rulebook.types import Place

Words = tuple[str, ...]
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands under a key.

    :ivar value: a text, ``True`` or ``False``, texts, or pairs of texts.
    :ivar place: of the key.
    :ivar parts: of each of the texts or pairs.
    """

    value: str | bool | Words | Pairs
    place: Place
    parts: tuple[Place, ...] = ()

    @property
    def words(self) -> Words:
        """The value, where it is texts."""
        assert isinstance(self.value, tuple)
        return tuple(word for word in self.value if isinstance(word, str))

    @property
    def pairs(self) -> Pairs:
        """The value, where it is pairs."""
        assert isinstance(self.value, tuple)
        return tuple(pair for pair in self.value if not isinstance(pair, str))


Settings = Mapping[str, Setting]
"""Key → what stands under it; only keys that are written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of some files, in place of or in addition to what is said of all."""

    paths: Globs
    settings: Settings
    place: Place


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration.

    :ivar path: the file, as it is shown.
    :ivar folder: the file's, absolute: patterns of paths begin there.
    :ivar entries: ``per_path``; later ones are stronger.
    """

    path: str
    folder: str
    settings: Settings
    entries: tuple[Entry, ...] = ()

    @property
    def exclude(self) -> Globs:
        """The files that are left out."""
        found = self.settings.get("exclude")
        return Globs(found.words if found else ())
