"""A call with everything masked that is written down of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from linter import lazy
from linter.masking.disguise import Disguise
from linter.masking.fields import forced_kind, names_in
from linter.masking.filenames import masked_name, masked_team
from linter.masking.mentions import Mention
from linter.masking.plain import HIDDEN, plain
from linter.masking.pseudonyms import agent_key, team_key
from linter.masking.recognising import Said
from linter.masking.telling import without_role
from linter.model import Call, Casting, Evidence, Turn

_HASHED = lazy.pattern(r"(?P<hash>[0-9a-f]{12})(?P<more>#\d+)?")
_NAME, _APART = 4, 6
_TELLING = 10**6
"""The least number that may be somebody's; below there are times and counts."""
_TELLS = lazy.pattern(r"[\u4e00-\u9fff]|\d{5}|@")


class MaskedCall:
    """A call that is masked, and what masks what is said of it.

    :ivar call: the masked call.
    """

    def __init__(self, call: Call) -> None:
        self._given = call
        labels = dict.fromkeys(turn.speaker for turn in call.turns if turn.speaker)
        named = [name for name in map(without_role, labels) if masked_name(name) != name]
        names = [n for n in (call.agent_name, *names_in(call.meta), *named) if _is_name(n)]
        self.disguise = Disguise([Said(t.speaker or t.role, t.text) for t in call.turns], names)
        self._pieces = [*map(_changed, call.turns, self.disguise.texts)]
        self._hidden = "\n".join(filter(None, self._pieces))
        turns = tuple(map(self._turn, call.turns, self.disguise.texts, self._pieces))
        self.call = self._call(call, turns)

    def text(self, text: str) -> str:
        """Words about the call."""
        return self.disguise.text(text)

    def name(self, text: str) -> str:
        """The name of something: of a file, a speaker, a team."""
        return masked_name(self.text(text), self.disguise.naming)

    def _team(self, team: str) -> str:
        """A team's name: of one that is called after its leader too."""
        hidden = self.name(team)
        return hidden if hidden != team else masked_team(team)

    def _speaker(self, label: str) -> str:
        """A label: 客服小王 says a role and who it is, 李先生 who it is."""
        name = without_role(label)
        if not name:
            return label
        role = label[: label.rfind(name)]
        said = Disguise([Said("", self.text(name))], naming=self.disguise.naming).texts[0]
        return role + masked_name(said, self.disguise.naming)

    def quote(self, turn: int, start: int, end: int) -> str:
        """What the masked call says there."""
        return self.call.turns[turn].text[start:end]

    def within(self, turn: int | None, quote: str) -> str:
        """Words of a turn, as the masked call has them."""
        at = -1 if turn is None else self._given.turns[turn].text.find(quote)
        if turn is None or at < 0:
            return self.text(quote)
        return self.quote(turn, at, at + len(quote))

    def evidence(self, item: Evidence) -> Evidence:
        """Evidence as the masked call has it."""
        quote = self.quote(item.turn, item.start, item.end)
        return replace(item, quote=quote, label=self.text(item.label))

    def _call(self, call: Call, turns: tuple[Turn, ...]) -> Call:
        return replace(
            call,
            id=self._id(call, turns),
            turns=turns,
            path=self.name(call.path),
            agent_id=self.name(call.agent_id),
            agent_name=self._value("agent_name", call.agent_name, ""),
            team=self._team(call.team),
            scene=self.name(call.scene),
            business=self.name(call.business),
            meta=self._value("", call.meta, ""),
            notices=tuple(
                one._replace(message=self.text(one.message), hint=self.text(one.hint))
                for one in call.notices
            ),
            elsewhere={number: self.name(place) for number, place in call.elsewhere.items()},
            casting=self._casting(call.casting, turns),
            agent_key=agent_key(call),
            team_key=team_key(call),
        )

    def _id(self, call: Call, turns: tuple[Turn, ...]) -> str:
        """An id that tells nothing: one made of what was said could be tried out."""
        hashed = _HASHED.fullmatch(call.id)
        if hashed and self._hidden:
            return Call.content_id(turns) + (hashed["more"] or "")
        name = self.name(call.id)
        # Calls named after phone numbers would all have one name.
        return name if name == call.id else f"{name}-{Call.content_id(turns)[:_APART]}"

    def _turn(self, turn: Turn, text: str, hidden: str) -> Turn:
        return turn._replace(
            text=text,
            speaker=self._speaker(turn.speaker),
            sheet=self.name(turn.sheet),
            meta=self._value("", turn.meta, hidden) if turn.meta else turn.meta,
        )

    @staticmethod
    def _casting(casting: Casting | None, turns: tuple[Turn, ...]) -> Casting | None:
        if casting is None:
            return None
        why = tuple(
            replace(item, quote=turns[item.turn].text[item.start : item.end])
            for item in casting.why
        )
        return replace(casting, why=why)

    def _value(self, key: str, value: Any, hidden: str) -> Any:
        """A field that nobody asked for, and all that is in it.

        :param hidden: what was masked where it belongs.
        """
        if isinstance(value, Mapping):
            return {name: self._value(str(name), inner, hidden) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._value(key, inner, hidden) for inner in value]
        if isinstance(value, str) and value.strip():
            return self._word(key, value, hidden)
        if isinstance(value, int) and value >= _TELLING:
            said = str(value)
            new = self._word(key, said, hidden)
            return value if new == said else new
        return value

    def _word(self, key: str, value: str, hidden: str) -> str:
        naming = self.disguise.naming
        kind = forced_kind(key)
        if kind and HIDDEN not in plain(value) and not (key == "name" and not _is_name(value)):
            return naming.replacement(Mention(kind, 0, len(value), "", plain(value)))
        if value in hidden:
            # A word with its times: of what was masked in the turn nothing is left.
            return "*" * len(value)
        if not _TELLS.search(value):
            return value
        said = Disguise([Said("", self.text(value))], naming=naming).texts[0]
        return masked_name(said, naming)


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= _NAME and all("\u4e00" <= char <= "\u9fff" for char in text)


def _changed(turn: Turn, text: str) -> str:
    """What was masked in a turn, as it was said; a line each."""
    pairs = zip(turn.text, text, strict=True)
    return "".join(old if old != new else "\n" for old, new in pairs).strip("\n")
