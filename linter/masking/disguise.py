"""One conversation in which nobody can be told any more, and what else is said of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from linter.masking.mentions import Mention
from linter.masking.naming import Naming
from linter.masking.recognising import Said, recognise

_ROUNDS = 6
"""How often what is left is looked at again: what is masked changes what its neighbours mean."""


class Disguise:
    """Masks the turns of a conversation; the same thing gets the same name throughout.

    :param turns: who said what.
    :param names: names that are known beforehand.
    :param naming: of a conversation that this belongs to.
    :ivar texts: the turns, masked, each as long as it was.
    """

    def __init__(
        self, turns: Sequence[Said], names: Collection[str] = (), naming: Naming | None = None
    ) -> None:
        self.naming = naming or Naming()
        self._surfaces: dict[str, str] = {}
        texts = [said.text for said in turns]
        for _ in range(_ROUNDS):
            said = [one._replace(text=text) for one, text in zip(turns, texts, strict=True)]
            found = recognise(said, names)
            if not any(found):
                break
            self.naming.note(mention for row in found for mention in row)
            texts = [self._apply(text, row) for text, row in zip(texts, found, strict=True)]
        self.texts = texts

    @cached_property
    def surfaces(self) -> dict[str, str]:
        """What was masked, as it was said, and what stands there now; the longest first."""
        return dict(sorted(self._surfaces.items(), key=lambda item: -len(item[0])))

    def _apply(self, text: str, mentions: Sequence[Mention]) -> str:
        pieces, at = [], 0
        for mention in mentions:
            new = self.naming.replacement(mention, text[at : mention.start])
            pieces += [text[at : mention.start], new]
            at = mention.end
            self._note(text, mention, self.naming.replacement(mention))
        return "".join([*pieces, text[at:]])

    def _note(self, text: str, mention: Mention, new: str) -> None:
        said = text[mention.start : mention.end]
        if len(said) == 1:
            # A surname alone is no word to look for; with the title behind it it is.
            behind = text[mention.end : mention.end + 2]
            if len(behind) == 2:
                self._surfaces.setdefault(said + behind, new + behind)
        elif not said.isdecimal() or len(said) > 4:
            self._surfaces.setdefault(said, new)

    def text(self, text: str) -> str:
        """Words about the conversation, with everything replaced that was masked in it."""
        for said, new in self.surfaces.items():
            if said in text:
                text = text.replace(said, new)
        return text
