"""What takes a hit back: harmless longer phrases, excuses nearby, context conditions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from linter.rulebook.types import Condition, Pattern, Signal
from linter.signals.contexts import CONDITIONS, cue, echoes, read_back
from linter.signals.finder import Finder
from linter.signals.search import Search
from linter.text.normal import clause
from linter.text.turns import is_substantive

NEAR = 24
"""How far (code points of the matching form) an excuse or a companion may stand from a hit
inside the same sentence: recognised speech often has one full stop a minute."""

READ_BACK = "读回对方的话"
"""By what a quotation shows when nobody wrote marks: recognisers do not, and so who reads a
complaint back seems to say it himself."""

NOT_WHEN = "not_when: "
"""With what the reason begins when a context takes a hit back."""

SHARE = 4
"""What part of a hit of the scorer has to be quoted, at least, to make it a quotation: its stretch
may take in the frame (他的原话是) as well as a single word with marks (归到“嫌丑类”)."""

Finders = tuple[Finder, ...]
Compile = Callable[[tuple[Pattern, ...]], Finders]


@dataclass(frozen=True, slots=True)
class ContextCondition:
    """A context condition ready to be asked about."""

    spec: Condition
    before: Finders
    after: Finders
    clause: Finders

    @classmethod
    def of(cls, spec: Condition, compile_: Compile) -> ContextCondition:
        """The condition with its patterns compiled."""
        return cls(spec, compile_(spec.before), compile_(spec.after), compile_(spec.clause))

    def shown(self, search: Search, start: int, end: int, quoted: int = 1) -> str:
        """By what it holds for the hit ``[start, end)``; empty when it does not.

        :param quoted: how many of its code points have to be between quotation marks.
        """
        turn, distance = search.turn, self.spec.distance
        if self.spec.name in CONDITIONS:
            found = cue(self.spec.name, turn.text, start, end, search.context)
            if found:
                return found
        if self.spec.quoted and turn.quotes(start, end) >= quoted:
            return "引号"
        if self.spec.quoted and any(
            read_back(turn.text, start, end, other) for other in search.others
        ):
            return READ_BACK
        if self.before:
            low = clause(turn.text, start, soft=True)[0]
            for finder, pattern in zip(self.before, self.spec.before, strict=True):
                if search.precedes(finder, low, start - distance, start):
                    return pattern.text
        if self.after:
            high = clause(turn.text, end - 1, soft=True)[1]
            for finder, pattern in zip(self.after, self.spec.after, strict=True):
                if search.follows(finder, end, end + distance, high):
                    return pattern.text
        if self.clause:
            sentence = clause(turn.text, start)
            for finder, pattern in zip(self.clause, self.spec.clause, strict=True):
                if search.within(finder, *sentence):
                    return pattern.text
        return ""


def share(size: int) -> int:
    """So many code points are a :data:`SHARE` of a hit of that size."""
    return -(-size // SHARE)


def _nothing_else(search: Search, finders: Finders) -> bool:
    """Whether a turn says nothing beyond what these find, but for fillers and nods."""
    rest = list(search.turn.text)
    for finder in finders:
        for start, end, _ in search.spans(finder):
            rest[start:end] = " " * (end - start)
    return not is_substantive("".join(rest))


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Everything that can take back the hits of one signal."""

    spec: Signal
    over: Finders
    not_if: Finders
    not_if_turn: Finders
    not_if_only: Finders
    near: Finders
    near_turn: Finders
    not_when: tuple[ContextCondition, ...]
    only_when: tuple[ContextCondition, ...]

    @classmethod
    def of(
        cls, spec: Signal, compile_: Compile, conditions: dict[str, ContextCondition]
    ) -> Exceptions:
        """A signal's exceptions with their patterns compiled."""
        return cls(
            spec,
            compile_(spec.over),
            compile_(spec.not_if),
            compile_(spec.not_if_turn),
            compile_(spec.not_if_only),
            compile_(spec.near),
            compile_(spec.near_turn),
            tuple(conditions[name] for name in spec.not_when),
            tuple(conditions[name] for name in spec.only_when),
        )

    def taking_back(self, search: Search, start: int, end: int, percent: int | None = None) -> str:
        """What takes a hit back, in the rule file's words; empty when nothing does.

        :param percent: how sure the scorer is of the hit, if it is one of the scorer's.
        """
        spec, sure = self.spec, self._is_sure(percent)
        quoted = 1 if percent is None else share(end - start)
        for finder, pattern in zip(self.over, spec.over, strict=True):
            if search.overlaps(finder, start, end):
                return f"over: {pattern.text}"
        if self.not_if or self.near:
            sentence = clause(search.turn.text, start)
            low, high = max(sentence[0], start - NEAR), min(sentence[1], end + NEAR)
            for finder, pattern in zip(self.not_if, spec.not_if, strict=True):
                if search.within(finder, low, high):
                    return f"not_if: {pattern.text}"
        for finder, pattern in zip(self.not_if_turn, spec.not_if_turn, strict=True):
            if search.spans(finder):
                return f"not_if_turn: {pattern.text}"
        if self.not_if_only and _nothing_else(search, self.not_if_only):
            return "not_if_only"
        if self.near and not any(search.within(finder, low, high) for finder in self.near):
            return "near"
        if self.near_turn and not any(search.spans(finder) for finder in self.near_turn):
            return "near_turn"
        if spec.echo and not echoes(search.turn.text[start:end], search.last_said, spec.echo):
            return f"echo: {spec.echo}"
        for condition in self.not_when:
            if sure and not condition.spec.quoted:
                continue
            shown = condition.shown(search, start, end, quoted)
            if shown == READ_BACK:
                return f"{NOT_WHEN}{READ_BACK}"
            if shown:
                named = condition.spec.name in CONDITIONS
                return f"{NOT_WHEN}{condition.spec.name}" + (f"（{shown}）" if named else "")
        for condition in self.only_when:
            if not condition.shown(search, start, end):
                return f"only_when: {condition.spec.name}"
        return ""

    def binds(self, reason: str, percent: int, large: bool) -> bool:
        """Whether what took a pattern's hit back takes back a hit of the scorer, too.

        :param reason: what took it back.
        :param percent: how sure the scorer is.
        :param large: whether the pattern's hit is a :func:`share` of the scorer's.
        """
        if not reason.startswith(NOT_WHEN):
            return True
        quotes = (one.spec.name for one in self.not_when if one.spec.quoted)
        if reason.removeprefix(NOT_WHEN).startswith((READ_BACK, *quotes)):
            return large
        return not self._is_sure(percent)

    def _is_sure(self, percent: int | None) -> bool:
        learned = self.spec.learned
        return percent is not None and learned is not None and learned.is_sure(percent)
