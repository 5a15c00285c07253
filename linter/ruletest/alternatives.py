"""The ways a pattern can be matched: each option of each choice in it."""

from __future__ import annotations

from collections.abc import Iterator

from linter.frozen import dataclass
from linter.rulebook import notation


@dataclass(frozen=True, slots=True)
class Alternative:
    """One option of a choice.

    :ivar written: the option, as a rule file writes it.
    :ivar literal: characters that have to be there for it to be matched; may be empty.
    :ivar narrowed: the whole pattern, with only this option left of the choice.
    """

    written: str
    literal: str
    narrowed: notation.Node


def alternatives(node: notation.Node) -> Iterator[Alternative]:
    """All options of all choices of a pattern, in its order; nested ones after the one around.

    What must not stand before or after (``前无``, ``后无``) is never matched and offers none; the
    words of a class count as one.
    """
    match node:
        case notation.Either(options):
            for option in options:
                literal = option.text if isinstance(option, notation.Literal) else ""
                yield Alternative(written(option), literal, option)
                yield from alternatives(option)
        case notation.Sequence(items):
            for at, item in enumerate(items):
                for one in alternatives(item):
                    whole = notation.Sequence((*items[:at], one.narrowed, *items[at + 1 :]))
                    yield Alternative(one.written, one.literal, whole)
        case notation.Words(inner):
            for one in alternatives(inner):
                yield Alternative(one.written, one.literal, notation.Words(one.narrowed))


def written(node: notation.Node) -> str:
    """A pattern as a rule file writes it; characters as they are looked for."""
    match node:
        case notation.Literal(text):
            return text
        case notation.Either(options):
            return f"({'|'.join(map(written, options))})"
        case notation.Sequence(items):
            return "".join(map(written, items))
        case notation.Gap(size, wide):
            usual = notation.DEFAULT_WIDE_GAP if wide else notation.DEFAULT_GAP
            return ("……" if wide else "…") + ("" if size == usual else str(size))
        case notation.ClassRef(name, slot, _):
            return f"<{name} as {slot}>" if slot else f"<{name}>"
        case notation.Digits(least):
            return f"<数字 {least}+>"
        case notation.PartOfSpeech(tag):
            return f"<词性 {tag}>"
        case notation.Regex(expression):
            return expression
        case notation.Anchor(kind):
            return kind
        case notation.Words(inner):
            return f"「{written(inner)}」"
        case notation.Not(inner, behind):
            bare = written(inner)
            bare = bare[1:-1] if isinstance(inner, notation.Either) else bare
            return f"({'前无' if behind else '后无'} {bare})"
